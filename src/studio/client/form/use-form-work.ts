import { useEffect, useMemo, useRef, useState } from 'react';
import type { FormPaneProps } from '../panes.js';
import { Field } from './field.js';
import type { FormWork } from './form-context.js';
import { createFormStore } from './form-store.js';
import { problemsOfFields } from './form-values.js';
import { nearDate } from './near-date.js';
import type { FormText } from './use-form-text.js';

/** What the fields are given; the same object as long as the form is open. */
export function useFormWork(props: FormPaneProps, form: FormText, prefix: string): FormWork {
  const [store] = useState(createFormStore);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const { problems } = props;
  useEffect(() => {
    store.takeProblems(problemsOfFields(problems, form.shown));
  }, [store, problems, form.shown]);
  const { change, now, reading } = form;
  return useMemo(
    () => ({
      prefix,
      store,
      Field,
      change,
      reading,
      place: (path, offset) => latest.current.onPlace(now.current.formPath(path), offset),
      give: (file) => latest.current.onGive(file),
      nearDate: () => nearDate(now.current.values),
    }),
    [prefix, store, change, now, reading],
  );
}
