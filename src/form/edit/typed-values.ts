import { createOwned } from '../../base/memory.js';
import { normalise } from '../../vietnamese/normalise.js';
import type { FieldDefinition } from '../field.js';
import { keepsLines, partsOf, shorthandOf } from '../key-table.js';
import type { ItemOf } from '../read-form-tree.js';
import { takeText } from '../source-text.js';
import { splitItems, splitParts } from './bare-values.js';
import type { FieldModel, FormModel, TypedValue } from './form-model.js';
import { partsOnce } from './parts-once.js';

export type TypedGroup = { readonly [key: string]: TypedValue };

export const isGroup = (value: TypedValue | undefined): value is TypedGroup =>
  typeof value === 'object' && !Array.isArray(value);
export const isList = (value: TypedValue | undefined): value is readonly TypedValue[] => Array.isArray(value);

/** The values of all fields as typed, given or not: "" , [] or a group of such where nothing is. */
export const typedValues = (model: FormModel): TypedGroup => valuesOfParts(model.fields);

function valuesOfParts(parts: readonly FieldModel[]): TypedGroup {
  const values: Record<string, TypedValue> = {};
  for (const part of parts) values[part.field.key] = typedValue(part);
  return values;
}

/** Models of what is not given outlive the text: so do their values. */
const absentValue = createOwned(buildValue);

export const typedValue = (model: FieldModel): TypedValue =>
  model.isGiven ? buildValue(model) : absentValue(model);

function buildValue({ field, items, parts, text }: FieldModel): TypedValue {
  if (field.type === 'list') return items.map(typedValue);
  return parts.length > 0 || partsOf(field).length > 0 ? valuesOfParts(parts) : text;
}

/** Nothing is said: no letter in it, however deep. An empty item of a list is something: it has its dash. */
export function isNothing(value: TypedValue | undefined): boolean {
  if (value === undefined || typeof value === 'string') return (value ?? '') === '';
  return isList(value) ? value.length === 0 : Object.values(value).every(isNothing);
}

/** A value in the shape of its field, its letters composed, its lines ended with LF: as the form will have it. */
export function shaped(field: FieldDefinition, value: TypedValue, itemOf: ItemOf): TypedValue {
  if (field.type === 'list') {
    const items = isList(value) ? value : bareItems(field, value);
    return items.map((item, index) => {
      const definition = itemOf(field, index) ?? field.item;
      return definition === undefined ? '' : shaped(definition, item, itemOf);
    });
  }
  const parts = partsOnce(field);
  if (parts.length > 0) {
    const given = partsIn(field, value);
    return Object.fromEntries(parts.map((part) => [part.key, shaped(part, given[part.key] ?? '', itemOf)]));
  }
  const text = typeof value === 'string' ? normalise(value).text : '';
  return keepsLines(field) ? text : text.replaceAll('\n', ' ');
}

function bareItems(field: FieldDefinition, value: TypedValue): readonly TypedValue[] {
  if (isNothing(value)) return [];
  if (typeof value !== 'string' || field.separator === undefined) return [value];
  return splitItems(takeText(value, 0, value.length), field.separator).map(({ text }) => text);
}

/** The parts of a value that may be given without keys. */
export function partsIn(field: FieldDefinition, value: TypedValue): TypedGroup {
  if (isGroup(value)) return value;
  const bare = shorthandOf(field);
  if (bare !== undefined) return { [bare.key]: value };
  if (typeof value !== 'string' || field.type === 'group') return {};
  const parts = splitParts(field, takeText(value, 0, value.length));
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, part]) => (part === undefined ? [] : [[key, part.text]])),
  );
}

/** Whether two values say the same; what is absent says nothing. */
export function isSame(one: TypedValue | undefined, other: TypedValue | undefined): boolean {
  if (one === other) return true;
  if (isList(one) && isList(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  if (isGroup(one) && isGroup(other))
    return (
      Object.keys(one).every((key) => isSame(one[key], other[key])) &&
      Object.keys(other).every((key) => key in one || isNothing(other[key]))
    );
  return isNothing(one) && isNothing(other);
}

/** The value with another one at a path; undefined where the path leads nowhere. */
export function withValue(
  whole: TypedValue,
  steps: readonly string[],
  change: (old: TypedValue | undefined) => TypedValue,
): TypedValue {
  const [step, ...rest] = steps;
  if (step === undefined) return change(whole);
  if (isList(whole)) {
    const index = Number(step);
    const made = withValue(whole[index] ?? '', rest, change);
    return index < whole.length ? whole.with(index, made) : [...whole, made];
  }
  const group = isGroup(whole) ? whole : {};
  return { ...group, [step]: withValue(group[step] ?? '', rest, change) };
}
