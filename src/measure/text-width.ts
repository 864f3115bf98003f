import type { Face } from '../font/font.js';

/** Below this stand all letters and marks of Vietnamese text; above it advances are looked up one by one. */
const TABLE_SIZE = 0x2100;
const UNKNOWN = -1;
const TWIPS_PER_PT = 20;
/** What never breaks looks like what may: U+00A0 like the space, U+2011 like the hyphen. */
const STAND_INS: ReadonlyMap<number, number> = new Map([
  [0xa0, 0x20],
  [0x2011, 0x2d],
]);

/** Widths are counted in sixths of a twip: the steps in which LibreOffice rounds the advance of a glyph. */
export const PARTS_PER_TWIP = 6;

/** The advances of one face at one size, in sixths of a twip, by code point; filled as code points are met. */
export interface AdvanceTable {
  readonly face: Face;
  readonly size: number;
  readonly table: Int32Array;
}

const tables = new WeakMap<Face, Map<number, AdvanceTable>>();

/** The table of a face at a size (points), made once. */
export function advancesOf(face: Face, size: number): AdvanceTable {
  let bySize = tables.get(face);
  if (bySize === undefined) {
    bySize = new Map();
    tables.set(face, bySize);
  }
  let advances = bySize.get(size);
  if (advances === undefined) {
    advances = { face, size, table: new Int32Array(TABLE_SIZE).fill(UNKNOWN) };
    bySize.set(size, advances);
  }
  return advances;
}

/**
 * Advance of a code point in whole sixths of a twip, as LibreOffice sets it without kerning. U+00A0 is as wide as a space,
 * U+2011 as the hyphen; what the face has no glyph for takes no room.
 */
export function advanceOf(advances: AdvanceTable, codePoint: number): number {
  if (codePoint >= TABLE_SIZE) return measureAdvance(advances, codePoint);
  const known = advances.table[codePoint]!;
  if (known !== UNKNOWN) return known;
  const measured = measureAdvance(advances, codePoint);
  advances.table[codePoint] = measured;
  return measured;
}

function measureAdvance({ face, size }: AdvanceTable, codePoint: number): number {
  const inFont = face.advance(STAND_INS.get(codePoint) ?? codePoint) ?? 0;
  return Math.round((inFont * size * TWIPS_PER_PT * PARTS_PER_TWIP) / face.metrics.unitsPerEm);
}

/**
 * What LibreOffice leaves free after italic text at the end of a line, in whole twips: a twelfth of the font's height. It adds
 * the same after each U+00A0 and U+2011 in italics, and at the end of a paragraph or before a line break.
 */
export function italicOverhang(face: Face, size: number): number {
  const { ascent, descent, lineGap, unitsPerEm } = face.metrics;
  return Math.floor(Math.round(((ascent - descent + lineGap) * size * 20) / unitsPerEm) / 12);
}

/** Width of a run of text in twips, in whole sixths: the sum of its rounded advances. */
export function textWidth(text: string, size: number, face: Face): number {
  const advances = advancesOf(face, size);
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    if (codePoint > 0xffff) i++;
    width += advanceOf(advances, codePoint);
  }
  return width / PARTS_PER_TWIP;
}
