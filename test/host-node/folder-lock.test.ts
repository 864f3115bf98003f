import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../src/host-node/folder-lock.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const deadProcess = (): number => spawnSync(process.execPath, ['-e', '']).pid;
const lockedBy = (pid: number, host = hostname()): void => writeFileSync(file, JSON.stringify({ pid, host }));

test('only one run at a time, until it lets go', async () => {
  const { value: lock } = await lockFolder(file);
  const { value, diagnostics } = await lockFolder(file);
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([{ code: 'batch/locked', severity: 'error' }]);
  expect(diagnostics[0]!.message).toContain(`tiến trình ${process.pid} trên máy "${hostname()}"`);
  expect(diagnostics[0]!.hints!.at(-1)).toContain(file);
  await lock!.release();
  expect(existsSync(file)).toBe(false);
  const again = await lockFolder(file);
  await again.value!.release();
});

test('of many that ask at once, one gets it', async () => {
  const asked = await Promise.all(Array.from({ length: 20 }, () => lockFolder(file)));
  const got = asked.flatMap(({ value }) => (value ? [value] : []));
  expect(got).toHaveLength(1);
  await got[0]!.release();
});

test.each([
  ['of a dead process of this machine', () => lockedBy(deadProcess())],
  ['of an earlier process with our number', () => lockedBy(process.pid)],
  ['that a power cut left empty', () => writeFileSync(file, '')],
  ['that a power cut filled with zeros', () => writeFileSync(file, new Uint8Array(30))],
])('a lock %s counts for nothing', async (_, leave) => {
  leave();
  const { value } = await lockFolder(file);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, host: hostname() });
  await value!.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['of a living process', () => lockedBy(process.ppid)],
  ['of another machine, dead or not', () => lockedBy(deadProcess(), 'may-khac')],
])('a lock %s holds', async (_, leave) => {
  leave();
  const before = readFileSync(file, 'utf8');
  expect((await lockFolder(file)).diagnostics.map(({ code }) => code)).toEqual(['batch/locked']);
  expect(readFileSync(file, 'utf8')).toBe(before);
});
