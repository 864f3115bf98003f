import { splitComment } from '../lines.js';
import type { YamlNode } from '../tree.js';
import type { FieldModel } from './form-model.js';
import type { Written } from './notation.js';
import { isComment, isFlow, type Lines, lineAt, lineIndex } from './places.js';
import type { TextChange } from './text-change.js';
import { trimChange } from './text-diff.js';

/** Where the value behind a key or dash stands: on the line itself, and in lines below that end at `end`. */
interface Span {
  readonly headEnd: number;
  readonly lineEnd: number;
  readonly end: number;
}

/**
 * Writes another value behind a key or dash. A comment on its line stays there; those in lines that go stand above the key
 * afterwards.
 */
export function replaceValue(source: Lines, target: FieldModel, written: Written): readonly TextChange[] {
  const { slot, node } = target;
  if (slot === undefined || node === undefined) return [];
  const { headEnd, lineEnd, end } = spanOf(source, target);
  const kept = commentsBelow(source, node, lineEnd, end);
  const below = written.below.map((line) => `\n${line}`).join('');
  const above = lineAt(source, slot.at).start;
  const comments = kept.map((comment) => `${indentOf(source, slot.at)}${comment}\n`).join('');
  return [
    ...(comments === '' ? [] : [{ from: above, to: above, insert: comments }]),
    ...trimChange(source.text, {
      from: slot.from,
      to: headEnd,
      insert: headIn(source, slot.from, headEnd, written) + gap(source, slot.from, headEnd, lineEnd, written),
    }),
    ...trimChange(source.text, { from: lineEnd, to: end, insert: below }),
  ];
}

const indentOf = (source: Lines, at: number): string => {
  const line = lineAt(source, at);
  return source.text.slice(line.start, line.content);
};

/** The value behind as much room as the old one had: in many forms that lines the values up. */
function headIn({ text }: Lines, from: number, headEnd: number, { head }: Written): string {
  const room = /^[ \t]+/.exec(text.slice(from, headEnd))?.[0];
  return room === undefined ? head : head.replace(/^ (?=\S)/, room);
}

/** One space before a `#` may have been meant as text: where a comment stood alone, two come between it and a value. */
function gap({ text }: Lines, from: number, headEnd: number, lineEnd: number, { head }: Written): string {
  const isAlone = head !== '' && headEnd === from && /^[ \t]?#/.test(text.slice(headEnd, lineEnd));
  return isAlone ? ' '.repeat(2 - text.slice(headEnd, lineEnd).indexOf('#')) : '';
}

function spanOf(source: Lines, { slot, node, value }: FieldModel): Span {
  const { text } = source;
  const { from } = slot!;
  const line = lineAt(source, from);
  const inLine = splitComment(text, from, line.end);
  const headEnd = Math.max(from, inLine.end);
  const span = (to: number, head = headEnd): Span => {
    return { headEnd: head, lineEnd: line.end, end: Math.max(line.end, lineAt(source, to).end) };
  };
  if (node!.type !== 'scalar') {
    const isBracketed = isFlow(text, node!);
    return span(node!.end, isBracketed ? Math.min(node!.end, line.end) : headEnd);
  }
  if (node!.style === 'quoted') return span(node!.end, Math.min(node!.end, line.end));
  if (node!.style === 'plain') return span(node!.end);
  const header = /^[ \t]*[|>][^ \t]*/.exec(text.slice(from, line.end))?.[0] ?? '';
  const last = value?.pieces.at(-1);
  return span(Math.max(node!.end, last === undefined ? 0 : last.source + last.length), from + header.length);
}

/** The comments on the lines behind `lineEnd` up to `end`; what stands in quotes or in a block is none. */
function commentsBelow(source: Lines, node: YamlNode, lineEnd: number, end: number): readonly string[] {
  if (end <= lineEnd) return [];
  const opaque = opaqueRanges(source.text, node);
  const comments: string[] = [];
  for (let index = lineIndex(source, lineEnd) + 1; index <= lineIndex(source, end); index++) {
    const line = source.lines[index]!;
    const over = opaque.filter((range) => range.start <= line.end && range.end > line.start);
    const from = Math.max(line.content, ...over.map((range) => range.end));
    if (line.blank || from > line.end) continue;
    const { comment } =
      isComment(source, line) && over.length === 0
        ? { comment: { start: line.content } }
        : splitComment(source.text, from, line.end);
    if (comment !== undefined) comments.push(source.text.slice(comment.start, line.end));
  }
  return comments;
}

function opaqueRanges(
  text: string,
  node: YamlNode,
): readonly { readonly start: number; readonly end: number }[] {
  if (isFlow(text, node)) return [node];
  switch (node.type) {
    case 'scalar':
      return node.style === 'plain' ? [] : [node];
    case 'list':
      return node.items.flatMap((item) => opaqueRanges(text, item));
    case 'map':
      return node.entries.flatMap(({ value }) => opaqueRanges(text, value));
  }
}
