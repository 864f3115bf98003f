import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesOf, hashesOf, keysIn, reportOf, statesOf } from './output.js';
import { run } from './program.js';
import { ARGV, csvOf, keyOf, rowsOf, testFolder, writeCase } from './units.js';

const ROWS = 5;
const COMMAND = [...ARGV, '--name', '{{ma}}'];
const MINE = 'Tệp này tôi tự soạn';

const here = testFolder();

const changedRow = (number: number): string =>
  csvOf(rowsOf(ROWS).map((row, index) => (index === number - 1 ? [row[0]!, row[1]!, 'Tặng quà'] : row)));

test('a file of the same name that somebody made is left alone, and its unit is told', async () => {
  const cwd = writeCase(here('mine'), rowsOf(ROWS));
  const output = join(cwd, 'ra');
  mkdirSync(output);
  const file = join(output, `${keyOf(2)}.docx`);
  writeFileSync(file, MINE);
  const { code, stderr } = await run(COMMAND, { cwd });
  expect(code, stderr).toBe(1);
  expect(stderr).toContain(
    `dv.csv:3:1: sai: Không ghi đè "${keyOf(2)}.docx" vì tệp không do chương trình tạo ra`,
  );
  expect(readFileSync(file, 'utf8')).toBe(MINE);
  expect(keysIn(output, 'failed')).toEqual([keyOf(2)]);
  expect(filesOf(output)).not.toContain(`${keyOf(2)}.pdf`);
  expect(filesOf(output)).toHaveLength(2 * ROWS - 1);

  expect((await run(COMMAND, { cwd })).code).toBe(1);
  expect(readFileSync(file, 'utf8')).toBe(MINE);
  expect((await run([...COMMAND, '--force'], { cwd })).code).toBe(0);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  expect(keysIn(output, 'made')).toEqual([keyOf(2)]);
});

test('a folder of that name', async () => {
  const cwd = writeCase(here('folder'), rowsOf(ROWS));
  mkdirSync(join(cwd, 'ra', `${keyOf(2)}.docx`), { recursive: true });
  for (const force of [[], ['--force']]) {
    const { code, stderr } = await run([...COMMAND, ...force], { cwd });
    expect(code, stderr).toBe(1);
    expect(keysIn(join(cwd, 'ra'), 'failed')).toEqual([keyOf(2)]);
    expect(stderr).toMatch(/dv\.csv:3:1: sai: .*cd-0002\.docx/);
  }
});

describe('a paper that was edited', () => {
  const edited = async (
    name: string,
  ): Promise<{ cwd: string; file: string; before: Record<string, string> }> => {
    const cwd = writeCase(here(name), rowsOf(ROWS));
    expect((await run(COMMAND, { cwd })).code).toBe(0);
    const before = { ...hashesOf(join(cwd, 'ra')) };
    const file = join(cwd, 'ra', `${keyOf(3)}.docx`);
    writeFileSync(file, MINE);
    return { cwd, file, before };
  };

  test('is kept with a remark while its row is as before', async () => {
    const { cwd, file, before } = await edited('kept');
    const { code, stderr } = await run(COMMAND, { cwd });
    expect(code, stderr).toBe(0);
    expect(stderr).toContain(
      `dv.csv:4:1: lưu ý: Tệp "${keyOf(3)}.docx" đã được sửa sau khi tạo, chương trình giữ nguyên`,
    );
    expect(statesOf(join(cwd, 'ra'))[keyOf(3)]).toBe('kept');
    expect(readFileSync(file, 'utf8')).toBe(MINE);
    expect((await run([...COMMAND, '--force'], { cwd })).code).toBe(0);
    expect(hashesOf(join(cwd, 'ra'))).toEqual(before);
  });

  test('is not overwritten where its row changed: the row is an error', async () => {
    const { cwd, file } = await edited('refused');
    writeFileSync(join(cwd, 'dv.csv'), changedRow(3));
    const { code, stderr } = await run(COMMAND, { cwd });
    expect(code, stderr).toBe(1);
    expect(stderr).toContain(
      `Không ghi đè "${keyOf(3)}.docx" vì tệp đã được sửa sau khi chương trình tạo ra`,
    );
    expect(readFileSync(file, 'utf8')).toBe(MINE);
    expect((await run([...COMMAND, '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    expect((await run(COMMAND, { cwd })).code).toBe(0);
    expect(keysIn(join(cwd, 'ra'), 'unchanged')).toHaveLength(ROWS);
  });

  test('is not deleted where its unit has another name now', async () => {
    const { cwd, file } = await edited('renamed');
    const { code, stderr } = await run([...ARGV, '--name', 'kh-{{ma}}'], { cwd });
    expect(code, stderr).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(MINE);
    expect(filesOf(join(cwd, 'ra'))).toHaveLength(2 * ROWS + 1);
  });

  test('and one that was deleted is made again', async () => {
    const { cwd, file, before } = await edited('deleted');
    rmSync(file);
    expect((await run(COMMAND, { cwd })).code).toBe(0);
    expect(keysIn(join(cwd, 'ra'), 'made')).toEqual([keyOf(3)]);
    expect(hashesOf(join(cwd, 'ra'))).toEqual(before);
  });
});

test('an archive that somebody made is left alone', async () => {
  const cwd = writeCase(here('archive'), rowsOf(ROWS));
  const output = join(cwd, 'ra');
  mkdirSync(output);
  writeFileSync(join(output, 'tat-ca.zip'), MINE);
  const { code, stderr } = await run([...COMMAND, '--zip'], { cwd });
  expect(code, stderr).toBe(1);
  expect(stderr).toContain('Không ghi đè "tat-ca.zip" vì tệp không do chương trình tạo ra');
  expect(readFileSync(join(output, 'tat-ca.zip'), 'utf8')).toBe(MINE);
  expect(reportOf(output).every(({ state }) => state === 'made')).toBe(true);
  expect((await run([...COMMAND, '--zip', '--force'], { cwd })).code).toBe(0);
  expect(readFileSync(join(output, 'tat-ca.zip')).subarray(0, 2).toString()).toBe('PK');
});

test('an archive that somebody changed is not made again over it', async () => {
  const cwd = writeCase(here('archive-edited'), rowsOf(ROWS));
  const file = join(cwd, 'ra', 'tat-ca.zip');
  expect((await run([...COMMAND, '--zip'], { cwd })).code).toBe(0);
  writeFileSync(file, MINE);
  writeFileSync(join(cwd, 'dv.csv'), changedRow(3));
  const { code, stderr } = await run([...COMMAND, '--zip'], { cwd });
  expect(code, stderr).toBe(1);
  expect(stderr).toContain('Không ghi đè "tat-ca.zip"');
  expect(readFileSync(file, 'utf8')).toBe(MINE);
  expect((await run([...COMMAND, '--zip', '--force'], { cwd })).code).toBe(0);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
});
