import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageFolder } from '../../src/host-node/package-folder.js';
import { writeXlsx } from '../../src/table/write-xlsx.js';
import { filesOf, hashesOf, keysIn, reportOf, rewritten, stampsOf } from './output.js';
import { run } from './program.js';
import { ARGV, csvOf, FORM, HEAD, rowsOf, testFolder, unitOf, writeCase } from './units.js';

const here = testFolder();
const sample = (name: string): string => join(packageFolder, 'samples', name);

describe('a dossier over the sample table', () => {
  const argv = ['bo-hoi-nghi-co-so.yaml', '--table', 'cong-doan.csv', '--only', '2-4', '-o', 'ra'];

  test('a folder a unit, with its main paper, its parts and its banner', async () => {
    const cwd = here('dossier');
    mkdirSync(cwd);
    for (const name of ['bo-hoi-nghi-co-so.yaml', 'cong-doan.csv', 'cong-doan.xlsx'])
      cpSync(sample(name), join(cwd, name));
    const { code, stderr } = await run(argv, { cwd });
    expect(code, stderr).toBe(0);
    const files = filesOf(join(cwd, 'ra'));
    expect(new Set(files.map(dirname)).size).toBe(3);
    expect(files.length % 3).toBe(0);
    expect(keysIn(join(cwd, 'ra'), 'made')).toHaveLength(3);
  });

  test('the same from the workbook', async () => {
    const cwd = here('dossier');
    const again = argv.map((word) => (word === 'ra' ? 'từ-excel' : word.replace('.csv', '.xlsx')));
    const { code, stderr } = await run(again, { cwd });
    expect(code, stderr).toBe(0);
    expect(hashesOf(join(cwd, 'từ-excel'))).toEqual(hashesOf(join(cwd, 'ra')));
  });

  test('--split: more files of the same units, and those of before are gone', async () => {
    const cwd = here('dossier');
    const before = filesOf(join(cwd, 'ra'));
    const { code, stderr } = await run([...argv, '--split'], { cwd });
    expect(code, stderr).toBe(0);
    const files = filesOf(join(cwd, 'ra'));
    expect(files.length).toBeGreaterThan(before.length);
    expect([...new Set(files.map(dirname))]).toEqual([...new Set(before.map(dirname))]);
    const named = reportOf(join(cwd, 'ra')).flatMap((row) => row.files.map(({ path }) => path));
    expect(named.filter((path) => !files.includes(path))).toEqual([]);
  });
});

describe('a folder of ready forms', () => {
  const makeForms = (name: string): string => {
    const cwd = here(name);
    for (const [index, path] of ['a.yaml', 'huyện/b.yaml', 'huyện/xã/c.yaml'].entries()) {
      mkdirSync(dirname(join(cwd, 'forms', path)), { recursive: true });
      writeFileSync(join(cwd, 'forms', path), FORM.replace('CÔNG ĐOÀN XÃ SÔNG ĐÀO', unitOf(index)));
    }
    return cwd;
  };

  test('a pattern: their papers keep their folders; what changes is redone', async () => {
    const cwd = makeForms('forms');
    const argv = ['forms/**/*.yaml', '-o', 'ra'];
    const { code, stderr } = await run(argv, { cwd });
    expect(code, stderr).toBe(0);
    expect(filesOf(join(cwd, 'ra')).filter((path) => path.endsWith('pdf'))).toEqual([
      'a.pdf',
      'huyện/b.pdf',
      'huyện/xã/c.pdf',
    ]);
    const stamps = stampsOf(join(cwd, 'ra'));
    writeFileSync(join(cwd, 'forms', 'huyện', 'b.yaml'), FORM);
    expect((await run(argv, { cwd })).code).toBe(0);
    expect(rewritten(stamps, stampsOf(join(cwd, 'ra')))).toEqual(['huyện/b.docx', 'huyện/b.pdf']);
  });

  // Only there a backslash is a step between folders; how it is read is tested with the pattern's own tests.
  test.runIf(process.platform === 'win32')('a pattern with backslashes', async () => {
    const cwd = makeForms('windows');
    expect((await run(['forms\\**\\*.yaml', '-o', 'ra'], { cwd })).code).toBe(0);
    expect(filesOf(join(cwd, 'ra'))).toHaveLength(6);
  });

  test('a bad form costs itself alone, and one that is no form is told', async () => {
    const cwd = makeForms('bad');
    writeFileSync(join(cwd, 'forms', 'd.yaml'), FORM.replace('10/02/2026', '31/02/2026'));
    writeFileSync(join(cwd, 'forms', 'e.yaml'), 'Loại văn bản: [');
    const { code, stderr } = await run(['forms/**/*.yaml', '-o', 'ra'], { cwd });
    expect(code, stderr).toBe(1);
    expect(stderr).toMatch(/forms\/d\.yaml:6:\d+: sai: /);
    expect(stderr).toMatch(/forms\/e\.yaml:1:\d+: sai: /);
    expect(keysIn(join(cwd, 'ra'), 'failed')).toEqual(['d', 'e']);
    expect(keysIn(join(cwd, 'ra'), 'made')).toHaveLength(3);
  });

  test('no file, no form', async () => {
    const { code, stderr } = await run(['none/**/*.yaml', '-o', 'ra'], { cwd: makeForms('none') });
    expect(code, stderr).toBe(2);
    expect(stderr).toContain('Không có tệp biểu mẫu nào khớp với "none/**/*.yaml"');
  });
});

