import { renameSync, statSync, writeFile } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { promisify } from 'node:util';

/** The calls that the tests make fail. */
export interface FileSystem {
  readonly writeWhole: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
}

/**
 * What only touches a folder's list is done at once: through Node's threads each such call costs several times itself, and
 * a batch makes a dozen for every unit. What waits for the disk, or for a virus scanner, goes through the threads.
 */
export const nodeFileSystem: FileSystem = {
  // Written and flushed to the disk. Node's file handles take a third of a millisecond more for a pair of files.
  writeWhole: (target, bytes) => writeAndFlush(target, bytes, { flush: true }),
  rename: async (from, to) => renameSync(from, to),
};

const writeAndFlush = promisify(writeFile);

/**
 * Not `recursive` of Node: where the system refuses with ENOENT (/proc) that tries for ever. From the top down, since other
 * processes make the same folders at the same time.
 */
export async function makeFolder(folder: string): Promise<void> {
  // Mostly it is there, and a refusal costs more than a look.
  if (isThere(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  try {
    await fs.mkdir(folder);
  } catch (cause) {
    // Another process may have been faster.
    if (!isThere(folder)) throw cause;
  }
}

/** Is there a folder? A file in its place is refused as mkdir would. */
function isThere(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
  return found !== undefined;
}

/** What cannot be removed stays: it is not what the caller is about. */
export async function removeQuietly(...paths: readonly (string | undefined)[]): Promise<void> {
  for (const target of paths) if (target) await fs.rm(target, { force: true }).catch(() => {});
}

/** True for a file, false where there is nothing; a folder in the target's place is refused here, not by a rename later. */
export function isFile(target: string): boolean {
  const found = statSync(target, { throwIfNoEntry: false });
  if (found?.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  return found !== undefined;
}
