import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  createWorkerPool,
  type PoolOptions,
  type TaskOutcome,
  type WorkerPool,
  WorkerStartError,
} from '../../src/host-node/worker-pool.js';
import type { OddTask } from './pool/odd-worker.js';
import { transpilePool } from './pool/transpile-pool.js';

interface Echo {
  readonly n: number;
  readonly setup: unknown;
  readonly pid: number;
}

let folder: string;
const pools: WorkerPool[] = [];
beforeAll(() => {
  folder = transpilePool();
});
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const program = (name: string): URL => pathToFileURL(join(folder, 'test/host-node/pool', name));

function makePool(more: Partial<PoolOptions> = {}): WorkerPool {
  const limits = { seconds: 30, megabytes: 400 };
  const pool = createWorkerPool({
    script: program('odd-worker.js'),
    setup: { a: 1 },
    jobs: 2,
    limits,
    ...more,
  });
  pools.push(pool);
  return pool;
}

const tasks = (count: number, odd: Readonly<Record<number, OddTask['does']>> = {}): OddTask[] =>
  Array.from({ length: count }, (_, n) => (odd[n] ? { n, does: odd[n] } : { n }));

/** The outcomes by the number of the task; a second outcome of a task is an error. */
async function runAll(pool: WorkerPool, list: Iterable<OddTask> | AsyncIterable<OddTask>) {
  const outcomes = new Map<number, TaskOutcome<Echo>>();
  await pool.run<OddTask, Echo>(list, (task, outcome) => {
    if (outcomes.has(task.n)) throw new Error(`Task ${task.n} twice`);
    if (outcome.type === 'done' && outcome.result.n !== task.n) throw new Error('Another task’s result');
    outcomes.set(task.n, outcome);
  });
  return outcomes;
}

const failures = (outcomes: ReadonlyMap<number, TaskOutcome<Echo>>) =>
  [...outcomes].filter(([, { type }]) => type === 'failed').sort(([a], [b]) => a - b);

describe('tasks', () => {
  test('are all answered once, by all workers, with what they share', async () => {
    const outcomes = await runAll(makePool(), tasks(10_000));
    expect(outcomes.size).toBe(10_000);
    expect(failures(outcomes)).toEqual([]);
    const results = [...outcomes.values()].flatMap((one) => (one.type === 'done' ? [one.result] : []));
    expect(new Set(results.map(({ pid }) => pid)).size).toBe(2);
    expect(results[0]!.setup).toEqual({ a: 1 });
  });

  test('are taken only as workers are free for them', async () => {
    let taken = 0;
    let answered = 0;
    let most = 0;
    const source = (function* () {
      for (const task of tasks(500)) {
        taken += 1;
        most = Math.max(most, taken - answered);
        yield task;
      }
    })();
    await makePool({ inFlight: 3 }).run(source, () => {
      answered += 1;
    });
    expect([taken, answered]).toEqual([500, 500]);
    // One more is in the hand of the generator.
    expect(most).toBeLessThanOrEqual(2 * 3 + 1);
  });

  test('may come slowly, one waiting for the result of another', async () => {
    let answered = 0;
    const source = (async function* () {
      for (const task of tasks(20)) {
        while (answered < task.n - 1) await setTimeout(1);
        yield task;
      }
    })();
    await makePool().run(source, () => {
      answered += 1;
    });
    expect(answered).toBe(20);
  });

  test('several runs follow one another in the same processes', async () => {
    const pool = makePool({ jobs: 1 });
    const pids = new Set<number>();
    for (let i = 0; i < 3; i += 1)
      for (const outcome of (await runAll(pool, tasks(5))).values())
        if (outcome.type === 'done') pids.add(outcome.result.pid);
    expect(pids.size).toBe(1);
    expect((await runAll(pool, [])).size).toBe(0);
  });

  test('one that throws is told with its message and its place, and its worker lives', async () => {
    const pool = makePool({ jobs: 1 });
    const outcomes = await runAll(pool, tasks(3, { 1: 'throw' }));
    const [[n, outcome]] = failures(outcomes) as [[number, TaskOutcome<Echo>]];
    expect(n).toBe(1);
    expect(outcome).toMatchObject({ reason: 'threw' });
    expect(outcome.type === 'failed' && outcome.detail).toMatch(
      /^RangeError: không được \(at .*odd-worker\.js.*\)$/,
    );
    expect(pool.peakMemory).toHaveLength(1);
  });

  test('Ctrl-C is the parent’s to answer', async () => {
    expect(failures(await runAll(makePool({ jobs: 1 }), tasks(3, { 1: 'interrupted' })))).toEqual([]);
  });

  test('an error of the source or of who takes the results ends the run with it', async () => {
    const pool = makePool();
    const source = (function* () {
      yield { n: 1 };
      throw new Error('nguồn hỏng');
    })();
    await expect(runAll(pool, source)).rejects.toThrow('nguồn hỏng');
    const taker = pool.run(tasks(50), () => {
      throw new Error('không nhận');
    });
    await expect(taker).rejects.toThrow('không nhận');
    expect((await runAll(pool, tasks(5))).size).toBe(5);
  });
});

