import { describe, expect, it } from 'vitest';
import { toUnicode } from '../../src/pdf/to-unicode.js';

const rangesOf = (glyphOf: readonly (readonly [number, number])[]): readonly string[] =>
  new TextDecoder().decode(toUnicode(new Map(glyphOf))).match(/^<.*><.*><.*>$/gm) ?? [];

describe('the letters of glyphs', () => {
  it('go in runs, which end where a byte would turn over', () => {
    expect(
      rangesOf([
        [0x61, 1],
        [0x62, 2],
        [0x63, 3],
        [0xff, 4],
        [0x100, 5],
        [0x41, 255],
        [0x42, 256],
      ]),
    ).toEqual([
      '<0001><0003><0061>',
      '<0004><0004><00ff>',
      '<0005><0005><0100>',
      '<00ff><00ff><0041>',
      '<0100><0100><0042>',
    ]);
  });

  it('are what a person types for a space or hyphen that never breaks', () => {
    expect(
      rangesOf([
        [0xa0, 3],
        [0x2011, 7],
      ]),
    ).toEqual(['<0003><0003><0020>', '<0007><0007><002d>']);
    expect(
      rangesOf([
        [0xa0, 3],
        [0x20, 3],
      ]),
    ).toEqual(['<0003><0003><0020>']);
  });

  it('are the Vietnamese Đ where the Icelandic Ð has the same glyph', () => {
    expect(
      rangesOf([
        [0xd0, 9],
        [0x110, 9],
      ]),
    ).toEqual(['<0009><0009><0110>']);
    expect(
      rangesOf([
        [0x110, 9],
        [0xd0, 9],
      ]),
    ).toEqual(['<0009><0009><0110>']);
  });

  it('are two units beyond the first plane', () => {
    expect(rangesOf([[0x1f600, 1]])).toEqual(['<0001><0001><d83dde00>']);
  });

  it('stand in blocks of at most a hundred', () => {
    const sparse = Array.from({ length: 250 }, (_, i) => [0x100 + 2 * i, i + 1] as const);
    const text = new TextDecoder().decode(toUnicode(new Map(sparse)));
    expect(text.match(/\d+ beginbfrange/g)).toEqual([
      '100 beginbfrange',
      '100 beginbfrange',
      '50 beginbfrange',
    ]);
  });
});
