import { expect, test } from 'vitest';
import { parseOutline } from '../../src/outline/parse-outline.js';
import { locate } from './fields.js';

/** "found → expected" of each number that is out of order, in the lines "1. x.", "2. x." … */
function wrongNumbers(labels: string): string[] {
  const text = labels
    .split(' / ')
    .map((label) => (label.includes(':') || !/[.)]$/.test(label) ? label : `${label} NỘI DUNG.`))
    .join('\n');
  return parseOutline(text, 'noi_dung', locate)
    .diagnostics.filter((d) => d.code === 'outline/number-order')
    .map((d) => `${d.actual} → ${d.expected}`);
}

test.each([
  ['I. / II. / IV. / V.', ['IV. → III.']],
  ['1. / 2. / 2. / 3.', ['2. → 3.']],
  ['1. / 2. / 13. / 4.', ['13. → 3.']],
  ['2. / 3.', ['2. → 1.']],
  ['5.1. / 5.2. / 6.1. / 6.2.', []],
  ['5.1. / 4.2. / 5.3.', ['4.2. → 5.2.']],
  ['5. / 5.1. / 4.2. / 5.3.', ['5. → 1.', '4.2. → 5.2.']],
  ['1. / 2. / 13. / 3.1. / 13.2. / 4.', ['13. → 3.']],
  ['1. / 1.1. / 1.2. / 2. / 2.1. / 1.2. / 2.3.', ['1.2. → 2.2.']],
  ['1. / 1.1. / 1.1.1. / 1.1.2. / 1.2. / 1.1.1.', ['1.1.1. → 1.2.1.']],
  ['1. / 2.1.', ['2.1. → 1.1.']],
  ['a) / b) / c) / d) / đ) / e) / g) / h) / i) / k) / l) / m)', []],
  ['a) / b) / d) / đ)', ['d) → c)']],
  ['a) / b) / c) / d) / e)', ['e) → đ)']],
  ['a) / i) / ii) / iii) / b)', []],
  ['a) / i) / iii)', ['iii) → ii)']],
  ['I. / 1. / 2. / II. / 1. / 2.', []],
  ['I. / 1. / 2. / II. / 3.', ['3. → 1.']],
  ['Phần I / I. / II. / Phần II / I. / Phần III / II.', []],
  ['Phần I / I. / Phần II / III.', ['III. → I.']],
  ['Chương I / Điều 1. / Điều 2. / Chương II / Điều 3. / Điều 5.', ['Điều 5. → Điều 4.']],
  ['Chương I / Mục 1 / Chương II / Mục 1 / Mục 3', ['Mục 3 → Mục 2']],
  ['Phần thứ nhất / Phần thứ hai / Phần IV', ['Phần IV → Phần III']],
  ['A. / I. / II. / B. / I. / C. / I.', []],
  ['A. / B. / D.', ['D. → C.']],
  ['1. / a) / 1) / 2) / b) / 1) / 2. / 1) / 2)', []],
  ['1) / a) / b) / 2) / a)', []],
  ['1. / - Của tập thể: / a) / b) / - Của cá nhân: / a) / 2.', []],
  ['1. / a) / b) / a)', ['a) → c)']],
  ['3. / Gồm các bước: / 1. / 2. / 4.', ['3. → 1.']],
])('%s', (labels, wrong) => {
  expect(wrongNumbers(labels)).toEqual(wrong);
});

test('a remark stands at the number and names what was expected', () => {
  const text = '1. Một.\n3. Ba.';
  const [remark] = parseOutline(text, 'noi_dung', locate, 'Nội dung').diagnostics;
  expect(remark).toEqual({
    code: 'outline/number-order',
    severity: 'remark',
    message: 'Số thứ tự "3." sau "1." không theo thứ tự, lẽ ra là "2."',
    place: { file: 'noi_dung', start: 8, end: 10 },
    field: 'Nội dung',
    actual: '3.',
    expected: '2.',
    hints: ['Sửa số thứ tự nếu gõ nhầm; chương trình in như đã gõ'],
  });
});
