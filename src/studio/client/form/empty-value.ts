import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { partsOf } from '../../../form/key-table.js';

/** The value of a field that says nothing yet. */
export function emptyValue(field: FieldDefinition): FormValue {
  if (field.type === 'list') return [];
  const parts = partsOf(field);
  if (parts.length === 0) return '';
  return Object.fromEntries(parts.map((part) => [part.key, emptyValue(part)]));
}
