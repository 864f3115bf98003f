import { whenReady } from './when-ready.js';

/** The engine's worker from the page's own address, ready to be asked. */
export const startHosted = (): Promise<Worker> =>
  whenReady(new Worker(new URL('./hosted-worker.ts', import.meta.url), { type: 'module' }));
