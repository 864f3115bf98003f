import { describe, expect, it } from 'vitest';
import type { ResolvedSection } from '../../src/resolve/resolved-document.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { document, paragraph, rule, run, tw } from './build.js';
import { fonts, isRule, isText, line, lines, pagesOf, tiny, words } from './tiny.js';

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

  it('reach the margin in italics too', () => {
    const italic = run('một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm', 8, { italic: true });
    const [first] = pagesOf(tiny([paragraph([italic], { align: 'justify' })]))[0]!.items.filter(isText);
    expect(first!.x + first!.width).toBeCloseTo(190, 6);
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
    expect(words(pagesOf(tiny([line('1'), ...chain])))).toEqual(['1 a b c d', 'e f g']);
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
