import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOf, hashesOf, keysIn, reportOf, rewritten, stampsOf, statesOf } from './output.js';
import { run, start } from './program.js';
import {
  ARGV,
  BY_KEY,
  csvOf,
  FORM,
  HEAD,
  into,
  keyOf,
  rowsOf,
  testFolder,
  unitOf,
  writeCase,
} from './units.js';

const ROWS = 6;
const KEYS = rowsOf(ROWS).map(([key = '']) => key);

const here = testFolder();
let cwd = '';
let whole: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  cwd = writeCase(here('case'), rowsOf(ROWS));
  const { code, stderr } = await run([...ARGV, ...BY_KEY], { cwd });
  expect(code, stderr).toBe(0);
  whole = hashesOf(join(cwd, 'ra'));
});

/** Every row but one is good; that has a day that no calendar has. */
const FAULTY = csvOf(
  rowsOf(ROWS).map((row, index) => [...row, index === 3 ? '31/2/2026' : '10/02/2026']),
  [...HEAD, 'Ngày ban hành'],
);

describe('which rows', () => {
  test('--only makes those rows; the rest follows and the first stay', async () => {
    const output = join(cwd, 'only');
    const { code, stderr } = await run(into('only', '--only', '3,5-6'), { cwd });
    expect(code, stderr).toBe(0);
    expect(filesOf(output).filter((path) => path.endsWith('pdf'))).toEqual(
      [2, 4, 5].map((n) => `${keyOf(n)}.pdf`),
    );
    const stamps = stampsOf(output);
    expect((await run(into('only'), { cwd })).code).toBe(0);
    expect(rewritten(stamps, stampsOf(output))).toHaveLength(6);
    expect(hashesOf(output)).toEqual(whole);
    expect((await run(into('only', '--only', '2'), { cwd })).code).toBe(0);
    expect(statesOf(output)).toMatchObject({ [keyOf(1)]: 'unchanged', [keyOf(2)]: 'skipped' });
  });

  test('--dry-run writes nothing at all', async () => {
    const { code, stderr, stdout } = await run(into('dry', '--dry-run', '--zip', '--merge', 'in.pdf'), {
      cwd,
    });
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain(`Đã kiểm tra ${ROWS} đơn vị: không có chỗ sai. Chưa ghi tệp nào.`);
    expect(existsSync(join(cwd, 'dry'))).toBe(false);
    const before = { ...stampsOf(cwd) };
    expect((await run(into('ra', '--dry-run'), { cwd })).code).toBe(0);
    expect(stampsOf(cwd)).toEqual(before);
  });

  test('a faulty row is told at its cell, and with --strict nothing is made', async () => {
    const faulty = writeCase(here('faulty'), []);
    writeFileSync(join(faulty, 'dv.csv'), FAULTY);
    const dry = await run(into('khô', '--dry-run'), { cwd: faulty });
    const strict = await run(into('chặt', '--strict'), { cwd: faulty });
    for (const { code, stderr } of [dry, strict]) {
      expect(code, stderr).toBe(1);
      expect(stderr).toMatch(/dv\.csv:5:4: sai: .*\n.*\n.*Đang ghi: 31\/2\/2026/);
    }
    expect(strict.stderr).toContain('1 đơn vị có chỗ sai nên chưa ghi tệp nào (--strict)');
    expect(readdirSync(faulty).sort()).toEqual(['dv.csv', 'kh.yaml']);
    const { code, stderr } = await run(into('ra'), { cwd: faulty });
    expect(code, stderr).toBe(1);
    expect(keysIn(join(faulty, 'ra'), 'failed')).toEqual([keyOf(4)]);
    expect(keysIn(join(faulty, 'ra'), 'made')).toHaveLength(ROWS - 1);
  });

  test('two rows of one name are an error before anything is written', async () => {
    const argv = [...ARGV.slice(0, -1), 'chung', '--name', '{{dia_danh}}'];
    const { code, stderr } = await run([...argv, '--strict'], { cwd });
    expect(code, stderr).toBe(1);
    expect(stderr).toMatch(/dv\.csv:3:1: sai: /);
    expect(existsSync(join(cwd, 'chung'))).toBe(false);
  });
});

