import type { FormValue } from '../../src/form/form.js';
import { applyEdit, type FormEdit, type FormGroup } from '../../src/studio/client/form/form-edit.js';

/** Whole numbers that follow from a seed (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What the form should say, kept apart from the page: its values now, and as they were before each edit. */
export interface EditModel {
  readonly values: () => FormGroup;
  readonly make: (...edits: readonly FormEdit[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly past: () => number;
  readonly future: () => number;
}

export function createEditModel(first: FormGroup): EditModel {
  let past: readonly FormGroup[] = [];
  let future: readonly FormGroup[] = [];
  let now = first;
  return {
    values: () => now,
    make: (...edits) => {
      [past, future] = [[...past, now], []];
      now = edits.reduce(applyEdit, now);
    },
    undo: () => {
      const before = past.at(-1);
      if (before === undefined) return;
      [past, future, now] = [past.slice(0, -1), [now, ...future], before];
    },
    redo: () => {
      const [after, ...rest] = future;
      if (after === undefined) return;
      [past, future, now] = [[...past, now], rest, after];
    },
    past: () => past.length,
    future: () => future.length,
  };
}

/** Every text in the values by its path, empty ones too. */
export function textsOf(value: FormValue, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, path === '' ? key : `${path}.${key}`));
}
