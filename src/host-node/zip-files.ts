import type { FileHandle } from 'node:fs/promises';
import * as fs from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { changedError, readErrorOf } from './bundle-errors.js';
import { createStreamedFile, type StreamedFile } from './streamed-file.js';
import { centralRecord, endRecords, localHeader, type StoredEntry } from './zip-records.js';

/** A file that goes into an archive. */
export interface ZipSource {
  /** In the archive, with `/` between folders. */
  readonly name: string;
  /** On the disk. */
  readonly path: string;
}

export interface WrittenZip {
  readonly sha256: string;
  readonly size: number;
  readonly entries: number;
}

export interface ZipOptions {
  /** Where the archive is until it is whole, in the file system of the target; without it the target's own folder. */
  readonly temporary?: string;
  /** Zip64 where it is not needed too: for tests. */
  readonly forceZip64?: boolean;
}

const PIECE = 1 << 20;

/**
 * An archive of the files in their order, as they are, since DOCX and PDF are packed already; Zip64 where it has more than
 * 65,534 of them or passes 4 GiB. Whole under its name or not at all; the same files give the same bytes. One file is open at a
 * time. Throws HostErrors; that of a file which is not there names it.
 */
export async function writeZip(
  target: string,
  entries: Iterable<ZipSource> | AsyncIterable<ZipSource>,
  options: ZipOptions = {},
): Promise<WrittenZip> {
  const { temporary, forceZip64 = false } = options;
  const file = await createStreamedFile(target, temporary);
  try {
    const count = await fill(file, entries, forceZip64);
    const written = await file.finish();
    await file.place();
    return { ...written, entries: count };
  } finally {
    await file.drop();
  }
}

async function fill(
  file: StreamedFile,
  entries: Iterable<ZipSource> | AsyncIterable<ZipSource>,
  forceZip64: boolean,
): Promise<number> {
  const buffer = Buffer.allocUnsafe(PIECE);
  // All that is kept of an entry, until the end: some hundred bytes.
  const directory: Uint8Array[] = [];
  let at = 0;
  for await (const { name, path } of entries) {
    const handle = await opened(path);
    try {
      const entry = { ...(await sumOf(handle, path, buffer)), name: entryName(name), at, forceZip64 };
      const header = localHeader(entry);
      await file.write(header);
      await copy(handle, path, entry, { buffer, file });
      directory.push(centralRecord(entry));
      at += header.length + entry.size;
    } finally {
      await handle.close();
    }
  }
  const size = directory.reduce((sum, record) => sum + record.length, 0);
  for (const record of directory) await file.write(record);
  await file.write(endRecords({ entries: directory.length, at, size, forceZip64 }));
  return directory.length;
}

const encoder = new TextEncoder();
const entryName = (name: string): Uint8Array => encoder.encode(name.normalize('NFC'));

async function opened(path: string): Promise<FileHandle> {
  try {
    return await fs.open(path);
  } catch (cause) {
    throw readErrorOf(cause, path, 'tệp nén');
  }
}

async function* pieces(handle: FileHandle, path: string, buffer: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const bytesRead = await handle.read(buffer, 0, PIECE, at).then(
      (read) => read.bytesRead,
      (cause) => {
        throw readErrorOf(cause, path, 'tệp nén');
      },
    );
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** A header tells size and sum before the bytes, so a file is read twice: programs that read an archive as it comes need that. */
async function sumOf(
  handle: FileHandle,
  path: string,
  buffer: Buffer,
): Promise<{ readonly crc: number; readonly size: number }> {
  let crc = 0;
  let size = 0;
  for await (const piece of pieces(handle, path, buffer)) {
    crc = crc32(piece, crc);
    size += piece.length;
  }
  return { crc, size };
}

async function copy(
  handle: FileHandle,
  path: string,
  entry: StoredEntry,
  { buffer, file }: { readonly buffer: Buffer; readonly file: StreamedFile },
): Promise<void> {
  let crc = 0;
  for await (const piece of pieces(handle, path, buffer)) {
    crc = crc32(piece, crc);
    await file.write(piece);
  }
  if (crc !== entry.crc) throw changedError(path);
}
