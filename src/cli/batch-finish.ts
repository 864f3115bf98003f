import { type ReportRow, reportCsv, reportJson } from '../batch/report.js';
import type { JournalFile } from '../host-node/journal-file.js';
import { removeOwned } from '../host-node/owned-files.js';
import type { Unit } from './batch-unit.js';
import type { BatchWishes } from './batch-wishes.js';
import type { Run } from './run.js';

/**
 * Takes away files of earlier runs that no unit has any more because it is now called otherwise, as far as nobody changed
 * them. Gives how many.
 */
export async function removeLeftovers(
  journal: JournalFile,
  units: readonly Unit[],
  { output }: BatchWishes,
): Promise<number> {
  const present = new Set(units.flatMap(({ made }) => made.map(({ path }) => path)));
  let removed = 0;
  for (const { path, sha256 } of journal.state.leftovers()) {
    if (present.has(path)) continue;
    if (!(await removeOwned(output, path, sha256))) continue;
    journal.append({ type: 'gone', paths: [path] });
    removed += 1;
  }
  return removed;
}

/** Writes report.csv and report.json: this run's units, and those of earlier runs that were not asked for. Gives the paths. */
export async function writeReports(
  { press, io }: Run,
  journal: JournalFile,
  units: readonly Unit[],
  { output, shardSuffix }: BatchWishes,
): Promise<readonly string[]> {
  const rows: ReportRow[] = units.map((unit) => unit);
  const present = new Set(units.map(({ key }) => key));
  for (const key of journal.state.keys()) {
    const done = present.has(key) ? undefined : journal.state.done(key);
    if (done !== undefined) rows.push({ ...done, name: done.unit, made: done.files, state: 'skipped' });
  }
  const source = press.textOf;
  const written: string[] = [];
  for (const [name, pieces] of [
    [`report${shardSuffix}.csv`, reportCsv(rows, source)],
    [`report${shardSuffix}.json`, reportJson(rows, source)],
  ] as const) {
    const path = io.path.join(output, name);
    await press.host.writeFile(path, new TextEncoder().encode([...pieces].join('')));
    written.push(path);
  }
  return written;
}

const REPORTED: readonly Unit['state'][] = ['made', 'unchanged', 'kept', 'failed', 'waiting'];

/** "Đã làm 28 đơn vị, 2 không đổi, …": how many units came to what. */
export function summaryOf(units: readonly Unit[]): string {
  const counts = REPORTED.flatMap((state) => {
    const count = units.filter((unit) => unit.state === state).length;
    return count === 0 ? [] : [`${count} ${STATE_NAMES[state]}`];
  });
  const files = units.reduce((sum, { state, made }) => sum + (state === 'made' ? made.length : 0), 0);
  const pages = units.reduce((sum, { state, pages: own }) => sum + (state === 'made' ? own : 0), 0);
  const written = files === 0 ? '' : `; đã ghi ${files} tệp (${pages} trang)`;
  return `${units.length} đơn vị: ${counts.join(', ')}${written}`;
}
