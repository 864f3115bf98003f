import { availableParallelism } from 'node:os';
import { describeChanges, type PresentUnit } from '../batch/changes.js';
import type { Column } from '../batch/columns.js';
import type { BatchSetup } from '../batch/job.js';
import type { JournalState } from '../batch/journal.js';
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import { HostError } from '../host/host-error.js';
import { lockFolder } from '../host-node/folder-lock.js';
import { gatherJournals } from '../host-node/gather-journals.js';
import { type JournalFile, journalName, openJournal } from '../host-node/journal-file.js';
import { findingOf, sweepTemporary } from '../host-node/owned-files.js';
import { createWorkerPool, type WorkerPool } from '../host-node/worker-pool.js';
import type { Bundling } from './batch-bundles.js';
import { checkAll } from './batch-check.js';
import { readBatchColumns } from './batch-columns.js';
import { removeLeftovers, summaryOf, writeReports } from './batch-finish.js';
import { makeAll } from './batch-make.js';
import { createSaying, type Saying } from './batch-saying.js';
import { type BatchSource, noneSelected, openBatchSource, setupOf } from './batch-source.js';
import { runHeader } from './batch-stamps.js';
import { namesOfUnit, type Unit } from './batch-unit.js';
import { type BatchWishes, readBatchWishes } from './batch-wishes.js';
import { bundleWords, checkWords, nextWords, staleBundles } from './batch-words.js';
import type { ExitCode } from './io.js';
import { createProgress, type Progress } from './progress.js';
import type { Run } from './run.js';
import { shownPath } from './shown-path.js';

/** What the program keeps beside the papers. */
const KEPT = '.thethuc';

/** A run whose form, table and options are understood. */
interface Batch {
  readonly run: Run;
  readonly wishes: BatchWishes;
  readonly source: BatchSource;
  readonly setup: BatchSetup;
  readonly pool: WorkerPool;
  readonly progress: Progress;
  readonly saying: Saying;
  /** Whether Ctrl-C was typed. */
  readonly isStopped: () => boolean;
}

/**
 * `thethuc batch`: every unit is checked before the first file is written; then those that are new or changed are made, by
 * worker processes, and what is done is kept in a journal, so that the same command goes on where an earlier run ended.
 */
export async function runBatch(run: Run): Promise<ExitCode> {
  const { reporter, io } = run;
  const wishes = readBatchWishes(run, availableParallelism());
  reporter.add(wishes.diagnostics);
  const { value } = wishes;
  if (value === undefined) {
    // What is wrong with the form and the table is told with it.
    await openBatchSource(run);
    return 2;
  }
  const opening = later(() => openBatchSource(run));
  // The processes start while form, table and kinds are read here.
  const pool = createWorkerPool({
    script: new URL('./batch-worker.js', import.meta.url),
    setup: opening.then((source) => source && setupFor(run, value, source)),
    jobs: value.jobs,
    limits: value.limits,
  });
  let stopped = false;
  const forget = io.onInterrupt(() => {
    stopped = true;
    void pool.stop();
  });
  const progress = createProgress(io, {
    style: reporter.style,
    now: () => performance.now(),
    columns: () => process.stderr.columns,
  });
  try {
    const source = await opening;
    if (source === undefined || hasErrors(reporter.findings)) return 2;
    const setup = setupFor(run, value, source);
    const saying = createSaying(run, source);
    const batch = { run, wishes: value, source, setup, pool, progress, saying, isStopped: () => stopped };
    return await runChecked(batch);
  } finally {
    progress.stop();
    forget();
    await pool.close();
  }
}

/** Begins when what is at hand is done. */
const later = <T>(work: () => Promise<T>): Promise<T> => Promise.resolve().then(work);

function setupFor(run: Run, wishes: BatchWishes, source: BatchSource): BatchSetup {
  const { line, io } = run;
  const { templates, fonts } = line.values;
  const { output, formats, now, patternText } = wishes;
  return {
    ...(templates !== undefined && { templates }),
    ...(fonts !== undefined && { fonts: fonts === 'bundled' ? fonts : io.path.resolve(io.cwd, fonts) }),
    formats,
    split: line.switches.has('split'),
    bare: line.switches.has('no-data'),
    ...(now !== undefined && { now }),
    ...(patternText !== undefined && { namePattern: patternText }),
    ascii: line.switches.has('ascii'),
    ...(line.switches.has('dry-run') && { checksOnly: true as const }),
    ...setupOf(source),
    output,
    temporary: io.path.join(output, KEPT, `tmp${wishes.shardSuffix}`),
  };
}

async function runChecked(batch: Batch): Promise<ExitCode> {
  const { run, wishes, source, pool, progress } = batch;
  const { line, reporter } = run;
  const columns = await readBatchColumns(run, source, wishes);
  if (columns === undefined) return 2;
  const { units, table } = await checkAll({ source, columns, wishes, pool, progress });
  reporter.add(table);
  if (units.length === 0 && line.values.only !== undefined && !batch.isStopped()) {
    reporter.add([noneSelected(source, line.values.only)]);
    return 2;
  }
  const refuses = hasErrors(table);
  const faulty = units.filter(({ state }) => state === 'failed').length;
  if (batch.isStopped()) {
    await batch.saying.say(units);
    reporter.conclude('Đã dừng khi đang kiểm tra, chưa ghi tệp nào.');
    return 130;
  }
  if (line.switches.has('dry-run') || refuses || (line.switches.has('strict') && faulty > 0)) {
    await batch.saying.say(units);
    const folder = shownPath(wishes.output, run.io);
    const isDry = line.switches.has('dry-run');
    for (const sentence of checkWords({ units, faulty, refuses, isDry, folder })) reporter.conclude(sentence);
    return refuses ? 2 : faulty > 0 ? 1 : 0;
  }
  // A run of hours tells its mistakes now: whoever wants them mended first can stop it.
  await batch.saying.say(units, { atOnce: true });
  return withJournal(batch, (journal) => makeUnits(batch, units, columns, journal));
}

