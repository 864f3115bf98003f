import type { FormValue } from '../../../form/form.js';
import { isGroup, isList } from './form-edit.js';

/** The new value, made of the old one's objects wherever nothing changed: what is the same object need not be drawn again. */
export function shareValues(old: FormValue | undefined, made: FormValue): FormValue {
  if (old === made) return made;
  if (isList(old) && isList(made)) {
    const shared = made.map((item, index) => shareValues(old[index], item));
    return shared.length === old.length && shared.every((item, index) => item === old[index]) ? old : shared;
  }
  if (!isGroup(old) || !isGroup(made)) return made;
  const keys = Object.keys(made);
  const shared: Record<string, FormValue> = {};
  for (const key of keys) shared[key] = shareValues(old[key], made[key] ?? '');
  const same = keys.length === Object.keys(old).length && keys.every((key) => shared[key] === old[key]);
  return same ? old : shared;
}

export function sameValue(one: FormValue | undefined, other: FormValue | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, index) => sameValue(item, other[index]));
  if (!isGroup(one) || !isGroup(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => sameValue(one[key], other[key]));
}
