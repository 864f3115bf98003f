import { createMemory } from '../base/memory.js';
import { crc32 } from './crc32.js';
import { type Deflate, deflateRaw } from './deflate.js';

export type { Deflate };

/** A file of an archive. The name may hold `/`; it is written as UTF-8. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file deflated beforehand, because it is the same in every archive. */
export interface PackedEntry {
  readonly name: string;
  readonly deflated: Uint8Array;
  /** Of the plain bytes. */
  readonly crc: number;
  /** Of the plain bytes. */
  readonly size: number;
}

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;
/** 2.0: the first version with deflate. */
export const VERSION_NEEDED = 20;
/** In the flags: names are UTF-8. */
export const UTF8_NAMES = 1 << 11;
const DEFLATED = 8;
/** 1980-01-01 00:00, the first date zip knows: no clock in an archive. */
export const DOS_DATE = (1 << 5) | 1;

const encoder = new TextEncoder();
/** Most archives have files of the same names. */
const names = createMemory<Uint8Array>(200);

/**
 * A zip archive of `entries` in the given order, all deflated, with one fixed date. The same entries and the same `deflate`
 * give the same bytes. `deflate` is the host's compressor (Node's `deflateRawSync`); without it fflate's is used.
 */
export function zip(entries: readonly (ZipEntry | PackedEntry)[], deflate: Deflate = deflateRaw): Uint8Array {
  const files = entries.map((entry) => {
    const packed = 'deflated' in entry ? entry : packEntry(entry, deflate);
    return { packed, name: names.take(packed.name, () => encoder.encode(packed.name)) };
  });
  const total = files.reduce(
    (sum, { packed, name }) => sum + LOCAL_HEADER + CENTRAL_HEADER + 2 * name.length + packed.deflated.length,
    END_RECORD,
  );
  const out = new Uint8Array(total);
  const view = new DataView(out.buffer);
  let at = 0;
  const offsets: number[] = [];
  for (const { packed, name } of files) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeCommon(view, at + 4, packed, name.length);
    out.set(name, at + LOCAL_HEADER);
    out.set(packed.deflated, at + LOCAL_HEADER + name.length);
    at += LOCAL_HEADER + name.length + packed.deflated.length;
  }
  const directory = at;
  files.forEach(({ packed, name }, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION_NEEDED, true);
    writeCommon(view, at + 6, packed, name.length);
    view.setUint32(at + 42, offsets[index]!, true);
    out.set(name, at + CENTRAL_HEADER);
    at += CENTRAL_HEADER + name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** Deflates a file once, to be put into many archives. */
export function packEntry(entry: ZipEntry, deflate: Deflate = deflateRaw): PackedEntry {
  const { name, bytes } = entry;
  return { name, deflated: deflate(bytes), crc: crc32(bytes), size: bytes.length };
}

/** The fields that a local and a central header have in common, from the version on. */
function writeCommon(view: DataView, at: number, packed: PackedEntry, nameLength: number): void {
  view.setUint16(at, VERSION_NEEDED, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 6, 0, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, packed.crc, true);
  view.setUint32(at + 14, packed.deflated.length, true);
  view.setUint32(at + 18, packed.size, true);
  view.setUint16(at + 22, nameLength, true);
}
