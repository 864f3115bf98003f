import type { Face, FaceMetrics, FaceName, FaceSubset } from './font.js';
import { REPERTOIRE } from './repertoire.js';
import { orBroken, type Sfnt } from './sfnt.js';
import { subsetTrueType } from './subset-truetype.js';

/** What was made ahead of time for a face, so that most papers never need its file. */
export interface ReadyFace {
  /** Advances in font units by code point, as far as `subset` covers. */
  readonly advances: ReadonlyMap<number, number>;
  /** Covers the repertoire. */
  readonly subset: FaceSubset;
}

/** A code point that a font may lack is drawn with the glyph of these, in this order. */
const STAND_INS: ReadonlyMap<number, readonly number[]> = new Map([
  [0x2010, [0x2d]],
  [0x2011, [0x2010, 0x2d]],
]);

/** Below it stand all letters of Vietnamese papers, whose advances are asked for once per letter. */
const TABLE_SIZE = 0x2200;
const UNKNOWN = -1;

const NO_BREAK_SPACE = 0xa0;
const SPACE = 0x20;

/** `font` is called when a code point outside `ready` is asked for, not before. */
export const makeFace = (name: FaceName, metrics: FaceMetrics, font: () => Sfnt, ready?: ReadyFace): Face => {
  const advances = new Map<number, number | undefined>(ready?.advances);
  const table = new Int32Array(TABLE_SIZE).fill(UNKNOWN);
  // One only: over a batch of papers with rare letters a memory of all would grow without end.
  let latest: { readonly key: string; readonly subset: FaceSubset } | undefined;
  let common = ready?.subset;
  return {
    name,
    metrics,
    advance: (codePoint) => {
      const common = codePoint < TABLE_SIZE ? table[codePoint]! : UNKNOWN;
      if (common !== UNKNOWN) return common;
      const known = advances.get(codePoint);
      if (known === undefined && !advances.has(codePoint)) {
        const glyph = glyphFor(font(), codePoint);
        advances.set(codePoint, glyph === undefined ? undefined : font().advanceOf(glyph));
      }
      const advance = advances.get(codePoint);
      if (advance !== undefined && codePoint < TABLE_SIZE) table[codePoint] = advance;
      return advance;
    },
    subset: (codePoints) => {
      if (isWithin(codePoints, REPERTOIRE)) {
        common ??= makeSubset(font(), REPERTOIRE);
        return common;
      }
      const sorted = [...codePoints].sort((a, b) => a - b);
      const key = sorted.join();
      if (latest?.key !== key) latest = { key, subset: makeSubset(font(), sorted) };
      return latest.subset;
    },
  };
};

const isWithin = (codePoints: ReadonlySet<number>, repertoire: ReadonlySet<number>): boolean => {
  if (codePoints === repertoire) return true;
  for (const codePoint of codePoints) if (!repertoire.has(codePoint)) return false;
  return true;
};

/** A space that never breaks is always the glyph of a space: as wide, and one and the same to who copies the text. */
const glyphFor = (font: Sfnt, codePoint: number): number | undefined => {
  if (codePoint === NO_BREAK_SPACE) return font.glyphOf(SPACE);
  for (const candidate of [codePoint, ...(STAND_INS.get(codePoint) ?? [])]) {
    const glyph = font.glyphOf(candidate);
    if (glyph !== undefined) return glyph;
  }
  return undefined;
};

const makeSubset = (font: Sfnt, codePoints: Iterable<number>): FaceSubset => {
  const glyphs = new Map<number, number>();
  for (const codePoint of codePoints) {
    const glyph = glyphFor(font, codePoint);
    if (glyph !== undefined) glyphs.set(codePoint, glyph);
  }
  return orBroken(() => subsetTrueType(font, glyphs));
};
