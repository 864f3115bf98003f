import { readCmap } from './cmap.js';
import type { FaceMetrics } from './font.js';
import { FontFileError } from './font-file-error.js';

/**
 * A TrueType file, read as far as measuring and subsetting need it. Read by hand, not by fontkit: fontkit takes longer to
 * load than a paper to write, keeps the hinting programs in a subset, and is known to damage tables of small subsets.
 */
export interface Sfnt {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Place and length of a table in the file. */
  readonly table: (tag: string) => { readonly offset: number; readonly length: number };
  readonly metrics: FaceMetrics;
  readonly glyphCount: number;
  /** Glyph of a code point; undefined where the font has none. */
  readonly glyphOf: (codePoint: number) => number | undefined;
  /** Advance of a glyph in font units. */
  readonly advanceOf: (glyph: number) => number;
  /** Left side bearing of a glyph in font units: a viewer moves the outline by the difference from its own left edge. */
  readonly bearingOf: (glyph: number) => number;
}

type Tables = ReadonlyMap<string, { readonly offset: number; readonly length: number }>;

/** Throws FontFileError. */
export const readSfnt = (bytes: Uint8Array): Sfnt =>
  // A plain array: the slice() of Node's Buffer, which is one too, would not copy.
  orBroken(() => readTables(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)));

/** Reading outside the file means that the file is broken, wherever that shows. */
export const orBroken = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new FontFileError('broken', 'a place outside the file');
    throw error;
  }
};

const readTables = (bytes: Uint8Array): Sfnt => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(0);
  if (version !== 0x00010000 && version !== 0x74727565) {
    throw new FontFileError('not-truetype', `version ${version.toString(16)}`);
  }
  const tables = readDirectory(view);
  const table = (tag: string) => {
    const found = tables.get(tag);
    if (found === undefined) throw new FontFileError('broken', `no table "${tag}"`);
    return found;
  };
  for (const tag of ['glyf', 'loca']) table(tag);
  const hmtx = table('hmtx').offset;
  const lastMetric = view.getUint16(table('hhea').offset + 34) - 1;
  let cmap: ReadonlyMap<number, number> | undefined;
  return {
    bytes,
    view,
    table,
    metrics: readMetrics(view, table, tables),
    glyphCount: view.getUint16(table('maxp').offset + 4),
    glyphOf: (codePoint) => {
      cmap ??= orBroken(() => readCmap(view, table('cmap').offset));
      return cmap.get(codePoint);
    },
    advanceOf: (glyph) => view.getUint16(hmtx + 4 * Math.min(glyph, lastMetric)),
    bearingOf: (glyph) =>
      view.getInt16(hmtx + (glyph <= lastMetric ? 4 * glyph + 2 : 2 * (lastMetric + 1 + glyph))),
  };
};

const tagAt = (view: DataView, offset: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));

const readDirectory = (view: DataView): Tables => {
  const tables = new Map<string, { offset: number; length: number }>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i += 1) {
    const at = 12 + 16 * i;
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length > view.byteLength) throw new FontFileError('broken', 'a table outside the file');
    tables.set(tagAt(view, at), { offset, length });
  }
  return tables;
};

const readMetrics = (view: DataView, table: Sfnt['table'], tables: Tables): FaceMetrics => {
  const head = table('head').offset;
  const hhea = table('hhea').offset;
  const os2 = tables.get('OS/2');
  const post = tables.get('post');
  const ascent = view.getInt16(hhea + 4);
  const angle = post === undefined ? 0 : view.getInt32(post.offset + 4) / 65536;
  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent,
    descent: view.getInt16(hhea + 6),
    lineGap: view.getInt16(hhea + 8),
    capHeight: os2 !== undefined && os2.length >= 90 ? view.getInt16(os2.offset + 88) : ascent,
    italicAngle: Math.round(angle * 100) / 100,
    bbox: [36, 38, 40, 42].map((at) => view.getInt16(head + at)) as [number, number, number, number],
    postScriptName: readPostScriptName(view, tables.get('name')?.offset),
  };
};

const POST_SCRIPT_NAME = 6;
const WINDOWS = 3;

const readPostScriptName = (view: DataView, name: number | undefined): string => {
  if (name === undefined) return 'Unnamed';
  const strings = name + view.getUint16(name + 4);
  for (let i = 0; i < view.getUint16(name + 2); i += 1) {
    const record = name + 6 + 12 * i;
    if (view.getUint16(record + 6) !== POST_SCRIPT_NAME) continue;
    const wide = view.getUint16(record) === WINDOWS;
    const length = view.getUint16(record + 8);
    const start = strings + view.getUint16(record + 10);
    let text = '';
    for (let at = wide ? 1 : 0; at < length; at += wide ? 2 : 1) {
      text += String.fromCharCode(view.getUint8(start + at));
    }
    // Only what a PDF name may hold without escapes.
    return text.replace(/[^A-Za-z0-9_-]/g, '') || 'Unnamed';
  }
  return 'Unnamed';
};
