import type { Ticket } from './task-source.js';
import { type Assigned, MEGABYTE, type WorkerLimits } from './worker-death.js';
import { type ProcessEnd, startWorkerProcess, type WorkerProcess } from './worker-process.js';
import type { ChildMessage, WatchLine } from './worker-protocol.js';

/** A worker process with what it has to do and what is known of it. */
export interface Slot {
  readonly process: WorkerProcess;
  state: 'starting' | 'ready' | 'ending';
  /** Milliseconds since its start, while it is starting. */
  age: number;
  /** Resident bytes, as last told, and the most of them. */
  memory: number;
  peak: number;
  hasBegun: boolean;
  /** Why it was ended by us. */
  verdict?: 'time' | 'memory';
  readonly assigned: Map<number, Assigned>;
  /** To be done here one by one before anything else. */
  readonly alone: Ticket[];
}

export interface SlotOptions {
  readonly script: URL;
  readonly execArgv: readonly string[];
  readonly setup: unknown;
  readonly limits: WorkerLimits;
}

export type Answer = { readonly result?: unknown } | { readonly threw: string };

export interface SlotEvents {
  readonly onReady: () => void;
  readonly onAnswer: (task: Assigned, answer: Answer) => void;
  /** The slot is of no use any more; what it had is still in it. */
  readonly onEnd: (slot: Slot, end: ProcessEnd) => void;
}

/** The least time for a start: on a machine with other work it may be slow. */
const START_SECONDS = 60;

export function startSlot(options: SlotOptions, alone: readonly Ticket[], events: SlotEvents): Slot {
  const process = startWorkerProcess(options.script, options.execArgv, {
    onMessage: (message) => hear(slot, message, events),
    onWatch: (line) => watch(slot, line, options.limits),
    onEnd: (end) => events.onEnd(slot, end),
  });
  const slot: Slot = {
    process,
    state: 'starting',
    age: 0,
    memory: 0,
    peak: 0,
    hasBegun: false,
    assigned: new Map(),
    alone: [...alone],
  };
  void setUp(slot, options.setup);
  return slot;
}

/** Whoever waits for the setup is told where there is none. */
async function setUp(slot: Slot, options: unknown): Promise<void> {
  const setup = await Promise.resolve(options).catch(() => undefined);
  if (setup !== undefined && slot.state === 'starting') slot.process.send({ setup });
}

function hear(slot: Slot, message: ChildMessage, events: SlotEvents): void {
  if ('ready' in message) {
    if (slot.state === 'starting') slot.state = 'ready';
    events.onReady();
    return;
  }
  const task = slot.assigned.get(message.id);
  if (task === undefined) return;
  slot.assigned.delete(message.id);
  events.onAnswer(task, message);
}

function watch(slot: Slot, line: WatchLine, limits: WorkerLimits): void {
  if (line.type === 'begin') {
    slot.hasBegun = true;
    const task = slot.assigned.get(line.id);
    // Its answer may have come first: that is another pipe.
    if (task) Object.assign(task, { age: 0, memoryBefore: slot.memory });
    return;
  }
  slot.memory = line.bytes;
  slot.peak = Math.max(slot.peak, line.bytes);
  if (slot.memory > limits.megabytes * MEGABYTE) condemn(slot, 'memory');
}

/** Makes its tasks older by so many milliseconds, and ends it where one is too old. */
export function growOlder(slot: Slot, step: number, limits: WorkerLimits): void {
  if (slot.state === 'starting') slot.age += step;
  if (slot.age > Math.max(START_SECONDS, limits.seconds) * 1000) condemn(slot, 'time');
  for (const task of slot.assigned.values()) {
    if (task.age === undefined) continue;
    task.age += step;
    if (task.age > limits.seconds * 1000) condemn(slot, 'time');
  }
}

function condemn(slot: Slot, verdict: 'time' | 'memory'): void {
  if (slot.state === 'ending') return;
  slot.verdict = verdict;
  endSlot(slot);
}

export function endSlot(slot: Slot): void {
  slot.state = 'ending';
  slot.process.kill();
}