describe('a task that ends its worker costs itself alone:', () => {
  test.each([
    ['exit', 'crashed', /^7$/],
    ['lost-rejection', 'crashed', /^1: TypeError: bỏ quên$/],
    ['heap', 'memory', /^400 MB$/],
    ['buffers', 'memory', /^400 MB$/],
    ['loop', 'time', /^3 s$/],
    ['fault', 'crashed', /^SIGSEGV$/],
    ['abort', 'crashed', /^SIGABRT$/],
  ] as const)('%s', async (does, reason, detail) => {
    const pool = makePool({ limits: { seconds: 3, megabytes: 400 } });
    const outcomes = await runAll(pool, tasks(40, { 17: does }));
    expect(outcomes.size).toBe(40);
    expect(failures(outcomes)).toEqual([
      [17, { type: 'failed', reason, detail: expect.stringMatching(detail) }],
    ]);
  });

  test('several of them, in a row and in the same worker', async () => {
    const odd = { 3: 'exit', 4: 'heap', 5: 'throw', 20: 'fault', 39: 'exit' } as const;
    const outcomes = await runAll(makePool({ jobs: 1 }), tasks(40, odd));
    expect(outcomes.size).toBe(40);
    expect(failures(outcomes).map(([n]) => n)).toEqual([3, 4, 5, 20, 39]);
  });

  test('what many tasks leave behind is blamed on none', async () => {
    const list = Array.from({ length: 40 }, (_, n): OddTask => ({ n, does: n % 2 === 0 ? 'leak' : 'wait' }));
    const pool = makePool({ jobs: 1, inFlight: 1, limits: { seconds: 30, megabytes: 300 } });
    const outcomes = await runAll(pool, list);
    expect(outcomes.size).toBe(40);
    expect(failures(outcomes)).toEqual([]);
    expect(pool.peakMemory.length).toBeGreaterThan(1);
  });

  test('of several that were under way in a worker that was killed, none is lost', async () => {
    const file = join(folder, 'once');
    writeFileSync(file, '');
    const list = Array.from({ length: 30 }, (_, n): OddTask => ({ n, does: 'wait' }));
    const outcomes = await runAll(makePool({ jobs: 1 }), [
      ...list,
      { n: 30, does: 'falls-once', file },
      { n: 31 },
    ]);
    expect(outcomes.size).toBe(32);
    expect(failures(outcomes)).toEqual([]);
  });
});

describe('workers that cannot be started', () => {
  test('end the run with what they said', async () => {
    writeFileSync(program('broken.js'), 'đây không phải mã;\n');
    await expect(runAll(makePool({ script: program('broken.js') }), tasks(5))).rejects.toThrow(
      /^Không khởi động được tiến trình làm việc: .*SyntaxError/s,
    );
    await expect(runAll(makePool({ script: program('missing.js') }), tasks(5))).rejects.toThrow(
      /missing\.js/,
    );
    writeFileSync(program('dying.js'), 'throw new Error("thiếu phông");\n');
    await expect(runAll(makePool({ script: program('dying.js') }), tasks(5))).rejects.toBeInstanceOf(
      WorkerStartError,
    );
  });
});

describe('the end', () => {
  test('stop lets what is begun finish and takes nothing more', async () => {
    const pool = makePool();
    let isReturned = false;
    let taken = 0;
    const source = (function* () {
      try {
        for (const task of tasks(10_000)) {
          taken += 1;
          yield task;
        }
      } finally {
        isReturned = true;
      }
    })();
    let answered = 0;
    await pool.run(source, (_, outcome) => {
      expect(outcome.type).toBe('done');
      answered += 1;
      if (answered === 50) void pool.stop();
    });
    expect(answered).toBe(taken);
    expect(taken).toBeLessThan(200);
    expect(isReturned).toBe(true);
    expect((await runAll(pool, tasks(5))).size).toBe(0);
  });

  test('stop waits no longer than the limits of a task', async () => {
    const pool = makePool({ limits: { seconds: 1, megabytes: 400 } });
    const run = runAll(pool, tasks(20, { 5: 'loop' }));
    await setTimeout(500);
    await pool.stop();
    await run;
  });

  test('close ends a run under way and all processes', async () => {
    const pool = makePool();
    const pids = new Set<number>();
    let isClosing = false;
    await pool.run<OddTask, Echo>(tasks(2000, { 1990: 'loop' }), (_, outcome) => {
      if (outcome.type === 'done') pids.add(outcome.result.pid);
      if (pids.size === 2 && !isClosing) {
        isClosing = true;
        void pool.close();
      }
    });
    await pool.close();
    for (const pid of pids) expect(isAlive(pid)).toBe(false);
  });

  test('no child outlives a parent that was killed, busy or not', async () => {
    const parent = spawn(process.execPath, [join(folder, 'test/host-node/pool/odd-parent.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pids = await new Promise<string>((resolve) => {
      parent.stdout.setEncoding('utf8').once('data', resolve);
    });
    await setTimeout(300);
    parent.kill('SIGKILL');
    const alive = pids.trim().split(' ').map(Number);
    expect(alive).toHaveLength(2);
    // For ever, if one does not end: the test then fails by its own limit.
    while (alive.some(isAlive)) await setTimeout(50);
  });
});

/** One that has ended and that nobody has asked about yet is dead too. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
