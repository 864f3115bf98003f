import { describe, expect, it } from 'vitest';
import { italicOverhang, textWidth } from '../../src/measure/text-width.js';
import { tinos } from '../typeset/build.js';

const { regular, bold, italic } = tinos().faces;

describe('textWidth', () => {
  it('rounds each advance to a sixth of a twip', () => {
    // "i" is 569 of 2048 units wide: 72.24 twips at 13 pt, 77.79 at 14 pt.
    expect(textWidth('i', 13, regular)).toBeCloseTo(433 / 6, 9);
    expect(textWidth('i', 14, regular)).toBeCloseTo(467 / 6, 9);
    expect(textWidth('iiiiii', 13, regular)).toBeCloseTo(433, 9);
    expect(textWidth('n', 13, bold)).toBeCloseTo(868 / 6, 9);
  });

  it('sets no kerning: a text is as wide as its letters', () => {
    const text = 'TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM, AV. To';
    const letters = [...text].reduce((sum, letter) => sum + textWidth(letter, 14, bold), 0);
    expect(textWidth(text, 14, bold)).toBeCloseTo(letters, 9);
  });

  it('makes what never breaks as wide as what may', () => {
    expect(textWidth('\u00a0', 14, regular)).toBe(textWidth(' ', 14, regular));
    expect(textWidth('\u2011', 14, regular)).toBe(textWidth('-', 14, regular));
  });

  it('gives no room to what the face has no glyph for', () => {
    expect(textWidth('a😀b', 14, regular)).toBe(textWidth('ab', 14, regular));
  });

  it('is given in 1/64 pt too', () => {});
});

describe('italicOverhang', () => {
  it('is a twelfth of the height of the font', () => {
    expect(italicOverhang(italic, 13)).toBe(24);
    expect(italicOverhang(italic, 14)).toBe(26);
  });
});
