import type { Dirent } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';
import type { KindDefinition } from '../../kind/kind.js';
import type { FileAbout, FolderFile, FolderFileType, FolderList } from '../desk-protocol.js';
import { aboutFile } from './about-file.js';
import { extensionOf, isFormFile, MOST_FILE, MOST_FORM } from './file-types.js';
import { readRegular } from './folder-files.js';
import { findInFolder, isPlainName } from './folder-path.js';
import { notFound } from './refusal.js';

/** Folders below the opened one that are looked into. */
export const MOST_DEPTH = 4;
const MOST_ENTRIES = 10_000;
const MOST_LISTED = 1000;
/** Forms that are read for the list itself; the page asks about the others one by one, as they come into sight. */
const MOST_READ = 200;
const MOST_READ_SIZE = 300_000;

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

/** Lists the forms and papers of a folder, given by its real path. */
export function folderLister(root: string, kinds: () => readonly KindDefinition[]): FolderLister {
  const memory = new Map<string, Remembered>();
  let definitions: readonly KindDefinition[] = [];
  const known = (file: FolderFile): FileAbout | undefined => {
    const one = memory.get(file.path);
    const isSame = one?.size === file.size && one.modified === file.modified && one.kinds === definitions;
    return isSame ? one.about : undefined;
  };
  const read = async (file: FolderFile, absolute: string): Promise<FileAbout> => {
    const bytes = await readRegular(absolute, isFormFile(file.path) ? MOST_FORM : MOST_FILE);
    const about = await aboutFile(file.path, bytes, definitions);
    if (memory.size > 2 * MOST_LISTED) memory.clear();
    memory.set(file.path, { size: file.size, modified: file.modified, kinds: definitions, about });
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
      let readNow = 0;
      const listed: FolderFile[] = [];
      for (const file of files) {
        let about = known(file);
        if (
          about === undefined &&
          file.type === 'form' &&
          file.size <= MOST_READ_SIZE &&
          readNow < MOST_READ
        ) {
          readNow += 1;
          about = await read(file, nodePath.join(root, file.path)).catch(() => undefined);
        }
        if (about === undefined) listed.push(file);
        else if (about.kind !== undefined) listed.push({ ...file, about });
      }
      return { files: listed, isCut };
    },
    about: async (path) => {
      useKinds();
      const type = typeOf(path);
      const { absolute, stats } = await findInFolder(root, path);
      if (type === undefined || stats === undefined) throw notFound();
      const file = { path, type, size: stats.size, modified: Math.floor(stats.mtimeMs) };
      return known(file) ?? (await read(file, absolute));
    },
  };
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
  const files: FolderFile[] = [];
  let level: readonly string[] = [''];
  let seen = 0;
  let isCut = false;
  for (let depth = 0; depth <= MOST_DEPTH && level.length > 0; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      const entries = await entriesOf(nodePath.join(root, folder));
      for (const entry of entries) {
        seen += 1;
        if (seen > MOST_ENTRIES || files.length >= MOST_LISTED) return { files: inOrder(files), isCut: true };
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entersFolder(entry.name) && entry.isDirectory()) next.push(path);
        const file = entry.isFile() && isPlainName(entry.name) ? await fileAt(root, path) : undefined;
        if (file !== undefined) files.push(file);
      }
    }
    isCut = depth === MOST_DEPTH && next.length > 0;
    level = next;
  }
  return { files: inOrder(files), isCut };
}

export const entersFolder = (name: string): boolean => isPlainName(name) && name !== 'node_modules';

const entriesOf = (folder: string): Promise<readonly Dirent[]> =>
  fs.readdir(folder, { withFileTypes: true }).catch(() => []);

async function fileAt(root: string, path: string): Promise<FolderFile | undefined> {
  const type = typeOf(path);
  const stats = type && (await fs.stat(nodePath.join(root, path)).catch(() => undefined));
  return type && stats && { path, type, size: stats.size, modified: Math.floor(stats.mtimeMs) };
}

const inOrder = (files: readonly FolderFile[]): readonly FolderFile[] =>
  [...files].sort((one, other) => (one.path < other.path ? -1 : 1));
