import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from './fake-press.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'thethuc-table-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

describe('table', () => {
  test('writes a table to be filled in and says how to go on', async () => {
    const { code, stdout, stderr } = await run(['table', 'plan'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe('don-vi.xlsx\n');
    expect(stderr).toContain('Chưa có biểu mẫu thì tạo: thethuc new plan -o bieu-mau.yaml\n');
    expect(stderr).toContain(
      'Điền xong thì chạy: thethuc batch bieu-mau.yaml --table don-vi.xlsx -o ket-qua/\n',
    );
    expect(readFileSync(join(cwd, 'don-vi.xlsx'), 'utf8')).toBe('Kế hoạch xlsx');
  });

  test.each([
    [['-o', 'bang.csv'], 'bang.csv', 'Kế hoạch csv'],
    [['-o', 'Bảng 1.XLSX', '--all'], 'Bảng 1.XLSX', 'Kế hoạch xlsx all'],
    [['-o', 'moi/'], join('moi', 'don-vi.xlsx'), 'Kế hoạch xlsx'],
  ])('%j is written to %s', async (options, file, content) => {
    const { code, stdout } = await run(['table', 'ke hoach', ...options], { cwd });
    expect([code, stdout]).toEqual([0, `${file}\n`]);
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(content);
  });

  test('never overwrites a table, which has been filled in perhaps', async () => {
    await run(['table', 'plan', '-o', 'a.csv'], { cwd });
    const { code, stderr } = await run(['table', 'plan', '-o', 'a.csv', '--all'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Đã có tệp "a.csv", chương trình không ghi đè lên');
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8')).toBe('Kế hoạch csv');
  });

  test('refuses other files and unknown kinds', async () => {
    const other = await run(['table', 'plan', '-o', 'a.ods'], { cwd });
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringContaining('-o "a.ods" không phải tệp .xlsx hay .csv'),
    ]);
    const unknown = await run(['table', 'quyết định', '-o', 'a.csv'], { cwd });
    expect([unknown.code, unknown.stderr]).toEqual([
      2,
      expect.stringContaining('Không có mẫu văn bản "quyết định"'),
    ]);
    expect(existsSync(join(cwd, 'a.csv'))).toBe(false);
  });
});
