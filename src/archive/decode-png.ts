import { unzlibSync } from 'fflate';

/** The points of a picture row by row: three bytes each, and one for how opaque it is where the picture says so. */
export interface DecodedPng {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
  readonly alpha?: Uint8Array;
}

interface Header {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colorType: number;
  readonly isInterlaced: boolean;
}

/** Samples of a point by colour type: grey, RGB, palette, grey and alpha, RGBA. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Reads a PNG (all colour types and depths, not interlaced). Throws RangeError on what it is not. */
export function decodePng(bytes: Uint8Array): DecodedPng {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: Header | undefined;
  let palette = new Uint8Array();
  let transparency = new Uint8Array();
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const chunk = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = readHeader(new DataView(chunk.buffer, chunk.byteOffset, length));
    else if (type === 'PLTE') palette = chunk.slice();
    else if (type === 'tRNS') transparency = chunk.slice();
    else if (type === 'IDAT') data.push(chunk);
    at += length + 12;
  }
  if (header === undefined || header.isInterlaced) throw new RangeError('no PNG of plain rows');
  const rows = unfilter(unzlibSync(concatenate(data)), header);
  return toColors(rows, header, palette, transparency);
}

const readHeader = (view: DataView): Header => ({
  width: view.getUint32(0),
  height: view.getUint32(4),
  depth: view.getUint8(8),
  colorType: view.getUint8(9),
  isInterlaced: view.getUint8(12) !== 0,
});

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const rowLength = ({ width, depth, colorType }: Header): number =>
  Math.ceil((width * depth * (SAMPLES[colorType] ?? 1)) / 8);

/** Undoes the five filters: each byte was written as its difference from bytes before and above. */
function unfilter(raw: Uint8Array, header: Header): Uint8Array {
  const length = rowLength(header);
  const step = Math.max(1, (header.depth * (SAMPLES[header.colorType] ?? 1)) / 8);
  const rows = new Uint8Array(length * header.height);
  if (raw.length < (length + 1) * header.height) throw new RangeError('rows are missing');
  for (let y = 0; y < header.height; y += 1) {
    const filter = raw[y * (length + 1)]!;
    const start = y * length;
    for (let x = 0; x < length; x += 1) {
      const left = x >= step ? rows[start + x - step]! : 0;
      const up = y > 0 ? rows[start + x - length]! : 0;
      const corner = x >= step && y > 0 ? rows[start + x - length - step]! : 0;
      rows[start + x] = raw[y * (length + 1) + 1 + x]! + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function toColors(
  rows: Uint8Array,
  header: Header,
  palette: Uint8Array,
  transparency: Uint8Array,
): DecodedPng {
  const { width, height, depth, colorType } = header;
  const samples = SAMPLES[colorType] ?? 1;
  const rgb = new Uint8Array(width * height * 3);
  const hasAlpha = colorType >= 4 || (colorType === 3 && transparency.length > 0);
  const alpha = hasAlpha ? new Uint8Array(width * height).fill(255) : undefined;
  const length = rowLength(header);
  const most = 2 ** Math.min(8, depth) - 1;
  const sampleAt = (x: number, y: number, i: number): number => {
    const bit = (x * samples + i) * depth;
    const byte = rows[y * length + (bit >> 3)]!;
    // Of 16 bits the upper eight are enough.
    return depth >= 8 ? byte : (byte >> (8 - depth - (bit & 7))) & most;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const first = sampleAt(x, y, 0);
      const grey = Math.round((first * 255) / most);
      const color =
        colorType === 3
          ? [0, 1, 2].map((i) => palette[3 * first + i] ?? 0)
          : samples >= 3
            ? [first, sampleAt(x, y, 1), sampleAt(x, y, 2)]
            : [grey, grey, grey];
      rgb.set(color, 3 * at);
      if (alpha !== undefined) {
        alpha[at] = colorType === 3 ? (transparency[first] ?? 255) : sampleAt(x, y, samples - 1);
      }
    }
  }
  return { width, height, rgb, ...(alpha === undefined ? {} : { alpha }) };
}
