import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** The descriptor of the pipe to the parent that is written at once, also when no turn of the event loop will come again. */
export const WATCH_DESCRIPTOR = 4;

/** From parent to child. Everything crosses as JSON. */
export type ParentMessage = { readonly setup: unknown } | { readonly id: number; readonly task: unknown };

/** From child to parent; `threw` is the message and where it was thrown. */
export type ChildMessage =
  | { readonly ready: true }
  | { readonly id: number; readonly result?: unknown }
  | { readonly id: number; readonly threw: string };

/** What comes through the watch pipe, a line each: "b17" task 17 begins, "m81264640" resident memory in bytes. */
export type WatchLine =
  | { readonly type: 'begin'; readonly id: number }
  | { readonly type: 'memory'; readonly bytes: number };

/** A heap in megabytes: the thread does nothing but ask for one number. */
const WATCHER_HEAP = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };

/**
 * Makes this process a worker of a pool: call it once, at the top of the worker's program. `create` is given what all tasks
 * share and makes what does one task. Tasks begin as they arrive, so while one awaits another goes on; each is answered once,
 * one that throws with its message. The process outlives Ctrl-C, which the parent answers, but never the parent.
 */
export function serveTasks(create: (setup: unknown) => Promise<(task: unknown) => Promise<unknown>>): void {
  process.on('SIGINT', () => {});
  process.once('disconnect', endAtOnce);
  process.once('message', async (message: ParentMessage) => {
    const perform = await create('setup' in message ? message.setup : undefined);
    process.on('message', (next: ParentMessage) => {
      if ('task' in next) void answer(perform, next.id, next.task);
    });
    new Worker(new URL('./watch-memory.js', import.meta.url), { resourceLimits: WATCHER_HEAP }).unref();
    tell({ ready: true });
  });
}

async function answer(
  perform: (task: unknown) => Promise<unknown>,
  id: number,
  task: unknown,
): Promise<void> {
  // Through this pipe and not the channel: what is sent there may wait for a turn that a hanging task never gives.
  writeToWatch(`b${id}\n`);
  try {
    tell({ id, result: await perform(task) });
  } catch (error) {
    tell({ id, threw: sayError(error) });
  }
}

function tell(message: ChildMessage): void {
  process.send?.(message, undefined, undefined, () => {});
}

/** "RangeError: Invalid array length (at f (file:///…:3:7))" */
function sayError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const line = /^\s+at .*$/m.exec(error.stack ?? '')?.[0].trim();
  return `${error.name}: ${error.message}${line ? ` (${line})` : ''}`;
}

/** Where nobody reads any more the parent is dead. */
export function writeToWatch(line: string): void {
  try {
    writeSync(WATCH_DESCRIPTOR, line);
  } catch {
    endAtOnce();
  }
}

/** Not `process.exit`, which in a thread ends the thread only. What is half written lies under a temporary name. */
function endAtOnce(): void {
  process.kill(process.pid, 'SIGKILL');
}

export function parseWatchLine(line: string): WatchLine | undefined {
  const number = Number(line.slice(1));
  if (line.startsWith('b')) return { type: 'begin', id: number };
  return line.startsWith('m') ? { type: 'memory', bytes: number } : undefined;
}
