import { createOwned } from './memory.js';

/** A picture of the user's, with its size in its own points. */
export interface Picture {
  readonly type: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** Of a JPEG: 1 grey, 3 colours, 4 inks. */
  readonly channels: number;
  /** Of a PNG whose rows do not follow each other. */
  readonly isInterlaced: boolean;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads the kind and the size of a PNG or JPEG file; undefined for anything else. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length > 28 && PNG.every((byte, i) => bytes[i] === byte)) {
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    return { type: 'png', bytes, width, height, channels: 3, isInterlaced: bytes[28] === 1 };
  }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const [width, height] = [view.getUint16(at + 7), view.getUint16(at + 5)];
      return { type: 'jpeg', bytes, width, height, channels: bytes[at + 9]!, isInterlaced: false };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = Uint8Array.from(DIGITS, (digit) => digit.charCodeAt(0));
const PADDING = '='.charCodeAt(0);

/** Bytes as base64. A photo is asked for again with every letter that is typed beside it: its text is kept as long as its bytes. */
export const base64 = createOwned((bytes: Uint8Array): string => {
  const letters = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  for (let from = 0, to = 0; from < bytes.length; from += 3, to += 4) {
    const group = (bytes[from]! << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    letters[to] = CODES[group >> 18]!;
    letters[to + 1] = CODES[(group >> 12) & 63]!;
    letters[to + 2] = from + 1 < bytes.length ? CODES[(group >> 6) & 63]! : PADDING;
    letters[to + 3] = from + 2 < bytes.length ? CODES[group & 63]! : PADDING;
  }
  return new TextDecoder().decode(letters);
});
