import type { Ticket } from './task-source.js';
import type { ProcessEnd } from './worker-process.js';

/** Why a task has no result. */
export type FailureReason = 'crashed' | 'time' | 'memory' | 'threw';

/** For one task, and for one process: what passes them is ended. */
export interface WorkerLimits {
  readonly seconds: number;
  readonly megabytes: number;
}

/** A task that a worker has. */
export interface Assigned extends Ticket {
  /** Milliseconds since it began; undefined before. */
  age: number | undefined;
  /** Resident bytes of its process when it began. */
  memoryBefore: number;
}

export interface Death {
  readonly reason: Exclude<FailureReason, 'threw'>;
  /** "SIGSEGV", "60 s", "1024 MB", "1: RangeError: …" */
  readonly detail: string;
}

export const MEGABYTE = 1024 * 1024;

/** `verdict` is why the parent ended it; otherwise it died by itself. */
export function causeOfDeath(
  end: ProcessEnd,
  verdict: 'time' | 'memory' | undefined,
  limits: WorkerLimits,
): Death {
  if (verdict === 'time') return { reason: 'time', detail: `${limits.seconds} s` };
  // V8 gives up by itself at the limit of its heap.
  if (verdict === 'memory' || /heap out of memory|Array buffer allocation failed/.test(end.words))
    return { reason: 'memory', detail: `${limits.megabytes} MB` };
  const said = /^\S*Error\b.*$/m.exec(end.words)?.[0];
  const how = end.signal ?? String(end.code ?? '');
  return { reason: 'crashed', detail: said ? `${how}: ${said}` : how };
}

/** What a worker's death means for the tasks that it had. */
export interface Verdict {
  /** The one that it died of, when that is certain. */
  readonly culprit?: Assigned;
  /** Otherwise all that had begun; each must be done alone. */
  readonly suspects: readonly Assigned[];
  /** Had not begun. */
  readonly innocent: readonly Assigned[];
}

/**
 * A task is blamed only where nothing else had begun in its worker; and for memory only where it was alone from the start or
 * took half of the limit by itself, since what earlier tasks left behind counts too.
 */
export function judge(assigned: readonly Assigned[], reason: FailureReason, limits: WorkerLimits): Verdict {
  const begun = assigned.filter((task) => task.age !== undefined);
  const innocent = assigned.filter((task) => task.age === undefined);
  const [first] = begun;
  if (first === undefined || begun.length > 1) return { suspects: begun, innocent };
  const tookIt = reason !== 'memory' || first.memoryBefore < (limits.megabytes * MEGABYTE) / 2;
  return first.alone || tookIt ? { culprit: first, suspects: [], innocent } : { suspects: begun, innocent };
}