/** One run at a time in a folder; what it did is in its journal whatever ends it. */
async function withJournal(
  { run, wishes, setup }: Batch,
  work: (journal: JournalFile) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { io, reporter } = run;
  const kept = io.path.join(wishes.output, KEPT);
  // First the lock: whoever opens a journal cuts its torn end, and that may be a line which another run is writing.
  const lock = await lockFolder(io.path.join(kept, `lock${wishes.shardSuffix}`));
  reporter.add(lock.diagnostics);
  if (lock.value === undefined) return 2;
  try {
    const journal = await openJournal(io.path.join(kept, journalName(wishes.shardSuffix)));
    reporter.add(journal.diagnostics);
    if (journal.value === undefined) return 2;
    try {
      const gathered = await gatherJournals(journal.value, kept, wishes.shard);
      reporter.add(gathered.diagnostics);
      if (hasErrors(gathered.diagnostics)) return 2;
      await sweepTemporary(setup.temporary);
      return await work(journal.value);
    } finally {
      await journal.value.close();
    }
  } finally {
    await lock.value.release();
  }
}

async function makeUnits(
  batch: Batch,
  units: readonly Unit[],
  columns: readonly Column[],
  journal: JournalFile,
): Promise<ExitCode> {
  const { run, wishes, source, setup, pool, progress } = batch;
  const { line, reporter, io } = run;
  const isWhole = line.values.only === undefined && line.values.shard === undefined;
  const header = runHeader(run, setup, columns);
  const changes = changesSince(journal.state, units, header, isWhole);
  journal.append({ type: 'run', run: header });
  const force = line.switches.has('force');
  const ended: Diagnostic[] = [];
  const making = { source, wishes, force, pool, journal, progress };
  ended.push(...((await orEnd(ended, () => makeAll(making, units))) ?? []));
  const goesOn = (): boolean => ended.length === 0 && !batch.isStopped();
  const removed = goesOn() ? await orEnd(ended, () => removeLeftovers(journal, wishes)) : 0;
  const { isStopped } = batch;
  const bundling = { run, wishes, journal, temporary: setup.temporary, progress, isStopped };
  const bundles = goesOn() ? await orEnd(ended, () => bundlesOf(bundling, units)) : [];
  await orEnd(ended, () => journal.finish());
  reporter.add(ended.slice(0, 1));
  await batch.saying.say(units);
  for (const sentence of changes) reporter.conclude(sentence);
  if (removed) reporter.conclude(`Đã bỏ ${removed} tệp của lần trước vì đơn vị nay mang tên khác`);
  reporter.conclude(`${summaryOf(units)}.`);
  if (!goesOn() || bundles === undefined) {
    const waiting = units.filter(({ state }) => state === 'waiting').length;
    const left =
      waiting > 0 ? `Còn ${waiting} đơn vị chưa làm` : 'Các đơn vị đã có lượt, phần còn lại chưa xong';
    reporter.conclude(`${left}. Chạy lại đúng lệnh này để làm tiếp.`);
  } else {
    const stale = staleBundles(journal.state, units, bundles);
    for (const sentence of [
      ...bundleWords({ written: bundles, stale, isWhole, units: units.length }),
      ...nextWords(units, shownPath(wishes.output, io)),
    ])
      reporter.conclude(sentence);
  }
  if (ended.length > 0) return 2;
  for (const path of [
    ...(await writeReports({ run, journal, wishes, temporary: setup.temporary }, units)),
    ...(bundles ?? []),
  ])
    io.stdout(`${shownPath(io.path.resolve(wishes.output, path), io)}\n`);
  if (batch.isStopped()) return 130;
  return hasErrors(reporter.findings) || units.some(({ state }) => state === 'failed') ? 1 : 0;
}

/** What the disk refuses ends the run and is said as its end: all that is done stays done. */
async function orEnd<T>(ended: Diagnostic[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause;
    ended.push(findingOf(cause));
    return undefined;
  }
}

/** What makes them is loaded where any are asked for. */
async function bundlesOf(bundling: Bundling, units: readonly Unit[]): Promise<readonly string[]> {
  const { zip, merge } = bundling.wishes;
  if (zip === undefined && merge === undefined) return [];
  const { makeBundles } = await import('./batch-bundles.js');
  return makeBundles(bundling, units);
}

/** What changed since the run before, in words; nothing where there was none. */
function changesSince(
  state: JournalState,
  units: readonly Unit[],
  run: NonNullable<JournalState['run']>,
  isWhole: boolean,
): readonly string[] {
  const sentences = describeChanges(state, { run, units: presentUnits(units), isWhole });
  return sentences.length === 0 ? [] : ['So với lần trước:', ...sentences.map((one) => `  - ${one}`)];
}

function* presentUnits(units: readonly Unit[]): Generator<PresentUnit, void, undefined> {
  for (const unit of units) {
    const { key, unit: name, stem, digest, cells } = namesOfUnit(unit);
    yield { key, name, row: unit.row, stem, cells, ...(unit.state !== 'failed' && { digest }) };
  }
}
