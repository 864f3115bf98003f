import { type RefObject, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Diagnostic } from '../../../diagnostic/diagnostic.js';
import { editForm } from '../../../form/edit/edit-form.js';
import { readFormModel } from '../../../form/edit/read-form-model.js';
import type { FormPaneProps } from '../panes.js';
import { sentences } from '../parts/sentence.js';
import type { Reading } from './form-context.js';
import type { FormEdit } from './form-edit.js';
import { editKindOf, type FormValues, readValues } from './form-values.js';
import { shareValues } from './share-values.js';
import { createTextLine } from './text-line.js';

export interface FormText {
  /** What the text says that is shown. */
  readonly shown: FormValues;
  /** The same, to be asked when something is done. */
  readonly now: RefObject<FormValues>;
  readonly change: (edits: readonly FormEdit[]) => number | undefined;
  /** How far the values are that are shown. */
  readonly reading: Reading;
  /** Why the last edit could not be made. */
  readonly refusal: string | undefined;
}

/** The text of the form file as values, and edits of these as changes of it. */
export function useFormText({ text, kind, kinds, onChange }: FormPaneProps): FormText {
  const edited = editKindOf(kind);
  const others = useMemo(() => kinds.map(editKindOf), [kinds]);
  const [line] = useState(() => createTextLine(text));
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  // A letter is shown by its field at once; reading the whole text again may wait until no key waits. A list that was changed
  // is read at once: what is typed next goes into its new item.
  const deferred = useDeferredValue(text);
  const [urgent, setUrgent] = useState(text);
  const readText = line.isBefore(deferred, urgent) ? urgent : deferred;
  const last = useRef<FormValues | undefined>(undefined);
  const shown = useMemo(() => {
    const form = readValues(readFormModel(readText, edited, others));
    return { ...form, values: shareValues(last.current?.values, form.values) as FormValues['values'] };
  }, [readText, edited, others]);
  const now = useRef(shown);
  const tell = useRef(onChange);
  useLayoutEffect(() => line.take(text), [line, text]);
  // Also where what is shown stays: undone before a letter was read, the text is again the one on the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown may be of a later edit now
  useLayoutEffect(() => line.show(readText), [line, readText, text]);
  useLayoutEffect(() => {
    last.current = shown;
    now.current = shown;
    tell.current = onChange;
  });
  const change = useMemo(
    () => (edits: readonly FormEdit[]) => {
      const { value: changes, diagnostics } = editForm(line.text(), edited, edits, others);
      setRefusal(changes === undefined ? wordsOf(diagnostics[0]) : undefined);
      if (changes === undefined) return undefined;
      const edit = line.edit(changes);
      if (edits.some(({ type }) => type !== 'set')) setUrgent(line.text());
      if (changes.length > 0) tell.current(changes);
      return edit;
    },
    [line, edited, others],
  );
  return useMemo(() => ({ shown, now, change, reading: line, refusal }), [shown, change, line, refusal]);
}

const wordsOf = (diagnostic: Diagnostic | undefined): string =>
  sentences([diagnostic?.message ?? 'Không ghi được vào tệp biểu mẫu', ...(diagnostic?.hints ?? [])]);
