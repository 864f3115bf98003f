import { describe, expect, test } from 'vitest';
import { edited, NO_HISTORY, redone, replaced, undone } from '../../../src/studio/client/store/history.js';

/** Types letters one after the other at the end of a text. */
function typed(text: string, letters: string) {
  let now = { text, history: NO_HISTORY };
  for (const letter of letters) {
    const at = now.text.length;
    now = edited(now.text, now.history, [{ from: at, to: at, insert: letter }]);
  }
  return now;
}

describe('the history over all panes', () => {
  test('goes back a word at a time', () => {
    const now = typed('Trích yếu: ', 'Hội nghị');
    expect(now.text).toBe('Trích yếu: Hội nghị');
    const once = undone(now.text, now.history);
    expect(once?.text).toBe('Trích yếu: Hội ');
    expect(undone(once!.text, once!.history)?.text).toBe('Trích yếu: ');
  });

  test('takes the Backspace and letter of a Vietnamese keyboard for typing on', () => {
    let now = typed('', 'Viet');
    now = edited(now.text, now.history, [{ from: 2, to: 4, insert: '' }]);
    now = edited(now.text, now.history, [{ from: 2, to: 2, insert: 'ệt' }]);
    expect(now.text).toBe('Việt');
    expect(undone(now.text, now.history)?.text).toBe('');
  });

  test('goes back a word at a time where a blank comes with the letter behind it, and takes no step between "d" and "đ"', () => {
    let now = typed('', 'Hai');
    for (const [from, to, insert] of [
      [3, 3, ' d'],
      [3, 5, ''],
      [3, 3, ' đ'],
      [5, 5, 'ô'],
    ] as const)
      now = edited(now.text, now.history, [{ from, to, insert }]);
    expect(now.text).toBe('Hai đô');
    const once = undone(now.text, now.history)!;
    expect(once.text).toBe('Hai');
    expect(undone(once.text, once.history)?.text).toBe('');
  });

  test('begins a new step where something else is changed', () => {
    const first = typed('a: \nb: ', 'x');
    const second = edited(first.text, first.history, [{ from: 3, to: 3, insert: 'y' }]);
    expect(undone(second.text, second.history)?.text).toBe('a: \nb: x');
  });

  test('redoes what was undone, until something new is typed', () => {
    const now = typed('', 'một hai');
    const back = undone(now.text, now.history)!;
    expect(redone(back.text, back.history)?.text).toBe('một hai');
    const other = edited(back.text, back.history, [{ from: 4, to: 4, insert: 'ba' }]);
    expect(redone(other.text, other.history)).toBeUndefined();
  });

  test('brings back what a whole new text took the place of', () => {
    const now = replaced('mine', NO_HISTORY, 'theirs');
    expect(undone(now.text, now.history)?.text).toBe('mine');
  });

  test('makes no step of a change that changes nothing', () => {
    expect(edited('a', NO_HISTORY, [{ from: 0, to: 1, insert: 'a' }]).history).toBe(NO_HISTORY);
  });
});
