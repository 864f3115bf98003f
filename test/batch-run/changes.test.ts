import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../../src/host-node/package-folder.js';
import { filesOf, hashesOf, keysIn, rewritten, stampsOf, statesOf } from './output.js';
import { run, startCommand } from './program.js';
import { ARGV, csvOf, FORM, HEAD, keyOf, rowOf, rowsOf, testFolder, unitOf, writeCase } from './units.js';

const ROWS = 8;
const KEYS = rowsOf(ROWS).map(([key = '']) => key);
const BY_KEY = [...ARGV, '--name', '{{ma}}'];

const here = testFolder();

// Every test goes on from the same two runs: under the default names, and under names that no row's place changes.
beforeAll(async () => {
  for (const [name, argv] of [
    ['default', ARGV],
    ['by-key', BY_KEY],
  ] as const) {
    const { code, stderr } = await run(argv, { cwd: writeCase(here(name), rowsOf(ROWS)) });
    expect(code, stderr).toBe(0);
  }
});

interface Redone {
  readonly stderr: string;
  /** Files that are new or were written again. */
  readonly written: readonly string[];
  readonly output: string;
}

/** The case again with something changed, in a folder of the test's own; and as if it had never been otherwise. */
async function redo(
  from: 'default' | 'by-key',
  name: string,
  change: (cwd: string) => void,
  argv: readonly string[] = from === 'default' ? ARGV : BY_KEY,
): Promise<Redone> {
  const cwd = here(name);
  cpSync(here(from), cwd, { recursive: true, preserveTimestamps: true });
  const output = join(cwd, 'ra');
  const before = stampsOf(output);
  change(cwd);
  const { code, stderr } = await run(argv, { cwd });
  expect(code, stderr).toBe(0);
  return { stderr, written: rewritten(before, stampsOf(output)), output };
}

/** What the command gives in an empty folder. */
async function afresh(
  name: string,
  argv: readonly string[] = ARGV,
): Promise<Readonly<Record<string, string>>> {
  const cwd = here(name);
  const { code } = await run(
    argv.map((word) => (word === 'ra' ? 'mới' : word)),
    { cwd },
  );
  expect(code).toBe(0);
  return hashesOf(join(cwd, 'mới'));
}

const writeTable =
  (rows: readonly (readonly string[])[], head: readonly string[] = HEAD) =>
  (cwd: string): void =>
    writeFileSync(join(cwd, 'dv.csv'), csvOf(rows, head));
const writeForm =
  (form: string) =>
  (cwd: string): void =>
    writeFileSync(join(cwd, 'kh.yaml'), form);

