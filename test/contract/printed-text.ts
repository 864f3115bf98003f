import { SaxesParser } from 'saxes';
import type { PagedDocument, TextItem } from '../../src/typeset/frame.js';
import { partsOf } from '../docx/parts.js';

/** A paragraph of a DOCX that prints something: its style, and its text with a space for a line break. */
export interface PrintedParagraph {
  readonly style: string;
  readonly text: string;
}

/** What a DOCX prints, by where it stands; all in the order of the file. */
export interface DocxText {
  readonly body: readonly PrintedParagraph[];
  readonly marks: readonly PrintedParagraph[];
  readonly footers: readonly PrintedParagraph[];
}

/** No-break signs as the ones they stand for; space that ends or begins a text is not seen. */
export const fold = (text: string): string =>
  text
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('\u2011', '-')
    .trim();

/** Throws on parts that are not well-formed. */
export function readDocxText(docx: Uint8Array): DocxText {
  const parts = partsOf(docx);
  const { body, boxes } = readParagraphs(parts.get('word/document.xml')!);
  const footers = [...parts]
    .filter(([name]) => name.startsWith('word/footer'))
    .flatMap(([, xml]) => readParagraphs(xml).body);
  return { body, marks: boxes, footers };
}

function readParagraphs(xml: string): { body: PrintedParagraph[]; boxes: PrintedParagraph[] } {
  const found = { body: [] as PrintedParagraph[], boxes: [] as PrintedParagraph[] };
  const open: { style: string; text: string }[] = [];
  let boxDepth = 0;
  let isText = false;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:p') open.push({ style: '', text: '' });
    if (name === 'w:txbxContent') boxDepth += 1;
    if (name === 'w:pStyle') open.at(-1)!.style = attributes['w:val']!;
    if (name === 'w:br') open.at(-1)!.text += ' ';
    // A tab whose leader is dots has room for one; in the properties of a paragraph it is none.
    if (name === 'w:tab' && attributes['w:val'] === undefined) open.at(-1)!.text += '.';
    isText = name === 'w:t';
  });
  parser.on('text', (text) => {
    if (isText) open.at(-1)!.text += text;
  });
  parser.on('closetag', ({ name }) => {
    isText = false;
    if (name === 'w:txbxContent') boxDepth -= 1;
    if (name !== 'w:p') return;
    const { style, text } = open.pop()!;
    if (fold(text) !== '') (boxDepth > 0 ? found.boxes : found.body).push({ style, text: fold(text) });
  });
  parser.write(xml).close();
  return found;
}

/** The text items of all pages in the order of reading, apart by where they stand. */
export function itemsOf(document: PagedDocument): {
  readonly flow: readonly TextItem[];
  readonly marks: readonly TextItem[];
  readonly feet: readonly TextItem[];
  readonly numbers: readonly TextItem[];
} {
  const all = document.pages.flatMap(({ items }) => items.filter((item) => item.type === 'text'));
  const of = (...styles: readonly string[]) => all.filter(({ style }) => styles.includes(style));
  return {
    flow: all.filter(({ style }) => !['Mark', 'ContactLine', 'PageNumber'].includes(style)),
    marks: of('Mark'),
    feet: of('ContactLine'),
    numbers: of('PageNumber'),
  };
}

/**
 * Walks the paragraphs of the DOCX and the items of the pages side by side: every item has to be the next words of the
 * paragraph, in its style, with the same spaces inside. Returns where they part, or undefined. A table's heads that a page
 * repeats are in the pages only.
 */
export function firstDifference(
  paragraphs: readonly PrintedParagraph[],
  items: readonly TextItem[],
): string | undefined {
  const printed = items.filter(({ text }) => fold(text) !== '');
  const heads = new Set<string>();
  let next = 0;
  for (const { style, text } of paragraphs) {
    let rest = text;
    while (rest !== '') {
      const item = printed[next];
      if (item === undefined) return `the pages end before "${rest}" (${style})`;
      const words = fold(item.text);
      if (item.style === style && rest.startsWith(words)) {
        if (style === 'TableHead') heads.add(words);
        rest = rest.slice(words.length).trimStart();
      } else if (item.style !== 'TableHead' || !heads.has(words)) {
        return `DOCX: "${rest}" (${style}); pages: "${words}" (${item.style})`;
      }
      next += 1;
    }
  }
  const left = printed.slice(next).find(({ text, style }) => style !== 'TableHead' || !heads.has(fold(text)));
  return left === undefined ? undefined : `the DOCX ends before "${fold(left.text)}" (${left.style})`;
}
