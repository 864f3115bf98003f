import { describe, expect, it } from 'vitest';
import type { Twip } from '../../src/base/lengths.js';
import { balancedWidths } from '../../src/measure/balance.js';
import { breakLines } from '../../src/measure/break-lines.js';
import { run, tinos } from '../typeset/build.js';

const fonts = tinos();
const title = [
  run('Phát động thi đua lao động giỏi, lao động sáng tạo chào mừng Đại hội Công đoàn các cấp', 14, {
    bold: true,
  }),
];
const widths = (width: number): number[] =>
  breakLines(title, width as Twip, width as Twip, fonts).map((line) => line.width);

describe('balancedWidths', () => {
  const all = balancedWidths(title, 8000 as Twip, fonts);
  const balanced = all[0]!;

  it('needs no more lines than the widest column', () => {
    expect(widths(balanced)).toHaveLength(widths(8000).length);
    expect(widths(8000)).toHaveLength(2);
  });

  it('makes them more alike', () => {
    const spread = (all: readonly number[]): number => Math.max(...all) - Math.min(...all);
    expect(spread(widths(balanced))).toBeLessThan(spread(widths(8000)) / 3);
  });

  it('stands clear of the widths at which a break changes', () => {
    for (const off of [-40, 40]) expect(widths(balanced + off)).toEqual(widths(balanced));
  });

  it('gives every other way to break it once, from narrow to wide', () => {
    const ways = all.map((width) => widths(width).join());
    expect(new Set(ways).size).toBe(ways.length);
    expect(ways.at(-1)).toBe(widths(8000).join());
    expect([...all].sort((a, b) => a - b)).toEqual(all);
  });

  it('leaves a title of one line its column', () => {
    const line = [run('Ngắn')];
    expect(balancedWidths(line, 8000 as Twip, fonts)).toEqual([8000]);
  });
});
