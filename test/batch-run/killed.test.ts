import { existsSync, readdirSync, rmSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOf, hashesOf, isWhole, journalOf, keysIn, remainsOf, rewritten, stampsOf } from './output.js';
import { childrenOf, isAlive, pause, type Running, run, start, when } from './program.js';
import { ARGV, FORM, randomNumbers, rowsOf, testFolder, writeCase } from './units.js';

/** More than a volume for the printer holds, so that there are two. */
const ROWS = 520;
const COMMAND = [...ARGV, '--zip', '--merge', 'in.pdf'];
const ARCHIVE = 'tat-ca.zip';

const here = testFolder();
const seed = Number(process.env['BATCH_SEED'] ?? process.hrtime.bigint() % 1_000_000n);
const random = randomNumbers(seed);
/** The undisturbed run. */
let whole: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  process.stdout.write(`BATCH_SEED=${seed}\n`);
  writeCase(here('whole'), rowsOf(ROWS));
  const { code, stderr } = await run(COMMAND, { cwd: here('whole') });
  expect(code, stderr).toBe(0);
  whole = hashesOf(here('whole', 'ra'));
  expect(Object.keys(whole)).toHaveLength(2 * ROWS + 3);
});

/** A moment of a run: something happens, and then some milliseconds pass. */
interface Moment {
  readonly name: string;
  readonly comes: (output: string, running: Running) => boolean;
  readonly wait: number;
}

const papersIn = (output: string): number =>
  existsSync(output) ? readdirSync(output).filter((name) => /\.(?:docx|pdf)$/.test(name)).length : 0;
/** An archive or a volume that has no name yet. */
const isBundling = (output: string): boolean =>
  existsSync(`${output}/.thethuc/tmp`) &&
  readdirSync(`${output}/.thethuc/tmp`).some((name) => name.endsWith('.part'));

const MOMENTS: readonly Moment[] = [
  { name: 'first 200 ms', comes: () => true, wait: random() * 200 },
  {
    name: 'while the workers start',
    comes: (_, { pid }) => childrenOf(pid).length > 0,
    wait: random() * 300,
  },
  { name: 'check', comes: (_, running) => running.said().includes('Phông'), wait: random() * 800 },
  { name: 'make begins', comes: (_, running) => running.said().includes('Kiểm tra:'), wait: random() * 60 },
  ...[0.1, 0.4, 0.8].map((share) => ({
    name: `make, ${share * 100} %`,
    comes: (output: string) => papersIn(output) >= 2 * ROWS * share,
    wait: random() * 100,
  })),
  { name: 'zip', comes: isBundling, wait: random() * 20 },
  { name: 'merge', comes: (output) => existsSync(`${output}/${ARCHIVE}`), wait: random() * 250 },
  {
    name: 'near the end',
    comes: (output) => existsSync(`${output}/in-2.pdf`),
    wait: random() * 10,
  },
];

/** Kills a run at a moment, and says whether it came before the run's own end. Its workers end without it. */
async function killAt(cwd: string, output: string, { comes, wait }: Moment): Promise<boolean> {
  const running = start(COMMAND, { cwd });
  if (!(await when(running, () => comes(output, running)))) return false;
  await pause(wait);
  const workers = childrenOf(running.pid);
  running.child.kill('SIGKILL');
  const { signal } = await running.ended;
  while (workers.some(isAlive)) await pause(5);
  return signal === 'SIGKILL';
}

