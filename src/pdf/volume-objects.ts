import { fingerprint } from '../base/fingerprint.js';

/** Tells bytes from others; the host's SHA-256 where it has one. */
export type Digest = (bytes: Uint8Array) => string;

const SEEDS = [0x811c9dc5, 0x1b873593, 0xcc9e2d51, 0x85ebca6b];

/** Sixteen bytes in hex that differ when the bytes do. */
export const fingerprints: Digest = (bytes) =>
  SEEDS.map((seed) => fingerprint(bytes, seed).toString(16).padStart(8, '0')).join('');

/**
 * The objects of a file that is written as it grows. What is put here is kept until `flush` gives it away, and can be taken
 * back until then; of what was given away only places and digests stay.
 */
export interface VolumeObjects {
  /** A number for an object that others have to know before it is written. */
  readonly reserve: () => number;
  /** Writes an object under a reserved number. */
  readonly put: (number: number, bytes: Uint8Array) => void;
  /** The number of an object with these bytes, which is written only where none has them yet. */
  readonly share: (bytes: Uint8Array) => number;
  /** Takes back everything since the last `flush`. */
  readonly drop: () => void;
  readonly flush: () => Promise<void>;
  /** The cross-reference table and the end of the file. Every reserved number must have its object. */
  readonly finish: (root: number, info: number) => Promise<void>;
}

interface Waiting {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** Of an object that later ones may share. */
  readonly key?: string;
}

/** PDF 1.7, and four bytes that tell programs for sending files that this one is no text. */
const HEADER = Uint8Array.of(...latin1('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a);

export function createVolumeObjects(
  write: (bytes: Uint8Array) => Promise<void> | void,
  digest: Digest,
): VolumeObjects {
  /** By number; 0 is no object. */
  const offsets: number[] = [0];
  const shared = new Map<string, number>();
  let waiting: Waiting[] = [];
  let reserved = 1;
  let flushed = 1;
  let size = 0;
  let identity = '';

  const send = async (bytes: Uint8Array): Promise<void> => {
    await write(bytes);
    size += bytes.length;
  };
  const reserve = (): number => reserved++;
  const put = (number: number, bytes: Uint8Array): void => void waiting.push({ number, bytes });
  const share = (bytes: Uint8Array): number => {
    const key = digest(bytes);
    const known = shared.get(key);
    if (known !== undefined) return known;
    const number = reserve();
    shared.set(key, number);
    waiting.push({ number, bytes, key });
    return number;
  };
  const drop = (): void => {
    for (const { key } of waiting) if (key !== undefined) shared.delete(key);
    waiting = [];
    reserved = flushed;
  };
  const flush = async (): Promise<void> => {
    const leaving = waiting;
    waiting = [];
    flushed = reserved;
    if (size === 0) await send(HEADER);
    const parts: Uint8Array[] = [];
    let at = size;
    for (const { number, bytes, key } of leaving) {
      const part = join([latin1(`${number} 0 obj\n`), bytes, latin1('\nendobj\n')]);
      offsets[number] = at;
      at += part.length;
      parts.push(part);
      identity = fingerprints(latin1(identity + (key ?? fingerprints(bytes))));
    }
    await send(join(parts));
  };
  const finish = async (root: number, info: number): Promise<void> => {
    await flush();
    const start = size;
    await send(latin1(`xref\n0 ${reserved}\n0000000000 65535 f \n`));
    for (let number = 1; number < reserved; number += 1) {
      const offset = offsets[number];
      if (offset === undefined) throw new Error(`object ${number} was reserved and not written`);
      await send(latin1(`${String(offset).padStart(10, '0')} 00000 n \n`));
    }
    const entries = `/Size ${reserved} /Root ${root} 0 R /Info ${info} 0 R /ID [<${identity}> <${identity}>]`;
    await send(latin1(`trailer\n<< ${entries} >>\nstartxref\n${start}\n%%EOF\n`));
  };
  return { reserve, put, share, drop, flush, finish };
}

/** Text of letters below 256, a byte each. */
export function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) bytes[i] = text.charCodeAt(i);
  return bytes;
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