describe('what is redone', () => {
  test('nothing where nothing changed', async () => {
    const { stderr, written, output } = await redo('default', 'same', () => {});
    expect(written).toEqual([]);
    expect(keysIn(output, 'unchanged')).toEqual(KEYS);
    expect(stderr).not.toContain('So với lần trước');
  });

  test('one cell: its row', async () => {
    const rows = rowsOf(ROWS).map((row, index) => (index === 2 ? [row[0]!, row[1]!, 'Tặng quà'] : row));
    const { stderr, written, output } = await redo('default', 'cell', writeTable(rows));
    expect(written).toEqual([`003-${unitOf(3)}.docx`, `003-${unitOf(3)}.pdf`]);
    expect(keysIn(output, 'made')).toEqual([keyOf(3)]);
    expect(stderr).toContain(`  - Dòng 4 (${unitOf(3)}): đổi cột "Trích yếu"`);
    expect(hashesOf(output)).toEqual(await afresh('cell'));
  });

  test('a value of the form: every unit', async () => {
    const { stderr, written, output } = await redo(
      'default',
      'value',
      writeForm(FORM.replace('20/02', '25/02')),
    );
    expect(written).toHaveLength(2 * ROWS);
    expect(stderr).toContain(`  - Biểu mẫu đã sửa: làm lại cả ${ROWS} đơn vị`);
    expect(hashesOf(output)).toEqual(await afresh('value'));
  });

  test('a comment in the form, and a value that every row has its own of: nothing', async () => {
    const form = `# Sửa tên\n${FORM.replace('Trích yếu: Thăm hỏi đoàn viên', 'Trích yếu: Việc khác')}`;
    const { stderr, written, output } = await redo('default', 'comment', writeForm(form));
    expect(written).toEqual([]);
    expect(keysIn(output, 'unchanged')).toEqual(KEYS);
    expect(stderr).toContain('  - Biểu mẫu đã sửa: không có văn bản nào thay đổi vì điều này');
  });

  test('another font: every unit', async () => {
    const fonts = (cwd: string): void => {
      mkdirSync(join(cwd, 'phông'));
      for (const name of ['times', 'timesbd', 'timesi', 'timesbi'])
        cpSync(join(packageFolder, 'fonts', 'Tinos-Italic.ttf'), join(cwd, 'phông', `${name}.ttf`));
    };
    const argv = [...ARGV, '--fonts', 'phông'];
    const { stderr, written, output } = await redo('default', 'fonts', fonts, argv);
    expect(written).toHaveLength(2 * ROWS);
    expect(stderr).toContain(`  - Phông chữ đã đổi: làm lại cả ${ROWS} đơn vị`);
    expect(hashesOf(output)).toEqual(await afresh('fonts', argv));
  });

  test('another format: its files come, and the others stay or go', async () => {
    const { written, output } = await redo('by-key', 'format', () => {}, [...BY_KEY, '--format', 'pdf']);
    expect(filesOf(output)).toEqual(KEYS.map((key) => `${key}.pdf`));
    expect(written.every((path) => path.endsWith('.pdf'))).toBe(true);
  });
});

describe('names', () => {
  test('another pattern: the old names are gone', async () => {
    const { stderr, output } = await redo('default', 'pattern', () => {}, BY_KEY);
    expect(filesOf(output)).toEqual(KEYS.flatMap((key) => [`${key}.docx`, `${key}.pdf`]));
    expect(stderr).toContain(`  - Dòng 2 (${unitOf(1)}): đổi tên từ "001-${unitOf(1)}" thành "cd-0001"`);
    expect(stderr).toContain(`Đã bỏ ${2 * ROWS} tệp của lần trước`);
    expect(hashesOf(output)).toEqual(hashesOf(here('by-key', 'ra')));
  });

  test('a folder that is empty without them is gone too', async () => {
    const argv = [...ARGV, '--name', '{{ma}}/{{ten}}'];
    const { output } = await redo('default', 'folders', () => {}, argv);
    expect(filesOf(output)).toContain(`cd-0001/${unitOf(1)}.pdf`);
    expect((await run(BY_KEY, { cwd: here('folders') })).code).toBe(0);
    expect(filesOf(output)).toEqual(KEYS.flatMap((key) => [`${key}.docx`, `${key}.pdf`]));
    expect(existsSync(join(output, 'cd-0001'))).toBe(false);
  });
});

