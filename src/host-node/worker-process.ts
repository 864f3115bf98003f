import { fork } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type ChildMessage, type ParentMessage, parseWatchLine, type WatchLine } from './worker-protocol.js';

/** How a worker process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: string | null;
  /** The last of what it wrote to its standard error. */
  readonly words: string;
}

export interface WorkerProcess {
  readonly send: (message: ParentMessage) => void;
  readonly kill: () => void;
}

export interface ProcessEvents {
  readonly onMessage: (message: ChildMessage) => void;
  readonly onWatch: (line: WatchLine) => void;
  /** Once, after everything that it said has been heard. */
  readonly onEnd: (end: ProcessEnd) => void;
}

/** Of the standard error, in characters. */
const KEPT_WORDS = 4096;
/** Calls to the disk that a worker may have under way at once; Node's own choice is 4, and a flush takes its time. */
const DISK_THREADS = '16';

/** Starts a worker program. A program that cannot be started ends like one that fails. */
export function startWorkerProcess(
  script: URL,
  execArgv: readonly string[],
  events: ProcessEvents,
): WorkerProcess {
  const child = fork(fileURLToPath(script), [], {
    execArgv: [...execArgv],
    env: { ...process.env, UV_THREADPOOL_SIZE: DISK_THREADS },
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    // Node knows the option; the types of `fork` forget it.
    ...{ windowsHide: true },
  });
  const end = { code: null as number | null, signal: null as string | null, words: '' };
  // It has ended when its pipes are read to the end, the channel too: an answer may still be in there.
  const open = new Set(['process', 'channel']);
  const closed = (what: string): void => {
    if (open.delete(what) && open.size === 0) events.onEnd(end);
  };
  child.on('message', (message) => events.onMessage(message as ChildMessage));
  child.once('disconnect', () => closed('channel'));
  child.once('close', (code, signal) => {
    Object.assign(end, { code, signal });
    closed('process');
  });
  child.on('error', (error) => {
    end.words += error.message;
    if (child.pid !== undefined) return;
    closed('channel');
    closed('process');
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    end.words = (end.words + text).slice(-KEPT_WORDS);
  });
  readLines(child.stdio[4] as Readable, (line) => {
    const said = parseWatchLine(line);
    if (said) events.onWatch(said);
  });
  return {
    // A worker that is just dying cannot be sent to; its end is told by the other events.
    send: (message) => void (child.connected && child.send(message, () => {})),
    kill: () => void child.kill('SIGKILL'),
  };
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  });
  stream.on('error', () => {});
}
