import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { MadeFile, OwnedFile, VerifiedJob } from '../batch/job.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { HostError } from '../host/host-error.js';
import { isFile, makeFolder } from './disk-steps.js';
import { hashFile } from './hash-file.js';
import { errnoOf, hostErrorOf } from './system-error.js';

/** What tells our files from others' in an output folder. */
export interface Ownership {
  /** The output folder, absolute. */
  readonly output: string;
  /** By the path below it. */
  readonly owned: Readonly<Record<string, OwnedFile>>;
  /** Whether every file may be replaced. */
  readonly force: boolean;
}

/** The failures of a whole run, not of a unit: with the next unit they would come again. */
const WHOLE_RUN: ReadonlySet<string> = new Set(['file/full', 'file/read-only']);

/** Whether nothing more can be written: a full disk, one that is read only. */
export const endsRun = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => WHOLE_RUN.has(code));

/**
 * The files at these paths that are not ours: made by hand, or changed since they were made. To be asked before a unit is
 * begun, so that "begun" never says of such a file that it may be replaced. A path that leads out of the output folder is a
 * finding too.
 */
export async function findForeign(
  paths: readonly string[],
  ownership: Ownership,
  platform: string = process.platform,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const below of paths) {
    const finding = await orFinding(path.join(ownership.output, below), platform, () =>
      foreignAt(below, ownership, undefined),
    );
    if (finding) found.push(finding);
  }
  return found;
}

/** `wanted`: the hash of what is to be put there; a file that has it already loses nothing. */
export async function foreignAt(
  below: string,
  { output, owned, force }: Ownership,
  wanted: string | undefined,
): Promise<Diagnostic | undefined> {
  if (!isBelow(below)) return leadsOut(below);
  const target = path.join(output, below);
  const owner = owned[below];
  if (!isFile(target) || force || owner === 'begun') return undefined;
  const link = await fs.lstat(target);
  const sha256 = link.isSymbolicLink() ? undefined : await hashFile(target);
  if (sha256 !== undefined && (sha256 === owner?.sha256 || sha256 === wanted)) return undefined;
  const what = owner ? 'đã được sửa sau khi chương trình tạo ra' : 'không do chương trình tạo ra';
  return {
    code: 'batch/foreign-file',
    severity: 'error',
    message: `Không ghi đè "${below}" vì tệp ${what}`,
    hints: ['Chuyển tệp đó đi nơi khác, hoặc thêm --force để ghi đè'],
  };
}

/** A relative path of plain names with "/", on every system: no "..", no drive, no backslash. */
const isBelow = (below: string): boolean =>
  below !== '' &&
  !/[\\\0:]/.test(below) &&
  below.split('/').every((name) => name !== '' && name !== '.' && name !== '..');

const leadsOut = (below: string): Diagnostic => ({
  code: 'batch/path-out',
  severity: 'error',
  message: `Đường dẫn "${below}" không nằm gọn trong thư mục kết quả`,
  hints: ['Sửa mẫu tên ở --name-pattern hoặc ô trong bảng làm nên tên đó'],
});

/** What a refused call to the system comes to; anything else that is thrown is a defect. */
export async function orFinding(
  target: string,
  platform: string,
  call: () => Promise<Diagnostic | undefined>,
): Promise<Diagnostic | undefined> {
  try {
    return await call();
  } catch (cause) {
    if (errnoOf(cause) === '') throw cause;
    return findingOf(hostErrorOf(cause, target, { platform, replaces: false, reads: true }));
  }
}

export const findingOf = ({ failure, message, hint }: HostError): Diagnostic => ({
  code: `file/${failure}`,
  severity: 'error',
  message,
  ...(hint !== undefined && { hints: [hint] }),
});

/** Looks whether files still are as they were made. Throws HostError where one cannot be read. */
export async function verifyFiles(
  output: string,
  files: readonly MadeFile[],
): Promise<Omit<VerifiedJob, 'order'>> {
  const edited: string[] = [];
  const missing: string[] = [];
  for (const file of files) {
    const state = await stateOf(output, file);
    if (state !== 'intact') (state === 'edited' ? edited : missing).push(file.path);
  }
  if (edited.length > 0) return { state: 'edited', paths: [...edited, ...missing] };
  return missing.length > 0 ? { state: 'missing', paths: missing } : { state: 'intact', paths: [] };
}

async function stateOf(output: string, { path: below, size, sha256 }: MadeFile) {
  const target = path.join(output, below);
  try {
    const found = await fs.stat(target);
    // The size first: mostly it is what tells.
    const isSame = found.isFile() && found.size === size && (await hashFile(target)) === sha256;
    return isSame ? 'intact' : 'edited';
  } catch (cause) {
    const code = errnoOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    throw hostErrorOf(cause, target, { platform: process.platform, replaces: false, reads: true });
  }
}

/**
 * Deletes a file that still is as it was made, and folders that are empty without it. False where it is not there or is
 * another by now. Throws HostError.
 */
export async function removeOwned(output: string, below: string, sha256: string): Promise<boolean> {
  if (!isBelow(below)) return false;
  const target = path.join(output, below);
  try {
    if (!isFile(target) || (await hashFile(target)) !== sha256) return false;
    await fs.rm(target);
  } catch (cause) {
    if (errnoOf(cause) === 'EISDIR' || errnoOf(cause) === 'ENOENT') return false;
    throw hostErrorOf(cause, target, { platform: process.platform, replaces: true });
  }
  await removeEmptyFolders(output, path.dirname(below));
  return true;
}

async function removeEmptyFolders(output: string, below: string): Promise<void> {
  for (let folder = below; folder !== '.'; folder = path.dirname(folder)) {
    try {
      await fs.rmdir(path.join(output, folder));
    } catch {
      return;
    }
  }
}

/** Makes the folder for files that have no name yet, without what an earlier run left in it. Throws HostError. */
export async function sweepTemporary(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    for (const name of await fs.readdir(folder))
      await fs.rm(path.join(folder, name), { recursive: true, force: true });
  } catch (cause) {
    throw hostErrorOf(cause, folder, { platform: process.platform, replaces: false });
  }
}
