import { extname, relative, sep } from 'node:path';
import type { BatchReport } from '../batch/batch-table.js';
import type { Column } from '../batch/columns.js';
import type { Job, Task, TaskResult } from '../batch/job.js';
import { createKeyClashes, createNameClashes } from '../batch/name-clashes.js';
import { isInShard } from '../batch/shard.js';
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { TaskOutcome, WorkerPool } from '../host-node/worker-pool.js';
import { type BatchSource, jobsOf, keyOf, placeOf } from './batch-source.js';
import {
  addFindings,
  createUnitTexts,
  fail,
  findingsOfUnit,
  namesOfUnit,
  newUnit,
  placeOfUnit,
  takeCheck,
  type Unit,
} from './batch-unit.js';
import type { BatchWishes } from './batch-wishes.js';
import type { Progress } from './progress.js';

export interface Checking {
  readonly source: BatchSource;
  readonly columns: readonly Column[];
  readonly wishes: BatchWishes;
  readonly pool: WorkerPool;
  readonly progress: Progress;
}

export interface Checked {
  /** In the order of the table. */
  readonly units: readonly Unit[];
  /** What is wrong with the table and with no row of it: with an error among them no row may be trusted. */
  readonly table: readonly Diagnostic[];
}

/** Checks every unit that is asked for in the worker processes; nothing is written. */
export async function checkAll(checking: Checking): Promise<Checked> {
  const { pool, progress } = checking;
  const units = new Map<number, Unit>();
  const table: Diagnostic[] = [];
  progress.start('Kiểm tra', undefined);
  await pool.run<Task, TaskResult>(checkTasks(checking, units, table), (task, outcome) => {
    if (task.type !== 'check') return;
    const unit = units.get(task.job.order);
    if (unit === undefined) return;
    takeOutcome(unit, outcome);
    progress.advance({ failed: unit.state === 'failed' });
  });
  progress.stop();
  const inOrder = [...units.values()];
  findClashes(inOrder, checking.wishes);
  return { units: inOrder, table };
}

function* checkTasks(
  { source, columns, wishes }: Checking,
  units: Map<number, Unit>,
  table: Diagnostic[],
): Generator<Task, void, undefined> {
  const kept = createUnitTexts();
  // What is wrong with a row's cells is told before the row comes.
  const ofRows = new Map<number, Diagnostic[]>();
  const report: BatchReport = (finding, row) => {
    const list = row === undefined ? table : (ofRows.get(row) ?? []);
    list.push(finding);
    if (row !== undefined) ofRows.set(row, list);
  };
  for (const job of jobsOf(source, report)) {
    const row = job.type === 'row' ? job.row.row : 0;
    const own = ofRows.get(row) ?? [];
    ofRows.delete(row);
    const key = keyOf(source, columns, job);
    if (!isAskedFor(job, key, wishes)) continue;
    const unit = newUnit(kept, job, key, placeOf(source, columns, job));
    units.set(job.order, unit);
    addFindings(unit, own);
    yield { type: 'check', job };
  }
  // Of rows that could not be read at all.
  for (const own of ofRows.values()) table.push(...own);
}

const isAskedFor = (job: Job, key: string, { isSelected, shard }: BatchWishes): boolean =>
  (job.type === 'form' || isSelected(job.row.row)) && (shard === undefined || isInShard(key, shard));

function takeOutcome(unit: Unit, outcome: TaskOutcome<TaskResult>): void {
  // What its cells have wrong makes it a unit that cannot be made, whatever else is well.
  const isFaulty = hasErrors(findingsOfUnit(unit));
  if (outcome.type === 'failed') fail(unit, diedOn(unit, outcome));
  else if (outcome.result.type === 'check') takeCheck(unit, outcome.result.result);
  if (isFaulty) fail(unit);
}

const REASONS: Readonly<Record<(TaskOutcome<never> & { type: 'failed' })['reason'], [string, string]>> = {
  time: ['quá thời gian cho một đơn vị', 'Xem lại nội dung của dòng này, hoặc tăng --timeout'],
  memory: ['cần quá nhiều bộ nhớ', 'Xem lại nội dung của dòng này, hoặc tăng --memory'],
  crashed: ['tiến trình làm đơn vị này bị tắt', 'Chạy lại; nếu vẫn vậy thì xem lại nội dung của dòng này'],
  threw: [
    'chương trình gặp lỗi của chính nó',
    'Gửi biểu mẫu và dòng này cho người phụ trách chương trình; các đơn vị khác không bị ảnh hưởng',
  ],
};

/** A unit on which a worker process ended: the others are not touched by it. */
export function diedOn(
  unit: Unit,
  { reason, detail }: Extract<TaskOutcome<never>, { readonly type: 'failed' }>,
): Diagnostic {
  const [why, hint] = REASONS[reason];
  const { place } = placeOfUnit(unit);
  return {
    code: `batch/${reason}`,
    severity: 'error',
    message: `Không làm được đơn vị này: ${why}${detail === '' ? '' : ` (${detail})`}`,
    ...(place && { place }),
    hints: [hint],
  };
}

/** "in" of "/ket-qua/in.pdf". */
const stemBelow = (output: string, path: string): string =>
  relative(output, path.slice(0, -extname(path).length))
    .split(sep)
    .join('/');

/** Two units of one key or one name, before anything is written; the later one cannot be made. */
function findClashes(units: readonly Unit[], { merge, output }: BatchWishes): void {
  const found = new Map<Unit, Diagnostic>();
  findSameKeys(units, found);
  findSameNames(units, merge === undefined ? [] : [stemBelow(output, merge)], found);
  for (const [unit, finding] of found) fail(unit, finding);
}

function findSameKeys(units: readonly Unit[], found: Map<Unit, Diagnostic>): void {
  const keys = createKeyClashes((at) => placeOfUnit(units[at]!));
  for (const [at, unit] of units.entries()) {
    const { key } = namesOfUnit(unit);
    const same = key === '' ? undefined : keys.add({ at, key });
    if (same !== undefined) found.set(unit, same);
  }
}

/** What shares its key with another is not told of its name too. */
function findSameNames(units: readonly Unit[], taken: readonly string[], found: Map<Unit, Diagnostic>): void {
  const names = createNameClashes((at) => placeOfUnit(units[at]!), taken);
  for (const [at, unit] of units.entries()) {
    const { key, stem, files } = namesOfUnit(unit);
    if (key === '' || stem === '') continue;
    const isFolder = files.some((file) => file.startsWith(`${stem}/`));
    const same = names.add({ at, stem, isFolder });
    if (same !== undefined && !found.has(unit)) found.set(unit, same);
  }
}
