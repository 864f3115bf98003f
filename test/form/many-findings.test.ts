import { expect, test } from 'vitest';
import { readYamlTree } from '../../src/form/read-yaml-tree.js';
import { read } from './plan-fields.js';

/** Quotes around a text are remarked on; the last line is an error. */
const form = (remarks: number): string =>
  [
    'Loại văn bản: Kế hoạch',
    'Cơ quan ban hành: A',
    'Trích yếu: B',
    'Nội dung: C',
    'Người ký: { Chức vụ: D, Họ tên: E }',
    'Nơi nhận:',
    ...Array.from({ length: remarks }, (_, index) => `  - "nơi ${index}"`),
    'Số bản: nhiều',
  ].join('\n');

test('of more findings than anyone reads, the errors are told first', () => {
  const few = read(form(50)).diagnostics;
  expect(few.map(({ severity }) => severity).filter((one) => one === 'remark')).toHaveLength(50);
  expect(few.at(-1)?.severity).toBe('error');

  const { value, diagnostics } = read(form(150));
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(100);
  expect(diagnostics[0]).toMatchObject({ severity: 'error', code: 'form/number' });
  expect(diagnostics.at(-1)?.message).toContain('(và 51 điểm nữa, không kể ra ở đây)');
});

test('a line with a fault at each letter is not looked through for each of them', () => {
  const { value, diagnostics } = readYamlTree({ file: 'a.yaml', text: `[${','.repeat(3000)}` });
  expect(value).toBeUndefined();
  expect(diagnostics.length).toBeGreaterThan(100);
  expect(diagnostics.length).toBeLessThanOrEqual(500);
});
