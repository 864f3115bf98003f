import type { Stats } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { withoutDevice } from '../../batch/file-name.js';
import { errnoOf } from '../../host-node/system-error.js';
import { folderGone, notFound, RefusalError } from './refusal.js';

const LONGEST = 1000;
/** What no file has on Windows, a path's own signs on any system, and what cannot be read. */
const FORBIDDEN = /[<>:"|?*\\\p{Cc}\p{Cs}\p{Cn}\ufffd]/u;

/** The steps of a path below a folder ("2025/ke-hoach.yaml"); undefined of what leads out of it or is hidden in it. */
export function stepsOf(path: string): readonly string[] | undefined {
  const steps = path.split('/');
  return path.length <= LONGEST && steps.every(isPlainName) ? steps : undefined;
}

/** No "..", no drive, no device, nothing hidden, nothing that Windows would read as another name. */
export const isPlainName = (name: string): boolean =>
  name !== '' && !FORBIDDEN.test(name) && !/^(?:\.|~\$)|[. ]$/.test(name) && withoutDevice(name) === name;

/** Where a path of a folder lies on the disk; `stats` are absent where there is nothing yet. */
export interface Found {
  readonly absolute: string;
  readonly stats?: Stats;
}

/**
 * Finds a file of a folder. `root` is the folder's real path. Links are followed first and judged by where they lead: a file
 * whose real place is not in the folder, or hidden in it, is as one that is not there to be had. A name is found in whichever
 * Unicode form the disk has it (a folder from a Mac).
 */
export async function findInFolder(root: string, path: string): Promise<Found> {
  const steps = stepsOf(path);
  if (steps === undefined) throw badPath();
  const folder = await realInside(root, await spelled(root, steps.slice(0, -1)));
  const absolute = await spelled(folder, steps.slice(-1));
  const found = await orNothing(fs.lstat(absolute));
  if (found === undefined) return { absolute };
  if (!found.isSymbolicLink()) return { absolute, stats: regular(found) };
  const real = await realInside(root, absolute, true);
  return { absolute: real, stats: regular(await fs.lstat(real)) };
}

/** The folder in which a file of the folder lies; the folder itself for "". */
export const findFolder = (root: string, path: string): Promise<string> => {
  const steps = path === '' ? [] : stepsOf(path);
  if (steps === undefined) throw badPath();
  return spelled(root, steps.slice(0, -1)).then((folder) => realInside(root, folder));
};

/** The real path of what is there, which must lie in the folder and be hidden nowhere below it. */
async function realInside(root: string, path: string, isFile = false): Promise<string> {
  const real = await orNothing(fs.realpath(path));
  if (real === undefined) throw isFile ? notFound() : folderGone();
  const below = nodePath.relative(root, real);
  const leadsOut =
    nodePath.isAbsolute(below) || below.split(nodePath.sep).some((step) => step.startsWith('.'));
  if (leadsOut) throw badPath();
  return real;
}

/** The path of these steps, each as the disk spells it where it has the same letters in another form. */
async function spelled(root: string, steps: readonly string[]): Promise<string> {
  let at = root;
  for (const step of steps) {
    const plain = nodePath.join(at, step);
    const isThere = (await orNothing(fs.lstat(plain))) !== undefined;
    const names = isThere ? [] : ((await orNothing(fs.readdir(at))) ?? []);
    const alike = names.find((name) => name.normalize('NFC') === step.normalize('NFC'));
    at = alike === undefined ? plain : nodePath.join(at, alike);
  }
  return at;
}

/** Pipes, devices and folders are nothing to read or write. */
function regular(stats: Stats): Stats {
  if (!stats.isFile()) throw badPath();
  return stats;
}

const badPath = (): RefusalError =>
  new RefusalError('bad-path', 'Tệp không nằm trong thư mục đang mở, hoặc không phải tệp thường');

async function orNothing<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG'].includes(errnoOf(cause))) return undefined;
    throw cause;
  }
}
