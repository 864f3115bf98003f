import type { Job, MakeRequest, OwnedFile, Task, TaskResult } from '../batch/job.js';
import type { JournalState } from '../batch/journal.js';
import type { JournalEntry } from '../batch/journal-entry.js';
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { JournalFile } from '../host-node/journal-file.js';
import { endsRun, findForeign } from '../host-node/owned-files.js';
import type { WorkerPool } from '../host-node/worker-pool.js';
import { diedOn } from './batch-check.js';
import { type BatchSource, jobsOf } from './batch-source.js';
import { addFindings, fail, takeMade, type Unit } from './batch-unit.js';
import type { BatchWishes } from './batch-wishes.js';
import type { Progress } from './progress.js';

export interface Making {
  readonly source: BatchSource;
  readonly wishes: BatchWishes;
  readonly force: boolean;
  readonly pool: WorkerPool;
  readonly journal: JournalFile;
  readonly progress: Progress;
}

/** So many units are begun in the journal with one wait for the disk. */
const GROUP = 32;

/**
 * Makes the units that are new or changed. Gives what ended the run before its end: a full disk, a folder that cannot be
 * written; nothing where every unit had its turn.
 */
export async function makeAll(making: Making, units: readonly Unit[]): Promise<readonly Diagnostic[]> {
  const due = await findDue(making, units);
  const ended: Diagnostic[] = [];
  if (due.size === 0) return ended;
  const { pool, progress } = making;
  progress.start('Tạo văn bản', due.size);
  await pool.run<Task, TaskResult>(makeTasks(making, due), (task, outcome) => {
    const unit = task.type === 'make' ? due.get(task.request.job.order) : undefined;
    if (unit === undefined) return;
    if (outcome.type === 'failed') fail(unit, diedOn(unit, outcome));
    else if (outcome.result.type === 'make') takeMade(unit, atUnit(outcome.result.result, unit));
    // Of a process that died nobody knows what it wrote: the unit stays begun.
    if (outcome.type === 'done') making.journal.append(entryOf(unit));
    progress.advance({ failed: unit.state === 'failed' });
    if (outcome.type === 'done' && outcome.result.type === 'make' && ended.length === 0) {
      const { diagnostics } = outcome.result.result;
      if (!endsRun(diagnostics)) return;
      // What ends the run is said once, for the whole of it; the unit has its turn in the next run.
      ended.push(...diagnostics);
      void pool.stop();
    }
  });
  progress.stop();
  if (ended.length > 0) for (const unit of due.values()) if (unit.state === 'failed') putBack(unit);
  return ended;
}

/** A unit that only the disk or the folder refused waits for the next run. */
function putBack(unit: Unit): void {
  if (!endsRun(unit.findings)) return;
  unit.findings = unit.findings.filter((finding) => !endsRun([finding]));
  unit.state = 'waiting';
}

/** What a worker could not place in the file system has no place of its own: it points to the unit. */
const atUnit = <M extends { readonly diagnostics: readonly Diagnostic[] }>(made: M, { place }: Unit): M => ({
  ...made,
  diagnostics: made.diagnostics.map((finding) =>
    finding.place === undefined && place !== undefined ? { ...finding, place } : finding,
  ),
});

/** Which units are to be made: those whose digest or files are not those of the journal, as far as nothing hinders. */
async function findDue(making: Making, units: readonly Unit[]): Promise<ReadonlyMap<number, Unit>> {
  const { journal } = making;
  const due = new Map<number, Unit>();
  const known: Unit[] = [];
  for (const unit of units) {
    if (unit.digest === undefined) continue;
    if (isKnown(unit, journal.state)) known.push(unit);
    else due.set(unit.order, unit);
  }
  await verifyKnown(making, known, due);
  return new Map([...due].sort(([one], [other]) => one - other));
}

function isKnown(unit: Unit, state: JournalState): boolean {
  const done = state.done(unit.key);
  const paths = done?.files.map(({ path }) => path).join('\n');
  return done !== undefined && done.digest === unit.digest && paths === unit.files.join('\n');
}