describe('rows', () => {
  test('one on top: only it is made where names do not count rows', async () => {
    const rows = [rowOf(99), ...rowsOf(ROWS)];
    const { stderr, written, output } = await redo('by-key', 'top', writeTable(rows));
    expect(written).toEqual([`${keyOf(99)}.docx`, `${keyOf(99)}.pdf`]);
    expect(stderr).toContain(`  - Lần trước chưa làm: 1 đơn vị: dòng 2 (${unitOf(99)})`);
    expect(hashesOf(output)).toEqual(await afresh('top', BY_KEY));
  });

  test('one on top: all have the next number where names count them', async () => {
    const { stderr, output } = await redo('default', 'top-counted', writeTable([rowOf(99), ...rowsOf(ROWS)]));
    expect(stderr).toContain(`đổi tên từ "001-${unitOf(1)}" thành "002-${unitOf(1)}"`);
    expect(hashesOf(output)).toEqual(await afresh('top-counted'));
  });

  test('one that is gone: its papers stay, and it is said', async () => {
    const { stderr, written, output } = await redo('by-key', 'gone', writeTable(rowsOf(ROWS).slice(1)));
    expect(written).toEqual([]);
    expect(stderr).toContain(`  - Không còn ở lần này: 1 đơn vị: ${unitOf(1)}`);
    expect(statesOf(output)).toMatchObject({ [keyOf(1)]: 'skipped', [keyOf(2)]: 'unchanged' });
    expect(filesOf(output)).toContain(`${keyOf(1)}.pdf`);
  });

  const swapped = [rowOf(2), rowOf(1), ...rowsOf(ROWS).slice(2)];

  test('two that are swapped: nothing is made where names do not count rows', async () => {
    const { written, output } = await redo('by-key', 'swapped', writeTable(swapped));
    expect(written).toEqual([]);
    expect(hashesOf(output)).toEqual(hashesOf(here('by-key', 'ra')));
  });

  test('two that are swapped: their files change places where names are only numbers', async () => {
    const argv = [...ARGV, '--name', '{{stt}}'];
    const cwd = writeCase(here('numbers'), rowsOf(ROWS));
    const output = join(cwd, 'ra');
    expect((await run(argv, { cwd })).code).toBe(0);
    const before = hashesOf(output);
    const stamps = stampsOf(output);
    writeTable(swapped)(cwd);
    const { code, stderr } = await run(argv, { cwd });
    expect(code, stderr).toBe(0);
    expect(rewritten(stamps, stampsOf(output))).toEqual(['001.docx', '001.pdf', '002.docx', '002.pdf']);
    const after = hashesOf(output);
    expect([after['001.pdf'], after['002.pdf']]).toEqual([before['002.pdf'], before['001.pdf']]);
    expect(after).toEqual(await afresh('numbers', argv));
  });

  test('two that are swapped, but only one of them is made, and then swapped back', async () => {
    const argv = [...ARGV, '--name', '{{stt}}'];
    const cwd = writeCase(here('back'), rowsOf(ROWS));
    const output = join(cwd, 'ra');
    expect((await run(argv, { cwd })).code).toBe(0);
    const before = hashesOf(output);
    writeTable(swapped)(cwd);
    expect((await run([...argv, '--only', '2'], { cwd })).code).toBe(0);
    writeTable(rowsOf(ROWS))(cwd);
    const { code, stderr } = await run(argv, { cwd });
    expect(code, stderr).toBe(0);
    expect(keysIn(output, 'kept')).toEqual([]);
    expect(hashesOf(output)).toEqual(before);
  });
});

test('a template of the user: every unit whose paper it makes, and no other', async () => {
  const cwd = writeCase(here('template'), rowsOf(ROWS), { form: FORM.replace('Kế hoạch', 'Thư thăm') });
  const made = await startCommand(['new-kind', 'Thư thăm', '--from', 'plan', '-o', 'mau/'], { cwd }).ended;
  expect(made.code, made.stderr).toBe(0);
  const argv = [...ARGV, '--templates', 'mau'];
  expect((await run(argv, { cwd })).code).toBe(0);
  const stamps = stampsOf(join(cwd, 'ra'));
  const file = join(cwd, 'mau', 'thu-tham', 'template.hbs');
  writeFileSync(file, readFileSync(file, 'utf8').replace('{{trich_yeu}}', 'về {{lower-first trich_yeu}}'));
  const { code, stderr } = await run(argv, { cwd });
  expect(code, stderr).toBe(0);
  expect(rewritten(stamps, stampsOf(join(cwd, 'ra')))).toHaveLength(2 * ROWS);
  expect(stderr).toContain(`  - Mẫu văn bản "thu-tham" đã sửa: làm lại cả ${ROWS} đơn vị`);
  expect(hashesOf(join(cwd, 'ra'))).toEqual(await afresh('template', argv));
});
