import type { KindFields } from '../form/field.js';
import { keyTable } from '../form/key-table.js';
import type { FormLayer } from '../form/layer.js';
import type { MapEntry } from '../form/tree.js';
import type { DossierNodes } from './paper-nodes.js';

/**
 * The shared facts that a kind takes: those of its own keys, but not what is a paper's own affair, and under its own key
 * what another key says (`shared` of a field: a form's parent agency is the one that sends it).
 */
export function sharedWith(
  kind: KindFields,
  nodes: DossierNodes,
  mainOnly: readonly string[],
): readonly MapEntry[] {
  const own = keyTable(kind.fields);
  const known = keyTable(nodes.fields);
  const alike = nodes.shared.filter(({ key }) => {
    const field = own.find(key.value.text)?.field;
    return field === undefined || (field.shared === undefined && !mainOnly.includes(field.key));
  });
  const keyOf = ({ key }: MapEntry): string | undefined => {
    const match = known.find(key.value.text);
    return match?.part === undefined ? match?.field.key : undefined;
  };
  return [...alike, ...renamed(kind, nodes.shared, keyOf)];
}

/** Of what lies under the shared facts (their unit's entry in the register) that which a kind takes under another key. */
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
