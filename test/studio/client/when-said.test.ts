import { expect, test } from 'vitest';
import { whenSaid } from '../../../src/studio/client/start/when-said.js';

/** In the zone of whoever runs this. */
const at = (year: number, month: number, day: number, hour: number, minute: number): number =>
  new Date(year, month - 1, day, hour, minute).getTime();

test.each([
  [at(2026, 3, 1, 0, 5), 'hôm nay 0:05'],
  [at(2026, 2, 28, 23, 59), 'hôm qua 23:59'],
  [at(2026, 2, 27, 8, 0), '27/2'],
  [at(2025, 3, 1, 9, 0), '1/3/2025'],
])('%s is said on 1 March 2026 as %s', (changed, said) =>
  expect(whenSaid(changed, at(2026, 3, 1, 9, 30))).toBe(said),
);
