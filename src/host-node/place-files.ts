import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { MadeFile } from '../batch/job.js';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { OutputFile } from '../host/host.js';
import { HostError } from '../host/host-error.js';
import { type FileSystem, isFile, makeFolder, nodeFileSystem, removeQuietly } from './disk-steps.js';
import { hashBytes } from './hash-file.js';
import { findingOf, foreignAt, type Ownership, orFinding } from './owned-files.js';
import { errnoOf, hostErrorOf } from './system-error.js';

export interface PlaceOptions extends Ownership {
  /** Where files are written before they take their names; in the same file system as the output. Absolute. */
  readonly temporary: string;
}

interface Staged {
  readonly made: MadeFile;
  readonly bytes: Uint8Array;
  readonly target: string;
  readonly temporary: string;
  /** What stood there, to put back. */
  backup?: string;
  /** Its temporary name is gone. */
  isPlaced?: true;
}

/** What Windows says of a file that another program has open. */
const HELD: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);

/** Of the files that this process has written: two jobs at one time share no name. */
let counter = 0;

/**
 * Writes a unit's files, all or none. Each is written whole under a name of its own in the folder for that and flushed to
 * the disk; then they take their places one after the other, and when one cannot, those before it give theirs back. A file
 * that stands in the way and is not ours is a finding, and nothing is written. Paths are below the output folder, with "/".
 */
export async function placeFiles(
  files: readonly OutputFile[],
  options: PlaceOptions,
  platform: string = process.platform,
  system: FileSystem = nodeFileSystem,
): Promise<Outcome<readonly MadeFile[]>> {
  const staged = files.map((file) => stagedOf(file, options));
  const refused: Diagnostic[] = [];
  for (const { made, target } of staged) {
    const finding = await orFinding(target, platform, () => foreignAt(made.path, options, made.sha256));
    if (finding) refused.push(finding);
  }
  if (hasErrors(refused)) return { diagnostics: refused };
  try {
    await writeAll(staged, platform, system);
    await takePlaces(staged, platform, system);
    return { value: staged.map(({ made }) => made), diagnostics: [] };
  } catch (cause) {
    if (cause instanceof HostError) return { diagnostics: [findingOf(cause)] };
    throw cause;
  } finally {
    for (const { temporary, backup, isPlaced } of staged)
      await removeQuietly(isPlaced ? undefined : temporary, backup);
  }
}

function stagedOf({ path: below, bytes }: OutputFile, { output, temporary }: PlaceOptions): Staged {
  counter += 1;
  return {
    made: { path: below, sha256: hashBytes(bytes), size: bytes.length },
    bytes,
    target: path.join(output, below),
    temporary: path.join(temporary, `${process.pid}-${counter}.tmp`),
  };
}

/** All at once: the disk flushes several files in the time of one. */
async function writeAll(staged: readonly Staged[], platform: string, system: FileSystem): Promise<void> {
  const attempts = await Promise.allSettled(
    staged.map(({ temporary, bytes }) => system.writeWhole(temporary, bytes)),
  );
  for (const [index, attempt] of attempts.entries()) {
    const { target } = staged[index]!;
    if (attempt.status === 'rejected')
      throw hostErrorOf(attempt.reason, target, { platform, replaces: false });
  }
}

async function takePlaces(staged: readonly Staged[], platform: string, system: FileSystem): Promise<void> {
  const placed: Staged[] = [];
  let current = '';
  let replaces = false;
  try {
    for (const file of staged) {
      current = file.target;
      await makeFolder(path.dirname(file.target));
      replaces = isFile(file.target);
      if (replaces && staged.length > 1) file.backup = await keepCopy(file);
      await renamePatiently(file, platform, system);
      file.isPlaced = true;
      placed.push(file);
    }
  } catch (cause) {
    for (const { backup, target } of placed)
      if (backup) await fs.rename(backup, target).catch(() => {});
      else await removeQuietly(target);
    throw hostErrorOf(cause, current, { platform, replaces });
  }
}

/** On Windows a virus scanner opens a new file for a moment, and then it cannot be renamed. */
async function renamePatiently(
  { temporary, target }: Staged,
  platform: string,
  system: FileSystem,
): Promise<void> {
  for (const wait of platform === 'win32' ? [10, 40, 150] : []) {
    try {
      return await system.rename(temporary, target);
    } catch (cause) {
      if (!HELD.has(errnoOf(cause))) throw cause;
    }
    await setTimeout(wait);
  }
  await system.rename(temporary, target);
}

/** A second name for what stands there costs nothing; where the file system has no such names (a USB stick) a copy. */
async function keepCopy({ target, temporary }: Staged): Promise<string> {
  const backup = `${temporary}.old`;
  try {
    await fs.link(target, backup);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOSPC') throw cause;
    await fs.copyFile(target, backup);
  }
  return backup;
}
