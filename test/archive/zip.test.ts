import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/archive/crc32.js';
import { packEntry, zip } from '../../src/archive/zip.js';
import { unzip } from './unzip.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const LONG = 'Kế hoạch tổ chức hội nghị. '.repeat(400);
const ENTRIES = [
  { name: 'word/tài liệu.xml', bytes: bytesOf(LONG) },
  { name: 'a.txt', bytes: bytesOf('') },
  { name: 'B.txt', bytes: bytesOf('b') },
];

describe('zip', () => {
  it('gives back what was put in, in the given order', () => {
    const files = unzip(zip(ENTRIES));
    expect([...files.keys()]).toEqual(['word/tài liệu.xml', 'a.txt', 'B.txt']);
    expect([...files.values()].map(textOf)).toEqual([LONG, '', 'b']);
  });

  it('compresses', () => {
    expect(zip(ENTRIES).length).toBeLessThan(LONG.length / 10);
  });

  it('gives the same bytes for the same entries, whatever the clock', () => {
    const first = zip(ENTRIES);
    expect(zip(ENTRIES)).toEqual(first);
    // Time and date of the first local header: 00:00 on 1980-01-01.
    expect([...first.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it('says that names are UTF-8', () => {
    expect(zip(ENTRIES)[7]! & 0x08).toBe(0x08);
  });

  it('takes entries that were deflated before, and mixes them with others', () => {
    const packed = packEntry(ENTRIES[0]!);
    expect(packed.size).toBe(ENTRIES[0]!.bytes.length);
    expect(zip([packed, ...ENTRIES.slice(1)])).toEqual(zip(ENTRIES));
  });

  it("uses the host's compressor for what is not deflated yet, and only for that", () => {
    const seen: string[] = [];
    const deflate = (bytes: Uint8Array) => {
      seen.push(textOf(bytes));
      return deflateRawSync(bytes);
    };
    const files = unzip(zip([packEntry(ENTRIES[0]!), ENTRIES[2]!], deflate));
    expect(seen).toEqual(['b']);
    expect([...files.values()].map(textOf)).toEqual([LONG, 'b']);
  });
});

describe('crc32', () => {
  it('is the one of zip and PNG', () => {
    expect(crc32(bytesOf('123456789'))).toBe(0xcbf43926);
    expect(crc32(bytesOf(''))).toBe(0);
  });

  it.each([1, 2, 3, 4, 5, 7, 8])('sums %i bytes as one at a time would', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => 255 - index * 17);
    let crc = ~0;
    for (const byte of bytes) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    expect(crc32(bytes)).toBe(~crc >>> 0);
  });
});
