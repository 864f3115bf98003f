import * as nodePath from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { hashIfRegular } from './regular-file.js';
import { MOST_FILES, type Swept, sweepFiles } from './sweep-files.js';

/** A file as it is now that nobody has written to it for a moment. */
export interface SettledFile {
  /** Absolute. */
  readonly path: string;
  readonly change: 'added' | 'changed' | 'removed';
  readonly sha256?: string;
}

export interface SettledOptions extends Swept {
  /** Larger ones are of no concern. */
  readonly mostBytes: number;
  /** Whether what a link leads to is looked at. */
  readonly followsLinks: boolean;
  readonly onSettled: (files: readonly SettledFile[]) => void;
  /** The system's news have an end: too many files. What happens is told more slowly from there on. */
  readonly onBlind: () => void;
}

export interface SettledFiles {
  readonly ready: Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Saving is several steps (empty the file, write it; or write another, take this one away, rename): told is their end. */
const QUIET_MS = 20;
/** An editor that saves by renaming leaves no file for a moment, one that writes in place an empty one. */
const PATIENCE_MS = 20;
const MOST_WAITS = 3;
/** Chokidar drops what happens to a file within 50 ms of the change that it has told: so long after, it is looked at again. */
const AGAIN_MS = 60;

interface Pending {
  readonly wasThere: boolean;
  readonly waits: number;
  /** Nothing was heard of it; it is looked at for what may have been dropped. */
  readonly isAgain?: true;
}

/** The hash of what was told last of a file, null where it was told that it is gone. */
type Known = Map<string, string | null>;

/** Watches folders, and tells what became of their files once they are whole again. */
export function watchSettled(options: SettledOptions): SettledFiles {
  const known: Known = new Map();
  const pending = new Map<string, Pending>();
  const again = new Map<string, NodeJS.Timeout>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  // Not put off by further changes: a file that is written all the time would keep all others back.
  const later = (wait: number): void => {
    if (!isClosed) timer ??= setTimeout(() => void settle(), wait);
  };
  const touch = (path: string, wasThere: boolean, isAgain?: true): void => {
    const before = pending.get(path);
    if (isAgain && before) return;
    pending.set(path, { wasThere: before?.wasThere ?? wasThere, waits: 0, ...(isAgain && { isAgain }) });
    later(isAgain ? 0 : QUIET_MS);
  };
  const lookAgain = (path: string): void => {
    clearTimeout(again.get(path));
    const look = (): void => {
      again.delete(path);
      touch(path, typeof known.get(path) === 'string', true);
    };
    again.set(path, setTimeout(look, AGAIN_MS));
  };
  const settle = async (): Promise<void> => {
    timer = undefined;
    const due = [...pending];
    pending.clear();
    const looked = await Promise.all(due.map(([path, before]) => look(path, before, known, options)));
    if (isClosed) return;
    const told: SettledFile[] = [];
    for (const [index, result] of looked.entries()) {
      const [path, before] = due[index]!;
      if (result === 'wait') pending.set(path, pending.get(path) ?? { ...before, waits: before.waits + 1 });
      else if (result !== undefined) told.push(result);
      if (result !== 'wait' && (result !== undefined || !before.isAgain)) lookAgain(path);
    }
    if (pending.size > 0) later(PATIENCE_MS);
    if (told.length > 0) options.onSettled(told);
  };
  const watcher = newsOf(options, touch);
  const sweep = sweepFiles(options, touch);
  return {
    ready: Promise.all([new Promise<void>((resolve) => watcher.once('ready', () => resolve())), sweep.first]),
    close: async () => {
      isClosed = true;
      sweep.stop();
      for (const one of [timer, ...again.values()]) clearTimeout(one);
      await watcher.close();
    },
  };
}

function newsOf(options: SettledOptions, touch: (path: string, wasThere: boolean) => void): FSWatcher {
  const isWatched = limited(options);
  const watcher = watch([...options.folders], {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    // Its own wait for editors that rename is 100 ms long.
    atomic: false,
    depth: options.depth,
    ignored: (path, stats) => !isWatched(path, stats?.isFile()),
  });
  watcher.on('all', (event, path) => {
    if (event !== 'addDir' && event !== 'unlinkDir') touch(path, event !== 'add');
  });
  return watcher.on('error', options.onBlind);
}

/** What became of a file, nothing where it is as it was, or that it is not whole yet. */
async function look(
  path: string,
  { wasThere, waits }: Pending,
  known: Known,
  { mostBytes, followsLinks }: SettledOptions,
): Promise<SettledFile | 'wait' | undefined> {
  const sha256 = await hashIfRegular(path, mostBytes, followsLinks);
  const isWhole = sha256 !== undefined && sha256 !== EMPTY;
  if (!isWhole && waits < MOST_WAITS) return 'wait';
  const before = known.get(path);
  known.set(path, sha256 ?? null);
  if (sha256 === undefined)
    return before === null || (before === undefined && !wasThere) ? undefined : { path, change: 'removed' };
  if (sha256 === before) return undefined;
  const isNew = before === null || (before === undefined && !wasThere);
  return { path, change: isNew ? 'added' : 'changed', sha256 };
}

const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Chokidar asks of every path, first without knowing what it is. */
function limited({ folders, takes, enters }: Swept) {
  const roots = new Set(folders.map((folder) => nodePath.resolve(folder)));
  const files = new Set<string>();
  return (path: string, isFile: boolean | undefined): boolean => {
    if (roots.has(nodePath.resolve(path))) return true;
    if (isFile === undefined) return takes(path) || enters(path);
    if (!isFile) return enters(path);
    if (!takes(path)) return false;
    if (files.size < MOST_FILES) files.add(path);
    return files.has(path);
  };
}
