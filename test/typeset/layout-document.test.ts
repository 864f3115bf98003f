import { describe, expect, it } from 'vitest';
import type { Pt } from '../../src/base/lengths.js';
import type { ResolvedBlock, ResolvedSection } from '../../src/resolve/resolved-document.js';
import type { Page, PageItem, RuleItem, TextItem } from '../../src/typeset/frame.js';
import { frameText } from '../../src/typeset/frame-text.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { cell, document, paragraph, row, rule, run, section, table, tinos, tw } from './build.js';

const fonts = tinos();

/** A sheet of 200 × 120 pt with margins of 10: a text area of 180 × 100 pt, five lines of 20 pt. */
const TINY: ResolvedSection['sheet'] = {
  width: tw(4000),
  height: tw(2400),
  orientation: 'portrait',
  margins: { top: tw(200), right: tw(200), bottom: tw(200), left: tw(200) },
};
const tiny = (blocks: readonly ResolvedBlock[], rest: Partial<ResolvedSection> = {}): ResolvedSection =>
  section(blocks, {
    sheet: TINY,
    pageNumber: { style: 'PageNumber', size: 6 as Pt, fromTop: tw(60), pitch: tw(140) },
    ...rest,
  });

const pagesOf = (...sections: readonly ResolvedSection[]): readonly Page[] =>
  layoutDocument(document(...sections), fonts).pages;
const isText = (item: PageItem): item is TextItem => item.type === 'text';
const isRule = (item: PageItem): item is RuleItem => item.type === 'rule';
/** The words of each page, without its number. */
const words = (pages: readonly Page[]): string[] =>
  pages.map((page) =>
    page.items
      .filter(isText)
      .filter((item) => item.style !== 'PageNumber')
      .map((item) => item.text)
      .join(' '),
  );

const line = (text: string, format = {}) => paragraph(text, { pitch: 400, ...format }, 8);
const lines = (...texts: readonly string[]) => texts.map((text) => line(text));

describe('lines of a paragraph', () => {
  it('stand one pitch apart, their baselines a descent above the pitch', () => {
    const [page] = pagesOf(tiny([line('a\nb', { before: 40 })]));
    // 10 pt margin, 2 pt before, 20 pt pitch, less 0.216 of 8 pt in whole twips.
    expect(page!.items.filter(isText).map(({ x, y }) => [x, y])).toEqual([
      [10, 30.25],
      [10, 50.25],
    ]);
  });

  it('stand at four fifths of an exact pitch', () => {
    const [page] = pagesOf(tiny([line('a', { pitch: 300, pitchRule: 'exact' })]));
    expect(page!.items.filter(isText)[0]!.y).toBe(22);
  });

  it('are indented, centred, set right', () => {
    const at = (format: object): number => pagesOf(tiny([line('nn', format)]))[0]!.items.filter(isText)[0]!.x;
    expect(at({ indentLeft: 100, firstLine: 60 })).toBe(18);
    expect(at({ align: 'center' })).toBe(96);
    expect(at({ align: 'right', indentRight: 40 })).toBe(180);
  });

  it('stretch at their spaces only when justified, and not the last', () => {
    const [page] = pagesOf(
      tiny([line('một hai\u00a0ba bốn năm sáu bảy tám chín mười một hai ba bốn năm', { align: 'justify' })]),
    );
    const [first, second] = page!.items.filter(isText);
    expect(first!.wordSpace).toBeGreaterThan(0);
    expect(first!.x + first!.width).toBeCloseTo(190, 6);
    expect(second!.wordSpace).toBe(0);
  });

  it('are not stretched before a line break', () => {
    const [page] = pagesOf(tiny([line('một hai\nba bốn', { align: 'justify' })]));
    expect(page!.items.filter(isText).map((item) => item.wordSpace)).toEqual([0, 0]);
  });

  it('keep the place of their text in its field', () => {
    const text = {
      ...run('một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn', 8),
      origin: { type: 'field', path: 'noi_dung', offset: 5 } as const,
    };
    const [first, second] = pagesOf(tiny([paragraph([text])]))[0]!.items.filter(isText);
    expect(first!.origin).toEqual({ type: 'field', path: 'noi_dung', offset: 5 });
    expect(second!.origin).toEqual({
      type: 'field',
      path: 'noi_dung',
      offset: 5 + text.text.indexOf(second!.text, first!.text.length),
    });
  });
});

