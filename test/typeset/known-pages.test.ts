import { describe, expect, it } from 'vitest';
import type { Pt } from '../../src/base/lengths.js';
import type { ResolvedDocument } from '../../src/resolve/resolved-document.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { document, paragraph, tw } from './build.js';
import { fonts, lines, tiny } from './tiny.js';

const body = Array.from({ length: 12 }, (_, index) => paragraph(`Dòng ${index}`));
const plain = document(tiny(body));
/** Another paper with the same styles. */
const paper = (blocks: Parameters<typeof tiny>[0]): ResolvedDocument => ({
  ...document(tiny(blocks)),
  styles: plain.styles,
});
const fresh = (given: ResolvedDocument) =>
  layoutDocument({ ...given, styles: [...given.styles] }, fonts).pages;

describe('pages that several papers have in common', () => {
  it('are the same objects, but for the first', () => {
    const one = layoutDocument(paper(body), fonts).pages;
    const other = layoutDocument(paper([paragraph('Khác'), ...body.slice(1)]), fonts).pages;
    expect(one.length).toBeGreaterThan(2);
    expect(other).toHaveLength(one.length);
    expect(other[0]).not.toEqual(one[0]);
    for (const [index, page] of one.entries()) expect(other[index] === page).toBe(index > 0);
  });

  it('are others where the text stands lower, or ends differently', () => {
    layoutDocument(plain, fonts);
    for (const given of [paper([...lines('x'), ...body]), paper([...body.slice(0, -1), paragraph('Hết')])]) {
      const pages = layoutDocument(given, fonts).pages;
      expect(pages).toEqual(fresh(given));
    }
  });

  it('are others on a sheet with other margins or under another number', () => {
    const section = plain.sections[0]!;
    const { sheet, pageNumber } = section;
    // As wide a column as before: the lines are the same.
    const wider = { ...sheet, width: tw(4200), margins: { ...sheet.margins, left: tw(400) } };
    const moved = { ...section, sheet: wider };
    const small = { ...section, pageNumber: { ...pageNumber, size: 5 as Pt } };
    layoutDocument(plain, fonts);
    for (const sections of [[moved], [small], [section, section]]) {
      const given = { ...plain, sections };
      expect(layoutDocument(given, fonts).pages).toEqual(fresh(given));
    }
  });
});
