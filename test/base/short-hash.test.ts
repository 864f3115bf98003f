import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { longHash, shortHash } from '../../src/base/short-hash.js';

it('is base64url, and comes back', () => {
  for (let at = 0; at < 100; at += 1) {
    const hash = createHash('sha256').update(String(at));
    const hex = hash.copy().digest('hex');
    expect(shortHash(hex)).toBe(hash.digest('base64url'));
    expect(longHash(shortHash(hex))).toBe(hex);
  }
  for (const other of ['', 'd1', 'f'.repeat(63)]) expect(longHash(shortHash(other))).toBe(other);
});
