import { describe, expect, test, vi } from 'vitest';
import type { Pt } from '../../src/base/lengths.js';
import type { FaceName, FontSet } from '../../src/font/font.js';
import type { Page, PagedDocument } from '../../src/typeset/frame.js';
import { bundledFonts, givenFonts } from '../font/fonts-for-tests.js';
import { samplePages, textItem } from './sample-pages.js';

type Write = (document: PagedDocument, fonts: FontSet) => Buffer;

/** The writer as in a process that has written no paper yet. */
const freshWriter = async (): Promise<Write> => {
  vi.resetModules();
  const { writePdf } = await import('../../src/pdf/write-pdf.js');
  return (document, fonts) => Buffer.from(writePdf(document, fonts, { facts: '{}' }));
};

const sample = samplePages(bundledFonts);
const [first, second, third] = sample.pages as [Page, Page, Page];

const rare = textItem(bundledFonts, 80, 700, 'Ω ≠ ß');
const inFace = (face: FaceName): readonly Page[] =>
  sample.pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => item.type !== 'text' || item.face === face),
  }));

/** Papers with the same objects in them: texts, pages, bookmarks. */
const PAPERS: readonly (readonly [string, PagedDocument, FontSet])[] = [
  ['as it is', sample, bundledFonts],
  // The same texts among others, so that they are written anew.
  [
    'with a line more',
    { ...sample, pages: [{ ...first, items: [...first.items, second.items[0]!] }, second, third] },
    bundledFonts,
  ],
  [
    'with a line less',
    { ...sample, pages: [{ ...first, items: first.items.slice(1) }, second, third] },
    bundledFonts,
  ],
  [
    'on higher sheets',
    { ...sample, pages: sample.pages.map((page) => ({ ...page, height: 900 as Pt })) },
    bundledFonts,
  ],
  ['in other fonts', sample, givenFonts],
  [
    'with rare letters',
    { ...sample, pages: [{ ...first, items: [...first.items, rare] }, second, third] },
    bundledFonts,
  ],
  // Other numbers of objects under the same bookmarks.
  ['in one face', { ...sample, pages: inFace('regular') }, bundledFonts],
  ['in another face', { ...sample, pages: inFace('bold') }, bundledFonts],
  ['with a page more', { ...sample, pages: [...sample.pages, second] }, bundledFonts],
  [
    'with a heading lower',
    { ...sample, bookmarks: sample.bookmarks.map((each) => ({ ...each, y: (each.y + 1) as Pt })) },
    bundledFonts,
  ],
  ['with a heading less', { ...sample, bookmarks: sample.bookmarks.slice(1) }, bundledFonts],
];

describe('what a writer remembers of papers', () => {
  test('changes no byte of those that follow, in any order', async () => {
    const alone: Buffer[] = [];
    for (const [, document, fonts] of PAPERS) alone.push((await freshWriter())(document, fonts));
    expect(new Set(alone.map((bytes) => bytes.toString('latin1'))).size).toBe(PAPERS.length);
    const write = await freshWriter();
    // Thrice each, since a text is kept when it is met again.
    const order = PAPERS.map((_, index) => index);
    for (const index of [...order, ...order.toReversed(), ...order]) {
      const [name, document, fonts] = PAPERS[index]!;
      expect(write(document, fonts).equals(alone[index]!), name).toBe(true);
    }
  });

  test('changes nothing where more outlines come than are remembered', async () => {
    const write = await freshWriter();
    const before = write(sample, bundledFonts);
    for (let y = 0; y < 40; y += 1)
      write(
        { ...sample, bookmarks: sample.bookmarks.map((each) => ({ ...each, y: y as Pt })) },
        bundledFonts,
      );
    expect(write(sample, bundledFonts).equals(before)).toBe(true);
  });
});
