import type { FieldDefinition } from '../../../form/field.js';
import { keyTable, partsOf } from '../../../form/key-table.js';
import type { KindInfo } from '../../protocol.js';
import { kindNamed, paperFields, papersField } from '../form/papers.js';

/** By what fields a form's text is completed. */
export interface KnownFields {
  readonly fields: readonly FieldDefinition[];
  /** Of a set of papers: the list of them, and the fields of one that names its kind. */
  readonly papers?: {
    readonly list: FieldDefinition;
    readonly fieldsOf: (kind: string) => readonly FieldDefinition[];
  };
}

/** What is offered where a key or a value is typed. */
export interface Offer {
  /** What is typed of it before the caret. */
  readonly typed: string;
  readonly isChoice: boolean;
  readonly words: readonly OfferedWord[];
}

export interface OfferedWord {
  readonly label: string;
  readonly detail?: string;
}

export function knownFields(kind: KindInfo, kinds: readonly KindInfo[]): KnownFields {
  const list = papersField(kind);
  const { item } = list ?? {};
  if (list === undefined || item === undefined) return { fields: kind.fields };
  const fieldsOf = (name: string): readonly FieldDefinition[] => {
    const { about, own, shared } = paperFields(kind, item, kindNamed(kinds, name), true, kinds);
    return [...about, ...own, ...shared];
  };
  return { fields: kind.fields, papers: { list, fieldsOf } };
}

export const fieldNamed = (fields: readonly FieldDefinition[], key: string): FieldDefinition | undefined =>
  keyTable(fields).find(key)?.field;

/** What a key's value has fields of: its own parts, its items' or, of a paper of a set, those of the kind that it names. */
export function fieldsWithin(
  { papers }: KnownFields,
  field: FieldDefinition,
  kindOfPaper: () => string,
): readonly FieldDefinition[] {
  if (papers !== undefined && field === papers.list) return papers.fieldsOf(kindOfPaper());
  const item = field.type === 'list' ? field.item : field;
  return item === undefined ? [] : partsOf(item);
}

export const offerOfKeys = (typed: string, fields: readonly FieldDefinition[]): Offer => ({
  typed,
  isChoice: false,
  words: fields.map(({ label, required }) => ({ label, ...(required && { detail: 'cần có' }) })),
});

/** The choices of a field or of a list's items; undefined where it has none. */
export function offerOfChoices(typed: string, field: FieldDefinition | undefined): Offer | undefined {
  const choices = field?.choices ?? field?.item?.choices;
  return choices && { typed, isChoice: true, words: choices.map(({ label }) => ({ label })) };
}
