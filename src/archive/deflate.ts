import { deflateSync } from 'fflate';

/** Raw deflate (RFC 1951, no zlib header). */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** Raw deflate without a host's help. */
export const deflateRaw: Deflate = (bytes) => deflateSync(bytes, { level: 9 });

/** zlib format (RFC 1950), which PDF's FlateDecode means: raw deflate between a header and a checksum. */
export const deflateZlib = (bytes: Uint8Array, deflate: Deflate = deflateRaw): Uint8Array => {
  const raw = deflate(bytes);
  const out = new Uint8Array(raw.length + 6);
  out[0] = 0x78;
  out[1] = 0xda;
  out.set(raw, 2);
  new DataView(out.buffer).setUint32(raw.length + 2, adler32(bytes));
  return out;
};

/** The sums stay below 2^32 for 5552 bytes, so that is how often they are reduced. */
const CHUNK = 5552;

const adler32 = (bytes: Uint8Array): number => {
  let a = 1;
  let b = 0;
  for (let start = 0; start < bytes.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, bytes.length);
    for (let i = start; i < end; i += 1) {
      a += bytes[i]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
};
