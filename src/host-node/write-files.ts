import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { OutputFile } from '../host/host.js';
import { errnoOf, hostErrorOf } from './system-error.js';

interface Staged extends OutputFile {
  readonly temporary: string;
  /** A copy of what stood there, to put back; absent where nothing stood there or one file is written alone. */
  readonly backup?: string;
}

/** The calls that the tests make fail. */
export interface FileSystem {
  readonly writeWhole: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
}

const nodeFileSystem: FileSystem = { writeWhole, rename: fs.rename };

/**
 * Writes all files or none. Each is first written whole (and flushed to the disk) beside its target, then all are renamed
 * into place; when one cannot be, those already replaced get their old content back. No temporary file is left behind.
 */
export async function writeFiles(
  files: readonly OutputFile[],
  platform: string = process.platform,
  system: FileSystem = nodeFileSystem,
): Promise<void> {
  const staged: Staged[] = [];
  const placed: Staged[] = [];
  let current = '';
  let replaces = false;
  try {
    for (const [index, file] of files.entries()) {
      current = file.path;
      replaces = await isFile(file.path);
      staged.push(await stage(file, index, replaces && files.length > 1, system));
    }
    for (const file of staged) {
      current = file.path;
      replaces = await isFile(file.path);
      await system.rename(file.temporary, file.path);
      placed.push(file);
    }
  } catch (cause) {
    await undo(placed);
    throw hostErrorOf(cause, current, { platform, replaces });
  } finally {
    for (const file of staged) await removeQuietly(file.temporary, file.backup);
  }
}

async function stage(
  file: OutputFile,
  index: number,
  keepsBackup: boolean,
  system: FileSystem,
): Promise<Staged> {
  const folder = path.dirname(file.path);
  await makeFolder(folder);
  // Not made from the target's name: that may already be as long as the file system allows.
  const temporary = path.join(folder, `.thethuc-${process.pid}-${index}.tmp`);
  try {
    await system.writeWhole(temporary, file.bytes);
    if (!keepsBackup) return { ...file, temporary };
    const backup = `${temporary}.old`;
    await fs.copyFile(file.path, backup);
    return { ...file, temporary, backup };
  } catch (cause) {
    await removeQuietly(temporary, `${temporary}.old`);
    throw cause;
  }
}

/** Not `recursive` of Node: where the system refuses with ENOENT (/proc) that tries for ever. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder);
  } catch (cause) {
    const parent = path.dirname(folder);
    if (errnoOf(cause) === 'ENOENT' && parent !== folder && !(await isThere(parent))) {
      await makeFolder(parent);
      await fs.mkdir(folder);
    } else if (!(await isThere(folder))) throw cause;
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

async function undo(placed: readonly Staged[]): Promise<void> {
  for (const file of placed) {
    if (file.backup) await fs.rename(file.backup, file.path);
    else await removeQuietly(file.path);
  }
}

async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const handle = await fs.open(target, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** True for a file, false where there is nothing; a folder in the target's place is refused here, not by a rename later. */
async function isFile(target: string): Promise<boolean> {
  try {
    const found = await fs.stat(target);
    if (found.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return false;
    throw cause;
  }
}

async function removeQuietly(...paths: readonly (string | undefined)[]): Promise<void> {
  for (const target of paths) if (target) await fs.rm(target, { force: true });
}
