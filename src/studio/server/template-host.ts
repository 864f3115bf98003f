import { readdirSync, readFileSync } from 'node:fs';
import { errnoOf, hostErrorOf } from '../../host-node/system-error.js';
import type { KindHost } from '../../kind/load-kind.js';

/**
 * Reads the files of templates at once instead of through Node's threads: they are some dozens of some thousand letters, each
 * of which would wait its turn on a busy machine, while an author waits to see what he has saved.
 */
export const templateHost: KindHost = {
  readFile: async (path) => orUndefined(path, () => readFileSync(path)),
  listFolder: async (path) => orUndefined(path, () => readdirSync(path).sort()),
};

function orUndefined<T>(path: string, call: () => T): T | undefined {
  try {
    return call();
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return undefined;
    throw hostErrorOf(cause, path, { platform: process.platform, replaces: false, reads: true });
  }
}
