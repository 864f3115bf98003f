import { type Deflate, deflateRaw } from '../../archive/deflate.js';
import { zip } from '../../archive/zip.js';
import type { NamedFile } from '../protocol.js';

/** What an archive of the common kind can say. */
const MOST_FILES = 65_535;
const MOST_BYTES = 0xffff_ffff;
/** Around each file, its name twice apart. */
const HEADERS = 96;

const encoder = new TextEncoder();

/** Files as one archive, in their order. Throws, in words for the user, where they are too many or too large for one. */
export function zipFiles(
  files: readonly NamedFile[],
  name: string,
  deflate: Deflate = deflateRaw,
): NamedFile {
  if (files.length > MOST_FILES)
    throw new RangeError(
      `Có ${files.length} tệp, một tệp nén chỉ chứa được ${MOST_FILES} tệp; hãy chia thành nhiều lần`,
    );
  const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
  if (total > MOST_BYTES)
    throw new RangeError('Các tệp cộng lại quá 4 GB, một tệp nén không chứa hết; hãy chia thành nhiều lần');
  const twin = twinIn(files);
  if (twin !== undefined) throw new RangeError(`Có hai tệp cùng tên "${twin}"; hãy đổi tên một tệp`);
  const entries = files.map((file) => ({ name: file.name, bytes: file.bytes }));
  const bytes = zip(entries, (plain) => (isPacked(plain) ? stored(plain) : deflate(plain)));
  return { name, bytes };
}

const sizeOf = ({ name, bytes }: NamedFile): number =>
  bytes.length + 5 * Math.ceil(bytes.length / LONGEST_BLOCK) + HEADERS + 2 * encoder.encode(name).length;

function twinIn(files: readonly NamedFile[]): string | undefined {
  const seen = new Set<string>();
  return files.map(({ name }) => name).find((name) => seen.size === seen.add(name).size);
}

/** DOCX, XLSX, PDF and PNG are packed already: to pack them again takes long and gains nothing. */
const PACKED = [
  [0x50, 0x4b, 3, 4],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
] as const;

const isPacked = (bytes: Uint8Array): boolean =>
  PACKED.some((signature) => signature.every((byte, index) => bytes[index] === byte));

const LONGEST_BLOCK = 0xffff;

/** Raw deflate that keeps the bytes as they are: blocks of type 0 (RFC 1951, 3.2.4). */
function stored(bytes: Uint8Array): Uint8Array {
  const blocks = Math.max(1, Math.ceil(bytes.length / LONGEST_BLOCK));
  const out = new Uint8Array(bytes.length + 5 * blocks);
  const view = new DataView(out.buffer);
  for (let block = 0, at = 0; block < blocks; block += 1) {
    const piece = bytes.subarray(block * LONGEST_BLOCK, (block + 1) * LONGEST_BLOCK);
    view.setUint8(at, block === blocks - 1 ? 1 : 0);
    view.setUint16(at + 1, piece.length, true);
    view.setUint16(at + 3, ~piece.length & 0xffff, true);
    out.set(piece, at + 5);
    at += piece.length + 5;
  }
  return out;
}
