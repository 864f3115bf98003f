import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { type Journal, type JournalState, readJournal, wholeLength } from '../batch/journal.js';
import type { JournalEntry } from '../batch/journal-entry.js';
import { JOURNAL_HEADER, journalLine } from '../batch/journal-line.js';
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

/** Of text that is written at once. */
const CHUNK = 1 << 20;

/** `suffix`: of one machine's share of a run, as "-2-of-4". */
export const journalName = (suffix: string): string => `journal${suffix}.jsonl`;

/**
 * Opens the journal of a folder, or begins one. What a crash tore off its end is cut. Findings for lines that were damaged;
 * no value for a journal of a later version. Throws HostError.
 */
export async function openJournal(file: string): Promise<Outcome<JournalFile>> {
  return orHostError(file, async () => {
    await makeFolder(path.dirname(file));
    // It is ASCII; so read, its text takes a byte a letter.
    const text = await readText(file);
    const length = wholeLength(text);
    const read: Outcome<Journal> = readJournal(text);
    if (read.value === undefined) return { diagnostics: read.diagnostics };
    if (length < text.length) await fs.truncate(file, length);
    const handle = await fs.open(file, 'a');
    const value = writer(file, handle, read.value, length === 0);
    return { value, diagnostics: read.diagnostics };
  });
}

/** The journal of another share or an earlier run, only to look at. Throws HostError. */
export async function readJournalFile(file: string): Promise<Outcome<JournalState>> {
  const { value, diagnostics } = readJournal(await orHostError(file, () => readText(file)));
  return { ...(value && { value: value.state }), diagnostics };
}

async function readText(file: string): Promise<string> {
  try {
    return (await fs.readFile(file)).toString('latin1');
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return '';
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
      // Made of Vietnamese letters, the text of a line takes two bytes a letter until it is made anew.
      const line = Buffer.from(journalLine(entry), 'latin1').toString('latin1');
      journal.apply(entry, line);
      pending += line;
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
