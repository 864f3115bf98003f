import type { FaceSubset } from './font.js';
import type { Sfnt } from './sfnt.js';
import { subsetTag } from './subset-tag.js';

/**
 * A font program with the glyphs of `glyphOf` (by code point, glyphs of the full font), the parts of composite glyphs and
 * `.notdef`, without hinting: at the size of print the programs do nothing, and they are half of the bytes.
 */
export const subsetTrueType = (font: Sfnt, glyphOf: ReadonlyMap<number, number>): FaceSubset => {
  const glyphs = [0, ...[...new Set(glyphOf.values())].filter((glyph) => glyph !== 0).sort((a, b) => a - b)];
  const newId = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const idOf = (glyph: number): number => {
    const known = newId.get(glyph);
    if (known !== undefined) return known;
    // A part of a composite: `outlines` below reaches it later, as it reads the list while it grows.
    glyphs.push(glyph);
    newId.set(glyph, glyphs.length - 1);
    return glyphs.length - 1;
  };
  const outlines: Uint8Array[] = [];
  for (let i = 0; i < glyphs.length; i += 1) outlines.push(stripOutline(font, glyphs[i]!, idOf));
  const bytes = writeFont(font, glyphs, outlines);
  return {
    bytes,
    glyphOf: new Map([...glyphOf].map(([codePoint, glyph]) => [codePoint, newId.get(glyph)!])),
    advances: glyphs.map((glyph) => font.advanceOf(glyph)),
    tag: subsetTag(bytes),
  };
};

/** Where a glyph's outline lies in the file. */
const outlinePlace = (font: Sfnt, glyph: number): { readonly start: number; readonly end: number } => {
  const { offset: glyf, length } = font.table('glyf');
  const loca = font.table('loca').offset;
  const isLong = font.view.getInt16(font.table('head').offset + 50) !== 0;
  const place = (index: number): number =>
    isLong ? font.view.getUint32(loca + 4 * index) : 2 * font.view.getUint16(loca + 2 * index);
  if (glyph >= font.glyphCount) return { start: glyf, end: glyf };
  return { start: glyf + Math.min(place(glyph), length), end: glyf + Math.min(place(glyph + 1), length) };
};

const HAS_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const HAS_MORE = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;

/** One glyph without its hinting program and with the parts' new numbers. */
const stripOutline = (font: Sfnt, glyph: number, idOf: (glyph: number) => number): Uint8Array => {
  const { start, end } = outlinePlace(font, glyph);
  if (end - start < 10) return new Uint8Array(0);
  const contours = font.view.getInt16(start);
  if (contours >= 0) {
    const program = start + 10 + 2 * contours;
    const points = program + 2 + font.view.getUint16(program);
    const outline = new Uint8Array(program + 2 - start + end - points);
    outline.set(font.bytes.subarray(start, program));
    outline.set(font.bytes.subarray(points, end), program + 2 - start);
    return outline;
  }
  const outline = font.bytes.slice(start, end);
  const view = new DataView(outline.buffer);
  let at = 10;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    view.setUint16(at, flags & ~HAS_INSTRUCTIONS);
    view.setUint16(at + 2, idOf(view.getUint16(at + 2)));
    at += 4 + (flags & HAS_WORDS ? 4 : 2);
    at += flags & HAS_SCALE ? 2 : flags & HAS_TWO_SCALES ? 4 : flags & HAS_MATRIX ? 8 : 0;
    more = (flags & HAS_MORE) !== 0;
  }
  return outline.subarray(0, at);
};

const padded = (length: number): number => (length + 3) & ~3;

/** The six tables that a PDF viewer reads of an embedded TrueType program, in the order of their tags. */
const writeFont = (font: Sfnt, glyphs: readonly number[], outlines: readonly Uint8Array[]): Uint8Array => {
  const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + padded(outline.length), 0));
  const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
  const hmtx = new DataView(new ArrayBuffer(4 * glyphs.length));
  let at = 0;
  outlines.forEach((outline, index) => {
    glyf.set(outline, at);
    hmtx.setUint16(4 * index, font.advanceOf(glyphs[index]!));
    hmtx.setInt16(4 * index + 2, font.bearingOf(glyphs[index]!));
    at += padded(outline.length);
    loca.setUint32(4 * (index + 1), at);
  });
  const head = copyTable(font, 'head');
  head.setUint32(8, 0);
  head.setInt16(50, 1);
  const hhea = copyTable(font, 'hhea');
  hhea.setUint16(34, glyphs.length);
  const maxp = copyTable(font, 'maxp');
  maxp.setUint16(4, glyphs.length);
  // No programs: no zones' storage, functions, instruction definitions, stack and program size.
  if (maxp.byteLength >= 32) for (const field of [16, 18, 20, 22, 24, 26]) maxp.setUint16(field, 0);
  return assemble([
    ['glyf', glyf],
    ['head', bytesOf(head)],
    ['hhea', bytesOf(hhea)],
    ['hmtx', bytesOf(hmtx)],
    ['loca', bytesOf(loca)],
    ['maxp', bytesOf(maxp)],
  ]);
};

const bytesOf = (view: DataView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

const copyTable = (font: Sfnt, tag: string): DataView => {
  const { offset, length } = font.table(tag);
  return new DataView(font.bytes.slice(offset, offset + length).buffer);
};

const assemble = (tables: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
  const directory = 12 + 16 * tables.length;
  const total = tables.reduce((sum, [, table]) => sum + padded(table.length), directory);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  const selector = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** selector);
  view.setUint16(8, selector);
  view.setUint16(10, 16 * (tables.length - 2 ** selector));
  let offset = directory;
  tables.forEach(([tag, table], index) => {
    const record = 12 + 16 * index;
    bytes.set(table, offset);
    for (let i = 0; i < 4; i += 1) bytes[record + i] = tag.charCodeAt(i);
    view.setUint32(record + 4, checksum(view, offset, padded(table.length)));
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, table.length);
    offset += padded(table.length);
  });
  const head = view.getUint32(12 + 16 * tables.findIndex(([tag]) => tag === 'head') + 8);
  view.setUint32(head + 8, (0xb1b0afba - checksum(view, 0, total)) >>> 0);
  return bytes;
};

const checksum = (view: DataView, offset: number, length: number): number => {
  let sum = 0;
  for (let at = 0; at < length; at += 4) sum = (sum + view.getUint32(offset + at)) >>> 0;
  return sum;
};
