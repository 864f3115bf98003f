import { expect, test } from 'vitest';
import {
  FIRST_PAPER,
  shownPaper,
  withPaper,
  withTab,
} from '../../../src/studio/client/workplace/set-papers.js';

/** A plan with what is sent along, and the banner among that by itself too. */
const LOOKED = [{ items: [0, 1, 2] }, { items: [2] }];

const chosenTab = (item: number, isLed = false, before = FIRST_PAPER) =>
  withTab(LOOKED, before, { shown: item }, item, isLed);

test('a tab of the form shows the pages of its paper: by itself where it is, else what it is sent in', () => {
  expect(shownPaper(LOOKED, chosenTab(2))).toBe(1);
  expect(shownPaper(LOOKED, chosenTab(1))).toBe(0);
  expect(shownPaper(LOOKED, chosenTab(1, false, chosenTab(2)))).toBe(0);
});

test('what the papers share has no pages of its own: those that are shown stay', () => {
  const shared = withTab(LOOKED, chosenTab(2), 'shared', undefined, false);
  expect(shared.tab).toBe('shared');
  expect(shownPaper(LOOKED, shared)).toBe(1);
});

test('who is led to a field keeps the pages that have it, and only those', () => {
  expect(shownPaper(LOOKED, chosenTab(2, true))).toBe(0);
  expect(shownPaper(LOOKED, chosenTab(1, true, chosenTab(2)))).toBe(0);
});

test('a paper chosen over the pages is the one that the form shows', () => {
  const chosen = withPaper(LOOKED, FIRST_PAPER, 1);
  expect(chosen.tab).toEqual({ item: 2 });
  expect(shownPaper(LOOKED, chosen)).toBe(1);
  expect(withPaper(LOOKED, chosen, 0).tab).toEqual({ item: 0 });
});

test('a paper without pages yet leaves those that are shown, and then has its own', () => {
  const added = chosenTab(3, false, chosenTab(2));
  expect(shownPaper(LOOKED, added)).toBe(1);
  expect(shownPaper([...LOOKED, { items: [3] }], added)).toBe(2);
  expect(shownPaper([], added)).toBe(0);
});