describe('how it is made', () => {
  test('one process or two give the same bytes', async () => {
    for (const jobs of ['1', '2', '3']) {
      expect((await run(into(`jobs-${jobs}`, '--jobs', jobs), { cwd })).code).toBe(0);
      expect(hashesOf(join(cwd, `jobs-${jobs}`))).toEqual(whole);
    }
  });

  test('--format pdf', async () => {
    expect((await run(into('pdf', '--format', 'pdf'), { cwd })).code).toBe(0);
    const found = hashesOf(join(cwd, 'pdf'));
    expect(Object.keys(found)).toEqual(KEYS.map((key) => `${key}.pdf`));
    for (const [path, hash] of Object.entries(found)) expect(whole[path]).toBe(hash);
  });

  test('names with folders, and in ASCII', async () => {
    const argv = [...ARGV.slice(0, -1), 'tên', '--name', '{{dia_danh}}/{{stt}} {{ten}}'];
    expect((await run(argv, { cwd })).code).toBe(0);
    expect(filesOf(join(cwd, 'tên'))[0]).toBe(`Sông Đào/001 ${unitOf(1)}.docx`);
    expect((await run([...argv, '--ascii'], { cwd })).code).toBe(0);
    const ascii = filesOf(join(cwd, 'tên'));
    expect(ascii).toHaveLength(2 * ROWS);
    for (const path of ascii) expect(path).toMatch(/^[\w .-]+\/[\w .-]+$/);
    expect(existsSync(join(cwd, 'tên', 'Sông Đào'))).toBe(false);
  });

  test('no name leaves the output folder', async () => {
    const rows = rowsOf(3).map(([, unit = '', subject = ''], index) => [
      ['..\\..\\x', '../../x', '/etc/x'][index] ?? '',
      unit,
      subject,
    ]);
    const tricks = writeCase(here('tricks', 'trong'), rows);
    const { stderr } = await run(into('ra'), { cwd: tricks });
    expect(stderr).not.toContain('lỗi của chính nó');
    expect(readdirSync(here('tricks'))).toEqual(['trong']);
    expect(readdirSync(tricks).sort()).toEqual(['dv.csv', 'kh.yaml', 'ra']);
  });

  test('whatever the clock, the locale, the time zone and the place', async () => {
    const elsewhere = writeCase(here('nơi khác'), rowsOf(ROWS));
    const env = { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' };
    expect((await run(into('ra'), { cwd: elsewhere, env })).code).toBe(0);
    expect(hashesOf(join(elsewhere, 'ra'))).toEqual(whole);
  });
});

describe('what it reads and says', () => {
  test('a table in YAML gives the same papers', async () => {
    const items = rowsOf(ROWS).map((row) =>
      HEAD.map((head, at) => `${at === 0 ? '-' : ' '} ${head}: ${row[at]}\n`).join(''),
    );
    writeFileSync(join(cwd, 'dv.yaml'), items.join(''));
    const argv = ['kh.yaml', '--table', 'dv.yaml', '-o', 'yaml', ...BY_KEY];
    const { code, stderr } = await run(argv, { cwd });
    expect(code, stderr).toBe(0);
    expect(hashesOf(join(cwd, 'yaml'))).toEqual(whole);
  });

  test('without a standard input', async () => {
    const { code, stderr } = await run(into('stdin'), { cwd, stdin: 'none' });
    expect(code, stderr).toBe(0);
    expect(hashesOf(join(cwd, 'stdin'))).toEqual(whole);
  });

  test('the form from the standard input', async () => {
    const running = start(['-', '--table', 'dv.csv', '-o', 'từ-đầu-vào', ...BY_KEY], { cwd, input: FORM });
    const { code, stderr } = await running.ended;
    expect(code, stderr).toBe(0);
    expect(hashesOf(join(cwd, 'từ-đầu-vào'))).toEqual(whole);
  });

  test('--diagnostics json: one array and nothing else', async () => {
    const faulty = writeCase(here('json'), []);
    writeFileSync(join(faulty, 'dv.csv'), FAULTY);
    const missing = ['kh.yaml', '--table', 'không có.csv', '-o', 'ra'];
    for (const argv of [into('ra'), into('ra', '--dry-run'), missing]) {
      const { stderr } = await run([...argv, '--diagnostics', 'json'], { cwd: faulty });
      const found = JSON.parse(stderr) as readonly { readonly code: string; readonly severity: string }[];
      expect(found.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    }
    const { stderr } = await run(into('json', '--diagnostics', 'json'), { cwd });
    expect(JSON.parse(stderr)).toEqual([]);
  });

  test('--log: what was asked, what was said, how it ended', async () => {
    const { code, stderr } = await run(into('log', '--log', 'nhat-ky.log'), { cwd });
    expect(code, stderr).toBe(0);
    const log = readFileSync(join(cwd, 'nhat-ky.log'), 'utf8');
    expect(log).toMatch(/^thethuc \d/);
    expect(log).toContain('lệnh: batch kh.yaml --table dv.csv -o log');
    expect(log).toContain('Phông: Tinos đi kèm chương trình');
    expect(log).toMatch(/mã thoát: 0\n$/);
  });

  test('report.csv as Excel in Vietnam opens it, with no formula in it', async () => {
    const rows = [[keyOf(1), '=HYPERLINK("http://x")', 'Thăm hỏi']];
    const formula = writeCase(here('formula'), rows);
    await run(into('ra'), { cwd: formula });
    const csv = readFileSync(join(formula, 'ra', 'report.csv'), 'utf8');
    expect(csv.startsWith('\uFEFFDòng;Đơn vị;Mã;Kết quả;Tệp;')).toBe(true);
    expect(csv).not.toMatch(/(?:^|;)"?=/m);
  });

  test('rows in the reports stand in the order of the table', async () => {
    expect(reportOf(join(cwd, 'ra')).map(({ key, row }) => [key, row])).toEqual(
      KEYS.map((key, at) => [key, at + 2]),
    );
  });
});