/** Files that stand under a final name and are not what an undisturbed run gives. */
const torn = (output: string, expected: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(hashesOf(output))
    .filter(([path, hash]) => expected[path] !== hash)
    .map(([path]) => path);

test('kill -9 at ten random moments: the same command ends with the same bytes', async () => {
  const cwd = writeCase(here('killed'), rowsOf(ROWS));
  const output = here('killed', 'ra');
  const late: string[] = [];
  for (const moment of MOMENTS) {
    let isKilled = await killAt(cwd, output, moment);
    // A run that ended first has nothing left to be killed in but what is taken away from it.
    for (let again = 0; !isKilled && again < 5; again += 1) {
      for (const path of filesOf(output))
        if (/^(?:tat-ca\.zip|in-\d\.pdf)$/.test(path)) rmSync(`${output}/${path}`);
      isKilled = await killAt(cwd, output, { ...moment, wait: 0 });
    }
    if (!isKilled) late.push(moment.name);
    expect(torn(output, whole), moment.name).toEqual([]);
  }
  expect(late).toEqual([]);
  const { code, stderr } = await run(COMMAND, { cwd });
  expect(code, stderr).toBe(0);
  expect(hashesOf(output)).toEqual(whole);
  expect(remainsOf(output)).toEqual([]);
  expect(journalOf(output)).toBe(journalOf(here('whole', 'ra')));
});

test('killed while files of an earlier run are replaced: each is the old one or the new', async () => {
  const rows = rowsOf(150);
  const form = FORM.replace('hoàn cảnh khó khăn', 'hoàn cảnh đặc biệt khó khăn');
  const changed = writeCase(here('changed'), rows, { form });
  expect((await run(COMMAND, { cwd: changed })).code).toBe(0);
  const wanted = hashesOf(here('changed', 'ra'));

  const cwd = writeCase(here('replaced'), rows);
  const output = here('replaced', 'ra');
  expect((await run(COMMAND, { cwd })).code).toBe(0);
  const old = hashesOf(output);
  expect(torn(output, wanted)).toHaveLength(Object.keys(wanted).length);
  writeCase(cwd, rows, { form });
  for (const share of [0.2, 0.5]) {
    const isNew = rewrittenSince(output);
    const comes = (): boolean => isNew() >= rows.length * share;
    expect(await killAt(cwd, output, { name: '', comes, wait: random() * 50 })).toBe(true);
    const now = hashesOf(output);
    expect(Object.keys(now)).toEqual(Object.keys(old));
    expect(Object.keys(now).filter((path) => now[path] !== old[path] && now[path] !== wanted[path])).toEqual(
      [],
    );
  }
  const { code, stderr } = await run(COMMAND, { cwd });
  expect(code, stderr).toBe(0);
  expect(hashesOf(output)).toEqual(wanted);
  expect(remainsOf(output)).toEqual([]);
  expect(journalOf(output)).toBe(journalOf(here('changed', 'ra')));
});

/** Counts the files that were written again since this was called. */
function rewrittenSince(output: string): () => number {
  const before = stampsOf(output);
  return () => rewritten(before, stampsOf(output)).length;
}

test('a worker that somebody kills costs one unit at most, until the next run', async () => {
  const cwd = writeCase(here('worker'), rowsOf(ROWS));
  const output = here('worker', 'ra');
  const running = start(COMMAND, { cwd });
  for (const share of [0.1, 0.3]) {
    expect(await when(running, () => papersIn(output) >= 2 * ROWS * share)).toBe(true);
    const [worker] = childrenOf(running.pid);
    if (worker !== undefined) process.kill(worker, 'SIGKILL');
  }
  const first = await running.ended;
  const failed = keysIn(output, 'failed');
  expect(failed.length, first.stderr).toBeLessThanOrEqual(2);
  expect(first.code).toBe(failed.length > 0 ? 1 : 0);
  if (failed.length > 0) expect(first.stderr).toContain('tiến trình làm đơn vị này bị tắt (SIGKILL)');
  expect((await run(COMMAND, { cwd })).code).toBe(0);
  expect(hashesOf(output)).toEqual(whole);
  expect(remainsOf(output)).toEqual([]);
});

describe('Ctrl-C', () => {
  /** A terminal sends it to the workers too. */
  const interrupt = async (running: Running): Promise<void> => {
    process.kill(-running.pid, 'SIGINT');
    await running.ended;
  };

  test('while units are checked: nothing is written', async () => {
    const cwd = writeCase(here('interrupted'), rowsOf(ROWS));
    const running = start(COMMAND, { cwd, group: true });
    expect(await when(running, () => running.said().includes('Phông'))).toBe(true);
    await pause(random() * 100);
    await interrupt(running);
    const { code, stderr } = await running.ended;
    expect(code, stderr).toBe(130);
    expect(stderr).toContain('Đã dừng khi đang kiểm tra, chưa ghi tệp nào.');
    expect(existsSync(here('interrupted', 'ra'))).toBe(false);
  });

  test('while papers are made: what is begun is ended, and the same command goes on', async () => {
    const cwd = here('interrupted');
    const output = here('interrupted', 'ra');
    const running = start(COMMAND, { cwd, group: true });
    expect(await when(running, () => papersIn(output) > ROWS / 3)).toBe(true);
    await interrupt(running);
    const { code, stderr } = await running.ended;
    expect(code, stderr).toBe(130);
    expect(stderr).toMatch(/Còn \d+ đơn vị chưa làm\. Chạy lại đúng lệnh này để làm tiếp\./);
    expect(remainsOf(output)).toEqual([]);
    const done = keysIn(output, 'made');
    expect(done.length).toBeGreaterThan(0);
    expect(keysIn(output, 'waiting')).toHaveLength(ROWS - done.length);
    expect(filesOf(output)).toHaveLength(2 * done.length);

    expect((await run(COMMAND, { cwd })).code).toBe(0);
    expect(keysIn(output, 'unchanged')).toEqual(done);
    expect(hashesOf(output)).toEqual(whole);
    expect(journalOf(output)).toBe(journalOf(here('whole', 'ra')));
  });

  test('while the archive or the volumes are written: nothing half written, and the same command goes on', async () => {
    const cwd = here('interrupted');
    const output = here('interrupted', 'ra');
    for (const path of filesOf(output)) if (/\.zip$|in-\d\.pdf$/.test(path)) rmSync(`${output}/${path}`);
    const running = start(COMMAND, { cwd, group: true });
    expect(await when(running, () => isBundling(output))).toBe(true);
    await interrupt(running);
    const { code, stderr } = await running.ended;
    expect(code, stderr).toBe(130);
    expect(stderr).toContain('Chạy lại đúng lệnh này để làm tiếp.');
    expect(torn(output, whole)).toEqual([]);
    expect(remainsOf(output)).toEqual([]);

    expect((await run(COMMAND, { cwd })).code).toBe(0);
    expect(hashesOf(output)).toEqual(whole);
  });
});

test('a file that is whole is told from one that is not', () => {
  const pdf = Buffer.from('%PDF-1.7\n%%EOF\n');
  expect([isWhole('a.pdf', pdf), isWhole('a.pdf', pdf.subarray(0, -4))]).toEqual([true, false]);
});
