import { describe, expect, test } from 'vitest';
import { printSizeText, readHexColor, readPrintSize } from '../../src/vietnamese/print-size.js';

describe('a size of print', () => {
  test.each([
    ['6 × 3 m', 'mm 6000 3000'],
    ['6x3', 'mm 6000 3000'],
    ['6m x 3m', 'mm 6000 3000'],
    ['7,5 x 0,9 m', 'mm 7500 900'],
    ['600 x 300 cm', 'mm 6000 3000'],
    ['6 m x 90 cm', 'mm 6000 900'],
    ['1920 × 1080 px', 'px 1920 1080'],
    ['1920x1080', 'px 1920 1080'],
    ['1920 * 1080 điểm ảnh', 'px 1920 1080'],
  ])('%s', (typed, expected) => {
    const size = readPrintSize(typed);
    expect(`${size?.unit} ${size?.width} ${size?.height}`).toBe(expected);
  });

  test.each(['', '6', 'sáu x ba', '0 x 3 m', '6 x 3 dm', '6 m x 1080 px', '19,2 x 10,8 px'])(
    'is not "%s"',
    (typed) => {
      expect(readPrintSize(typed)).toBeUndefined();
    },
  );

  test('is told as people say it', () => {
    expect(printSizeText({ unit: 'mm', width: 7500, height: 900 })).toBe('7,5 × 0,9 m');
    expect(printSizeText({ unit: 'px', width: 1920, height: 1080 })).toBe('1920 × 1080 điểm ảnh');
  });
});

test.each([
  ['#c8102e', 'C8102E'],
  ['B01218', 'B01218'],
  ['#f00', 'FF0000'],
  ['đỏ', undefined],
  ['12345', undefined],
])('the colour %s', (typed, expected) => {
  expect(readHexColor(typed)).toBe(expected);
});