/** Looks whether the files of unchanged units are still there as they were made. */
async function verifyKnown(making: Making, known: readonly Unit[], due: Map<number, Unit>): Promise<void> {
  if (known.length === 0) return;
  const { pool, progress, journal, force } = making;
  const units = new Map(known.map((unit) => [unit.order, unit]));
  progress.start('Xem các tệp đã có', known.length);
  const tasks = known.map(
    ({ order, key }): Task => ({
      type: 'verify',
      request: { order, files: journal.state.done(key)?.files ?? [] },
    }),
  );
  await pool.run<Task, TaskResult>(tasks, (task, outcome) => {
    const unit = task.type === 'verify' ? units.get(task.request.order) : undefined;
    progress.advance({});
    if (unit === undefined) return;
    const found =
      outcome.type === 'done' && outcome.result.type === 'verify' ? outcome.result.result : undefined;
    if (found?.state === 'intact') takeKnown(unit, journal.state, 'unchanged');
    else if (found?.state === 'edited' && !force) {
      takeKnown(unit, journal.state, 'kept');
      addFindings(unit, [editedByHand(unit, found.paths)]);
    } else due.set(unit.order, unit);
  });
  progress.stop();
}

function takeKnown(unit: Unit, state: JournalState, as: 'unchanged' | 'kept'): void {
  const done = state.done(unit.key);
  unit.state = as;
  unit.made = done?.files ?? [];
  unit.pages = done?.pages ?? 0;
  unit.milliseconds = done?.milliseconds ?? 0;
}

const editedByHand = ({ place }: Unit, paths: readonly string[]): Diagnostic => ({
  code: 'batch/edited',
  severity: 'remark',
  message: `Tệp ${paths.map((path) => `"${path}"`).join(', ')} đã được sửa sau khi tạo, chương trình giữ nguyên`,
  ...(place && { place }),
  hints: ['Muốn tạo lại từ biểu mẫu và bảng thì thêm --force'],
});

/**
 * The tasks, in groups: every unit of a group is begun in the journal, and that is on the disk, before a file of it is
 * written. A unit in whose way lies a file that is not ours is not begun.
 */
async function* makeTasks(
  making: Making,
  due: ReadonlyMap<number, Unit>,
): AsyncGenerator<Task, void, undefined> {
  let group: MakeRequest[] = [];
  for (const job of jobsOf(making.source, () => {})) {
    const unit = due.get(job.order);
    if (unit === undefined) continue;
    group.push(requestOf(making, unit, job));
    if (group.length < GROUP) continue;
    yield* begun(making, group, due);
    group = [];
  }
  yield* begun(making, group, due);
}

function requestOf({ journal, force }: Making, unit: Unit, job: Job): MakeRequest {
  const owned: Record<string, OwnedFile> = {};
  for (const path of unit.files) {
    const owner = journal.state.owner(path);
    if (owner !== undefined) owned[path] = owner;
  }
  return { job, stem: unit.stem, owned, force };
}

async function* begun(
  { journal, progress, wishes: { output } }: Making,
  group: readonly MakeRequest[],
  due: ReadonlyMap<number, Unit>,
): AsyncGenerator<Task, void, undefined> {
  const free: MakeRequest[] = [];
  for (const request of group) {
    const unit = due.get(request.job.order);
    if (unit === undefined) continue;
    const foreign = await findForeign(unit.files, { output, owned: request.owned, force: request.force });
    if (hasErrors(foreign)) {
      fail(unit, ...atUnit({ diagnostics: foreign }, unit).diagnostics);
      progress.advance({ failed: true });
      continue;
    }
    journal.append({ type: 'begin', key: unit.key, paths: unit.files });
    free.push(request);
  }
  await journal.sync();
  for (const request of free) yield { type: 'make', request };
}

function entryOf(unit: Unit): JournalEntry {
  const { key, order, row, name, digest = '', stem, made: files, pages, milliseconds, cells } = unit;
  if (unit.state !== 'made') return { type: 'dropped', key };
  return {
    type: 'done',
    done: {
      key,
      order,
      row,
      unit: name,
      digest,
      stem,
      files,
      pages,
      milliseconds,
      cells,
      findings: unit.findings,
    },
  };
}
