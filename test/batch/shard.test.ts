import { describe, expect, it, test } from 'vitest';
import { isInShard, parseShard } from '../../src/batch/shard.js';

describe('a share of a run', () => {
  test.each(['', '2', '0/4', '5/4', '1/0', 'a/b', '-1/4', '1/2/3', '1/100000'])('%j is refused', (text) => {
    const { value, diagnostics } = parseShard(text);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
  });

  it('is read', () => expect(parseShard(' 2 / 4 ').value).toEqual({ index: 2, count: 4 }));

  it('is the same for a key on every machine and in every form of Unicode', () => {
    const shares = (key: string) => [1, 2, 3, 4, 5].filter((index) => isInShard(key, { index, count: 5 }));
    expect(['cd-a', 'Công đoàn xã Sông Đào', '7'].map(shares)).toEqual([[5], [2], [2]]);
    expect(shares('Công đoàn'.normalize('NFD'))).toEqual(shares('Công đoàn'));
  });

  test.each([
    ['numbers', (i: number) => String(i)],
    ['even numbers', (i: number) => String(2 * i)],
    ['keys in a series', (i: number) => `cdcs-${String(i).padStart(6, '0')}`],
    ['names', (i: number) => `Công đoàn cơ sở Trường Tiểu học số ${i}`],
  ])('is even: %s', (_, keyOf) => {
    for (const count of [2, 3, 4, 7, 16]) {
      const sizes = Array.from({ length: count }, () => 0);
      for (let i = 0; i < 8000; i += 1) {
        const index = sizes.findIndex((_size, at) => isInShard(keyOf(i), { index: at + 1, count }));
        sizes[index]! += 1;
      }
      expect(Math.min(...sizes)).toBeGreaterThan((8000 / count) * 0.8);
      expect(Math.max(...sizes)).toBeLessThan((8000 / count) * 1.2);
    }
  });
});
