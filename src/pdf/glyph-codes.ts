import { createOwned } from '../base/memory.js';
import type { FaceSubset } from '../font/font.js';
import { type ByteText, roomFor } from './byte-text.js';

/** The glyph numbers of a subset by code point, as they are asked for once per letter of a paper. */
export interface GlyphCodes {
  /** Below `TABLE_SIZE`; 0 is the empty box of a letter that the face lacks. */
  readonly table: Uint16Array;
  readonly glyphOf: FaceSubset['glyphOf'];
}

/** Below it stand all letters and signs of Vietnamese papers. */
const TABLE_SIZE = 0x2200;

/** Those of a subset, made once. */
export const glyphCodes: (subset: FaceSubset) => GlyphCodes = createOwned(({ glyphOf }: FaceSubset) => {
  const table = new Uint16Array(TABLE_SIZE);
  for (const [codePoint, glyph] of glyphOf) if (codePoint < TABLE_SIZE) table[codePoint] = glyph;
  return { table, glyphOf };
});

const glyphAt = ({ table, glyphOf }: GlyphCodes, codePoint: number): number =>
  codePoint < TABLE_SIZE ? table[codePoint]! : (glyphOf.get(codePoint) ?? 0);

/** Of the bytes that may not stand in a literal string as they are, what stands behind the backslash. */
const ESCAPED = new Uint8Array(256);
for (const [byte, letter] of ['(', ')', '\\', '\rr', '\nn'].map((pair) => [pair[0]!, pair.at(-1)!] as const))
  ESCAPED[byte.charCodeAt(0)] = letter.charCodeAt(0);
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** Bytes of a letter at most: two, each behind a backslash. */
const MOST_BYTES = 4;

/** The inside of a literal string: two bytes a glyph. `afterSpace` is written behind each U+0020. */
export const addCodes = (out: ByteText, text: string, codes: GlyphCodes, afterSpace = ''): void => {
  const buffer = roomFor(out, text.length * (MOST_BYTES + afterSpace.length));
  let end = out.length;
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at)!;
    if (codePoint > 0xffff) at += 1;
    const glyph = glyphAt(codes, codePoint);
    for (let shift = 8; shift >= 0; shift -= 8) {
      const byte = (glyph >> shift) & 0xff;
      const escaped = ESCAPED[byte]!;
      if (escaped !== 0) buffer[end++] = BACKSLASH;
      buffer[end++] = escaped === 0 ? byte : escaped;
    }
    if (codePoint !== SPACE) continue;
    for (let i = 0; i < afterSpace.length; i += 1) buffer[end++] = afterSpace.charCodeAt(i);
  }
  out.length = end;
};
