import { describe, expect, test } from 'vitest';
import { type Draft, heard, left, newDraft, typed } from '../../../../src/studio/client/form/draft.js';
import { createTextLine } from '../../../../src/studio/client/form/text-line.js';

describe('what somebody types', () => {
  test('is not overwritten by its own echoes, however late and in whatever order', () => {
    let draft: Draft = newDraft('');
    // "Ngu", Backspace, "ư": the same text twice.
    const texts = ['N', 'Ng', 'Ngu', 'Ng', 'Ngư'];
    texts.forEach((text, index) => {
      draft = typed(draft, text, index + 1);
    });
    for (const [value, read] of [
      ['N', 1],
      ['', 0],
      ['Ng', 2],
      ['Ngu', 3],
      ['N', 1],
      ['Ng', 4],
    ] as const) {
      draft = heard(draft, value, read);
      expect(draft.text).toBe('Ngư');
    }
    expect(heard(draft, 'Ngư', 5).text).toBe('Ngư');
  });

  test('keeps blanks at its end that the file does not have, until the field is left', () => {
    const draft = heard(typed(newDraft('A'), 'A B ', 1), 'A B', 1);
    expect(draft.text).toBe('A B ');
    expect(left(draft, 1).text).toBe('A B');
  });

  test('gives way to what was said elsewhere later', () => {
    const draft = heard(typed(newDraft('A'), 'AB', 1), 'AB', 1);
    expect(heard(draft, 'C', 2).text).toBe('C');
    // Also to what it was before.
    expect(heard(draft, 'A', 2).text).toBe('A');
  });

  test('gives way to an undo that came before the file had it, also where the value is the one from before both', () => {
    const draft = typed(newDraft('A'), 'AB', 1);
    // Read are the letter and the undo at once: nothing new to the field.
    expect(heard(draft, 'A', 2, 0).text).toBe('AB');
    expect(heard(draft, 'A', 2, 2).text).toBe('A');
    // What is typed after the undo stays.
    expect(heard(typed(draft, 'ABC', 3), 'A', 2, 2).text).toBe('ABC');
    expect(heard(typed(draft, 'ABC', 3), 'ABC', 3, 2).text).toBe('ABC');
  });

  test('stays when the field is left before the file has it, or cannot have it', () => {
    expect(left(typed(newDraft('A'), 'AB', 1), 0).text).toBe('AB');
    const refused = typed(newDraft('A'), 'AB', undefined);
    expect(left(refused, 5).text).toBe('AB');
    expect(heard(refused, 'X', 5).text).toBe('AB');
    expect(refused.isRefused).toBe(true);
  });
});

test('a field that was left too early for the file shows what the file has when that comes', () => {
  const behind = left(typed(newDraft('A'), 'A B ', 2), 1);
  expect(heard(behind, 'A', 1).text).toBe('A B ');
  expect(heard(behind, 'A B', 2).text).toBe('A B');
  expect(heard(typed(behind, 'A B C', 3), 'A B', 2).text).toBe('A B C');
});

describe('the way of a text', () => {
  test('counts edits, and knows how far what is shown has come', () => {
    const line = createTextLine('a');
    expect(line.edit([{ from: 1, to: 1, insert: 'b' }])).toBe(1);
    expect(line.edit([{ from: 2, to: 2, insert: 'c' }])).toBe(2);
    expect(line.text()).toBe('abc');
    line.show('ab');
    expect(line.shown()).toBe(1);
    line.show('abc');
    expect(line.shown()).toBe(2);
    line.show('ab');
    expect(line.shown()).toBe(2);
  });

  test('takes what is said elsewhere as later than all, also a text that was there before', () => {
    const line = createTextLine('a');
    line.edit([{ from: 1, to: 1, insert: 'b' }]);
    line.take('ab');
    line.take('a');
    line.show('a');
    expect([line.text(), line.shown()]).toEqual(['a', 2]);
  });

  test('tells how much is shown, and of it what was said elsewhere', () => {
    const line = createTextLine('a');
    const told: number[] = [];
    const stop = line.subscribe(() => told.push(line.shownElsewhere()));
    line.edit([{ from: 1, to: 1, insert: 'b' }]);
    line.take('a');
    line.edit([{ from: 1, to: 1, insert: 'c' }]);
    line.show('ab');
    line.show('ab');
    line.show('ac');
    stop();
    line.take('d');
    line.show('d');
    expect(told).toEqual([0, 2]);
    expect([line.isBefore('ab', 'ac'), line.isBefore('ac', 'ab'), line.isBefore('a', 'a')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('does not count an edit that changes nothing', () => {
    expect(createTextLine('a').edit([])).toBe(0);
  });
});
