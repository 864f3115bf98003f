import { Inflate } from 'fflate';

/** Why an archive, or a file in it, cannot be read. */
export type ZipFault = 'not-a-zip' | 'damaged' | 'encrypted' | 'unknown-method' | 'too-large';

export class UnzipError extends Error {
  override readonly name = 'UnzipError';
  constructor(
    readonly fault: ZipFault,
    readonly entry: string,
  ) {
    super(`${fault}: ${entry}`);
  }
}

/** Where a file's bytes stand in its archive; `size` is of the plain bytes. */
interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** An archive whose files are inflated when they are asked for. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** A file whole; undefined when there is none of this name. Throws `UnzipError`. */
  readonly read: (name: string, most?: number) => Uint8Array | undefined;
  /**
   * A file piece by piece; nothing when there is none of this name. Throws `UnzipError`: `too-large` as soon as more than
   * `most` plain bytes have come, whatever the archive says of its size.
   */
  readonly chunks: (name: string, most?: number) => Generator<Uint8Array, void, undefined>;
}

/** More than any part of an office file that is held whole; what is longer is made to fill the memory. */
const MOST_WHOLE = 1 << 26;
/** 120,000 rows of 40 columns are 300 MB of XML. */
const MOST_IN_CHUNKS = 1 << 29;
/** A sheet of equal rows packs to a hundredth; only what is made to fill the memory comes near deflate's best, a thousandth. */
const MOST_RATIO = 400;
/** Smaller files harm nobody, however well they pack. */
const HARMLESS = 1 << 24;
/** Packed bytes that are inflated at a step: at deflate's best ratio these are 16 MB. */
const STEP = 1 << 14;
const END_RECORD = 22;
const END64_LOCATOR = 20;
const LONGEST_COMMENT = 65_535;
const CENTRAL_HEADER = 46;
const LOCAL_HEADER = 30;
/** Stands in a 32-bit field whose figure is in the Zip64 extra field. */
const IN_EXTRA = 0xffffffff;

/** Reads an archive's directory. Throws `UnzipError`. */
export function openZip(bytes: Uint8Array): ZipArchive {
  const entries = new Map(readDirectory(bytes).map((entry) => [entry.name, entry]));
  const chunks = function* (name: string, most = MOST_IN_CHUNKS): Generator<Uint8Array, void, undefined> {
    const entry = entries.get(name);
    if (entry !== undefined) yield* inflate(bytes, entry, most);
  };
  return {
    names: [...entries.keys()],
    chunks,
    read: (name, most = MOST_WHOLE) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      if (entry.size > most) throw new UnzipError('too-large', name);
      const out = new Uint8Array(entry.size);
      let at = 0;
      for (const chunk of inflate(bytes, entry, entry.size)) {
        out.set(chunk, at);
        at += chunk.length;
      }
      return out;
    },
  };
}

/** A file that comes to another size than the directory says is damaged, or was made to deceive. */
function* inflate(bytes: Uint8Array, entry: Entry, most: number): Generator<Uint8Array, void, undefined> {
  const packed = packedBytes(bytes, entry);
  const isBomb = entry.size > HARMLESS && entry.size > MOST_RATIO * entry.packedSize;
  if (entry.size > most || isBomb) throw new UnzipError('too-large', entry.name);
  let size = 0;
  for (const chunk of entry.method === 0 ? [packed] : inflated(packed, entry.name)) {
    size += chunk.length;
    if (size > entry.size) throw new UnzipError('damaged', entry.name);
    yield chunk;
  }
  if (size !== entry.size) throw new UnzipError('damaged', entry.name);
}

function* inflated(packed: Uint8Array, name: string): Generator<Uint8Array, void, undefined> {
  const ready: Uint8Array[] = [];
  const stream = new Inflate((chunk) => ready.push(chunk));
  for (let at = 0; at < packed.length || at === 0; at += STEP) {
    try {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch {
      throw new UnzipError('damaged', name);
    }
    yield* ready.splice(0).filter((chunk) => chunk.length > 0);
  }
}

function packedBytes(bytes: Uint8Array, entry: Entry): Uint8Array {
  const { name, offset } = entry;
  if (entry.encrypted) throw new UnzipError('encrypted', name);
  if (entry.method !== 0 && entry.method !== 8) throw new UnzipError('unknown-method', name);
  const view = viewOf(bytes);
  if (offset + LOCAL_HEADER > bytes.length || view.getUint32(offset, true) !== 0x04034b50)
    throw new UnzipError('damaged', name);
  const start = offset + LOCAL_HEADER + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + entry.packedSize > bytes.length) throw new UnzipError('damaged', name);
  return bytes.subarray(start, start + entry.packedSize);
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function readDirectory(bytes: Uint8Array): readonly Entry[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === undefined) throw new UnzipError('not-a-zip', '');
  const { count, start } = directoryOf(view, end);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_HEADER > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new UnzipError('damaged', '');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const nameAt = at + CENTRAL_HEADER;
    if (nameAt + nameLength + extraLength > bytes.length) throw new UnzipError('damaged', '');
    const name = new TextDecoder().decode(bytes.subarray(nameAt, nameAt + nameLength));
    entries.push({
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      method: view.getUint16(at + 10, true),
      ...sizesOf(view, at, nameAt + nameLength, extraLength),
    });
    at = nameAt + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end record stands last, before a comment at most. */
function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_RECORD;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return undefined;
}

function directoryOf(view: DataView, end: number): { readonly count: number; readonly start: number } {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const locator = end - END64_LOCATOR;
  if (locator < 0 || view.getUint32(locator, true) !== 0x07064b50) return { count, start };
  const end64 = Number(view.getBigUint64(locator + 8, true));
  if (end64 + 56 > view.byteLength) throw new UnzipError('damaged', '');
  return {
    count: Number(view.getBigUint64(end64 + 32, true)),
    start: Number(view.getBigUint64(end64 + 48, true)),
  };
}

/** The sizes and the place of an entry; of a large archive they stand in the extra field, in this order. */
function sizesOf(
  view: DataView,
  header: number,
  extraAt: number,
  extraLength: number,
): Pick<Entry, 'size' | 'packedSize' | 'offset'> {
  const large: number[] = [];
  for (let at = extraAt; at + 4 <= extraAt + extraLength; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), extraAt + extraLength);
    for (let figure = at + 4; figure + 8 <= end; figure += 8)
      large.push(Number(view.getBigUint64(figure, true)));
  }
  const figure = (at: number): number => {
    const short = view.getUint32(header + at, true);
    return short === IN_EXTRA ? (large.shift() ?? short) : short;
  };
  const size = figure(24);
  return { size, packedSize: figure(20), offset: figure(42) };
}
