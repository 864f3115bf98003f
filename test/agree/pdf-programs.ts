import { execFileSync, spawnSync } from 'node:child_process';

/** Whether a program is there. In CI, which installs them, a missing one fails the test instead of skipping it. */
export const hasProgram = (program: string): boolean => {
  const missing = spawnSync(program, ['-v'], { stdio: 'ignore' }).error !== undefined;
  if (missing && process.env['CI'] === 'true') throw new Error(`${program} is not installed`);
  return !missing;
};

/** Standard output of a program; throws with its errors when it fails. */
export const run = (program: string, ...args: readonly string[]): Buffer =>
  execFileSync(program, args, { maxBuffer: 1 << 28 });
