import { expect, test } from 'vitest';
import { type Mark, toggleMark } from '../../../../src/studio/client/form/marks.js';

/** The selection stands between [ and ]. */
function after(marked: string, mark: Mark): string {
  const [from, to] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const text = marked.replace(/[[\]]/g, '');
  const { from: start, to: end, insert, select } = toggleMark(text, from, to, mark);
  const made = text.slice(0, start) + insert + text.slice(end);
  return `${made.slice(0, select.from)}[${made.slice(select.from, select.to)}]${made.slice(select.to)}`;
}

test.each([
  ['một [hai] ba', '**', 'một **[hai]** ba'],
  ['một [hai ]ba', '**', 'một **[hai]** ba'],
  ['một **[hai]** ba', '**', 'một [hai] ba'],
  ['một [**hai**] ba', '**', 'một [hai] ba'],
  ['một [hai] ba', '*', 'một *[hai]* ba'],
  ['một *[hai]* ba', '*', 'một [hai] ba'],
  // Bold words become italic too, and the other way.
  ['một **[hai]** ba', '*', 'một ***[hai]*** ba'],
  ['một ***[hai]*** ba', '*', 'một **[hai]** ba'],
  ['một ***[hai]*** ba', '**', 'một *[hai]* ba'],
  ['một [] ba', '**', 'một **[]** ba'],
] as const)('%s with %s', (before, mark, made) => {
  expect(after(before, mark)).toBe(made);
});
