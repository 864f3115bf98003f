import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import { takeTurns } from '../../base/take-turns.js';
import { safeName } from '../../batch/file-name.js';
import { type FileSystem, nodeFileSystem, removeQuietly } from '../../host-node/disk-steps.js';
import { hashBytes } from '../../host-node/hash-file.js';
import { errnoOf } from '../../host-node/system-error.js';
import { writeFiles } from '../../host-node/write-files.js';
import type { SavedFile } from '../desk-protocol.js';
import { extensionOf, isKnownFile, isWhatItSays, mostOf } from './file-types.js';
import { type Found, findFolder, findInFolder } from './folder-path.js';
import { badRequest, notFound, orRefusal, RefusalError } from './refusal.js';
import { hashRegular, hashRegularNow, readRegular } from './regular-file.js';

/** What a writer believes to be there: the hash of what it has read, or nothing. */
export type Precondition = { readonly sha256: string } | 'nothing';

export interface FolderFiles {
  readonly read: (path: string) => Promise<{ readonly bytes: Uint8Array; readonly sha256: string }>;
  /** Refuses with what is there now where that is not what the writer believes. */
  readonly write: (path: string, bytes: Uint8Array, before: Precondition) => Promise<SavedFile>;
  /** Beside a form, under a name that every system takes. */
  readonly writeBeside: (
    form: string,
    name: string,
    bytes: Uint8Array,
    before: Precondition,
  ) => Promise<SavedFile>;
}

/** The files of a folder, given by its real path. */
export function folderFiles(root: string): FolderFiles {
  // One after the other, so that nobody writes between another's look at what is there and its writing.
  const inTurn = takeTurns();
  const write = (path: string, bytes: Uint8Array, before: Precondition): Promise<SavedFile> =>
    inTurn(() => orRefusal(path, () => replaceFile(root, path, bytes, before)));
  return {
    read: (path) => orRefusal(path, () => readFile(root, path)),
    write,
    writeBeside: async (form, name, bytes, before) =>
      write(await orRefusal(form, () => pathBeside(root, form, name)), bytes, before),
  };
}

async function readFile(root: string, path: string) {
  if (!isKnownFile(path)) throw notFound();
  const found = await findInFolder(root, path);
  if (found.stats === undefined || !isKnownFile(found.absolute)) throw notFound();
  const bytes = await readRegular(found.absolute, mostOf(path));
  return { bytes, sha256: hashBytes(bytes) };
}

async function replaceFile(
  root: string,
  path: string,
  bytes: Uint8Array,
  before: Precondition,
): Promise<SavedFile> {
  if (!isKnownFile(path) || !isWhatItSays(path, bytes)) throw badRequest();
  const found = await findInFolder(root, path);
  const present = found.stats === undefined ? null : await hashRegular(found.absolute);
  if (before === 'nothing' ? present !== null : present !== before.sha256) throw changed(before, present);
  const sha256 = hashBytes(bytes);
  if (sha256 === present) return { path, sha256 };
  let other: string | null = present;
  const system: FileSystem = {
    ...systemFor(found),
    // Until the new file is on the disk some time has passed: what another hand wrote in it is not written over.
    rename: async (from, to) => {
      other = hashNow(to);
      if (other !== present) throw changed(before, other);
      await nodeFileSystem.rename(from, to);
    },
  };
  await writeFiles([{ path: found.absolute, bytes }], process.platform, system).catch((cause: unknown) => {
    throw other === present ? cause : changed(before, other);
  });
  return { path, sha256 };
}

/** At once, so that nothing of this process comes between this and what follows; null where there is nothing. */
function hashNow(absolute: string): string | null {
  try {
    return hashRegularNow(absolute);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

/** The file keeps its rights; the one that is written first is new, never one that a link stands for. */
const systemFor = ({ stats }: Found): Pick<FileSystem, 'writeWhole'> => ({
  writeWhole: async (target, bytes) => {
    await removeQuietly(target);
    await fs.writeFile(target, bytes, { flag: 'wx', flush: true });
    if (stats !== undefined) await fs.chmod(target, stats.mode & 0o777);
  },
});

async function pathBeside(root: string, form: string, name: string): Promise<string> {
  const extension = extensionOf(`/${name}`);
  if (!isKnownFile(`a.${extension}`)) throw badRequest();
  const safe = `${safeName(name.slice(0, -extension.length - 1), { ascii: false })}.${extension}`;
  const folder = nodePath.relative(root, await findFolder(root, form));
  return [...(folder === '' ? [] : folder.split(nodePath.sep)), safe].join('/');
}

function changed(before: Precondition, present: string | null): RefusalError {
  const [message, hint] =
    before === 'nothing'
      ? ['Trong thư mục đã có tệp mang tên này', 'Đặt tên khác, hoặc lưu đè lên tệp đó']
      : present === null
        ? ['Tệp đã bị xóa hoặc đổi tên sau khi mở', 'Lưu thành tệp mới']
        : ['Tệp trong thư mục đã khác với bản đang mở', 'Mở bản trong thư mục, hoặc lưu đè lên bản đó'];
  return new RefusalError('changed', message, hint, present);
}
