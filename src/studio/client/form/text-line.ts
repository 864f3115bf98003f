import { applyChanges, type TextChange } from '../../../form/edit/text-change.js';

/**
 * The way of a text: what was made of it here, edit by edit, and how far what is shown has come. Two edits of one turn need it,
 * where the second must see what the first made, and fields, to know an old value from a new one.
 */
export interface TextLine {
  readonly text: () => string;
  /** Makes changes of the text, which the page is told of; their number. */
  readonly edit: (changes: readonly TextChange[]) => number;
  /** The text that the page has now. */
  readonly take: (text: string) => void;
  /** The text whose values are on the screen. */
  readonly show: (text: string) => void;
  readonly shown: () => number;
  /** Which of the changes that are shown was the latest that was not made here. */
  readonly shownElsewhere: () => number;
  /** Whether a text is of an earlier edit than another. */
  readonly isBefore: (one: string, other: string) => boolean;
  /** Told when more is shown. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** So many texts may be under way at once. */
const MOST_UNDER_WAY = 40;

export function createTextLine(first: string): TextLine {
  let [text, number, shown] = [first, 0, 0];
  let [elsewhere, shownElsewhere] = [0, 0];
  const listeners = new Set<() => void>();
  let made: readonly { readonly text: string; readonly number: number }[] = [];
  const numberOf = (one: string): number | undefined => made.findLast((step) => step.text === one)?.number;
  return {
    text: () => text,
    edit: (changes) => {
      if (changes.length === 0) return number;
      text = applyChanges(text, changes);
      number += 1;
      made = [...made, { text, number }].slice(-MOST_UNDER_WAY);
      return number;
    },
    take: (one) => {
      // What was made here comes back as it is; anything else was said elsewhere.
      if (one === text) return;
      text = one;
      number += 1;
      elsewhere = number;
      made = [...made, { text, number }].slice(-MOST_UNDER_WAY);
    },
    show: (one) => {
      const now = numberOf(one) ?? shown;
      if (now <= shown) return;
      shown = now;
      if (elsewhere <= shown) shownElsewhere = elsewhere;
      for (const listener of [...listeners]) listener();
    },
    shown: () => shown,
    shownElsewhere: () => shownElsewhere,
    isBefore: (one, other) => (numberOf(one) ?? 0) < (numberOf(other) ?? 0),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
