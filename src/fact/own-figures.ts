import type { Form, FormValue } from '../form/form.js';
import { valueAt } from '../form/value-at.js';
import { SUPERIOR } from './superior-plan.js';

/** The levels that the superior's plan speaks of, and the conference that the form's issuer holds itself. */
export const SUPERIOR_LEVELS = `${SUPERIOR}.cap_to_chuc`;
export const OWN_CONFERENCE = 'hoi_nghi';
export const OWN_LEVELS = 'cap_to_chuc';

/** A scalar's text; "" where there is none. */
export function textAt(values: Form['values'], path: string): string {
  const value = valueAt(values, path);
  return typeof value === 'string' ? value.trim() : '';
}

/** A whole number as a form has it: its digits. */
export function countAt(values: Form['values'], path: string): number | undefined {
  const text = textAt(values, path);
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

export function textsAt(values: Form['values'], path: string): readonly string[] {
  const value = valueAt(values, path);
  return isList(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

const isList = (value: FormValue | undefined): value is readonly FormValue[] => Array.isArray(value);

/** The paths of a list's items: "cap_to_chuc.0". */
export function itemPaths(values: Form['values'], path: string): readonly string[] {
  const value = valueAt(values, path);
  return isList(value) ? value.map((_, index) => `${path}.${index}`) : [];
}

/**
 * The path of the superior's level that binds what stands at `own`: the only one of its `Cấp`. Undefined where none is, or
 * several are and it cannot be told which is meant.
 */
export function bindingLevel(values: Form['values'], own: string): string | undefined {
  const level = textAt(values, `${own}.cap`);
  if (level === '' || level === 'khac') return undefined;
  const same = itemPaths(values, SUPERIOR_LEVELS).filter((path) => textAt(values, `${path}.cap`) === level);
  return same.length === 1 ? same[0] : undefined;
}
