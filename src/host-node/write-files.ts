import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { OutputFile } from '../host/host.js';
import { type FileSystem, isFile, makeFolder, nodeFileSystem, removeQuietly } from './disk-steps.js';
import { hostErrorOf } from './system-error.js';

interface Staged extends OutputFile {
  readonly temporary: string;
  /** A copy of what stood there, to put back; absent where nothing stood there or one file is written alone. */
  readonly backup?: string;
}

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
      replaces = isFile(file.path);
      staged.push(await stage(file, index, replaces && files.length > 1, system));
    }
    for (const file of staged) {
      current = file.path;
      replaces = isFile(file.path);
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

async function undo(placed: readonly Staged[]): Promise<void> {
  for (const file of placed) {
    if (file.backup) await fs.rename(file.backup, file.path);
    else await removeQuietly(file.path);
  }
}
