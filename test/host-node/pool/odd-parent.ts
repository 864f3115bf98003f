import { createWorkerPool } from '../../../src/host-node/worker-pool.js';

// A parent that says the numbers of its children, gives one endless work, leaves the other without work, and is killed.
const pool = createWorkerPool({
  script: new URL('./odd-worker.js', import.meta.url),
  setup: null,
  jobs: 2,
  limits: { seconds: 600, megabytes: 500 },
  inFlight: 1,
});
const pids = new Set<number>();
await pool.run<unknown, { pid: number }>(
  (function* () {
    for (let n = 0; pids.size < 2; n += 1) yield { n, does: 'wait' };
  })(),
  (_, outcome) => {
    if (outcome.type === 'done') pids.add(outcome.result.pid);
  },
);
process.stdout.write(`${[...pids].join(' ')}\n`);
await pool.run([{ n: 1, does: 'loop' }], () => {});
