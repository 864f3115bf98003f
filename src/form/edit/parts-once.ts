import type { FieldDefinition } from '../field.js';
import { partsOf } from '../key-table.js';

const known = new WeakMap<readonly FieldDefinition[], readonly FieldDefinition[]>();

/** The parts of a field, each key once: a dossier's paper has fields of the list's item, and of its kind. */
export const partsOnce = (field: FieldDefinition): readonly FieldDefinition[] => onceByKey(partsOf(field));

export function onceByKey(parts: readonly FieldDefinition[]): readonly FieldDefinition[] {
  const once = known.get(parts) ?? eachOnce(parts);
  known.set(parts, once);
  return once;
}

function eachOnce(parts: readonly FieldDefinition[]): readonly FieldDefinition[] {
  const keys = new Set(parts.map(({ key }) => key));
  return keys.size === parts.length ? parts : [...keys].map((key) => parts.find((part) => part.key === key)!);
}
