import { expect, test } from 'vitest';
import { base64 } from '../../src/base/picture.js';

const bytesOf = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 151 + length) & 255);

test.each([0, 1, 2, 3, 4, 5, 6, 255, 256, 257])('%i bytes are the base64 that everybody reads', (length) => {
  expect(base64(bytesOf(length))).toBe(Buffer.from(bytesOf(length)).toString('base64'));
});

test('is made once for the same bytes, and anew for others that are equal', () => {
  const bytes = bytesOf(300);
  const first = base64(bytes);
  // Nobody writes into the bytes of a picture; here it shows that they are not read again.
  bytes.fill(0);
  expect(base64(bytes)).toBe(first);
  expect(base64(bytes.slice())).toBe(Buffer.from(bytes).toString('base64'));
});

test('a part of a larger memory is coded alone', () => {
  const whole = bytesOf(300);
  expect(base64(whole.subarray(7, 107))).toBe(Buffer.from(whole.slice(7, 107)).toString('base64'));
});
