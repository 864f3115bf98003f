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

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let j = 0; j < 4; j += 1) {
      text += j > bytes.length - i ? '=' : DIGITS[(group >> (18 - 6 * j)) & 63]!;
    }
  }
  return text;
}
