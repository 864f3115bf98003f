import type { Dirent } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as nodePath from 'node:path';

/** What of folders is looked at. */
export interface Swept {
  readonly folders: readonly string[];
  /** Whether a file is of concern, whether a folder is looked into; by their absolute paths. */
  readonly takes: (path: string) => boolean;
  readonly enters: (path: string) => boolean;
  readonly depth: number;
}

/** So many files are looked at at most. */
export const MOST_FILES = 5000;
const PAUSE_MS = 2000;
/** A twentieth of the time at most is spent on it, however slow the disk. */
const PAUSES_PER_SWEEP = 20;

/** What tells one state of a file from another without reading it. */
type Sight = string;

/**
 * Walks folders every few seconds and tells files that are others than before. The system's own news of changes are faster,
 * but not whole: a network drive has none, and of a folder that is new and filled at once some are missed.
 */
export function sweepFiles(swept: Swept, onDifferent: (path: string, wasThere: boolean) => void) {
  let before: ReadonlyMap<string, Sight> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const sweep = async (): Promise<void> => {
    const begun = performance.now();
    const now = await sightsOf(swept);
    if (isStopped) return;
    for (const [path, sight] of now)
      if (before !== undefined && before.get(path) !== sight) onDifferent(path, before.has(path));
    for (const path of before?.keys() ?? []) if (!now.has(path)) onDifferent(path, true);
    before = now;
    const pause = Math.max(PAUSE_MS, PAUSES_PER_SWEEP * (performance.now() - begun));
    timer = setTimeout(() => void sweep(), pause);
  };
  return {
    first: sweep(),
    stop: (): void => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

async function sightsOf({ folders, takes, enters, depth }: Swept): Promise<ReadonlyMap<string, Sight>> {
  const sights = new Map<string, Sight>();
  let level: readonly string[] = folders;
  for (let at = 0; at <= depth && level.length > 0; at += 1) {
    const next: string[] = [];
    for (const folder of level) {
      for (const entry of await entriesOf(folder)) {
        if (sights.size >= MOST_FILES) return sights;
        const path = nodePath.join(folder, entry.name);
        if (entry.isDirectory() && enters(path)) next.push(path);
        const stats = entry.isFile() && takes(path) ? await fs.lstat(path).catch(() => undefined) : undefined;
        if (stats !== undefined) sights.set(path, `${stats.mtimeMs} ${stats.size} ${stats.ino}`);
      }
    }
    level = next;
  }
  return sights;
}

const entriesOf = (folder: string): Promise<readonly Dirent[]> =>
  fs.readdir(folder, { withFileTypes: true }).catch(() => []);
