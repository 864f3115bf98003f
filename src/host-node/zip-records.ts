import { DOS_DATE, UTF8_NAMES, VERSION_NEEDED } from '../archive/zip.js';

/** A file that lies in an archive as it is. */
export interface StoredEntry {
  /** UTF-8. */
  readonly name: Uint8Array;
  readonly crc: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly at: number;
  readonly forceZip64: boolean;
}

/** What an archive's end says of the directory before it. */
export interface Directory {
  readonly entries: number;
  readonly at: number;
  readonly size: number;
  readonly forceZip64: boolean;
}

/** From here on a number stands in the Zip64 field, and this in its own. */
const WIDE = 0xffffffff;
const MANY = 0xffff;
/** 4.5 */
const VERSION_ZIP64 = 45;
/** Made on Unix, by version 4.5: readable by all, written by the owner. */
const MADE_BY = (3 << 8) | VERSION_ZIP64;
const MODE = 0o100644;

export function localHeader(entry: StoredEntry): Uint8Array {
  const { name, crc, size } = entry;
  const isWide = entry.forceZip64 || size >= WIDE;
  const extra = isWide ? wideField([size, size]) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  common(header, 4, { isWide, crc, size: isWide ? WIDE : size });
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

export function centralRecord(entry: StoredEntry): Uint8Array {
  const { name, crc, size, at } = entry;
  const isWide = entry.forceZip64 || size >= WIDE;
  const isFar = entry.forceZip64 || at >= WIDE;
  const extra =
    isWide || isFar ? wideField([...(isWide ? [size, size] : []), ...(isFar ? [at] : [])]) : Buffer.alloc(0);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(MADE_BY, 4);
  common(record, 6, { isWide: isWide || isFar, crc, size: isWide ? WIDE : size });
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(MODE * 0x10000, 38);
  record.writeUInt32LE(isFar ? WIDE : at, 42);
  return Buffer.concat([record, name, extra]);
}

/** The end of the directory; before it the same in Zip64 where a number is too large. */
export function endRecords(directory: Directory): Uint8Array {
  const { entries, at, size } = directory;
  const isWide = directory.forceZip64 || entries >= MANY || at >= WIDE || size >= WIDE;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isWide ? MANY : entries, 8);
  end.writeUInt16LE(isWide ? MANY : entries, 10);
  end.writeUInt32LE(isWide ? WIDE : size, 12);
  end.writeUInt32LE(isWide ? WIDE : at, 16);
  if (!isWide) return end;
  const wide = Buffer.alloc(56);
  wide.writeUInt32LE(0x06064b50, 0);
  // Of what follows this number.
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(MADE_BY, 12);
  wide.writeUInt16LE(VERSION_ZIP64, 14);
  wide.writeBigUInt64LE(BigInt(entries), 24);
  wide.writeBigUInt64LE(BigInt(entries), 32);
  wide.writeBigUInt64LE(BigInt(size), 40);
  wide.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([wide, locator, end]);
}

/** The fields that a local and a central header have in common: version, flags, stored, date, sum, both sizes. */
function common(
  header: Buffer,
  at: number,
  { isWide, crc, size }: { readonly isWide: boolean; readonly crc: number; readonly size: number },
): void {
  header.writeUInt16LE(isWide ? VERSION_ZIP64 : VERSION_NEEDED, at);
  header.writeUInt16LE(UTF8_NAMES, at + 2);
  header.writeUInt16LE(DOS_DATE, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
}

/** The Zip64 field: what did not fit, in its fixed order. */
function wideField(numbers: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * numbers.length, 2);
  for (const [index, number] of numbers.entries()) field.writeBigUInt64LE(BigInt(number), 4 + 8 * index);
  return field;
}
