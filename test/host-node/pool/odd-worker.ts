import { existsSync, rmSync } from 'node:fs';
import { serveTasks } from '../../../src/host-node/worker-protocol.js';

/** What the tests ask of a worker. */
export interface OddTask {
  readonly n: number;
  readonly does?: keyof typeof DOES;
  /** For "falls-once": a file that is there the first time. */
  readonly file?: string;
}

const kept: unknown[] = [];

const DOES = {
  exit: () => process.exit(7),
  fault: () => process.kill(process.pid, 'SIGSEGV'),
  abort: () => process.abort(),
  loop: () => {
    for (;;);
  },
  heap: () => {
    for (;;) kept.push(new Array(1000).fill(kept.length));
  },
  buffers: () => {
    for (;;) kept.push(Buffer.alloc(20_000_000, 1));
  },
  leak: () => kept.push(Buffer.alloc(20_000_000, 1)),
  throw: () => {
    throw new RangeError('không được');
  },
  'lost-rejection': async () => {
    void Promise.reject(new TypeError('bỏ quên'));
    await new Promise(() => {});
  },
  wait: async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
  },
  'falls-once': ({ file = '' }: OddTask) => {
    if (!existsSync(file)) return;
    rmSync(file);
    process.kill(process.pid, 'SIGKILL');
  },
  interrupted: () => process.kill(process.pid, 'SIGINT'),
} satisfies Record<string, (task: OddTask) => unknown>;

serveTasks(async (setup) => async (given) => {
  const task = given as OddTask;
  if (task.does) await DOES[task.does](task);
  return { n: task.n, setup, pid: process.pid };
});
