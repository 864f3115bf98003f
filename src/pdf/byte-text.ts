/** Bytes of a file that grow at their end; letters are those of Latin-1. */
export interface ByteText {
  buffer: Uint8Array;
  length: number;
}

/** The buffer of a text that is done, for the next one: a paper has a dozen, and none is left to be swept up. */
let spare: Uint8Array | undefined;
/** Bytes; the largest that is worth keeping. */
const MOST_SPARE = 1 << 20;
/** A paper with the four faces. */
const USUAL_SIZE = 1 << 17;

export const createByteText = (): ByteText => {
  const buffer = spare ?? new Uint8Array(USUAL_SIZE);
  spare = undefined;
  return { buffer, length: 0 };
};

/** Letters; from so many on the platform's encoder is faster than a loop. */
const LONG = 48;
const encoder = new TextEncoder();

export const addText = (out: ByteText, text: string): void => {
  const buffer = roomFor(out, text.length);
  const start = out.length;
  out.length += text.length;
  // The encoder knows only UTF-8, which is Latin-1 as long as a letter takes a byte.
  if (text.length >= LONG) {
    const { read, written } = encoder.encodeInto(text, buffer.subarray(start, out.length));
    if (read === text.length && written === text.length) return;
  }
  for (let i = 0; i < text.length; i += 1) buffer[start + i] = text.charCodeAt(i);
};

export const addBytes = (out: ByteText, bytes: Uint8Array): void => {
  roomFor(out, bytes.length).set(bytes, out.length);
  out.length += bytes.length;
};

/** The buffer, with room for so many bytes more. */
export const roomFor = (out: ByteText, more: number): Uint8Array => {
  const needed = out.length + more;
  if (needed > out.buffer.length) {
    const larger = new Uint8Array(Math.max(2 * out.buffer.length, needed));
    larger.set(out.buffer);
    out.buffer = larger;
  }
  return out.buffer;
};

/** What was added from `start` on, as bytes of its own. */
export const copyFrom = (out: ByteText, start: number): Uint8Array => out.buffer.slice(start, out.length);

/** What was added, as bytes of its own; the text is done with. */
export const finishText = (out: ByteText): Uint8Array => {
  const bytes = copyFrom(out, 0);
  if (out.buffer.length <= MOST_SPARE) spare = out.buffer;
  out.buffer = new Uint8Array();
  return bytes;
};
