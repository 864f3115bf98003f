import type { FieldDefinition } from '../../../form/field.js';
import type { FormValue } from '../../../form/form.js';
import { partsOf } from '../../../form/key-table.js';
import { foldKey } from '../../../vietnamese/fold-key.js';
import { itemsOf, partOf } from './form-edit.js';

export interface FoundField {
  readonly path: string;
  /** "Người ký > Họ tên" */
  readonly label: string;
  /** What stands there, cut short. */
  readonly value: string;
}

const MOST_FOUND = 30;
const SHOWN_LETTERS = 60;

/** The fields whose label or text has these words, in the form's order; accents and case do not count. */
export function findFields(
  fields: readonly FieldDefinition[],
  values: FormValue,
  words: string,
): readonly FoundField[] {
  const wanted = foldKey(words);
  if (wanted === '') return [];
  const found: FoundField[] = [];
  for (const field of fields) visit(field, partOf(values, field.key), field.key, field.label, wanted, found);
  return found;
}

function visit(
  field: FieldDefinition,
  value: FormValue | undefined,
  path: string,
  label: string,
  wanted: string,
  found: FoundField[],
): void {
  if (found.length >= MOST_FOUND) return;
  const text = typeof value === 'string' ? value : '';
  if (foldKey(field.label).includes(wanted) || foldKey(text).includes(wanted))
    found.push({ path, label, value: cut(text) });
  for (const part of partsOf(field)) {
    const inner = partOf(value, part.key);
    visit(part, inner, `${path}.${part.key}`, `${label} > ${part.label}`, wanted, found);
  }
  const { item } = field;
  if (item === undefined) return;
  for (const [index, one] of itemsOf(value).entries())
    visit({ ...item, label: '' }, one, `${path}.${index}`, `${label} (mục ${index + 1})`, wanted, found);
}

const cut = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > SHOWN_LETTERS ? `${line.slice(0, SHOWN_LETTERS)} …` : line;
};
