import { foldKey } from '../vietnamese/fold-key.js';
import type { FieldDefinition } from './field.js';

/** The fields of a group under every name that a form may give them by. */
export interface KeyTable {
  readonly fields: readonly FieldDefinition[];
  /** The field of a key as typed. */
  readonly find: (typed: string) => KeyMatch | undefined;
}

export interface KeyMatch {
  readonly field: FieldDefinition;
  /** When the key names only a part of a field: "Số" of "Số, ký hiệu". */
  readonly part?: FieldDefinition;
}

const number = (key: string, label: string): FieldDefinition => ({
  key,
  label,
  type: 'number',
  required: false,
});

/** The parts of a `reference` field; they may also stand beside it. */
export const REFERENCE_PARTS: readonly FieldDefinition[] = [
  number('so', 'Số'),
  { key: 'ky_hieu', label: 'Ký hiệu', type: 'text', required: false },
];
/** The parts of a `margins` field, in the order in which four bare figures are read. */
export const MARGIN_PARTS: readonly FieldDefinition[] = [
  number('tren', 'Trên'),
  number('duoi', 'Dưới'),
  number('trai', 'Trái'),
  number('phai', 'Phải'),
];
/** The parts of a `person` field. */
export const PERSON_PARTS: readonly FieldDefinition[] = [
  { key: 'ho_ten', label: 'Họ tên', type: 'text', required: false },
  { key: 'chuc_vu', label: 'Chức vụ', type: 'text', required: false },
];
const NO_FIELDS: readonly FieldDefinition[] = [];

/** The fields that a value of this type has of its own; none for a scalar or a list. */
export function partsOf(field: FieldDefinition): readonly FieldDefinition[] {
  switch (field.type) {
    case 'group':
      return field.fields ?? NO_FIELDS;
    case 'reference':
      return REFERENCE_PARTS;
    case 'margins':
      return MARGIN_PARTS;
    case 'person':
      return PERSON_PARTS;
    default:
      return NO_FIELDS;
  }
}

/** The field that a group's value without keys belongs to. */
export const shorthandOf = (field: FieldDefinition): FieldDefinition | undefined =>
  field.type === 'group' && field.shorthand !== undefined
    ? field.fields?.find((inner) => inner.key === field.shorthand)
    : undefined;

const tables = new WeakMap<readonly FieldDefinition[], KeyTable>();

export function keyTable(fields: readonly FieldDefinition[]): KeyTable {
  const known = tables.get(fields);
  if (known !== undefined) return known;
  const matches = new Map<string, KeyMatch>();
  const add = (names: readonly string[], match: KeyMatch): void => {
    for (const name of names) if (!matches.has(foldKey(name))) matches.set(foldKey(name), match);
  };
  for (const field of fields) add([field.key, field.label, ...(field.aliases ?? [])], { field });
  for (const field of fields) {
    if (field.type !== 'reference') continue;
    for (const part of REFERENCE_PARTS) add([part.key, part.label], { field, part });
  }
  const table: KeyTable = { fields, find: (typed) => matches.get(foldKey(typed)) };
  tables.set(fields, table);
  return table;
}

/** A value of several lines keeps its line ends; every other is one line, however it is wrapped in the file. */
export const keepsLines = (field: FieldDefinition | undefined): boolean =>
  field?.type === 'paragraph' || field?.type === 'outline' || field?.separator !== undefined;

/** Fields whose text is printed as typed, so that every mark in it counts. */
export const isProse = (field: FieldDefinition | undefined): boolean =>
  field?.type === 'text' ||
  field?.type === 'sentence' ||
  field?.type === 'paragraph' ||
  field?.type === 'outline';

/** Fields written as a list with dashes: also a group whose bare value is one. */
export const listOf = (field: FieldDefinition | undefined): FieldDefinition | undefined => {
  if (field?.type === 'list') return field;
  const shorthand = field && shorthandOf(field);
  return shorthand?.type === 'list' ? shorthand : undefined;
};
