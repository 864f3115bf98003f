import { writeToWatch } from './worker-protocol.js';

/**
 * A thread inside a worker process that tells the parent how much memory the process holds, also while its main thread is
 * busy without end. The parent decides what is too much. A write that fails ends the process: the parent is dead.
 */
const MILLISECONDS = 100;

const report = (): void => writeToWatch(`m${process.memoryUsage.rss()}\n`);
report();
setInterval(report, MILLISECONDS);
