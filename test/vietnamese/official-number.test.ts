import { expect, test } from 'vitest';
import { takesZero } from '../../src/vietnamese/official-number.js';

test.each([
  ['5', '05'],
  ['05', '05'],
  ['12', '12'],
  ['0', '0'],
  ['1 buổi', '01 buổi'],
  ['5 năm (2020-2025)', '05 năm (2020-2025)'],
  ['1/2 ngày', '1/2 ngày'],
  ['1,2 tỷ', '1,2 tỷ'],
  ['5%', '5%'],
  ['5 %', '5 %'],
  ['3-5 người', '3-5 người'],
  ['một buổi', 'một buổi'],
  ['', ''],
])('%s is written %s', (typed, expected) => {
  expect(takesZero(typed) ? `0${typed}` : typed).toBe(expected);
});
