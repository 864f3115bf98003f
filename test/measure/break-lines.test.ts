import { describe, expect, it } from 'vitest';
import type { Twip } from '../../src/base/lengths.js';
import { breakLines, type Line } from '../../src/measure/break-lines.js';
import type { StyledInline } from '../../src/measure/styled-text.js';
import { textWidth } from '../../src/measure/text-width.js';
import { run, tinos } from '../typeset/build.js';

const fonts = tinos();
const { regular, italic } = fonts.faces;

const broken = (inlines: readonly StyledInline[], width: number, first = width): readonly Line[] =>
  breakLines(inlines, first as Twip, width as Twip, fonts);

const textOf = (inlines: readonly StyledInline[], line: Line): string =>
  line.fragments
    .map(({ inlineIndex, start, end }) => {
      const inline = inlines[inlineIndex]!;
      return inline.type === 'text' ? inline.text.slice(start, end) : '';
    })
    .join('');

const texts = (inlines: readonly StyledInline[], width: number, first = width): string[] =>
  broken(inlines, width, first).map((line) => textOf(inlines, line));

describe('breakLines', () => {
  it('fills a line up to its last twip', () => {
    const exact = Math.ceil(textWidth('một hai', 14, regular));
    expect(texts([run('một hai ba')], exact)).toEqual(['một hai', 'ba']);
    expect(texts([run('một hai ba')], exact - 1)).toEqual(['một', 'hai ba']);
  });

  it('gives the first line its own width', () => {
    const wide = Math.ceil(textWidth('một hai', 14, regular));
    const narrow = Math.ceil(textWidth('một', 14, regular));
    expect(texts([run('một hai ba tư')], wide, narrow)).toEqual(['một', 'hai ba', 'tư']);
  });

  it('lets spaces hang, and counts only those that are printed', () => {
    const [first] = broken([run('a b   c')], Math.ceil(textWidth('a b', 14, regular)));
    expect(first).toMatchObject({ spaceCount: 1, endsParagraph: false, endsWithBreak: false });
    expect(first!.width).toBe(textWidth('a b', 14, regular));
  });

  it('ends lines where the text asks for it', () => {
    const inlines = [run('a'), { type: 'line-break' as const }, run('b'), { type: 'line-break' as const }];
    const lines = broken(inlines, 5000);
    expect(lines.map((line) => textOf(inlines, line))).toEqual(['a', 'b', '']);
    expect(lines.map((line) => line.endsWithBreak)).toEqual([true, true, false]);
    expect(lines.map((line) => line.endsParagraph)).toEqual([false, false, true]);
  });

  it('gives an empty paragraph one empty line', () => {
    expect(broken([], 5000)).toMatchObject([{ fragments: [], width: 0, endsParagraph: true }]);
  });

  it('keeps a word together over a change of weight', () => {
    const inlines = [run('một h'), run('ai', 14, { bold: true }), run(' ba')];
    expect(texts(inlines, Math.ceil(textWidth('một ha', 14, regular)))).toEqual(['một', 'hai ba']);
  });

  it('names the inline of every fragment and the place in it', () => {
    const inlines = [run('một '), run('hai ba', 14, { bold: true })];
    const [first, second] = broken(inlines, Math.ceil(textWidth('một hai b', 14, regular)));
    expect(first!.fragments).toMatchObject([
      { inlineIndex: 0, start: 0, end: 4 },
      { inlineIndex: 1, start: 0, end: 3 },
    ]);
    expect(second!.fragments).toMatchObject([{ inlineIndex: 1, start: 4, end: 6 }]);
  });

  it('cuts a word that no line can hold where it no longer fits', () => {
    const width = Math.ceil(textWidth('nnnn', 14, regular));
    expect(texts([run('a nnnnnnnnnn')], width)).toEqual(['a', 'nnnn', 'nnnn', 'nn']);
    expect(texts([run('nn')], 1)).toEqual(['n', 'n']);
    expect(texts([run('😀😀')], -1)).toEqual(['😀', '😀']);
  });

  it('goes back to a space rather than break before a slash', () => {
    const text = 'xem tin-tuc/phat-dong';
    expect(texts([run(text)], Math.ceil(textWidth('xem tin-tuc/', 14, regular)))).toEqual([
      'xem tin-',
      'tuc/phat-',
      'dong',
    ]);
    expect(texts([run(text)], Math.ceil(textWidth('xem tin-tuc/ph', 14, regular)))[0]).toBe('xem');
  });

  it('leaves room after italics, at the end of a line and after U+00A0', () => {
    const words = [run('một hai', 14, { italic: true })];
    const width = Math.ceil(textWidth('một hai', 14, italic));
    expect(texts(words, width + 25)).toEqual(['một', 'hai']);
    const [line] = broken(words, width + 26);
    expect(line).toMatchObject({ endsParagraph: true, overhang: 26 });

    const [glued] = broken([run('ngày\u00a012', 14, { italic: true })], 5000);
    expect(glued!.fragments.map(({ start, end, gap }) => [start, end, gap])).toEqual([
      [0, 5, 26],
      [5, 7, 0],
    ]);
    expect(glued!.width).toBeCloseTo(textWidth('ngày 12', 14, italic) + 26, 9);
  });
});
