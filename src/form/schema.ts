import { z } from 'zod';
import type { FieldDefinition } from './field.js';
import type { FormValue } from './form.js';
import { partsOf } from './key-table.js';
import type { RawValue } from './raw.js';
import { takeText } from './source-text.js';
import { readChoice } from './types/choice.js';
import { readDate } from './types/date.js';
import { readDeadlineField } from './types/deadline.js';
import { withWayOut } from './types/fact.js';
import { readFileField } from './types/file.js';
import { readLimitField } from './types/limit.js';
import { readMargin, splitMargins } from './types/margins.js';
import { readMomentField } from './types/moment.js';
import { readMoneyField } from './types/money.js';
import { readNumber } from './types/number.js';
import { isProblem, type Problem, type ScalarResult } from './types/scalar.js';
import { readText } from './types/sentence.js';
import { readShareField } from './types/share.js';

// A content policy may forbid code made from strings, which zod's fast path is.
z.config({ jitless: true });

type FormSchema = z.ZodType<{ readonly [key: string]: FormValue }>;

type Context = z.core.$RefinementCtx;

const schemas = new WeakMap<readonly FieldDefinition[], FormSchema>();

/** The schema that turns the raw values of a group into its values; issues carry a `Problem` as `params`. */
function formSchema(fields: readonly FieldDefinition[]): FormSchema {
  const known = schemas.get(fields);
  if (known !== undefined) return known;
  const schema = objectSchema(fields);
  schemas.set(fields, schema);
  return schema;
}

const objectSchema = (fields: readonly FieldDefinition[], group?: FieldDefinition): FormSchema =>
  z.object(Object.fromEntries(fields.map((field) => [field.key, fieldSchema(field, group)])));

const fieldSchemas = new WeakMap<FieldDefinition, z.ZodType<FormValue>>();

/** The schema of a field that is no part of a group. */
export function schemaOfField(field: FieldDefinition): z.ZodType<FormValue> {
  const known = fieldSchemas.get(field);
  if (known !== undefined) return known;
  const schema = fieldSchema(field);
  fieldSchemas.set(field, schema);
  return schema;
}

/** One field's value; undefined where it is not what its type asks for. */
export const readValue = (field: FieldDefinition, raw: RawValue): FormValue | undefined =>
  schemaOfField(field).safeParse(raw).data;

/** `group`: the group that the field is a part of, or its list is. */
function fieldSchema(field: FieldDefinition, group?: FieldDefinition): z.ZodType<FormValue> {
  switch (field.type) {
    case 'list':
      return z
        .array(field.item ? fieldSchema(field.item, group) : z.string())
        .optional()
        .transform((items, context) => checkCount(items ?? [], field, context));
    case 'group':
      return groupSchema(field, objectSchema(partsOf(field), field));
    case 'reference':
    case 'person':
      return groupSchema(field, formSchema(partsOf(field)));
    case 'margins':
      return groupSchema(field, marginsSchema(field));
    default:
      return scalarSchema(field, (text) =>
        withWayOut(readScalar(text, nameOf(field, group)), text, field, group),
      );
  }
}

function groupSchema(field: FieldDefinition, schema: FormSchema): z.ZodType<FormValue> {
  return schema.optional().transform((value, context) => {
    if (value === undefined && field.required) raise(context, missing(field));
    return value ?? emptyValue(field);
  });
}

/** A bare value belongs to a part that the form does not name: what people read is the group's label. */
const nameOf = (field: FieldDefinition, group: FieldDefinition | undefined): FieldDefinition =>
  group !== undefined && group.shorthand === field.key ? { ...field, label: group.label } : field;

function marginsSchema(field: FieldDefinition): FormSchema {
  const defaults = emptyValue(field) as Readonly<Record<string, string>>;
  const sides = partsOf(field).map((side): [string, z.ZodType<FormValue>] => {
    const schema = scalarSchema(side, (text) => readMargin(text, side, field));
    return [side.key, schema.transform((value) => (value === '' ? (defaults[side.key] ?? '') : value))];
  });
  return z.object(Object.fromEntries(sides));
}

function scalarSchema(field: FieldDefinition, read: (text: string) => ScalarResult): z.ZodType<FormValue> {
  return z
    .string()
    .optional()
    .transform((raw, context) => {
      const text = raw ?? '';
      if (text.trim() === '') {
        if (field.required && field.default === undefined) raise(context, missing(field));
        return emptyValue(field);
      }
      const result = read(text);
      if (!isProblem(result)) return result.value;
      raise(context, result);
      return '';
    });
}

function readScalar(text: string, field: FieldDefinition): ScalarResult {
  switch (field.type) {
    case 'date':
      return readDate(text, field);
    case 'number':
      return readNumber(text, field);
    case 'choice':
      return readChoice(text, field);
    case 'deadline':
      return readDeadlineField(text, field);
    case 'limit':
      return readLimitField(text, field);
    case 'share':
      return readShareField(text, field);
    case 'money':
      return readMoneyField(text, field);
    case 'moment':
      return readMomentField(text, field);
    case 'file':
      return readFileField(text, field);
    default:
      return readText(text, field);
  }
}

function checkCount(items: FormValue[], field: FieldDefinition, context: Context): FormValue[] {
  const { minItems = field.required ? 1 : 0, maxItems = Number.POSITIVE_INFINITY } = field.limits ?? {};
  if (items.length === 0 && minItems > 0) raise(context, missing(field));
  else if (items.length < minItems) {
    const message = `"${field.label}" mới có ${items.length} mục`;
    raise(context, { code: 'too-few', message, expected: `ít nhất ${minItems} mục` });
  } else if (items.length > maxItems) {
    const message = `"${field.label}" có ${items.length} mục, quá nhiều`;
    raise(context, { code: 'too-many', message, expected: `nhiều nhất ${maxItems} mục` });
  }
  return items;
}

const missing = (field: FieldDefinition): Problem => ({ code: 'missing', message: `Thiếu "${field.label}"` });

function raise(context: Context, problem: Problem): void {
  context.issues.push({ code: 'custom', message: problem.message, params: { ...problem }, input: undefined });
}

/** What a field is that the form leaves out: its default, or nothing in the shape of its type. */
export function emptyValue(field: FieldDefinition): FormValue {
  switch (field.type) {
    case 'list':
      return [];
    case 'group':
    case 'reference':
    case 'person':
      return Object.fromEntries(partsOf(field).map((part) => [part.key, emptyValue(part)]));
    case 'margins': {
      const figures = splitMargins(takeText(field.default ?? '', 0, field.default?.length ?? 0));
      const read = (side: FieldDefinition, index: number): string => {
        const result = readMargin(figures[index]?.text ?? '', side, field);
        return isProblem(result) ? '' : result.value;
      };
      return Object.fromEntries(partsOf(field).map((side, index) => [side.key, read(side, index)]));
    }
    default: {
      if (field.default === undefined || field.default === '') return '';
      const result = readScalar(field.default, field);
      return isProblem(result) ? '' : result.value;
    }
  }
}
