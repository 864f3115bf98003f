import { createTaskSource, type TaskSource, type Ticket } from './task-source.js';
import { causeOfDeath, type FailureReason, judge, type WorkerLimits } from './worker-death.js';
import type { ProcessEnd } from './worker-process.js';
import { type Answer, endSlot, growOlder, type Slot, startSlot } from './worker-slot.js';

export interface PoolOptions {
  /** The worker's program, which calls `serveTasks`. */
  readonly script: URL;
  /** What all tasks share, as JSON; or what will be that, while the processes start. Without it (undefined) no task is begun. */
  readonly setup: unknown;
  /** How many processes. */
  readonly jobs: number;
  readonly limits: WorkerLimits;
  /** Of Node, instead of the default limits of its heap. */
  readonly execArgv?: readonly string[];
  /** Tasks that a process has at one time. */
  readonly inFlight?: number;
}

/** What came of a task. `detail` is for brackets: "SIGSEGV", "60 s", "1024 MB", "RangeError: … (at …)". */
export type TaskOutcome<R> =
  | { readonly type: 'done'; readonly result: R }
  | { readonly type: 'failed'; readonly reason: FailureReason; readonly detail: string };

export interface WorkerPool {
  /**
   * Has all tasks done; they are taken from the source only as workers are free for them. `onResult` is called once a task,
   * in the order in which they end. A task may be begun a second time, after a worker died under several. Runs follow one
   * another. Rejects with WorkerStartError where no worker can be started, or with what the source or `onResult` threw.
   */
  readonly run: <T, R>(
    tasks: Iterable<T> | AsyncIterable<T>,
    onResult: (task: T, outcome: TaskOutcome<R>) => void,
  ) => Promise<void>;
  /** Takes no more tasks, lets the workers finish what they have, and resolves. */
  readonly stop: () => Promise<void>;
  /** Ends all processes at once. A run under way resolves without the rest. */
  readonly close: () => Promise<void>;
  /** The most resident memory of every process so far, in bytes. */
  readonly peakMemory: readonly number[];
}

/** No worker could be started, several times in a row. */
export class WorkerStartError extends Error {
  override readonly name = 'WorkerStartError';

  constructor(words: string) {
    super(`Không khởi động được tiến trình làm việc: ${words.trim() || 'không rõ lý do'}`);
  }
}

interface Run {
  readonly source: TaskSource;
  readonly onResult: (task: unknown, outcome: TaskOutcome<unknown>) => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  failure?: { readonly error: unknown };
}

interface Pool {
  readonly options: PoolOptions;
  readonly execArgv: readonly string[];
  readonly slots: Set<Slot>;
  readonly peaks: number[];
  run?: Run;
  nextId: number;
  /** Workers that died before they began a task, with none in between that did one. */
  failedStarts: number;
  broken?: WorkerStartError;
  isStopped: boolean;
  onClosed?: () => void;
}

/** Enough that a worker neither waits for the parent nor for the disk. */
const IN_FLIGHT = 8;
const FAILED_STARTS = 3;
const WATCH_MILLISECONDS = 100;
/** A machine that slept, or a parent that was busy, makes no task older than by this. */
const LONGEST_STEP = 1000;
/** Of the memory limit, for V8's heap; the rest is for buffers and the program itself. */
const HEAP_SHARE = 0.75;
/**
 * Megabytes for what was made just now. V8 takes twice to three times as much: with its own choice of 16 a worker grows by
 * some twenty megabytes and is not faster, with less than 4 it is slower.
 */
const YOUNG_HEAP = 8;

/** Starts the processes at once; `close` must be called in the end. */
export function createWorkerPool(options: PoolOptions): WorkerPool {
  const pool: Pool = {
    options,
    execArgv: options.execArgv ?? heapLimits(options.limits.megabytes),
    slots: new Set(),
    peaks: [],
    nextId: 1,
    failedStarts: 0,
    isStopped: false,
  };
  for (let i = 0; i < options.jobs; i += 1) addSlot(pool, []);
  const watch = watchTime(pool);
  let running: Promise<void> = Promise.resolve();
  return {
    run: (tasks, onResult) => {
      running = startRun(pool, tasks, onResult as Run['onResult']);
      return running;
    },
    stop: async () => {
      pool.isStopped = true;
      dropRest(pool);
      await running.catch(() => {});
    },
    close: async () => {
      clearInterval(watch);
      pool.isStopped = true;
      const closed = new Promise<void>((resolve) => {
        pool.onClosed = resolve;
      });
      for (const slot of pool.slots) endSlot(slot);
      dropRest(pool);
      if (pool.slots.size > 0) await closed;
    },
    get peakMemory() {
      return [...pool.peaks, ...[...pool.slots].map((slot) => slot.peak)];
    },
  };
}

const heapLimits = (megabytes: number): readonly string[] => [
  `--max-semi-space-size=${YOUNG_HEAP}`,
  `--max-old-space-size=${Math.round(megabytes * HEAP_SHARE)}`,
];

