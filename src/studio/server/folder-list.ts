import type { Dirent } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import type { KindDefinition } from '../../kind/kind.js';
import type { FileAbout, FolderFile, FolderFileType, FolderList } from '../desk-protocol.js';
import { aboutFile } from './about-file.js';
import { extensionOf, isFormFile } from './file-types.js';
import { findInFolder, isPlainName } from './folder-path.js';
import { notFound, orRefusal } from './refusal.js';
import { readRegular } from './regular-file.js';

/** Folders below the opened one that are looked into. */
export const MOST_DEPTH = 4;
const MOST_ENTRIES = 10_000;
/** The latest. */
const MOST_LISTED = 3000;
/** Calls to the disk that wait for each other: some dozens at once are several times as fast, on a network drive more. */
const AT_ONCE = 32;

/** Larger ones are listed by nobody: a form of that size, or a paper of ours, was never seen. */
const MOST_LOOKED_AT: Readonly<Record<FolderFileType, number>> = {
  form: 500_000,
  docx: 10_000_000,
  pdf: 5_000_000,
};

export interface FolderLister {
  readonly list: () => Promise<FolderList>;
  readonly about: (path: string) => Promise<FileAbout>;
}

interface Remembered {
  readonly size: number;
  readonly modified: number;
  readonly kinds: readonly KindDefinition[];
  readonly about: FileAbout;
}

/**
 * Lists the forms and papers of a folder, given by its real path. Of forms it says what they are; for what finished papers say
 * of themselves, which takes longer, the page asks one by one.
 */
export function folderLister(root: string, kinds: () => readonly KindDefinition[]): FolderLister {
  const memory = new Map<string, Remembered>();
  let definitions: readonly KindDefinition[] = [];
  const known = (file: FolderFile): FileAbout | undefined => {
    const one = memory.get(file.path);
    const isSame = one?.size === file.size && one.modified === file.modified && one.kinds === definitions;
    return isSame ? one.about : undefined;
  };
  const read = async (file: FolderFile, absolute: string): Promise<FileAbout> => {
    const { path, type, size } = file;
    if (size > MOST_LOOKED_AT[type]) return { path };
    const about = await aboutFile(path, await readRegular(absolute, MOST_LOOKED_AT[type]), definitions);
    if (memory.size > 2 * MOST_LISTED) memory.clear();
    memory.set(path, { size, modified: file.modified, kinds: definitions, about });
    return about;
  };
  const useKinds = (): void => {
    const now = kinds();
    const isSame = now.length === definitions.length && now.every((kind, at) => kind === definitions[at]);
    if (!isSame) definitions = now;
  };
  return {
    list: async () => {
      useKinds();
      const { files, isCut } = await walk(root);
      const abouts = await eachOf(files, async (file) => {
        if (file.type !== 'form') return known(file);
        return known(file) ?? (await read(file, nodePath.join(root, file.path)).catch(() => undefined));
      });
      const listed = files.flatMap((file, at) => {
        const about = abouts[at];
        if (about === undefined) return file;
        return about.kind === undefined ? [] : { ...file, about };
      });
      return { files: listed, isCut };
    },
    about: (path) =>
      orRefusal(path, async () => {
        useKinds();
        const type = typeOf(path);
        const { absolute, stats } = await findInFolder(root, path);
        if (type === undefined || stats === undefined) throw notFound();
        const file = { path, type, size: stats.size, modified: Math.floor(stats.mtimeMs) };
        return known(file) ?? (await read(file, absolute));
      }),
  };
}

/** What a call gives of each, so many at once. */
async function eachOf<T, R>(all: readonly T[], call: (one: T) => Promise<R>): Promise<readonly R[]> {
  const given: R[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    given.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(call))));
  return given;
}

export function typeOf(path: string): FolderFileType | undefined {
  const extension = extensionOf(path);
  if (extension === 'docx' || extension === 'pdf') return extension;
  return isFormFile(path) ? 'form' : undefined;
}

/** Breadth first, so that where there is too much the nearest are found; links are not followed. */
async function walk(
  root: string,
): Promise<{ readonly files: readonly FolderFile[]; readonly isCut: boolean }> {
  const paths: string[] = [];
  let level: readonly string[] = [''];
  let seen = 0;
  for (let depth = 0; depth <= MOST_DEPTH && level.length > 0 && seen <= MOST_ENTRIES; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      const entries = await entriesOf(nodePath.join(root, folder));
      seen += entries.length;
      for (const entry of entries.slice(0, MOST_ENTRIES - seen + entries.length)) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entersFolder(entry.name) && entry.isDirectory()) next.push(path);
        if (entry.isFile() && isPlainName(entry.name)) paths.push(path);
      }
      if (seen > MOST_ENTRIES) break;
    }
    level = next;
  }
  const found = (await eachOf(paths, (path) => fileAt(root, path))).flatMap((file) => file ?? []);
  const latest = [...found].sort((one, other) => other.modified - one.modified).slice(0, MOST_LISTED);
  const isCut = seen > MOST_ENTRIES || latest.length < found.length || level.length > 0;
  return { files: inOrder(latest), isCut };
}

export const entersFolder = (name: string): boolean => isPlainName(name) && name !== 'node_modules';

/** What cannot be read is as an empty one: drafts are still to be had. */
const entriesOf = (folder: string): Promise<readonly Dirent[]> =>
  fs.readdir(folder, { withFileTypes: true }).catch(() => []);

async function fileAt(root: string, path: string): Promise<FolderFile | undefined> {
  const type = typeOf(path);
  const stats = type && (await fs.stat(nodePath.join(root, path)).catch(() => undefined));
  return type && stats && { path, type, size: stats.size, modified: Math.floor(stats.mtimeMs) };
}

const inOrder = (files: readonly FolderFile[]): readonly FolderFile[] =>
  [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