describe('where the rows come from', () => {
  test('--sheet: the sheet that is named', async () => {
    const cwd = writeCase(here('sheets'), rowsOf(3));
    const sheet = (name: string, rows: readonly (readonly string[])[]) => ({ name, rows: [HEAD, ...rows] });
    const bytes = writeXlsx([sheet('Năm cũ', rowsOf(1)), sheet('Năm nay', rowsOf(3))]);
    writeFileSync(join(cwd, 'dv.xlsx'), bytes);
    expect((await run(ARGV, { cwd })).code).toBe(0);
    const argv = ['kh.yaml', '--table', 'dv.xlsx', '-o', 'excel', '--sheet', 'Năm nay'];
    const { code, stderr } = await run(argv, { cwd });
    expect(code, stderr).toBe(0);
    expect(hashesOf(join(cwd, 'excel'))).toEqual(hashesOf(join(cwd, 'ra')));
    const wrong = await run([...argv.slice(0, -1), 'Năm sau'], { cwd });
    expect(wrong.code, wrong.stderr).toBe(2);
    expect(wrong.stderr).toContain('Năm sau');
  });

  test('units of the register: letterhead and signature come from there', async () => {
    const cwd = here('register');
    mkdirSync(cwd);
    cpSync(sample('don-vi.yaml'), join(cwd, 'so.yaml'));
    const own = /^(?:Cơ quan|Địa danh|Nơi nhận|Người ký| {2}- | {2}Quyền| {2}Chức| {2}Họ)/;
    const form = FORM.split('\n').filter((line) => !own.test(line));
    writeFileSync(join(cwd, 'kh.yaml'), ['Sổ đơn vị: so.yaml', ...form].join('\n'));
    const rows = ['cd-xa-song-dao', 'cd-phuong-tan-hoa', 'cd-kcn'].map((unit, at) => [
      unit,
      `${at + 1}/KH-CĐ`,
    ]);
    const head = ['Đơn vị', 'Số, ký hiệu'];
    writeFileSync(join(cwd, 'dv.csv'), csvOf([...rows, ['cd-khong-co', '4/KH-CĐ']], head));
    const { code, stderr } = await run(ARGV, { cwd });
    expect(code, stderr).toBe(1);
    expect(stderr).toMatch(/dv\.csv:5:1: sai: .*\n(?:.*\n)*?.*cd-khong-co/);
    expect(keysIn(join(cwd, 'ra'), 'made')).toEqual(rows.map(([unit]) => unit));
    expect(reportOf(join(cwd, 'ra')).map(({ unit }) => unit)).toContain('Công đoàn xã Sông Đào');

    // Another name in the register touches the papers of its unit, and no other.
    writeFileSync(join(cwd, 'dv.csv'), csvOf(rows, head));
    const before = stampsOf(join(cwd, 'ra'));
    const so = readFileSync(join(cwd, 'so.yaml'), 'utf8');
    const at = so.indexOf('Họ tên: ', so.indexOf('Mã: cd-kcn'));
    writeFileSync(join(cwd, 'so.yaml'), `${so.slice(0, at)}Họ tên: Ngô Thị Mới # ${so.slice(at + 8)}`);
    const again = await run(ARGV, { cwd });
    expect(again.code, again.stderr).toBe(0);
    expect(keysIn(join(cwd, 'ra'), 'made')).toEqual(['cd-kcn']);
    expect(rewritten(before, stampsOf(join(cwd, 'ra')))).toHaveLength(2);
  });
});
