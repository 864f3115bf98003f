import { describe, expect, it } from 'vitest';
import type { Pt } from '../../src/base/lengths.js';
import type { ResolvedDocument } from '../../src/resolve/resolved-document.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { document, paragraph, row, table, tw } from './build.js';
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

  it('are the same also where they begin a section, with the same furniture only', () => {
    const stamped = (text: string): ResolvedDocument => {
      const mark = paragraph(text);
      const box = { left: tw(0), top: tw(0), width: tw(800), height: tw(400), border: tw(10) };
      const furniture = [{ type: 'stamp-box' as const, ...box, color: 'FF0000', paragraph: mark }];
      return { ...plain, sections: [{ ...plain.sections[0]!, furniture }] };
    };
    const [one, again, other] = [stamped('MẬT'), stamped('MẬT'), stamped('HỎA TỐC')].map(
      (given) => layoutDocument(given, fonts).pages[0],
    );
    expect(again).toBe(one);
    expect(other).not.toEqual(one);
    expect(other).toEqual(fresh(stamped('HỎA TỐC'))[0]);
    expect(layoutDocument(plain, fonts).pages[0]).toEqual(fresh(plain)[0]);
  });

  it('are the same with a table in them', () => {
    const grid = table([1000, 1000], [row(['a', 'b']), row(['c', 'd'])]);
    const [one, again] = [paper([grid, ...body]), paper([grid, ...body])].map(
      (given) => layoutDocument(given, fonts).pages,
    );
    expect(again).toHaveLength(one!.length);
    for (const [index, page] of one!.entries()) expect(again![index]).toBe(page);
    const lower = paper([paragraph('x'), grid, ...body]);
    expect(layoutDocument(lower, fonts).pages).toEqual(fresh(lower));
  });
});

describe('a paragraph that several papers have', () => {
  it('is drawn where each has it, however many places that are', () => {
    const shared = paragraph('Một đoạn dài hơn một dòng của trang giấy nhỏ này.');
    for (let round = 0; round < 2; round += 1) {
      for (let above = 0; above < 12; above += 1) {
        const given = paper([...body.slice(0, above), shared]);
        expect(layoutDocument(given, fonts).pages).toEqual(fresh(given));
      }
    }
  });

  it('is the same objects on pages that differ elsewhere', () => {
    const items = (last: string) =>
      layoutDocument(paper([...body.slice(0, 3), paragraph(last)]), fonts).pages[0]!.items;
    const [one, other] = [items('Nguyễn Văn A'), items('Nguyễn Văn B')];
    expect(one).not.toEqual(other);
    for (let line = 0; line < 3; line += 1) expect(other[line]).toBe(one[line]);
  });
});
