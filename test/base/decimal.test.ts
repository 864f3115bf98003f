import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/base/decimal.js';

/** What a number is to the thousandth, as JavaScript writes it. */
const plain = (value: number): string => {
  const thousandths = Math.round(value * 1000);
  return thousandths === 0 ? '0' : String(thousandths / 1000);
};

describe('a number as decimals', () => {
  test.each([
    [0, '0'],
    [-0, '0'],
    [0.0004, '0'],
    [-0.0004, '0'],
    [0.0005, '0.001'],
    [0.05, '0.05'],
    [-0.5, '-0.5'],
    [595.3, '595.3'],
    [-12.3456, '-12.346'],
    [841.9999, '842'],
    [1e7, '10000000'],
  ])('%s is %s', (value, text) => {
    expect(decimal(value)).toBe(text);
  });

  test('is what the language makes of it, for all thousandths and beyond 32 bits', () => {
    for (let thousandths = -3000; thousandths <= 3000; thousandths += 1)
      expect(decimal(thousandths / 1000)).toBe(plain(thousandths / 1000));
    for (const edge of [2147483.646, 2147483.647, 2147483.648, 4294967.296, 1e12, 1e21])
      for (const value of [edge, -edge, edge + 0.001]) expect(decimal(value)).toBe(plain(value));
  });
});
