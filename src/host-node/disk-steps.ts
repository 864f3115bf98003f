import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { errnoOf } from './system-error.js';

/** The calls that the tests make fail. */
export interface FileSystem {
  readonly writeWhole: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
}

export const nodeFileSystem: FileSystem = { writeWhole, rename: fs.rename };

/** Written and flushed to the disk. */
async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(target, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Not `recursive` of Node: where the system refuses with ENOENT (/proc) that tries for ever. From the top down, since other
 * processes make the same folders at the same time.
 */
export async function makeFolder(folder: string): Promise<void> {
  // Mostly it is there, and a refusal costs more than a look.
  if (await isThere(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  try {
    await fs.mkdir(folder);
  } catch (cause) {
    // Another process may have been faster.
    if (!(await isThere(folder))) throw cause;
  }
}

/** Is there a folder? A file in its place is refused as mkdir would. */
async function isThere(folder: string): Promise<boolean> {
  try {
    const found = await fs.stat(folder);
    if (!found.isDirectory()) throw Object.assign(new Error('exists'), { code: 'EEXIST' });
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return false;
    throw cause;
  }
}

/** What cannot be removed stays: it is not what the caller is about. */
export async function removeQuietly(...paths: readonly (string | undefined)[]): Promise<void> {
  for (const target of paths) if (target) await fs.rm(target, { force: true }).catch(() => {});
}

/** True for a file, false where there is nothing; a folder in the target's place is refused here, not by a rename later. */
export async function isFile(target: string): Promise<boolean> {
  try {
    const found = await fs.stat(target);
    if (found.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return false;
    throw cause;
  }
}
