import { describe, expect, it } from 'vitest';
import type { ResolvedBlock } from '../../src/resolve/resolved-document.js';
import { cell, row, table, tw } from './build.js';
import { isRule, isText, line, lines, pagesOf, tiny, words } from './tiny.js';

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

  it('go over a page whose repeated heads leave a chain less room than it had asked for', () => {
    const head = row(cells('H\nh', 'H'), { isHead: true });
    const rows = [head, row(cells('a', 'b')), row(cells('c', 'd'), { keepNext: true })];
    const pages = pagesOf(tiny([grid(rows), grid([row(cells('e\nf', 'g'))])]));
    const below = pages.flatMap(({ items }) => items.filter(isText)).filter(({ y }) => y > 110);
    expect(below.map(({ text }) => text)).toEqual([]);
    expect(pages).toHaveLength(3);
  });

  it('do not repeat heads that leave no room for a line below them', () => {
    const head = row(cells('H\nh\nh\nh', 'H'), { isHead: true });
    const pages = pagesOf(tiny([grid([head, row(cells('a', 'b')), row(cells('c\nd', 'e'))])]));
    const texts = pages.flatMap(({ items }) => items.filter(isText));
    expect(texts.filter(({ y }) => y > 110).map(({ text }) => text)).toEqual([]);
    expect(texts.map(({ text }) => text).join(' ')).toBe('H h h h H 2 a b c d e');
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
    expect(words(pagesOf(tiny([line('1'), grid(rows)])))).toEqual(['1 H h a b', 'H h c d e', 'H h f g i']);
  });

  it('never leave a head, a group row or the paragraph before alone', () => {
    const head = row(cells('H', 'h'), { isHead: true });
    expect(words(pagesOf(tiny([...lines('1', '2', '3', '4'), grid([head, row(cells('a', 'b'))])])))).toEqual([
      '1 2 3 4',
      'H h a b',
    ]);
    const group = row([cell([line('Q')], { columnSpan: 2 })], { keepNext: true });
    expect(words(pagesOf(tiny([...lines('1', '2', '3'), grid([group, row(cells('a', 'b'))])])))).toEqual([
      '1 2 3',
      'Q a b',
    ]);
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
