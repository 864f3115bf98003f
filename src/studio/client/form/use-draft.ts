import { useState, useSyncExternalStore } from 'react';
import type { FormValue } from '../../../form/form.js';
import { heard, isLeftBehind, left, newDraft, typed } from './draft.js';
import { useWork } from './form-context.js';
import { textOf } from './form-edit.js';

export interface DraftText {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly leave: () => void;
  /** The file cannot take it, as it is now. */
  readonly isRefused: boolean;
}

/**
 * The text of a field, shown at once as it is typed. `clean` is what is told of it: a field of one line has no line ends in
 * the file, but may show them while they are typed.
 */
export function useDraft(
  path: string,
  value: FormValue | undefined,
  clean: (text: string) => string = same,
): DraftText {
  const { change, reading } = useWork();
  const came = textOf(value);
  const [kept, keep] = useState(() => newDraft(came));
  // Undo right after a letter, and a blank at the end of a field that was left: the value may be the same as before, and is
  // nothing new to the field.
  useSyncExternalStore(
    reading.subscribe,
    () => reading.shownElsewhere() > kept.edit || isLeftBehind(kept, reading.shown()),
  );
  const draft = heard(kept, came, reading.shown(), reading.shownElsewhere());
  if (draft !== kept) keep(draft);
  return {
    text: draft.text,
    isRefused: draft.isRefused,
    type: (text) => {
      const edit = change([{ type: 'set', path, value: clean(text) }]);
      keep((now) => typed(now, text, edit));
    },
    leave: () => keep((now) => left(now, reading.shown())),
  };
}

const same = (text: string): string => text;
export const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');
