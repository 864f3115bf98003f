import type { FieldDefinition } from './field.js';
import type { Form, FormValue } from './form.js';
import { partsOf } from './key-table.js';
import type { RawGroup, RawValue } from './raw.js';
import { emptyValue, readValue } from './schema.js';

/**
 * The values of a form with errors, for looking at: what is missing as if it had been left out, what is wrong as typed. What
 * no template could take so (a day that is none, a measure of the sheet) is left out too.
 */
export const draftValues = (fields: readonly FieldDefinition[], raw: RawGroup): Form['values'] =>
  Object.fromEntries(fields.map((field) => [field.key, draftValue(field, raw[field.key])]));

function draftValue(field: FieldDefinition, raw: RawValue): FormValue {
  return readValue(field, raw) ?? partlyRead(field, raw);
}

function partlyRead(field: FieldDefinition, raw: RawValue): FormValue {
  switch (field.type) {
    case 'list': {
      const { item } = field;
      return isList(raw) && item !== undefined ? raw.map((one) => draftValue(item, one)) : [];
    }
    case 'group':
    case 'reference':
    case 'person':
      return isGroup(raw) ? draftValues(partsOf(field), raw) : emptyValue(field);
    case 'margins':
    case 'date':
    case 'choice':
      return emptyValue(field);
    case 'number':
      // One with a default is a measure, which templates reckon with.
      return field.default === undefined && typeof raw === 'string' ? raw.trim() : emptyValue(field);
    default:
      return typeof raw === 'string' ? raw : emptyValue(field);
  }
}

const isList = (raw: RawValue): raw is readonly RawValue[] => Array.isArray(raw);

const isGroup = (raw: RawValue): raw is RawGroup => typeof raw === 'object' && !isList(raw);
