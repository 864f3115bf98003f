import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Journal } from '../batch/journal.js';
import type { JournalEntry } from '../batch/journal-entry.js';
import { isInShard, type Shard } from '../batch/shard.js';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import { removeQuietly } from './disk-steps.js';
import { lockFolder } from './folder-lock.js';
import { type JournalFile, journalName, readJournalFile } from './journal-file.js';

/** Of one machine's share: "journal-2-of-4.jsonl", whose lock is "lock-2-of-4". */
const OF_SHARD = /^journal(-(\d+)-of-(\d+))\.jsonl$/;

/**
 * Takes into a run's journal what runs of other shares made in the same folder, so that no file of theirs counts as another
 * hand's. A run of all units takes in the journals of the shares and removes them; one of a share begins with what is known
 * of its own units. Findings are errors where another run is at work. Throws HostError.
 */
export async function gatherJournals(
  journal: JournalFile,
  folder: string,
  shard: Shard | undefined,
): Promise<Outcome<undefined>> {
  const names = (await fs.readdir(folder)).filter((name) => OF_SHARD.test(name)).sort();
  if (shard !== undefined) return seedShard(journal, folder, shard, names);
  const diagnostics: Diagnostic[] = [];
  for (const name of names) {
    diagnostics.push(...(await takeIn(journal, folder, name)));
    if (hasErrors(diagnostics)) break;
  }
  return { diagnostics };
}

async function takeIn(journal: JournalFile, folder: string, name: string): Promise<readonly Diagnostic[]> {
  const [, suffix = '', index, count] = OF_SHARD.exec(name) ?? [];
  const lock = await lockFolder(path.join(folder, `lock${suffix}`));
  if (lock.value === undefined) return lock.diagnostics;
  try {
    const read = await readJournalFile(path.join(folder, name));
    if (read?.value !== undefined) {
      const shard = { index: Number(index), count: Number(count) };
      add(journal, read.value, (key) => isInShard(key, shard));
    }
    // What is taken in is on the disk before its first place is gone.
    await journal.sync();
    if (!hasErrors(read?.diagnostics ?? [])) await removeQuietly(path.join(folder, name));
    return read?.diagnostics ?? [];
  } finally {
    await lock.value.release();
  }
}

/** A share's journal that is new: its units may have been made by a run of all, or by one of other shares. */
async function seedShard(
  journal: JournalFile,
  folder: string,
  shard: Shard,
  names: readonly string[],
): Promise<Outcome<undefined>> {
  if (journal.state.size > 0) return { diagnostics: [] };
  const own = journalName(`-${shard.index}-of-${shard.count}`);
  for (const name of [journalName(''), ...names.filter((one) => one !== own)]) {
    // What is wrong with another journal is told by the run that it belongs to.
    const read = await readJournalFile(path.join(folder, name));
    if (read?.value !== undefined) add(journal, read.value, (key) => isInShard(key, shard));
  }
  return { diagnostics: [] };
}

function add(journal: JournalFile, from: Journal, isWanted: (key: string) => boolean): void {
  for (const entry of from.entries()) if (isTaken(entry, journal, isWanted)) journal.append(entry);
}

/** What a share says of units that are not its own is old. */
function isTaken(entry: JournalEntry, { state }: JournalFile, isWanted: (key: string) => boolean): boolean {
  switch (entry.type) {
    case 'run':
      return state.run === undefined;
    case 'done':
      return isWanted(entry.done.key);
    case 'begin':
    case 'dropped':
      return isWanted(entry.key);
    case 'gone':
      return false;
    case 'bundle':
    case 'left':
      return true;
  }
}
