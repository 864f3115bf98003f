import { inflateSync } from 'node:zlib';

/** A picture in levels of grey, 0 black to 255 white, row by row. */
export interface Gray {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A binary PGM. */
export const readGray = (bytes: Uint8Array): Gray => {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (head === null) throw new Error('not a PGM');
  return { width: Number(head[1]), height: Number(head[2]), pixels: bytes.subarray(head[0].length) };
};

/** A PNG of 8-bit RGBA without interlace, which is what the rasteriser writes. */
export const readPng = (bytes: Uint8Array): Gray => {
  const png = Buffer.from(bytes);
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  if (png.toString('latin1', 24, 26) !== '\x08\x06' || png[28] !== 0) throw new Error('not plain RGBA');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * 4, height);
  const pixels = Uint8Array.from({ length: width * height }, (_, i) =>
    Math.round(0.299 * rows[4 * i]! + 0.587 * rows[4 * i + 1]! + 0.114 * rows[4 * i + 2]!),
  );
  return { width, height, pixels };
};

const PIXEL = 4;

const unfilter = (filtered: Uint8Array, stride: number, height: number): Uint8Array => {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const type = filtered[y * (stride + 1)]!;
    for (let x = 0; x < stride; x += 1) {
      const left = x < PIXEL ? 0 : rows[y * stride + x - PIXEL]!;
      const up = y === 0 ? 0 : rows[(y - 1) * stride + x]!;
      const corner = x < PIXEL || y === 0 ? 0 : rows[(y - 1) * stride + x - PIXEL]!;
      rows[y * stride + x] = filtered[y * (stride + 1) + 1 + x]! + predict(type, left, up, corner);
    }
  }
  return rows;
};

const predict = (type: number, left: number, up: number, corner: number): number => {
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  if (type === 0) return 0;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
};