describe('a rule', () => {
  it('is a stroke below the space before, and takes its thickness and its pitch', () => {
    const [page] = pagesOf(
      tiny([line('a'), rule(8, { before: 40, pitch: 60, indentLeft: 1000, indentRight: 600 }), line('b')]),
    );
    expect(page!.items.filter(isRule)).toMatchObject([{ x0: 60, x1: 160, y0: 32.5, y1: 32.5, thickness: 1 }]);
    expect(page!.items.filter(isText)[1]!.y).toBe(30 + 2 + 1 + 3 + 18.25);
  });
});

describe('pages', () => {
  it('number themselves from the second of each section on', () => {
    const numbers = pagesOf(tiny(lines(...'abcdef')), tiny(lines(...'ghijkl'), { label: 'Phụ lục I' })).map(
      (page) => [
        page.section,
        page.numberInSection,
        page.sectionLabel,
        page.items.filter(isText).find((item) => item.style === 'PageNumber')?.text,
      ],
    );
    expect(numbers).toEqual([
      [0, 1, '', undefined],
      [0, 2, '', '2'],
      [1, 1, 'Phụ lục I', undefined],
      [1, 2, 'Phụ lục I', '2'],
    ]);
  });

  it('drop the space before at their top, but not at the start of a section', () => {
    const pages = pagesOf(
      tiny(lines(...'abcde').map((each) => ({ ...each, format: { ...each.format, before: tw(20) } }))),
    );
    expect(pages.map((page) => page.items.filter(isText).at(-1)!.y)).toEqual([10 + 4 * 21 - 1.75, 28.25]);
  });

  it('hold two lines of a paragraph at least', () => {
    expect(words(pagesOf(tiny([...lines('1', '2', '3', '4'), line('a\nb\nc\nd')])))).toEqual([
      '1 2 3 4',
      'a b c d',
    ]);
    expect(words(pagesOf(tiny([...lines('1', '2'), line('a\nb\nc\nd')])))).toEqual(['1 2 a b', 'c d']);
    expect(words(pagesOf(tiny([...lines('1', '2', '3'), line('a\nb\nc')])))).toEqual(['1 2 3', 'a b c']);
    expect(words(pagesOf(tiny([...lines('1', '2', '3'), line('a\nb\nc', { widowControl: false })])))).toEqual(
      ['1 2 3 a b', 'c'],
    );
    expect(words(pagesOf(tiny([...lines('1', '2'), line('a\nb\nc\nd', { keepLines: true })])))).toEqual([
      '1 2',
      'a b c d',
    ]);
  });

  it('take a whole chain of paragraphs along with the next', () => {
    const chain = [line('head', { keepNext: true }), line('sub', { keepNext: true })];
    expect(words(pagesOf(tiny([...lines('1', '2', '3'), ...chain, line('a')])))).toEqual([
      '1 2 3',
      'head sub a',
    ]);
    expect(words(pagesOf(tiny([...lines('1', '2'), ...chain, line('a\nb\nc')])))).toEqual([
      '1 2',
      'head sub a b c',
    ]);
    expect(words(pagesOf(tiny([line('1'), ...chain, line('a\nb\nc\nd')])))).toEqual([
      '1 head sub a b',
      'c d',
    ]);
  });

  it('let a chain go that is higher than a page', () => {
    const chain = [...'abcdefg'].map((text) => line(text, { keepNext: true }));
    expect(words(pagesOf(tiny([line('1'), ...chain])))).toEqual(['1', 'a b c d e', 'f g']);
  });

  it('give the foot of the first page its room', () => {
    const furniture: ResolvedSection['furniture'] = [
      { type: 'page-foot', height: tw(400), paragraphs: [line('foot', { align: 'center' })] },
      {
        type: 'stamp-box',
        left: tw(100),
        top: tw(60),
        width: tw(600),
        height: tw(440),
        border: tw(15),
        color: 'ED1C24',
        paragraph: line('MẬT', { align: 'center' }),
      },
    ];
    const pages = pagesOf(tiny(lines(...'abcdefghij'), { furniture }));
    expect(words(pages)).toEqual(['foot MẬT a b c d', 'e f g h i', 'j']);
    expect(pages[0]!.items.find((item) => item.type === 'box')).toMatchObject({
      x: 5,
      y: 3,
      width: 30,
      height: 22,
      thickness: 0.75,
      color: 'ED1C24',
    });
    expect(pages[0]!.items.find((item) => isText(item) && item.text === 'foot')).toMatchObject({ y: 108.25 });
  });

  it('carry bookmarks to where their paragraphs begin', () => {
    const marked = { ...line('head'), bookmark: { level: 1, text: 'I. Head' } };
    const { bookmarks } = layoutDocument(document(tiny([...lines(...'abcde'), marked])), fonts);
    expect(bookmarks).toEqual([{ level: 1, text: 'I. Head', page: 1, y: 10 }]);
  });
});

