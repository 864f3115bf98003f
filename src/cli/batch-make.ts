import type { Job, MadeJob, MakeRequest, OwnedFile, Task, TaskResult } from '../batch/job.js';
import type { JournalState } from '../batch/journal.js';
import type { JournalEntry } from '../batch/journal-entry.js';
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { JournalFile } from '../host-node/journal-file.js';
import { endsRun, findForeign } from '../host-node/owned-files.js';
import type { WorkerPool } from '../host-node/worker-pool.js';
import { diedOn } from './batch-check.js';
import { type BatchSource, jobsOf } from './batch-source.js';
import {
  addFindings,
  fail,
  findingsOfUnit,
  namesOfUnit,
  placeOfUnit,
  setFindings,
  takeMade,
  type Unit,
} from './batch-unit.js';
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
    // Of a process that died nobody knows what it wrote: the unit stays begun.
    if (outcome.type === 'failed') fail(unit, diedOn(unit, outcome));
    else if (outcome.result.type === 'make') {
      const made = atUnit(outcome.result.result, unit);
      takeMade(unit, made);
      making.journal.append(entryOf(unit, made));
    }
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
  const findings = findingsOfUnit(unit);
  if (!endsRun(findings)) return;
  setFindings(
    unit,
    findings.filter((finding) => !endsRun([finding])),
  );
  unit.state = 'waiting';
}

/** What a worker could not place in the file system has no place of its own: it points to the unit. */
function atUnit<M extends { readonly diagnostics: readonly Diagnostic[] }>(made: M, unit: Unit): M {
  if (made.diagnostics.every(({ place }) => place !== undefined)) return made;
  const { place } = placeOfUnit(unit);
  const diagnostics = made.diagnostics.map((finding) => ({ ...(place && { place }), ...finding }));
  return { ...made, diagnostics };
}

/** Which units are to be made: those whose digest or files are not those of the journal, as far as nothing hinders. */
async function findDue(making: Making, units: readonly Unit[]): Promise<ReadonlyMap<number, Unit>> {
  const { journal } = making;
  const due = new Map<number, Unit>();
  const known: Unit[] = [];
  for (const unit of units) {
    if (unit.state === 'failed') continue;
    if (isKnown(unit, journal.state)) known.push(unit);
    else due.set(unit.order, unit);
  }
  await verifyKnown(making, known, due);
  return new Map([...due].sort(([one], [other]) => one - other));
}

function isKnown(unit: Unit, state: JournalState): boolean {
  const { key, digest, files } = namesOfUnit(unit);
  const done = state.done(key);
  if (done === undefined || done.digest !== digest) return false;
  if (done.files.map(({ path }) => path).join('\n') !== files.join('\n')) return false;
  // Where another unit had its name meanwhile its files are that one's.
  return done.files.every(({ path, sha256 }) => isOwner(state.owner(path), sha256));
}

const isOwner = (owner: OwnedFile | undefined, sha256: string): boolean =>
  owner !== undefined && owner !== 'begun' && owner.sha256 === sha256;

/** Looks whether the files of unchanged units are still there as they were made. */
async function verifyKnown(making: Making, known: readonly Unit[], due: Map<number, Unit>): Promise<void> {
  if (known.length === 0) return;
  const { pool, progress, journal, force } = making;
  const units = new Map(known.map((unit) => [unit.order, unit]));
  progress.start('Xem các tệp đã có', known.length);
  await pool.run<Task, TaskResult>(verifyTasks(known, journal.state), (task, outcome) => {
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

function* verifyTasks(known: readonly Unit[], state: JournalState): Generator<Task, void, undefined> {
  for (const unit of known) {
    const files = state.done(namesOfUnit(unit).key)?.files ?? [];
    yield { type: 'verify', request: { order: unit.order, files } };
  }
}

function takeKnown(unit: Unit, state: JournalState, as: 'unchanged' | 'kept'): void {
  const done = state.done(namesOfUnit(unit).key);
  unit.state = as;
  unit.files = done?.files.length ?? 0;
  unit.pages = done?.pages ?? 0;
}

function editedByHand(unit: Unit, paths: readonly string[]): Diagnostic {
  const { place } = placeOfUnit(unit);
  return {
    code: 'batch/edited',
    severity: 'remark',
    message: `Tệp ${paths.map((path) => `"${path}"`).join(', ')} đã được sửa sau khi tạo, chương trình giữ nguyên`,
    ...(place && { place }),
    hints: [
      place !== undefined && 'cell' in place
        ? `Muốn tạo lại từ biểu mẫu và bảng, bỏ bản sửa tay: thêm --force --only ${unit.row}`
        : 'Muốn tạo lại từ biểu mẫu, bỏ bản sửa tay: thêm --force',
    ],
  };
}

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
  const { stem, files } = namesOfUnit(unit);
  for (const path of files) {
    const owner = journal.state.owner(path);
    if (owner !== undefined) owned[path] = owner;
  }
  return { job, stem, owned, force };
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
    const { key, files } = namesOfUnit(unit);
    const foreign = await findForeign(files, { output, owned: request.owned, force: request.force });
    if (hasErrors(foreign)) {
      fail(unit, ...atUnit({ diagnostics: foreign }, unit).diagnostics);
      progress.advance({ failed: true });
      continue;
    }
    journal.append({ type: 'begin', key, paths: files });
    free.push(request);
  }
  await journal.sync();
  for (const request of free) yield { type: 'make', request };
}

function entryOf(unit: Unit, { files, milliseconds }: MadeJob): JournalEntry {
  const { key, unit: name, digest = '', stem, cells } = namesOfUnit(unit);
  if (unit.state !== 'made') return { type: 'dropped', key };
  const { order, row, pages } = unit;
  const findings = findingsOfUnit(unit);
  return {
    type: 'done',
    done: { key, order, row, unit: name, digest, stem, files, pages, milliseconds, cells, findings },
  };
}
