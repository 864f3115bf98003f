import { createTextMap } from '../base/text-map.js';
import type { JournalState } from '../batch/journal.js';
import { type ReportRow, reportCsv, reportJson, STATE_NAMES } from '../batch/report.js';
import type { JournalFile } from '../host-node/journal-file.js';
import { removeOwned } from '../host-node/owned-files.js';
import { writePieces } from '../host-node/streamed-file.js';
import type { Bundling } from './batch-bundles.js';
import { findingsOfUnit, namesOfUnit, type Unit } from './batch-unit.js';
import type { BatchWishes } from './batch-wishes.js';

/**
 * Takes away files of earlier runs that no unit has any more because it is now called otherwise, as far as nobody changed
 * them. Gives how many.
 */
export async function removeLeftovers(journal: JournalFile, { output }: BatchWishes): Promise<number> {
  let removed = 0;
  for (const { path, sha256 } of journal.state.leftovers()) {
    if (!(await removeOwned(output, path, sha256))) continue;
    journal.append({ type: 'gone', paths: [path] });
    removed += 1;
  }
  return removed;
}

/**
 * Writes report.csv and report.json, whole or not at all: this run's units, and those of earlier runs that were not asked
 * for. Gives the paths.
 */
export async function writeReports(
  { run, journal, wishes: { output, shardSuffix }, temporary }: Omit<Bundling, 'progress' | 'isStopped'>,
  units: readonly Unit[],
): Promise<readonly string[]> {
  const { press, io } = run;
  const skipped = skippedUnits(journal.state, units);
  const rows = () => reportRows(journal.state, units, skipped);
  const written: string[] = [];
  for (const [name, pieces] of [
    [`report${shardSuffix}.csv`, reportCsv(rows(), press.textOf)],
    [`report${shardSuffix}.json`, reportJson(rows(), press.textOf)],
  ] as const) {
    const path = io.path.join(output, name);
    await writePieces(path, pieces, temporary);
    written.push(path);
  }
  return written;
}

/** Keys of units that are done and were not asked for, each with its order; by this. */
function skippedUnits(state: JournalState, units: readonly Unit[]): readonly (readonly [string, number])[] {
  const present = createTextMap();
  for (const unit of units) present.set(namesOfUnit(unit).key, '');
  const skipped: (readonly [string, number])[] = [];
  for (const key of state.keys()) {
    const done = present.has(key) ? undefined : state.done(key);
    if (done !== undefined) skipped.push([key, done.order]);
  }
  return skipped.sort(([, one], [, other]) => one - other);
}

/** In the order of the table; each is put together as it is asked for. */
function* reportRows(
  state: JournalState,
  units: readonly Unit[],
  skipped: readonly (readonly [string, number])[],
): Generator<ReportRow, void, undefined> {
  let next = 0;
  for (const unit of units) {
    for (; (skipped[next]?.[1] ?? Number.POSITIVE_INFINITY) < unit.order; next += 1)
      yield* skippedRow(state, skipped[next]![0]);
    yield reportRow(state, unit);
  }
  for (; next < skipped.length; next += 1) yield* skippedRow(state, skipped[next]![0]);
}

function reportRow(state: JournalState, unit: Unit): ReportRow {
  const { key, unit: name } = namesOfUnit(unit);
  const done = unit.files > 0 ? state.done(key) : undefined;
  const { row, pages } = unit;
  const { files: made = [], milliseconds = 0 } = done ?? {};
  return { row, key, name, state: unit.state, made, pages, milliseconds, findings: findingsOfUnit(unit) };
}

function* skippedRow(state: JournalState, key: string): Generator<ReportRow, void, undefined> {
  const done = state.done(key);
  if (done !== undefined) yield { ...done, name: done.unit, made: done.files, state: 'skipped' };
}

const REPORTED: readonly Unit['state'][] = ['made', 'unchanged', 'kept', 'failed', 'waiting'];

/** "Đã làm 28 đơn vị, 2 không đổi, …": how many units came to what. */
export function summaryOf(units: readonly Unit[]): string {
  const counts = REPORTED.flatMap((state) => {
    const count = units.filter((unit) => unit.state === state).length;
    return count === 0 ? [] : [`${count} ${STATE_NAMES[state]}`];
  });
  const files = units.reduce((sum, { state, files: own }) => sum + (state === 'made' ? own : 0), 0);
  const pages = units.reduce((sum, { state, pages: own }) => sum + (state === 'made' ? own : 0), 0);
  const written = files === 0 ? '' : `; đã ghi ${files} tệp (${pages} trang)`;
  return `${units.length} đơn vị: ${counts.join(', ')}${written}`;
}