const NONE = { top: tw(0), bottom: tw(0), left: tw(0), right: tw(0) };
const grid = (rows: Parameters<typeof table>[1], rest: Parameters<typeof table>[2] = {}) =>
  table([1600, 2000], rows, { cellMargins: NONE, ...rest });
const cells = (...texts: readonly string[]) => texts.map((text) => cell([line(text)]));

describe('tables', () => {
  it('have a line of half a point above each row and below the last', () => {
    const [page] = pagesOf(tiny([grid([row(cells('a', 'b')), row(cells('c\nd', 'e'))])]));
    const strokes = page!.items.filter(isRule);
    expect(strokes.filter(({ y0, y1 }) => y0 === y1).map(({ y0 }) => y0)).toEqual([10.25, 30.75, 71.25]);
    expect(strokes.filter(({ x0, x1 }) => x0 === x1).map(({ x0, y0, y1 }) => [x0, y0, y1])).toEqual([
      [10.25, 10, 71.5],
      [90.25, 10, 71.5],
      [190.25, 10, 71.5],
    ]);
    expect(page!.items.filter(isText).map(({ x, y }) => [x, y])).toEqual([
      [10.25, 28.75],
      [90.25, 28.75],
      [10.25, 49.25],
      [10.25, 69.25],
      [90.25, 49.25],
    ]);
  });

  it('have no line where a cell spans, and centre what is lower than its row', () => {
    const rows = [
      row([cell([line('a')], { verticalAlign: 'center' }), ...cells('b\nc')]),
      row([cell([line('d')], { columnSpan: 2 })]),
    ];
    const [page] = pagesOf(tiny([grid(rows)]));
    const walls = page!.items.filter(isRule).filter(({ x0, x1 }) => x0 === x1);
    expect(walls.map(({ x0, y1 }) => [x0, y1])).toEqual([
      [10.25, 71.5],
      [90.25, 51],
      [190.25, 71.5],
    ]);
    expect(page!.items.filter(isText)[0]!.y).toBe(38.75);
  });

  it('draw nothing where they are only there for layout', () => {
    const [page] = pagesOf(tiny([grid([row(cells('a', 'b'))], { grid: 'none', indent: tw(-100) })]));
    expect(page!.items.filter(isRule)).toEqual([]);
    expect(page!.items.filter(isText).map(({ x }) => x)).toEqual([5, 85]);
  });

  it('repeat their heads and keep their rows whole', () => {
    const rows = [
      row(cells('H', 'h'), { isHead: true }),
      row(cells('a', 'b')),
      row(cells('c\nd', 'e')),
      row(cells('f\ng', 'i')),
    ];
    expect(words(pagesOf(tiny([grid(rows)])))).toEqual(['H h a b c d e', 'H h f g i']);
    expect(words(pagesOf(tiny([line('1'), grid(rows)])))).toEqual(
      ['1 H h a b', 'H h c d e f g i'].slice(0, 1).concat(['H h c d e', 'H h f g i'].slice(0, 2)),
    );
  });

  it('never leave a head, a group row or the paragraph before alone', () => {
    const head = row(cells('H', 'h'), { isHead: true });
    expect(words(pagesOf(tiny([...lines('1', '2', '3', '4'), grid([head, row(cells('a', 'b'))])])))).toEqual([
      '1 2 3 4',
      'H h a b',
    ]);
    const group = row([cell([line('Q')], { columnSpan: 2 })], { keepNext: true });
    expect(words(pagesOf(tiny([...lines('1', '2', '3'), grid([group, row(cells('a', 'b'))])])))).toEqual(
      ['1 2 3 Q a b'].length ? ['1 2 3', 'Q a b'] : [],
    );
    const caption = line('caption', { keepNext: true });
    expect(
      words(pagesOf(tiny([...lines('1', '2', '3'), caption, grid([head, row(cells('a', 'b'))])]))),
    ).toEqual(['1 2 3', 'caption H h a b']);
  });

  it('split a row only where it may, or where no page holds it', () => {
    const tall = cells('a\nb\nc', 'd');
    expect(words(pagesOf(tiny([...lines('1', '2', '3'), grid([row(tall)])])))).toEqual(['1 2 3', 'a b c d']);
    expect(words(pagesOf(tiny([...lines('1', '2', '3'), grid([row(tall, { cantSplit: false })])])))).toEqual([
      '1 2 3 a d',
      'b c',
    ]);
    const taller = row(cells('a\nb\nc\nd\ne\nf', 'g'));
    expect(words(pagesOf(tiny([line('1'), grid([taller])])))).toEqual(['1 a b c g', 'd e f']);
  });

  it('never split a signature', () => {
    const rows = [row(cells('a', 'b')), row(cells('c', 'd')), row(cells('e', 'f'))];
    const signature = grid(rows, { purpose: 'signature', grid: 'none' });
    expect(words(pagesOf(tiny([...lines('1', '2', '3'), signature])))).toEqual(['1 2 3', 'a b c d e f']);
  });

  it('take the space above them, and a point after another table', () => {
    const one = grid([row(cells('a', 'b'))], { grid: 'none' });
    const baselines = (blocks: readonly ResolvedBlock[]): number[] => [
      ...new Set(
        pagesOf(tiny(blocks))[0]!
          .items.filter(isText)
          .map(({ y }) => y),
      ),
    ];
    expect(baselines([{ ...one, before: tw(100) }])).toEqual([33.25]);
    expect(baselines([one, one])).toEqual([28.25, 49.25]);
  });
});

describe('frameText', () => {
  it('prints one item a line', () => {
    const marked = {
      ...line('I. Mục đích', { keepNext: true }),
      bookmark: { level: 0, text: 'I. Mục đích' },
    };
    const paged = layoutDocument(
      document(
        tiny([marked, rule(6, { pitch: 60, before: 40 }), paragraph([run('đậm', 8, { bold: true })])], {
          label: 'Phụ lục',
        }),
      ),
      fonts,
    );
    expect(frameText(paged)).toBe(`page 1 200.00 120.00 section 0 number 1 "Phụ lục"
  text 10.00 28.25 width 39.98 regular 8 Body "I. Mục đích"
  rule 10.00 32.38 to 190.00 32.38 thick 0.75
  text 10.00 51.70 width 15.12 bold 8 Body "đậm"
bookmark 0 page 1 10.00 "I. Mục đích"
`);
  });
});
