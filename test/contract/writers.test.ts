import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/document/ast.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { nd30 } from '../../src/profile/nd30.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import { writeSvg } from '../../src/svg/write-svg.js';
import { frameText } from '../../src/typeset/frame-text.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { bundledFonts } from '../font/fonts-for-tests.js';
import { loadPdf, readTexts } from '../pdf/read-back.js';
import { CASES } from './cases.js';
import { firstDifference, fold, itemsOf, readDocxText } from './printed-text.js';

/** Cases that are long by saying the same over and over: their pages show nothing that the others do not. */
const OF_MANY_PAGES: ReadonlySet<string> = new Set([
  'table over two pages',
  'contact line',
  'pages with numbers',
]);

/** Compares with the golden of that name; `GOLDEN=update` writes it, and a missing one is a failure. */
function expectGolden(name: string, text: string): void {
  const file = new URL(`golden/${name}.txt`, import.meta.url);
  if (process.env['GOLDEN'] === 'update') {
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `no golden ${name}: run with GOLDEN=update`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** One document by both ways. */
function write(document: Document) {
  const { value: resolved, diagnostics } = resolveDocument(document, nd30, bundledFonts, () => undefined);
  if (resolved === undefined) throw new Error(JSON.stringify(diagnostics));
  const pages = layoutDocument(resolved, bundledFonts);
  return {
    docx: readDocxText(writeDocx(resolved)),
    pages,
    pdf: writePdf(pages, bundledFonts),
    items: itemsOf(pages),
  };
}

const texts = (printed: readonly { readonly text: string }[]): readonly string[] =>
  printed.map(({ text }) => fold(text)).filter((text) => text !== '');

describe.each(Object.entries(CASES))('%s', (name, document) => {
  const { docx, pages, pdf, items } = write(document);

  test('has the same text in DOCX and on the pages', () => {
    expect(firstDifference(docx.body, items.flow)).toBeUndefined();
    expect(docx.body.length).toBeGreaterThan(0);
    expect(texts(docx.marks)).toEqual(texts(items.marks));
    expect(texts(docx.footers)).toEqual(texts(items.feet));
    const numbers = pages.pages.map(({ numberInSection }) => numberInSection).filter((number) => number > 1);
    expect(texts(items.numbers)).toEqual(numbers.map(String));
  });

  test('has the text of the pages in PDF and SVG', async () => {
    const read = readTexts(await loadPdf(pdf));
    const ofPages = pages.pages.map((page) => texts(page.items.filter((item) => item.type === 'text')));
    expect(read.map(texts)).toEqual(ofPages);
    expect(pages.pages.map((_, index) => svgTexts(writeSvg(pages, index, bundledFonts)))).toEqual(ofPages);
  });

  if (OF_MANY_PAGES.has(name)) return;
  test('stands on the page as it stood', () => {
    expectGolden(name.replaceAll(/[ ,]+/g, '-'), frameText(pages));
  });
});

const svgTexts = (svg: string): readonly string[] =>
  texts(
    [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => ({
      text: text!
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
    })),
  );

describe('the comparison finds', () => {
  const { docx, items } = write(CASES['table over two pages']!);

  test.each([
    ['a paragraph that is only in the DOCX', [...docx.body, { style: 'Body', text: 'x' }], items.flow],
    ['a paragraph that is only on the pages', docx.body.slice(0, -1), items.flow],
    ['words in another order', [...docx.body].reverse(), items.flow],
    ['another style', docx.body.map(({ text }) => ({ text, style: 'Body' })), items.flow],
    [
      'two words that became one',
      docx.body.map((p) => ({ ...p, text: p.text.replace(' ', '') })),
      items.flow,
    ],
    ['a line that is not printed', docx.body, items.flow.toSpliced(40, 1)],
  ])('%s', (_, paragraphs, printed) => {
    expect(firstDifference(paragraphs, printed)).toBeTypeOf('string');
  });
});

test('every node type of the tree has a case', () => {
  const types = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && typeof node.type === 'string') types.add(node.type);
    for (const child of Object.values(node)) visit(child);
  };
  visit(CASES);
  expect([...types].sort()).toEqual([
    'appendix-title',
    'banner',
    'blank',
    'contact-line',
    'document',
    'legal-bases',
    'letterhead',
    'line-break',
    'paragraph',
    'signature',
    'table',
    'text',
    'title',
    'unit',
  ]);
});
