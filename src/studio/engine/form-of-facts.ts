import type { Outcome } from '../../diagnostic/diagnostic.js';
import type { FactSheet } from '../../fact/fact-sheet.js';
import { editForm } from '../../form/edit/edit-form.js';
import { applyChanges } from '../../form/edit/text-change.js';
import type { FieldDefinition } from '../../form/field.js';
import type { FormValue } from '../../form/form.js';
import { partsOf } from '../../form/key-table.js';
import { emptyValue } from '../../form/schema.js';
import type { Kind } from '../../kind/kind.js';

/** The text of a form that says what a finished paper carries; what is as usual is not written out. */
export function textOfFacts({ values }: FactSheet, { definition }: Kind): Outcome<string> {
  const start = `Loại văn bản: ${definition.name}\n`;
  const edits = definition.fields.flatMap((field) => {
    const value = values[field.key];
    if (field.key === 'loai_van_ban' || value === undefined || isUsual(field, value)) return [];
    return [{ type: 'set', path: field.key, value: asTyped(field, value) } as const];
  });
  const { value: changes, diagnostics } = editForm(start, definition, edits);
  return { ...(changes && { value: applyChanges(start, changes) }), diagnostics };
}

const isUsual = (field: FieldDefinition, value: FormValue): boolean =>
  JSON.stringify(filledIn(value)) === JSON.stringify(filledIn(emptyValue(field)));

/** A value without what is empty in it, as papers carry it. */
function filledIn(value: FormValue): FormValue | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (isList(value)) return value.length === 0 ? undefined : value.map((item) => filledIn(item) ?? '');
  const kept = Object.entries(value)
    .map(([key, inner]) => [key, filledIn(inner)] as const)
    .filter(([, inner]) => inner !== undefined);
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as FormValue);
}

/** A value as people type it: "12/9/2024", "văn bản giấy". */
function asTyped(field: FieldDefinition, value: FormValue): FormValue {
  if (typeof value === 'string') return textTyped(field, value);
  if (isList(value)) {
    const { item } = field;
    return item === undefined ? value : value.map((one) => asTyped(item, one));
  }
  const parts = partsOf(field).flatMap((part) => {
    const inner = value[part.key];
    return inner === undefined ? [] : [[part.key, asTyped(part, inner)] as const];
  });
  return Object.fromEntries(parts);
}

function textTyped({ type, choices = [] }: FieldDefinition, value: string): string {
  if (type === 'choice') return choices.find((choice) => choice.value === value)?.label ?? value;
  if (type !== 'date') return value;
  const [year = '', ...rest] = value.split('-');
  return [...rest.reverse().map((part) => String(Number(part))), year].join('/');
}

const isList = (value: FormValue): value is readonly FormValue[] => Array.isArray(value);
