import { deflateRawSync, inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { deflateRaw, deflateZlib } from '../../src/archive/deflate.js';

const SAMPLES: readonly Uint8Array[] = [
  new Uint8Array(0),
  new TextEncoder().encode('Thể thức'),
  // Long, and of the largest bytes: the sums of the checksum would overflow if they were reduced too late.
  new Uint8Array(300_000).fill(255),
  Uint8Array.from({ length: 5553 }, (_, i) => (i * 31) & 255),
];

describe('deflating', () => {
  it('raw is undone by zlib', () => {
    for (const sample of SAMPLES) expect(inflateRawSync(deflateRaw(sample)).equals(sample)).toBe(true);
  });

  it('in zlib format passes zlib’s own check of header and checksum', () => {
    for (const sample of SAMPLES) expect(inflateSync(deflateZlib(sample)).equals(sample)).toBe(true);
  });

  it('in zlib format uses the raw deflate that it is lent', () => {
    const lent = vi.fn((bytes: Uint8Array): Uint8Array => deflateRawSync(bytes));
    const sample = SAMPLES[3]!;
    expect(inflateSync(deflateZlib(sample, lent)).equals(sample)).toBe(true);
    expect(lent).toHaveBeenCalledOnce();
  });
});
