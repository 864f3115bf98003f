import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { hashBytes, hashHandle } from '../../host-node/hash-file.js';
import { notFound, tooLarge } from './refusal.js';

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
/** Of what was a file a moment ago and may be a link or a pipe by now: neither is followed, nor waited for. */
const UNFOLLOWED = O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
const FOLLOWED = O_RDONLY | O_NONBLOCK;

/** A file whole, where it is one and not larger than that. */
export const readRegular = (absolute: string, most: number): Promise<Uint8Array> =>
  withRegular(absolute, UNFOLLOWED, async (handle, size) => {
    if (size > most) throw tooLarge(most);
    return handle.readFile();
  });

/** Its hash, whatever its size. */
export const hashRegular = (absolute: string): Promise<string> =>
  withRegular(absolute, UNFOLLOWED, hashHandle);

/** As `hashRegular`, without letting anything else of this process run meanwhile. */
export function hashRegularNow(absolute: string): string {
  const descriptor = openSync(absolute, UNFOLLOWED);
  try {
    if (!fstatSync(descriptor).isFile()) throw notFound();
    return hashBytes(readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

/** Of a file that somebody put there a moment ago, which may be anything: nothing of what is none, or larger than that. */
export const hashIfRegular = (
  absolute: string,
  most: number,
  isFollowed: boolean,
): Promise<string | undefined> =>
  withRegular(absolute, isFollowed ? FOLLOWED : UNFOLLOWED, async (handle, size) =>
    size > most ? undefined : hashHandle(handle, size),
  ).catch(() => undefined);

async function withRegular<T>(
  absolute: string,
  flags: number,
  use: (handle: fs.FileHandle, size: number) => Promise<T>,
): Promise<T> {
  const handle = await fs.open(absolute, flags);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) throw notFound();
    return await use(handle, stats.size);
  } finally {
    await handle.close();
  }
}
