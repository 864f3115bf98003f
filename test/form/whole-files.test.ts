import { describe, expect, it } from 'vitest';
import { errors } from './findings.js';
import { formWith } from './plan-fields.js';

describe('whole files', () => {
  it.each([
    ['an empty file', '', '1:1 form/empty: Tệp biểu mẫu trống'],
    ['white space', '\n \n', '1:1 form/empty: Tệp biểu mẫu trống'],
    [
      'five megabytes',
      `Loại văn bản: Kế hoạch\nNội dung: |\n${'  abc\n'.repeat(900_000)}`,
      '1:1 form/too-long: Tệp biểu mẫu dài 5,4 triệu ký tự, nhiều nhất được 2 triệu',
    ],
    [
      'a JSON list',
      '["Kế hoạch"]',
      '1:1 form/expected-group: Tệp JSON phải bắt đầu bằng { và gồm các cặp "Tên ô": "giá trị"',
    ],
  ])('%s', (_name, source, expected) => {
    expect(errors(source)).toEqual([expected]);
  });

  it('of brackets only, or as deep as a file can be', () => {
    expect(errors('['.repeat(100_000)).length).toBeGreaterThan(0);
    expect(errors('{"a":'.repeat(20_000)).length).toBeGreaterThan(0);
    expect(
      errors(Array.from({ length: 1900 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')).length,
    ).toBeGreaterThan(0);
    expect(errors(`Nơi nhận: ${'['.repeat(50_000)}\n`).length).toBeGreaterThan(0);
  });

  it('says everything at once, in one run', () => {
    const codes = errors(
      formWith('Ngày: 31/2/2024\nSố: 9x\nNơi nhậm: A\nĐịa danh:\n  - A\nNgười ký: A\nLề trang: 1'),
    ).map((line) => line.split(' ')[1]);
    expect(codes).toHaveLength(6);
    expect(new Set(codes)).toEqual(
      new Set([
        'form/date:',
        'form/number:',
        'form/unknown-field:',
        'form/expected-text:',
        'form/expected-group:',
      ]),
    );
  });
});