function watchTime({ slots, options }: Pool): NodeJS.Timeout {
  let last = performance.now();
  return setInterval(() => {
    const now = performance.now();
    for (const slot of slots) growOlder(slot, Math.min(now - last, LONGEST_STEP), options.limits);
    last = now;
  }, WATCH_MILLISECONDS).unref();
}

function addSlot(pool: Pool, alone: readonly Ticket[]): void {
  const { options, execArgv } = pool;
  const slot = startSlot({ ...options, execArgv }, alone, {
    onReady: () => dispatch(pool),
    onAnswer: (task, answer) => {
      pool.failedStarts = 0;
      finish(pool, task.task, outcomeOf(answer));
      dispatch(pool);
    },
    onEnd: bury.bind(undefined, pool),
  });
  pool.slots.add(slot);
}

const outcomeOf = (answer: Answer): TaskOutcome<unknown> =>
  'threw' in answer
    ? { type: 'failed', reason: 'threw', detail: answer.threw }
    : { type: 'done', result: answer.result };

/** Passes on what a dead worker had, and puts another in its place. */
function bury(pool: Pool, slot: Slot, end: ProcessEnd): void {
  const { options, run } = pool;
  pool.slots.delete(slot);
  pool.peaks.push(slot.peak);
  const death = causeOfDeath(end, slot.verdict, options.limits);
  const { culprit, suspects, innocent } = judge([...slot.assigned.values()], death.reason, options.limits);
  if (culprit) finish(pool, culprit.task, { type: 'failed', ...death });
  const alone = [...suspects.map(({ task }) => ({ task, alone: true })), ...slot.alone];
  // One that was sent here to be alone and had not begun stays alone.
  alone.push(...innocent.filter((task) => task.alone));
  run?.source.giveBack(innocent.filter((task) => !task.alone));
  if (!slot.hasBegun) pool.failedStarts += 1;
  if (pool.onClosed) {
    run?.source.giveBack(alone);
    if (pool.slots.size === 0) pool.onClosed();
  } else if (pool.failedStarts >= FAILED_STARTS) {
    pool.broken ??= new WorkerStartError(end.words || death.detail);
    run?.source.giveBack(alone);
    fail(pool, pool.broken);
  } else if (pool.isStopped) run?.source.giveBack(alone);
  else addSlot(pool, alone);
  dispatch(pool);
}

async function startRun(
  pool: Pool,
  tasks: Iterable<unknown> | AsyncIterable<unknown>,
  onResult: Run['onResult'],
): Promise<void> {
  if (pool.run) throw new Error('A run is under way');
  if (pool.isStopped) return;
  await new Promise<void>((resolve, reject) => {
    const source = createTaskSource(
      tasks,
      () => dispatch(pool),
      (error) => fail(pool, error),
    );
    pool.run = { source, onResult, resolve, reject };
    if (pool.broken) fail(pool, pool.broken);
    dispatch(pool);
  });
}

/** Gives tasks to the workers that have room, and ends the run when all is done. */
function dispatch(pool: Pool): void {
  const { run } = pool;
  if (run === undefined) return;
  for (const slot of pool.slots) {
    if (slot.state !== 'ready' || slot.assigned.size > 0) continue;
    const ticket = slot.alone.shift();
    if (ticket) assign(pool, slot, ticket);
  }
  for (let slot = roomiest(pool); slot !== undefined; slot = roomiest(pool)) {
    const ticket = run.source.take();
    if (ticket === undefined) break;
    assign(pool, slot, ticket);
  }
  if (pool.run !== run || !run.source.isDone()) return;
  delete pool.run;
  if (run.failure) run.reject(run.failure.error);
  else run.resolve();
}

function assign(pool: Pool, slot: Slot, ticket: Ticket): void {
  const id = pool.nextId;
  pool.nextId += 1;
  slot.assigned.set(id, { ...ticket, age: undefined, memoryBefore: 0 });
  slot.process.send({ id, task: ticket.task });
}

/** The worker with the fewest tasks that may be given another. */
function roomiest({ slots, options }: Pool): Slot | undefined {
  let found: Slot | undefined;
  let fewest = options.inFlight ?? IN_FLIGHT;
  for (const slot of slots) {
    if (slot.state !== 'ready' || slot.alone.length > 0 || slot.assigned.size >= fewest) continue;
    if ([...slot.assigned.values()].some((task) => task.alone)) continue;
    found = slot;
    fewest = slot.assigned.size;
  }
  return found;
}

function finish(pool: Pool, task: unknown, outcome: TaskOutcome<unknown>): void {
  const { run } = pool;
  if (run === undefined) return;
  run.source.settle();
  try {
    run.onResult(task, outcome);
  } catch (error) {
    fail(pool, error);
  }
}

/** The run rejects when the workers have finished what they have. */
function fail(pool: Pool, error: unknown): void {
  if (pool.run === undefined) return;
  pool.run.failure ??= { error };
  dropRest(pool);
}

function dropRest(pool: Pool): void {
  const { run } = pool;
  if (run === undefined) return;
  run.source.stop();
  for (const slot of pool.slots) run.source.giveBack(slot.alone.splice(0));
  dispatch(pool);
}
