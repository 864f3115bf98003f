import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOf, hashesOf, remainsOf, reportOf, rewritten, stampsOf } from './output.js';
import { run } from './program.js';
import { ARGV, BY_KEY, into, keyOf, rowsOf, testFolder, writeCase } from './units.js';

const ROWS = 9;

const here = testFolder();
let cwd = '';
let whole: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  cwd = writeCase(here('case'), rowsOf(ROWS));
  const { code, stderr } = await run([...ARGV, ...BY_KEY], { cwd });
  expect(code, stderr).toBe(0);
  whole = hashesOf(join(cwd, 'ra'));
});

describe('--zip', () => {
  test('one archive of all files, as they are', async () => {
    const { code, stderr, stdout } = await run(into('zip', '--zip'), { cwd });
    expect({ code, stdout }, stderr).toEqual({
      code: 0,
      stdout: 'zip/report.csv\nzip/report.json\nzip/tat-ca.zip\n',
    });
    const entries = unzipSync(readFileSync(join(cwd, 'zip', 'tat-ca.zip')));
    expect(Object.keys(entries).sort()).toEqual(Object.keys(whole).sort());
    for (const [path, bytes] of Object.entries(entries))
      expect(Buffer.compare(bytes, readFileSync(join(cwd, 'ra', path)))).toBe(0);
  });

  test('is left alone while its files are as before, and made again with one of them', async () => {
    const output = join(cwd, 'zip');
    const stamps = stampsOf(output);
    expect((await run(into('zip', '--zip'), { cwd })).code).toBe(0);
    expect(rewritten(stamps, stampsOf(output))).toEqual([]);
    const rows = rowsOf(ROWS).map((row, at) => (at === 4 ? [row[0]!, row[1]!, 'Tặng quà'] : row));
    const changed = writeCase(here('zip-changed'), rowsOf(ROWS));
    expect((await run(into('zip', '--zip'), { cwd: changed })).code).toBe(0);
    const before = stampsOf(join(changed, 'zip'));
    writeCase(changed, rows);
    expect((await run(into('zip', '--zip'), { cwd: changed })).code).toBe(0);
    expect(rewritten(before, stampsOf(join(changed, 'zip')))).toEqual([
      `${keyOf(5)}.docx`,
      `${keyOf(5)}.pdf`,
      'tat-ca.zip',
    ]);
  });

  test('one a unit', async () => {
    const { code, stderr } = await run(into('unit', '--zip=unit'), { cwd });
    expect(code, stderr).toBe(0);
    const archives = filesOf(join(cwd, 'unit')).filter((path) => path.endsWith('.zip'));
    expect(archives).toHaveLength(ROWS);
    const entries = unzipSync(readFileSync(join(cwd, 'unit', `${keyOf(3)}.zip`)));
    expect(Object.keys(entries).sort()).toEqual([`${keyOf(3)}.docx`, `${keyOf(3)}.pdf`]);
  });
});

describe('--merge', () => {
  test('the papers in the order of the table, a bookmark a unit', async () => {
    const { code, stderr } = await run(into('in', '--merge', 'in.pdf'), { cwd });
    expect(code, stderr).toBe(0);
    const file = join(cwd, 'in', 'in.pdf');
    const merged = await PDFDocument.load(readFileSync(file));
    expect(merged.getPageCount()).toBe(ROWS);
    try {
      execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    }
  });

  test('--two-sided: every paper begins on a sheet of its own', async () => {
    const { code, stderr } = await run(into('hai-mặt', '--merge', 'in.pdf', '--two-sided'), { cwd });
    expect(code, stderr).toBe(0);
    const merged = await PDFDocument.load(readFileSync(join(cwd, 'hai-mặt', 'in.pdf')));
    expect(merged.getPageCount()).toBe(2 * ROWS);
  });

  test('into a folder of the output that is not there yet; not out of the output', async () => {
    const { code, stderr } = await run(into('nơi', '--merge', 'nơi/nhà in/in.pdf'), { cwd });
    expect(code, stderr).toBe(0);
    const file = join(cwd, 'nơi', 'nhà in', 'in.pdf');
    expect((await PDFDocument.load(readFileSync(file))).getPageCount()).toBe(ROWS);
    expect((await run(into('nơi', '--merge', 'nơi/nhà in/in.pdf'), { cwd })).code).toBe(0);
    const outside = await run(into('nơi', '--merge', 'nhà in/in.pdf'), { cwd });
    expect(outside.code, outside.stderr).toBe(2);
    expect(outside.stderr).toContain('--merge "nhà in/in.pdf" không nằm trong thư mục kết quả');
  });
});

