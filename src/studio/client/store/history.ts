import { applyChanges, type TextChange } from '../../../form/edit/text-change.js';

/** What undo and redo go back and forth between, whichever pane the changes came from. */
export interface History {
  readonly past: readonly string[];
  readonly future: readonly string[];
  /** Where the latest change ended: a change that goes on there belongs to the same step. */
  readonly end?: number;
}

export const NO_HISTORY: History = { past: [], future: [] };

/** Older steps are let go: texts of forms are some ten thousand letters. */
const MOST_STEPS = 300;

export interface Edited {
  readonly text: string;
  readonly history: History;
}

/** The text with changes made, and a step to go back by. Typing on at one place is one step a word. */
export function edited(text: string, history: History, changes: readonly TextChange[]): Edited {
  const next = applyChanges(text, changes);
  if (next === text) return { text, history };
  const [only] = changes;
  const goesOn = changes.length === 1 && only !== undefined && isTyping(text, only, history.end);
  // The first letter of a word taken back and typed with its accent: no step between.
  const isKept = goesOn || history.past.at(-1) === text;
  const past = isKept ? history.past : [...history.past, text].slice(-MOST_STEPS);
  const end = changes.length === 1 && only !== undefined ? only.from + only.insert.length : undefined;
  return { text: next, history: { past, future: [], ...(end !== undefined && { end }) } };
}

/**
 * A few letters put in or taken away where the last ones were: also the Backspace and letter that a Vietnamese keyboard
 * sends for an accent. A letter behind a space begins a new step.
 */
function isTyping(text: string, { from, to, insert }: TextChange, end: number | undefined): boolean {
  const isNear = end !== undefined && from <= end && end <= Math.max(to, from);
  const isShort = insert.length <= 2 && to - from <= 2;
  const before = text[from - 1] ?? '\n';
  // A blank at the end of a field is not in the file: it comes with the letter behind it.
  const isBehindBlank = /^\s+\S/.test(insert) || (/^\S/.test(insert) && /\s/.test(before));
  const beginsWord = to === from && isBehindBlank;
  return isNear && isShort && !beginsWord;
}

/** The whole text replaced as one step: a file read anew. */
export const replaced = (text: string, history: History, next: string): Edited =>
  next === text
    ? { text, history }
    : { text: next, history: { past: [...history.past, text].slice(-MOST_STEPS), future: [] } };

export function undone(text: string, { past, future }: History): Edited | undefined {
  const before = past.at(-1);
  return before === undefined
    ? undefined
    : { text: before, history: { past: past.slice(0, -1), future: [text, ...future] } };
}

export function redone(text: string, { past, future }: History): Edited | undefined {
  const [after, ...rest] = future;
  return after === undefined ? undefined : { text: after, history: { past: [...past, text], future: rest } };
}
