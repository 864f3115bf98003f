import type { z } from 'zod';
import type { FieldDefinition } from './field.js';
import type { Form, FormValue } from './form.js';
import type { RawGroup, RawValue } from './raw.js';
import { schemaOfField } from './schema.js';

type Issues = readonly z.core.$ZodIssue[];

interface ReadField {
  readonly value: FormValue | undefined;
  readonly issues: Issues;
}

/** What the values of a form came to that many others are read over. */
const known = new WeakMap<RawGroup, Map<FieldDefinition, ReadField>>();

/**
 * Turns a form's raw values into its values; with an issue there are none. Issues carry a `Problem` as `params`. What is the
 * same in `base`, which is kept as it is, is read once for all forms that have it under theirs.
 */
export function readValues(
  fields: readonly FieldDefinition[],
  raw: RawGroup,
  base: RawGroup,
): { readonly values?: Form['values']; readonly issues: Issues } {
  const remembered = known.get(base) ?? new Map<FieldDefinition, ReadField>();
  known.set(base, remembered);
  const values: Record<string, FormValue> = {};
  const issues: z.core.$ZodIssue[] = [];
  for (const field of fields) {
    const typed = raw[field.key];
    const read =
      typed === base[field.key] ? rememberedField(field, typed, remembered) : readField(field, typed);
    if (read.value !== undefined) values[field.key] = read.value;
    issues.push(...read.issues);
  }
  return { ...(issues.length === 0 && { values }), issues };
}

function rememberedField(
  field: FieldDefinition,
  raw: RawValue,
  remembered: Map<FieldDefinition, ReadField>,
): ReadField {
  const found = remembered.get(field) ?? readField(field, raw);
  remembered.set(field, found);
  return found;
}

function readField(field: FieldDefinition, raw: RawValue): ReadField {
  const { data, error } = schemaOfField(field).safeParse(raw);
  const issues = (error?.issues ?? []).map((issue) => ({ ...issue, path: [field.key, ...issue.path] }));
  return { value: data, issues };
}
