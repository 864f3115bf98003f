import { readdir, readFile } from 'node:fs/promises';
import type { KindHost } from '../../src/kind/load-kind.js';

const unlessMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') throw error;
};

/** Files of the disk. */
export const fileHost: KindHost = {
  readFile: (path) => readFile(path).catch(unlessMissing),
  listFolder: (path) => readdir(path).then((names) => names.sort(), unlessMissing),
};

const nameOf = (path: string): string => path.split('/').at(-1) ?? '';

/** A folder's files, and where it has none those of another folder. A file that only says "(missing)" is none. */
export const overlayHost = (folder: string, base: string): KindHost => ({
  readFile: async (path) => {
    const bytes = await fileHost.readFile(path);
    if (bytes && new TextDecoder().decode(bytes).trim() === '(missing)') return undefined;
    return (
      bytes ?? (path.startsWith(`${folder}/`) ? fileHost.readFile(`${base}/${nameOf(path)}`) : undefined)
    );
  },
  listFolder: fileHost.listFolder,
});
