import { setFlagsFromString } from 'node:v8';
import type { BatchSetup, Task } from '../batch/job.js';
import { serveTasks } from '../host-node/worker-protocol.js';
import { createJobRunner } from './batch-job.js';

/** Milliseconds without a task after which all rows are taken to be checked: the parent looks them over before it goes on. */
const PAUSE = 5;

// A third of what V8 would inline: its compiler takes a quarter less time, of which a worker spends some seconds, and what
// it compiles is as fast. A later V8 that does not know the word goes on without it.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');

// A worker process of `thethuc batch`.
serveTasks(async (setup) => {
  const { value: runner, diagnostics } = await createJobRunner(setup as BatchSetup);
  // The parent reads the same and tells what is wrong; it asks nothing of this process then.
  if (runner === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  let underWay = 0;
  let pause: NodeJS.Timeout | undefined;
  // Rows are checked without the writers. Where these cannot be loaded the first paper says so.
  const warmUp = (): void => void runner.warmUp().catch(() => {});
  return async (task) => {
    clearTimeout(pause);
    underWay += 1;
    try {
      return await runner.run(task as Task);
    } finally {
      underWay -= 1;
      if (underWay === 0) pause = setTimeout(warmUp, PAUSE);
    }
  };
});
