import type { BatchSetup, Task } from '../batch/job.js';
import { serveTasks } from '../host-node/worker-protocol.js';
import { createJobRunner } from './batch-job.js';

// A worker process of `thethuc batch`.
serveTasks(async (setup) => {
  const { value: runner, diagnostics } = await createJobRunner(setup as BatchSetup);
  // The parent has read the same before it started this process: only a file that changed meanwhile leads here.
  if (runner === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  // Where it fails the first paper says so.
  runner.warmUp().catch(() => {});
  return (task) => runner.run(task as Task);
});
