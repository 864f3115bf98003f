import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../src/host-node/package-folder.js';

/** The built command as a user starts it; BATCH_DIST where it was built elsewhere. */
export const DIST = process.env['BATCH_DIST'] ?? join(packageFolder, 'dist');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A run of the command that may still be under way. */
export interface Running {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it has said to its standard error so far. */
  readonly said: () => string;
  readonly hasEnded: () => boolean;
  readonly ended: Promise<Ended>;
}

export interface StartOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What comes to its standard input; "none": there is no such input. Without it, it is empty. */
  readonly input?: string;
  readonly stdin?: 'none';
  /** In a process group of its own, as a terminal starts it. */
  readonly group?: boolean;
  /** As tsc wrote it, each module in a file of its own, which a test can get at. */
  readonly unbundled?: boolean;
  /** Another user of the system. */
  readonly uid?: number;
}

/** `thethuc batch …`, unless it says otherwise with the fonts that come with it: every machine gives the same bytes. */
export const start = (argv: readonly string[], options: StartOptions): Running =>
  startCommand(['batch', ...argv, ...(argv.includes('--fonts') ? [] : ['--fonts', 'bundled'])], options);

export const run = (argv: readonly string[], options: StartOptions): Promise<Ended> =>
  start(argv, options).ended;

export function startCommand(argv: readonly string[], options: StartOptions): Running {
  const { cwd, env = {}, input = '', stdin, group = false, unbundled = false, uid } = options;
  const child = spawn(process.execPath, [join(DIST, unbundled ? 'cli' : 'bin', 'main.js'), ...argv], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: [stdin === 'none' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: group,
    ...(uid !== undefined && { uid, gid: uid }),
  });
  child.stdin?.on('error', () => {}).end(input);
  let stdout = '';
  let stderr = '';
  let isOver = false;
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      isOver = true;
      resolve({ code, signal, stdout, stderr });
    });
  });
  return { pid: child.pid ?? -1, child, said: () => stderr, hasEnded: () => isOver, ended };
}

/** The processes that a process has started, as the system counts them. Linux only. */
export function childrenOf(pid: number): readonly number[] {
  const found: number[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const parent = fieldOf(Number(name), 'PPid');
    if (parent === pid) found.push(Number(name));
  }
  return found;
}

/** The most memory that a process ever held, in megabytes; undefined where it is gone. */
export function peakOf(pid: number): number | undefined {
  const kilobytes = fieldOf(pid, 'VmHWM');
  return kilobytes === undefined ? undefined : kilobytes / 1024;
}

function fieldOf(pid: number, field: string): number | undefined {
  try {
    const value = new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    )?.[1];
    return value === undefined ? undefined : Number(value);
  } catch {
    return undefined;
  }
}

/** Whether a process is at work: one that is dead and not yet buried is not. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Waits for something to come true; false where the run ended before it did. */
export async function when(running: Running, isTrue: () => boolean): Promise<boolean> {
  while (!isTrue()) {
    if (running.hasEnded()) return false;
    await pause(1);
  }
  return true;
}
