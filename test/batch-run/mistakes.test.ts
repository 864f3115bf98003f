import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { run } from './program.js';
import { ARGV, rowsOf, testFolder, writeCase } from './units.js';

const ROWS = 5;
const here = testFolder();
let cwd = '';

beforeAll(() => {
  cwd = writeCase(here('case'), rowsOf(ROWS));
});

/** A run into a folder that is new. */
const into = (output: string, ...options: readonly string[]) =>
  run([...ARGV.slice(0, -1), output, ...options], { cwd });
const timesIn = (text: string, part: string): number => text.split(part).length - 1;

describe('what is typed wrongly is said once, and nothing is written', () => {
  test.each([
    ['a name that nothing has', ['--name', '{{ma}}-{{điện thoại}}'], 'nhưng không có cột nào của bảng'],
    ['a part of a group', ['--name', '{{Chức vụ}}'], 'Có phải ý bạn là {{Người ký.Chức vụ}}?'],
    ['rows behind the last', ['--only', '99'], 'bảng có đơn vị từ dòng 2 đến dòng 6'],
  ])('%s', async (_name, options, words) => {
    const { code, stdout, stderr } = await into('sai', ...options);
    expect({ code, stdout, times: timesIn(stderr, words) }, stderr).toEqual({
      code: 2,
      stdout: '',
      times: 1,
    });
    expect(stderr.match(/\bsai: /g)).toHaveLength(1);
    expect(existsSync(join(cwd, 'sai'))).toBe(false);
  });

  it('is a file where a folder is asked for', async () => {
    const { code, stderr } = await into('ra.docx');
    expect(code).toBe(2);
    expect(stderr).toContain('sai: -o "ra.docx" giống tên tệp');
    expect(existsSync(join(cwd, 'ra.docx'))).toBe(false);
  });

  it('is the table where the form should stand', async () => {
    const { code, stderr } = await run(['dv.csv', '-o', 'sai'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"dv.csv" là bảng, không phải biểu mẫu');
  });
});

describe('the last lines say how to go on', () => {
  test('after a check', async () => {
    const { code, stderr } = await into('xem', '--dry-run');
    expect(code, stderr).toBe(0);
    expect(stderr).toMatch(/Bỏ --dry-run rồi chạy lại thì được 10 tệp trong thư mục "xem"\.\n$/);
  });

  test('after a run, and one that leaves an archive as it was', async () => {
    const first = await into('nen', '--zip');
    expect(first.stderr).toMatch(/Thư mục kết quả: "nen"; xem từng đơn vị trong report\.csv ở đó\.\n$/);
    const some = await into('nen', '--zip', '--only', '3');
    expect(some.stderr).toContain('tat-ca.zip chỉ có 1 đơn vị của lần chạy này, không phải cả bảng.');
    writeCase(cwd, [...rowsOf(ROWS), ['cd-moi', 'CÔNG ĐOÀN XÃ MỚI', 'Thăm hỏi']]);
    const later = await into('nen');
    expect(later.stderr).toContain('tat-ca.zip là của lần trước, chưa có thay đổi lần này');
  });
});
