import type { FieldDefinition } from '../field.js';
import { keyTable, partsOf, shorthandOf } from '../key-table.js';
import type { ItemOf } from '../read-form-tree.js';
import { composeParts, splitItems } from './bare-values.js';
import type { TypedValue } from './form-model.js';
import { type Quoting, STEP, type Written, writeText } from './notation.js';
import { partsOnce } from './parts-once.js';
import { isNothing, partsIn } from './typed-values.js';

/** How a value is written where there was none. */
export interface Manner {
  readonly quoting: Quoting;
  /** Whether what may stand without keys or dashes does. */
  readonly isShort: boolean;
  readonly itemOf: ItemOf;
}

/**
 * The manners in which to write a value, the plainest first: in the later ones less can be mistaken for something else
 * ("Tên: x" as an item's bare text).
 */
export const mannersOf = (itemOf: ItemOf): readonly Manner[] => [
  { quoting: 'plain', isShort: true, itemOf },
  { quoting: 'plain', isShort: false, itemOf },
  { quoting: 'quoted', isShort: false, itemOf },
];

/** `prefix`: white space before what stands in the column of the key. */
export function writeEntry(
  field: FieldDefinition,
  siblings: readonly FieldDefinition[],
  value: TypedValue,
  prefix: string,
  manner: Manner,
): readonly string[] {
  const { head, below } = writeValue(field, value, prefix, manner);
  return [`${prefix}${keyOf(field, siblings)}:${head}`, ...below];
}

/** The label; where another field of the group is known by it, the key. */
export const keyOf = (field: FieldDefinition, siblings: readonly FieldDefinition[]): string => {
  const found = keyTable(siblings).find(field.label);
  return (found?.part ?? found?.field)?.key === field.key ? field.label : field.key;
};

/** A value behind a key whose column is that of `prefix`. */
export function writeValue(
  field: FieldDefinition,
  value: TypedValue,
  prefix: string,
  manner: Manner,
): Written {
  const short = bareText(field, value, manner);
  if (short !== undefined) return writeText(short, field, prefix, manner.quoting);
  if (field.type === 'list') {
    const items = Array.isArray(value) ? (value as readonly TypedValue[]) : value === '' ? [] : [value];
    return { head: '', below: writeItems(field, items, prefix + STEP, manner) };
  }
  if (partsOf(field).length === 0) return writeText(asText(value), field, prefix, manner.quoting);
  const parts = partsIn(field, value);
  const bare = shorthandOf(field);
  if (bare !== undefined && isOnly(parts, bare.key) && manner.isShort)
    return writeValue(bare, parts[bare.key] ?? '', prefix, manner);
  return { head: '', below: writeParts(field, parts, prefix + STEP, manner) };
}

const isOnly = (parts: Readonly<Record<string, TypedValue>>, key: string): boolean =>
  !isNothing(parts[key]) && Object.keys(parts).every((other) => other === key || isNothing(parts[other]));

const writeParts = (
  field: FieldDefinition,
  parts: Readonly<Record<string, TypedValue>>,
  prefix: string,
  manner: Manner,
): string[] =>
  partsOnce(field).flatMap((part) => {
    const value = parts[part.key];
    return isNothing(value) ? [] : writeEntry(part, partsOf(field), value!, prefix, manner);
  });

/** Items with their dashes; `from`: the place in the list of the first. */
export const writeItems = (
  list: FieldDefinition,
  items: readonly TypedValue[],
  prefix: string,
  manner: Manner,
  from = 0,
): string[] =>
  items.flatMap((value, index) => {
    const item = manner.itemOf(list, from + index) ?? list.item;
    return item === undefined ? [] : writeItem(item, value, prefix, manner);
  });

/** An item of a group has its first field on the dash's line, the others in that one's column. */
function writeItem(item: FieldDefinition, value: TypedValue, prefix: string, manner: Manner): string[] {
  if (partsOf(item).length === 0 || isShortItem(item, value, manner)) {
    const { head, below } = writeValue(item, value, prefix, manner);
    return [`${prefix}-${head}`, ...below];
  }
  const inner = prefix + STEP;
  const lines = writeParts(item, partsIn(item, value), inner, manner);
  const [first = emptyFirst(item, inner, manner), ...rest] = lines;
  return [`${prefix}-${first.slice(prefix.length + 1)}`, ...rest];
}

const isShortItem = (item: FieldDefinition, value: TypedValue, manner: Manner): boolean => {
  if (bareText(item, value, manner) !== undefined) return true;
  const bare = shorthandOf(item);
  return bare !== undefined && manner.isShort && (isNothing(value) || isOnly(partsIn(item, value), bare.key));
};

/** A group without shorthand must say something to be one: its first key. */
function emptyFirst(item: FieldDefinition, prefix: string, manner: Manner): string {
  const first = partsOf(item)[0]!;
  return writeEntry(first, partsOf(item), '', prefix, manner)[0]!;
}

/** "91/KH-LĐLĐ", "TM. BAN THƯỜNG VỤ": a value of parts or items as one text; undefined where it is not to be written so. */
export function bareText(
  field: FieldDefinition,
  value: TypedValue,
  manner: Pick<Manner, 'isShort'>,
): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : shortOf(field, value);
  if (!manner.isShort) return undefined;
  if (field.type === 'list') {
    const [item, ...more] = value as readonly TypedValue[];
    if (field.separator === undefined || typeof item !== 'string' || more.length > 0) return undefined;
    const isOne = splitItems({ text: item, pieces: [] }, field.separator)[0]?.text === item;
    return isOne ? item : undefined;
  }
  if (field.type !== 'reference' && field.type !== 'person' && field.type !== 'margins') return undefined;
  const parts = partsIn(field, value);
  const texts = Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, asText(part)]));
  const said = partsOf(field).filter(({ key }) => (texts[key] ?? '') !== '');
  if (said.length === 0 || (field.type === 'margins' && said.length < partsOf(field).length))
    return undefined;
  return composeParts(field, texts);
}

const shortOf = (field: FieldDefinition, value: string): string | undefined =>
  field.type === 'reference' ||
  field.type === 'person' ||
  field.type === 'margins' ||
  (field.type === 'list' && field.separator !== undefined)
    ? value
    : undefined;

const asText = (value: TypedValue | undefined): string => (typeof value === 'string' ? value : '');
