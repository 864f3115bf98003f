import { expect, it } from 'vitest';
import { eighthsToPt, eighthsToTwip } from '../../src/base/lengths.js';

it.each([
  [0, 0, 0],
  [4, 0.5, 10],
  [6, 0.75, 15],
  [8, 1, 20],
  [1, 0.125, 3],
])('%d eighths of a point are %d pt and %d whole twips', (eighths, points, twips) => {
  expect(eighthsToPt(eighths)).toBe(points);
  expect(eighthsToTwip(eighths)).toBe(twips);
});
