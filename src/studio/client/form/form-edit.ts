import type { FieldEdit } from '../../../form/edit/form-model.js';
import type { FormValue } from '../../../form/form.js';

/** What somebody does in the form pane; `path` of the last three is that of the list. */
export type FormEdit = FieldEdit;

export type FormGroup = { readonly [key: string]: FormValue };

export const isList = (value: FormValue | undefined): value is readonly FormValue[] => Array.isArray(value);
export const isGroup = (value: FormValue | undefined): value is FormGroup =>
  typeof value === 'object' && !Array.isArray(value);

export const textOf = (value: FormValue | undefined): string => (typeof value === 'string' ? value : '');
export const itemsOf = (value: FormValue | undefined): readonly FormValue[] =>
  isList(value) ? value : NO_ITEMS;
export const partOf = (value: FormValue | undefined, key: string): FormValue | undefined =>
  isGroup(value) ? value[key] : undefined;
const NO_ITEMS: readonly FormValue[] = [];

/** Nothing is said: no letter in it, however deep. */
export function isBlank(value: FormValue | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Object.values(value).every(isBlank);
}

/** The values after an edit, where no text has to be changed with them ("Cơ quan của tôi"). */
export function applyEdit(values: FormGroup, edit: FormEdit): FormGroup {
  const changed = changeAt(values, edit.path.split('.'), (old) => changeOf(old, edit));
  return isGroup(changed) ? changed : values;
}

function changeOf(old: FormValue | undefined, edit: FormEdit): FormValue {
  switch (edit.type) {
    case 'set':
      return edit.value;
    case 'insert':
      return itemsOf(old).toSpliced(edit.index, 0, edit.value);
    case 'remove':
      return itemsOf(old).toSpliced(edit.index, 1);
    case 'move':
      return movedItem(itemsOf(old), edit.from, edit.to);
  }
}

/** The item at `from` stands at `to` afterwards. */
export function movedItem<T>(items: readonly T[], from: number, to: number): readonly T[] {
  if (items[from] === undefined || items[to] === undefined) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, items[from]);
}

function changeAt(
  value: FormValue | undefined,
  steps: readonly string[],
  change: (old: FormValue | undefined) => FormValue,
): FormValue {
  const [step, ...rest] = steps;
  if (step === undefined) return change(value);
  if (isList(value)) return value.with(Number(step), changeAt(value[Number(step)], rest, change));
  return { ...(isGroup(value) ? value : {}), [step]: changeAt(partOf(value, step), rest, change) };
}
