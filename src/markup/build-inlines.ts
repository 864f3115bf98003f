import type { Blank, Inline, Origin, RawInline, Text } from '../document/ast.js';
import { buildBlank } from './build-blank.js';
import { attribute } from './read-attributes.js';
import type { Element, TextNode } from './read-elements.js';

interface Weight {
  readonly bold?: true;
  readonly italic?: true;
}

/** A piece of running text; `literal`: it stands in the template, so white space only separates words. */
type Piece =
  | { readonly type: 'break' }
  | { readonly type: 'whole'; readonly whole: RawInline | Blank }
  | { readonly type: 'words'; readonly words: Text; readonly literal: boolean };

/**
 * The running text of an element. A field's text stays as it is, a line end in it breaks the line; white space of the
 * template is one space, and none at the beginning, at the end and around a break.
 */
export function buildInlines(element: Element | undefined): readonly Inline[] {
  if (!element) return [];
  const generated: Origin = { type: 'generated', rule: attribute(element, 'rule') ?? 'template' };
  const inlines: Inline[] = [];
  let afterSpace: boolean = true;
  for (const piece of element.children.flatMap((child) => readPiece(child, {}, generated))) {
    if (piece.type === 'break') {
      trimEnd(inlines, afterSpace);
      inlines.push({ type: 'line-break' });
      afterSpace = true;
      continue;
    }
    if (piece.type === 'whole') {
      inlines.push(piece.whole);
      afterSpace = false;
      continue;
    }
    const { words } = piece;
    const text: string =
      piece.literal && afterSpace && words.text.startsWith(' ') ? words.text.slice(1) : words.text;
    if (text === '') continue;
    inlines.push({ ...words, text });
    afterSpace = piece.literal && text.endsWith(' ');
  }
  trimEnd(inlines, afterSpace);
  return inlines;
}

/** Takes away the one space of the template with which a line would end. */
function trimEnd(inlines: Inline[], afterSpace: boolean): void {
  const last = inlines.at(-1);
  if (!afterSpace || last?.type !== 'text') return;
  const text = last.text.slice(0, -1);
  inlines.splice(-1, 1, ...(text === '' ? [] : [{ ...last, text }]));
}

function readPiece(node: Element | TextNode, weight: Weight, generated: Origin): readonly Piece[] {
  if (node.type === 'text') {
    const text = node.text.replace(/[ \t\r\n]+/g, ' ');
    return [{ type: 'words', words: { type: 'text', text, ...weight, origin: generated }, literal: true }];
  }
  const inner = (more: Weight): readonly Piece[] =>
    node.children.flatMap((child) => readPiece(child, { ...weight, ...more }, generated));
  if (node.name === 'b') return inner({ bold: true });
  if (node.name === 'i') return inner({ italic: true });
  if (node.name === 'br') return [{ type: 'break' }];
  if (node.name === 'blank') {
    const value = node.children.flatMap((child) => readPiece(child, weight, generated)).flatMap(wordsOf);
    return [{ type: 'whole', whole: { ...buildBlank(node, value), ...(weight.bold && { bold: true }) } }];
  }
  if (node.name === 'rich') return node.children.flatMap((child) => richPiece(child, weight));
  return fieldPieces(rawText(node), attribute(node, 'f') ?? '', weight);
}

/** A blank's value: words and breaks; white space around it is the template's. */
function wordsOf(piece: Piece): readonly Inline[] {
  if (piece.type === 'break') return [{ type: 'line-break' }];
  if (piece.type === 'whole' || (piece.literal && piece.words.text.trim() === '')) return [];
  return [piece.words];
}

function richPiece(node: Element | TextNode, weight: Weight): readonly Piece[] {
  if (node.type === 'text') return [];
  const path = attribute(node, 'f') ?? '';
  const rich: RawInline = { type: 'raw-inline', text: rawText(node), path, ...weight };
  return [{ type: 'whole', whole: rich }];
}

/** A field's text line by line, each with its offset in the field. */
function fieldPieces(text: string, path: string, weight: Weight): readonly Piece[] {
  let offset = 0;
  return text.split('\n').flatMap((line, index) => {
    const origin: Origin = { type: 'field', path, offset };
    offset += line.length + 1;
    const words: readonly Piece[] =
      line === ''
        ? []
        : [{ type: 'words', words: { type: 'text', text: line, ...weight, origin }, literal: false }];
    return index === 0 ? words : [{ type: 'break' }, ...words];
  });
}

/** The text right inside an element that is not looked into. */
export const rawText = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.text : '')).join('');
