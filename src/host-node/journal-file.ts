import { closeSync, openSync, readSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type Journal, type JournalState, readJournal } from '../batch/journal.js';
import type { JournalEntry } from '../batch/journal-entry.js';
import { JOURNAL_HEADER } from '../batch/journal-line.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import { makeFolder, removeQuietly } from './disk-steps.js';
import { errnoOf, hostErrorOf } from './system-error.js';

/** A run's journal on the disk, to which is only ever added. */
export interface JournalFile {
  /** Knows what is appended at once. */
  readonly state: JournalState;
  /** Written soon, together with what comes at the same time. A failure is told by the next `sync` or `finish`. */
  readonly append: (entry: JournalEntry) => void;
  /** Resolves when all that was appended is on the disk. Calls at one time share one flush. Throws HostError. */
  readonly sync: () => Promise<void>;
  /** Writes it anew, whole or not at all, sorted and without what is no longer true, and closes it. Throws HostError. */
  readonly finish: () => Promise<void>;
  /** Closes it as it is, for a run that goes on later. */
  readonly close: () => Promise<void>;
}

/** Of text that is written or read at once. */
const CHUNK = 1 << 20;
const LINE_END = 0x0a;

/** `suffix`: of one machine's share of a run, as "-2-of-4". */
export const journalName = (suffix: string): string => `journal${suffix}.jsonl`;

/**
 * Opens the journal of a folder, or begins one. What a crash tore off its end is cut. Findings for lines that were damaged;
 * no value for a journal of a later version. Throws HostError.
 */
export async function openJournal(file: string): Promise<Outcome<JournalFile>> {
  return orHostError(file, async () => {
    await makeFolder(path.dirname(file));
    const sizes = { read: 0, whole: 0 };
    const read: Outcome<Journal> = readJournal(linesOf(file, sizes));
    if (read.value === undefined) return { diagnostics: read.diagnostics };
    if (sizes.whole < sizes.read) await fs.truncate(file, sizes.whole);
    const handle = await fs.open(file, 'a');
    const value = writer(file, handle, read.value, sizes.whole === 0);
    return { value, diagnostics: read.diagnostics };
  });
}

/** A journal as it stands, whoever is writing it; undefined where there is none. Throws HostError. */
export async function readJournalFile(file: string): Promise<Outcome<Journal> | undefined> {
  return orHostError(file, async () => {
    const sizes = { read: 0, whole: 0 };
    const read = readJournal(linesOf(file, sizes));
    return sizes.read === 0 ? undefined : read;
  });
}

/** The lines of a file, each with its line end but for a last one that was torn. `sizes`: what was read, and to the last line end. */
function* linesOf(file: string, sizes: { read: number; whole: number }): Generator<string, void, undefined> {
  const descriptor = openIfThere(file);
  if (descriptor === undefined) return;
  const piece = Buffer.allocUnsafe(CHUNK);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for (let length = readSync(descriptor, piece); length > 0; length = readSync(descriptor, piece)) {
      sizes.read += length;
      const bytes = Buffer.concat([rest, piece.subarray(0, length)]);
      let start = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
        yield bytes.toString('utf8', start, end + 1);
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
    sizes.whole = sizes.read - rest.length;
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

function writer(file: string, handle: fs.FileHandle, journal: Journal, isNew: boolean): JournalFile {
  let pending = isNew ? JOURNAL_HEADER : '';
  let failure: { readonly cause: unknown } | undefined;
  let writing: Promise<void> = Promise.resolve();
  let flushing: Promise<void> = Promise.resolve();
  let nextFlush: Promise<void> | undefined;
  let isPlanned = false;

  const write = async (): Promise<void> => {
    const text = pending;
    pending = '';
    // After a failure the file may end in half a line, and nothing may follow that.
    if (text === '' || failure) return;
    try {
      await handle.appendFile(text);
    } catch (cause) {
      failure = { cause };
    }
  };
  const writeAll = (): Promise<void> => {
    isPlanned = false;
    writing = writing.then(write);
    return writing;
  };
  const flush = async (): Promise<void> => {
    nextFlush = undefined;
    await writeAll();
    if (failure) throw failure.cause;
    await handle.datasync();
  };
  return {
    state: journal.state,
    append: (entry) => {
      pending += journal.apply(entry);
      if (!isPlanned) setImmediate(writeAll);
      isPlanned = true;
    },
    sync: () => {
      if (nextFlush === undefined) {
        nextFlush = flushing.then(flush);
        flushing = nextFlush.catch(() => {});
      }
      const current = nextFlush;
      return orHostError(file, () => current);
    },
    finish: async () => {
      await writeAll();
      await flushing;
      await handle.close();
      await orHostError(file, () => rewrite(file, journal));
    },
    close: async () => {
      await writeAll();
      await flushing;
      await handle.close();
    },
  };
}

async function rewrite(file: string, journal: Journal): Promise<void> {
  const temporary = `${file}.tmp`;
  try {
    const handle = await fs.open(temporary, 'w');
    try {
      let chunk = '';
      for (const line of journal.lines()) {
        chunk += line;
        if (chunk.length < CHUNK) continue;
        await handle.appendFile(chunk);
        chunk = '';
      }
      await handle.appendFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(temporary, file);
  } catch (cause) {
    await removeQuietly(temporary);
    throw cause;
  }
}

async function orHostError<T>(file: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (errnoOf(cause) === '') throw cause;
    throw hostErrorOf(cause, file, { platform: process.platform, replaces: true });
  }
}
