import { createHash } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HostError } from '../host/host-error.js';
import { makeFolder } from './disk-steps.js';
import { hostErrorOf } from './system-error.js';

/** A file that is written piece by piece, and has its name only when it is whole. Everything here throws HostErrors. */
export interface StreamedFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Flushes it to the disk and closes it. It still has its temporary name. */
  readonly finish: () => Promise<{ readonly sha256: string; readonly size: number }>;
  /** Gives it its name (`as`: another than the target), instead of what had it. After `finish`. */
  readonly place: (as?: string) => Promise<void>;
  /** Removes it, unless it has its name. May be called at any time, and twice. */
  readonly drop: () => Promise<void>;
}

/** Small pieces are gathered: a call of the system for each would cost more than the pieces. */
const GATHERED = 1 << 20;

let made = 0;

/** `temporary`: the folder where it is until it is whole, in the file system of the target; without it the target's own. */
export async function createStreamedFile(target: string, temporary?: string): Promise<StreamedFile> {
  made += 1;
  const name = `.thethuc-${process.pid}-${made}.part`;
  const own = join(temporary ?? dirname(target), name);
  const told = async <T>(
    run: () => Promise<T>,
    { path, replaces } = { path: target, replaces: false },
  ): Promise<T> => {
    try {
      return await run();
    } catch (cause) {
      if (cause instanceof HostError) throw cause;
      throw hostErrorOf(cause, path, { platform: process.platform, replaces });
    }
  };
  const handle = await told(() => fs.open(own, 'w'));
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(GATHERED);
  let held = 0;
  let size = 0;
  let isOpen = true;
  let isPlaced = false;

  const empty = async (): Promise<void> => {
    const length = held;
    held = 0;
    await writeAll(handle, buffer.subarray(0, length));
  };
  const write = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    size += bytes.length;
    if (held + bytes.length > GATHERED) await empty();
    if (bytes.length > GATHERED) return writeAll(handle, bytes);
    buffer.set(bytes, held);
    held += bytes.length;
  };
  const close = async (): Promise<void> => {
    if (isOpen) await handle.close();
    isOpen = false;
  };
  return {
    write: (bytes) => told(() => write(bytes)),
    finish: () =>
      told(async () => {
        await empty();
        await handle.sync();
        await close();
        return { sha256: hash.digest('hex'), size };
      }),
    place: (as = target) =>
      told(
        async () => {
          await makeFolder(dirname(as));
          await fs.rename(own, as);
          isPlaced = true;
        },
        { path: as, replaces: true },
      ),
    drop: async () => {
      await close().catch(() => undefined);
      if (!isPlaced) await fs.rm(own, { force: true });
    },
  };
}

async function writeAll(handle: fs.FileHandle, bytes: Uint8Array): Promise<void> {
  let at = 0;
  while (at < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at);
    at += bytesWritten;
  }
}

/** Of text, before it becomes bytes. */
const PIECE = 1 << 16;

/** Writes a file of text piece by piece, whole or not at all. `temporary`: as of `createStreamedFile`. */
export async function writePieces(
  target: string,
  pieces: Iterable<string>,
  temporary?: string,
): Promise<void> {
  const file = await createStreamedFile(target, temporary);
  try {
    const encoder = new TextEncoder();
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < PIECE) continue;
      await file.write(encoder.encode(text));
      text = '';
    }
    await file.write(encoder.encode(text));
    await file.finish();
    await file.place();
  } finally {
    await file.drop();
  }
}
