import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PressPaper } from '../../src/cli/press.js';
import { fakePress, run } from './fake-press.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'thethuc-dossier-'));
  writeFileSync(join(cwd, 'bo.yaml'), '||');
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** A form that gives one paper, or with --split two, of these labels. */
const pressOf = (...labels: readonly string[]) => ({
  compile: ((source, kinds, fonts, { split = false } = {}) => {
    const made = fakePress().compile(source, kinds, fonts);
    const [paper] = made.value as readonly [PressPaper];
    return { ...made, value: split ? labels.map((label) => ({ ...paper, label })) : [paper] };
  }) satisfies ReturnType<typeof fakePress>['compile'],
});

test('--split makes every paper a file of its own', async () => {
  const press = pressOf('Kế hoạch', 'de-cuong');
  expect((await run(['render', 'bo.yaml', '--format', 'pdf'], { cwd, press })).stdout).toBe('bo.pdf\n');
  const { code, stdout } = await run(['render', 'bo.yaml', '--format', 'pdf', '--split'], { cwd, press });
  expect([code, stdout]).toEqual([0, 'bo-ke-hoach.pdf\nbo-de-cuong.pdf\n']);
});

test('two papers of one name are refused before anything is written', async () => {
  const press = pressOf('Đề cương', 'de-cuong');
  const { code, stdout, stderr } = await run(['render', 'bo.yaml', '--split'], { cwd, press });
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain('cho hai tệp kết quả cùng tên "bo-de-cuong.docx"');
  expect(readdirSync(cwd)).toEqual(['bo.yaml']);
});

test('--split is an option of render alone', async () => {
  expect((await run(['kinds', '--split'], { cwd })).code).toBe(2);
});
