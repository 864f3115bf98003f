import * as fs from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import type { Host } from '../host/host.js';
import { errnoOf, hostErrorOf } from './system-error.js';
import { writeFiles } from './write-files.js';

/** Half the time of zlib's own choice for 2 % more bytes. */
const DEFLATE_LEVEL = 4;

/** The host on Node: disk, zlib, and the rasteriser, which is loaded when the first page is asked for. */
export function createNodeHost(platform: string = process.platform): Host {
  return {
    readFile: (path) => orUndefined(path, platform, () => fs.readFile(path)),
    writeFile: (path, bytes) => writeFiles([{ path, bytes }], platform),
    writeFiles: (files) => writeFiles(files, platform),
    listFolder: (path) => orUndefined(path, platform, async () => (await fs.readdir(path)).sort()),
    deflate: (bytes) => deflateRawSync(bytes, { level: DEFLATE_LEVEL }),
    rasterise: async (svg, pixelsPerInch, fontFiles) => {
      const { rasterise } = await import('./rasterise.js');
      return rasterise(svg, pixelsPerInch, fontFiles);
    },
  };
}

async function orUndefined<T>(
  path: string,
  platform: string,
  call: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await call();
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return undefined;
    throw hostErrorOf(cause, path, { platform, replaces: false, reads: true });
  }
}
