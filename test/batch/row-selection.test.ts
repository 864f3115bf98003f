import { describe, expect, it, test } from 'vitest';
import { parseRows } from '../../src/batch/row-selection.js';

const rows = (text: string): readonly number[] => {
  const { value, diagnostics } = parseRows(text);
  expect(diagnostics).toEqual([]);
  return Array.from({ length: 20 }, (_, index) => index + 1).filter(value!);
};

describe('rows that are asked for', () => {
  test.each([
    ['5', [5]],
    ['5,8-12', [5, 8, 9, 10, 11, 12]],
    [' 12 – 13 ; 5 ,', [5, 12, 13]],
    ['8-10,9-11,3', [3, 8, 9, 10, 11]],
    ['18-', [18, 19, 20]],
    ['2-3,4-5', [2, 3, 4, 5]],
  ])('%j', (text, expected) => expect(rows(text)).toEqual(expected));

  test.each([
    ['', 'chưa ghi dòng nào'],
    ['1', 'dòng tên cột'],
    ['1-5', 'dòng tên cột'],
    ['0', 'dòng 0'],
    ['12-8', 'dòng đầu lớn hơn'],
    ['a', 'không hiểu "a"'],
    ['-5', 'không hiểu "-5"'],
    ['5 8', 'không hiểu "5 8"'],
    ['99999999', 'nhiều nhất'],
  ])('%j is refused', (text, words) => {
    const { value, diagnostics } = parseRows(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.message).toContain(words);
  });

  it('all that is wrong is said at once', () => expect(parseRows('a,1,5').diagnostics).toHaveLength(2));
});
