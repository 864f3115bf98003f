import * as fs from 'node:fs/promises';
import { hostname } from 'node:os';
import * as path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Outcome } from '../diagnostic/diagnostic.js';
import { makeFolder, removeQuietly } from './disk-steps.js';
import { errnoOf, hostErrorOf } from './system-error.js';

export interface FolderLock {
  readonly release: () => Promise<void>;
}

interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** The locks that this process has or is about to take. */
const held = new Set<string>();

/** A lock is made and then written: what is empty for so long was left so by a power cut. */
const EMPTY_WAITS = [20, 50, 100, 200];

/**
 * Lets one run at a time into a folder: a file that only one process can make. One whose process is dead counts for
 * nothing, where it was of this machine. A finding names the file where the lock is another's. Throws HostError.
 */
export async function lockFolder(file: string): Promise<Outcome<FolderLock>> {
  if (held.has(file)) return { diagnostics: [lockedBy({ pid: process.pid, host: hostname() }, file)] };
  held.add(file);
  try {
    const owner = await takeLock(file);
    if (owner === undefined) return { value: { release: () => release(file) }, diagnostics: [] };
    held.delete(file);
    return { diagnostics: [lockedBy(owner, file)] };
  } catch (cause) {
    held.delete(file);
    if (errnoOf(cause) === '') throw cause;
    throw hostErrorOf(cause, file, { platform: process.platform, replaces: false });
  }
}

/** Whose it is, where it is another's. */
async function takeLock(file: string): Promise<Owner | undefined> {
  await makeFolder(path.dirname(file));
  for (;;) {
    if (await make(file)) return undefined;
    const text = await readSettled(file);
    if (text === undefined) continue;
    const owner = parseOwner(text);
    if (owner !== undefined && !isDead(owner)) return owner;
    await takeAway(file, text);
  }
}

async function make(file: string): Promise<boolean> {
  try {
    await fs.writeFile(file, `${JSON.stringify({ pid: process.pid, host: hostname() })}\n`, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (errnoOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

async function release(file: string): Promise<void> {
  held.delete(file);
  await removeQuietly(file);
}

/** Undefined where it is gone by now. */
async function readSettled(file: string): Promise<string | undefined> {
  try {
    for (const wait of EMPTY_WAITS) {
      const text = await fs.readFile(file, 'utf8');
      if (parseOwner(text)) return text;
      await setTimeout(wait);
    }
    return await fs.readFile(file, 'utf8');
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

function parseOwner(text: string): Owner | undefined {
  try {
    const { pid, host } = JSON.parse(text) as Partial<Owner>;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

/** Our own number in a lock that we do not hold is that of an earlier process. */
function isDead({ pid, host }: Owner): boolean {
  if (host !== hostname()) return false;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (cause) {
    return errnoOf(cause) === 'ESRCH';
  }
}

/** Another process may do the same, and have its own lock in place by now: that is given back. */
async function takeAway(file: string, text: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await fs.rename(file, aside);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return;
    throw cause;
  }
  if ((await fs.readFile(aside, 'utf8')) === text) await removeQuietly(aside);
  else await fs.rename(aside, file);
}

const lockedBy = ({ pid, host }: Owner, file: string) => ({
  code: 'batch/locked',
  severity: 'error' as const,
  message: `Một lần chạy khác đang tạo văn bản vào thư mục này (tiến trình ${pid} trên máy "${host}")`,
  hints: [
    'Chờ lần chạy đó xong rồi chạy lại, hoặc chọn thư mục khác bằng -o',
    `Nếu chắc chắn không còn lần chạy nào thì xóa tệp "${file}"`,
  ],
});
