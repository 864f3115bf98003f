import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesOf, remainsOf, reportOf, stampsOf, unsoundFiles } from './output.js';
import { childrenOf, pause, peakOf, type Running, run, start } from './program.js';
import { ARGV, keyOf, rowsOf, testFolder, writeCase } from './units.js';

const ROWS = 10_000;
/** Megabytes of a worker process; the program's own limit would be far above. */
const MOST_MEMORY = 250;

const here = testFolder();

/** The most memory of each process that the run starts. */
async function watchWorkers(running: Running): Promise<readonly number[]> {
  const peaks = new Map<number, number>();
  while (!running.hasEnded()) {
    for (const pid of childrenOf(running.pid))
      peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid) ?? 0));
    await pause(250);
  }
  return [...peaks.values()];
}

test(`${ROWS} units from the table to the reports`, async () => {
  const cwd = writeCase(here('many'), rowsOf(ROWS));
  const output = here('many', 'ra');
  const began = performance.now();
  const running = start(ARGV, { cwd });
  const peaks = await watchWorkers(running);
  const { code, stdout, stderr } = await running.ended;
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(
    `${ROWS} units: ${seconds} s, workers at most ${peaks.map(Math.round).join(' and ')} MB\n`,
  );
  expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: 'ra/report.csv\nra/report.json\n' });
  expect(stderr).toContain(`${ROWS} đơn vị: ${ROWS} đã làm; đã ghi ${2 * ROWS} tệp (${ROWS} trang).`);

  const report = reportOf(output);
  expect(report).toHaveLength(ROWS);
  expect(new Set(report.map(({ key }) => key)).size).toBe(ROWS);
  expect(report.at(-1)).toMatchObject({ row: ROWS + 1, key: keyOf(ROWS), state: 'made', pages: 1 });
  expect(report.every(({ files, state }) => files.length === 2 && state === 'made')).toBe(true);
  expect(unsoundFiles(output)).toEqual([]);
  expect(filesOf(output)).toHaveLength(2 * ROWS);
  expect(remainsOf(output)).toEqual([]);
  expect(statSync(here('many', 'ra', 'report.csv')).size).toBeGreaterThan(ROWS * 200);
  if (process.platform === 'linux') {
    expect(peaks.length).toBeGreaterThan(0);
    expect(Math.max(...peaks)).toBeLessThan(MOST_MEMORY);
  }
});

test('the same command again writes none of them again', async () => {
  const output = here('many', 'ra');
  const before = stampsOf(output);
  const { code, stderr } = await run(ARGV, { cwd: here('many') });
  expect(code, stderr).toBe(0);
  expect(stderr).toContain(`${ROWS} đơn vị: ${ROWS} không đổi.`);
  expect(stampsOf(output)).toEqual(before);
});
