import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { FactSheet } from '../../fact/fact-sheet.js';
import { newForm } from '../../form/edit/new-form.js';
import { readFormModel } from '../../form/edit/read-form-model.js';
import { isSame, typedValue } from '../../form/edit/typed-values.js';
import type { FieldDefinition } from '../../form/field.js';
import type { FormValue } from '../../form/form.js';
import { partsOf } from '../../form/key-table.js';
import { emptyValue } from '../../form/schema.js';
import type { Kind } from '../../kind/kind.js';

/** The text of a form, and what of a paper's facts could not be written into it. */
export interface FormOfFacts {
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The form that says what a finished paper carries, as a new one of its kind does; what is as usual is left open. */
export function textOfFacts({ values }: FactSheet, { definition, sample }: Kind): FormOfFacts {
  const said = definition.fields.flatMap((field) => {
    const value = values[field.key];
    if (field.key === 'loai_van_ban' || value === undefined || isUsual(field, value)) return [];
    return [[field, asTyped(field, value)] as const];
  });
  const typed = Object.fromEntries(said.map(([field, value]) => [field.key, value]));
  const text = newForm({ ...definition, sample }, typed);
  const model = readFormModel(text, definition);
  const isWritten = ([{ key }, value]: (typeof said)[number]): boolean => {
    const found = model.find(key);
    return found !== undefined && isSame(value, typedValue(found));
  };
  const lost = said.filter((one) => !isWritten(one)).map(([{ label }]) => `"${label}"`);
  return { text, diagnostics: lost.length === 0 ? [] : [unwritten(lost)] };
}

const unwritten = (labels: readonly string[]): Diagnostic => ({
  code: 'facts/unwritten',
  severity: 'warning',
  message: `Chưa đưa được ${labels.join(', ')} từ tệp vào biểu mẫu`,
  hints: ['Mở tệp ấy ra xem rồi gõ lại phần đó'],
});

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