describe('--shard', () => {
  const SHARDS = ['1/3', '2/3', '3/3'];

  test('three folders together are the whole run, and share no unit', async () => {
    const found: Record<string, string> = {};
    let units = 0;
    for (const [index, shard] of SHARDS.entries()) {
      const { code, stderr } = await run(into(`phần-${index}`, '--shard', shard), { cwd });
      expect(code, stderr).toBe(0);
      Object.assign(found, hashesOf(join(cwd, `phần-${index}`)));
      units += reportOf(join(cwd, `phần-${index}`), `-${index + 1}-of-3`).length;
    }
    expect(units).toBe(ROWS);
    expect(found).toEqual(whole);
  });

  test('into one folder, at the same time, with archives', async () => {
    mkdirSync(join(cwd, 'chung'));
    const all = await Promise.all(
      SHARDS.map((shard) =>
        run(into('chung', '--shard', shard, '--jobs', '1', '--zip', '--merge', 'in.pdf'), { cwd }),
      ),
    );
    for (const { code, stderr } of all) expect(code, stderr).toBe(0);
    const found = hashesOf(join(cwd, 'chung'));
    const papers = Object.entries(found).filter(([path]) => path in whole);
    expect(Object.fromEntries(papers)).toEqual(whole);
    expect(Object.keys(found).filter((path) => path.endsWith('.zip'))).toHaveLength(3);
    expect(Object.keys(found).filter((path) => /^in.*\.pdf$/.test(path))).toHaveLength(3);
    expect(remainsOf(join(cwd, 'chung'))).toEqual([]);
  });

  test('a run of all units goes on from the parts, and a part from a run of all', async () => {
    const journals = () =>
      readdirSync(join(cwd, 'chung', '.thethuc')).filter((name) => /^journal/.test(name));
    expect(journals()).toHaveLength(3);
    const all = await run(into('chung', '--merge', 'in.pdf'), { cwd });
    expect(all, all.stderr).toMatchObject({ code: 0 });
    expect(all.stderr).toContain(`${ROWS} không đổi`);
    expect(journals()).toEqual(['journal.jsonl']);
    const part = await run(into('chung', '--shard', '2/4'), { cwd });
    expect(part, part.stderr).toMatchObject({ code: 0 });
    const states = reportOf(join(cwd, 'chung'), '-2-of-4').map(({ state }) => state);
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['unchanged']));
    const papers = Object.entries(hashesOf(join(cwd, 'chung'))).filter(([path]) => path in whole);
    expect(Object.fromEntries(papers)).toEqual(whole);
  });

  test('a run of all units waits for a part that is under way', async () => {
    const kept = join(cwd, 'chờ', '.thethuc');
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, 'journal-1-of-2.jsonl'), '{"thethuc":"journal","version":1}\n');
    writeFileSync(join(kept, 'lock-1-of-2'), JSON.stringify({ pid: process.pid, host: hostname() }));
    const refused = await run(into('chờ'), { cwd });
    expect(refused.code, refused.stderr).toBe(2);
    expect(refused.stderr).toContain('lock-1-of-2');
  });

  test('a unit is in the same part wherever its row stands', async () => {
    const keysOf = (output: string): readonly string[] =>
      reportOf(join(cwd, output), '-1-of-3').map(({ key }) => key);
    const turned = writeCase(here('turned'), [...rowsOf(ROWS)].reverse());
    expect((await run(into('ra', '--shard', '1/3'), { cwd: turned })).code).toBe(0);
    expect(keysOf('phần-0')).toEqual(keysOf('../turned/ra').toReversed());
  });
});
