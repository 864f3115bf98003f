import type { FieldDefinition, KindFields } from '../form/field.js';
import { keyTable } from '../form/key-table.js';
import type { FormLayer } from '../form/layer.js';
import type { MapEntry } from '../form/tree.js';

/**
 * Of facts that the papers of a dossier share those that a kind takes: those of its own keys, but not what is a paper's own
 * affair, and under its own key what another key says (`shared` of a field: a form's parent agency is the one that sends it).
 * `fields`: by which the facts were read.
 */
export function sharedWith(
  kind: KindFields,
  facts: readonly MapEntry[],
  fields: readonly FieldDefinition[],
  mainOnly: readonly string[],
): readonly MapEntry[] {
  const own = keyTable(kind.fields);
  const known = keyTable(fields);
  const alike = facts.filter(({ key }) => {
    const field = own.find(key.value.text)?.field;
    return field === undefined || (field.shared === undefined && !mainOnly.includes(field.key));
  });
  const keyOf = ({ key }: MapEntry): string | undefined => {
    const match = known.find(key.value.text);
    return match?.part === undefined ? match?.field.key : undefined;
  };
  return [...alike, ...renamed(kind, facts, keyOf)];
}

/** The fields by which a row of a table may set what the papers share, each key once. */
export function shareableFields(
  { fields, papers }: KindFields,
  kinds: readonly KindFields[],
): readonly FieldDefinition[] {
  const own = fields.filter(({ key }) => key !== papers?.list);
  const theirs = kinds.flatMap((kind) => kind.fields.filter(({ shared }) => shared === undefined));
  const byKey = new Map<string, FieldDefinition>();
  for (const field of [...own, ...theirs]) if (!byKey.has(field.key)) byKey.set(field.key, field);
  return [...byKey.values()];
}

/** Of what lies under or over the shared facts (their unit's entry in the register) that which a kind takes under another key. */
export const renamedLayer = (kind: KindFields, layer: FormLayer): FormLayer => ({
  ...layer,
  tree: { ...layer.tree, entries: renamed(kind, layer.tree.entries, ({ key }) => key.value.text) },
});

const renamed = (
  { fields }: KindFields,
  entries: readonly MapEntry[],
  keyOf: (entry: MapEntry) => string | undefined,
): readonly MapEntry[] =>
  fields.flatMap((field) => {
    const entry = entries.find((one) => field.shared !== undefined && keyOf(one) === field.shared);
    if (entry === undefined) return [];
    const { key, value } = entry;
    return [{ key: { ...key, value: { ...key.value, text: field.key } }, value }];
  });
