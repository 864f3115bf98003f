import fontkit from '@pdf-lib/fontkit';
import { describe, expect, it } from 'vitest';
import type { FaceName, FaceSubset } from '../../src/font/font.js';
import { BUNDLED_FILES } from '../../src/font/load-fonts.js';
import { LETTERS, REPERTOIRE } from '../../src/font/repertoire.js';
import { bundledFonts, FACE_NAMES, fontFile, givenFonts } from './fonts-for-tests.js';

/** What these tests use of fontkit, which reads the fonts independently of our own reader. */
interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly path: { toSVG(): string };
}
interface Font {
  readonly numGlyphs: number;
  getGlyph(id: number): Glyph;
  glyphForCodePoint(codePoint: number): Glyph;
}

const open = (bytes: Uint8Array): Font => fontkit.create(Buffer.from(bytes)) as unknown as Font;

/** Code points whose glyph in the subset is drawn otherwise than in the full font. */
const differing = (subset: FaceSubset, name: FaceName): string[] => {
  const full = open(fontFile(BUNDLED_FILES[name]));
  const made = open(subset.bytes);
  return [...subset.glyphOf]
    .filter(([codePoint, id]) => {
      const theirs = full.glyphForCodePoint(codePoint);
      const ours = made.getGlyph(id);
      return ours.path.toSVG() !== theirs.path.toSVG() || ours.advanceWidth !== theirs.advanceWidth;
    })
    .map(([codePoint]) => String.fromCodePoint(codePoint));
};

describe.each(FACE_NAMES)('every glyph of %s is drawn as in the full font', (name) => {
  it('in the bundled subset', () => {
    const subset = bundledFonts.faces[name].subset(REPERTOIRE);
    expect(subset.glyphOf.size).toBe(REPERTOIRE.size);
    expect(differing(subset, name)).toEqual([]);
  });

  it('in the common subset of a given font', () => {
    const subset = givenFonts.faces[name].subset(LETTERS);
    expect(subset.glyphOf.size).toBe(REPERTOIRE.size);
    expect(differing(subset, name)).toEqual([]);
  });

  it('in a subset made for one paper', () => {
    const letters = new Set([...'Ω≠ẾữƠ đ'].map((letter) => letter.codePointAt(0)!));
    const subset = bundledFonts.faces[name].subset(letters);
    expect([...subset.glyphOf.keys()].sort()).toEqual([...letters].sort());
    expect(differing(subset, name)).toEqual([]);
    expect(open(subset.bytes).numGlyphs).toBe(subset.advances.length);
  });
});
