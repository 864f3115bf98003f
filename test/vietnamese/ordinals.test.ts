import { expect, test } from 'vitest';
import { POINT_LETTERS, pointLetter, pointLetterValue } from '../../src/vietnamese/point-letters.js';
import { romanNumeral, romanValue } from '../../src/vietnamese/roman.js';

test('points are lettered a b c d đ e g h i k l m n o p q r s t u v x y', () => {
  expect([...POINT_LETTERS].join(' ')).toBe('a b c d đ e g h i k l m n o p q r s t u v x y');
  expect([...POINT_LETTERS].map(pointLetterValue)).toEqual([...POINT_LETTERS].map((_, index) => index + 1));
  expect(pointLetter(5)).toBe('đ');
  expect(['f', 'j', 'w', 'z', 'ă', '', 'ab', 'A'].map(pointLetterValue)).toEqual(Array(8).fill(undefined));
  expect([0, -1, 24, 1.5].map(pointLetter)).toEqual(Array(4).fill(undefined));
});

test('Roman numerals are read only as they are written', () => {
  expect([1, 4, 9, 14, 40, 99, 1994].map(romanNumeral)).toEqual([
    'I',
    'IV',
    'IX',
    'XIV',
    'XL',
    'XCIX',
    'MCMXCIV',
  ]);
  for (let value = 1; value < 4000; value += 1) expect(romanValue(romanNumeral(value))).toBe(value);
  expect(['', 'IIII', 'IC', 'VX', 'iv', 'IVI', 'MMMM', 'A'].map(romanValue)).toEqual(
    Array(8).fill(undefined),
  );
  expect([0, -1, 4000, 1.5, Number.NaN].map(romanNumeral)).toEqual(Array(5).fill(''));
});
