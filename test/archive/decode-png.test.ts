import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../src/archive/crc32.js';
import { decodePng } from '../../src/archive/decode-png.js';
import { base64, readPicture } from '../../src/base/picture.js';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return out;
}

/** A PNG of `rows`, each with its filter in front. */
function png(
  width: number,
  depth: number,
  colorType: number,
  rows: readonly number[][],
  more: Buffer[] = [],
): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([depth, colorType, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.from(rows.flat())));
  return Buffer.concat([signature, chunk('IHDR', header), ...more, data, chunk('IEND', Buffer.alloc(0))]);
}

describe('a PNG', () => {
  test('of each filter gives its points', () => {
    const rows = [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 10, 20, 30, 30, 30, 30],
      [2, 0, 0, 0, 1, 1, 1],
      [3, 5, 10, 15, 15, 15, 15],
      [4, 1, 1, 1, 1, 1, 1],
    ];
    const { rgb, alpha } = decodePng(png(2, 8, 2, rows));
    expect(alpha).toBeUndefined();
    expect([...rgb.slice(0, 18)]).toEqual([
      10, 20, 30, 40, 50, 60, 10, 20, 30, 40, 50, 60, 10, 20, 30, 41, 51, 61,
    ]);
    expect([...rgb.slice(18, 24)]).toEqual([10, 20, 30, 40, 50, 60]);
    expect([...rgb.slice(24)]).toEqual([11, 21, 31, 41, 51, 61]);
  });

  test('of a palette, of grey and of see-through points', () => {
    const palette = [
      chunk('PLTE', Buffer.from([255, 0, 0, 0, 0, 255])),
      chunk('tRNS', Buffer.from([255, 128])),
    ];
    const colored = decodePng(png(2, 1, 3, [[0, 0b01000000]], palette));
    expect([[...colored.rgb], [...colored.alpha!]]).toEqual([
      [255, 0, 0, 0, 0, 255],
      [255, 128],
    ]);
    expect([...decodePng(png(2, 4, 0, [[0, 0xf0]])).rgb]).toEqual([255, 255, 255, 0, 0, 0]);
    expect([...decodePng(png(1, 16, 4, [[0, 200, 1, 100, 2]])).alpha!]).toEqual([100]);
  });

  test('is known by its first bytes, as a JPEG is', () => {
    expect(readPicture(png(2, 8, 2, [[0, 1, 2, 3, 4, 5, 6]]))).toMatchObject({
      type: 'png',
      width: 2,
      height: 1,
    });
    const jpeg = new Uint8Array([
      0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 5, 0, 7, 3, 0, 0, 0,
    ]);
    expect(readPicture(jpeg)).toMatchObject({ type: 'jpeg', width: 7, height: 5, channels: 3 });
    expect(readPicture(new Uint8Array([1, 2, 3]))).toBeUndefined();
  });

  test('that breaks off is refused', () => {
    const whole = png(2, 8, 2, [[0, 1, 2, 3, 4, 5, 6]]);
    expect(() => decodePng(whole.slice(0, 20))).toThrow();
  });
});

test.each(['', 'a', 'ab', 'abc', 'abcd'])('base64 of "%s"', (text) => {
  expect(base64(Buffer.from(text))).toBe(Buffer.from(text).toString('base64'));
});
