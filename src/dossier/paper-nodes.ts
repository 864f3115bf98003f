import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { FieldDefinition, KindFields } from '../form/field.js';
import { findKindIn } from '../form/find-kind.js';
import { keyTable } from '../form/key-table.js';
import { type FindKind, type OpenForm, readTree } from '../form/read-form.js';
import { EMPTY } from '../form/source-text.js';
import type { MapEntry, MapNode, ScalarNode, YamlNode } from '../form/tree.js';

/** An item of the list of papers as it stands in the form. */
export interface PaperNode {
  readonly kind: KindFields | undefined;
  readonly own: MapNode;
}

/** A dossier's form as a tree: what stands beside the list of papers, and the papers. */
export interface DossierNodes {
  readonly whole: MapNode;
  readonly shared: readonly MapEntry[];
  readonly papers: readonly PaperNode[];
  /** The fields by which the shared facts were read: the dossier's own, then those of the papers' kinds. */
  readonly fields: readonly FieldDefinition[];
}

const known = new WeakMap<OpenForm, Outcome<DossierNodes>>();

/** A dossier's form as a tree, read once of each open form; `findKind` knows the kinds by which it was opened. */
export function rememberedNodes(
  open: OpenForm,
  list: FieldDefinition,
  findKind: FindKind,
  kindNames: readonly string[],
): Outcome<DossierNodes> {
  const nodes = known.get(open) ?? readDossierNodes(open, list, findKind, kindNames);
  known.set(open, nodes);
  return nodes;
}

/** Reads a dossier twice: for the kinds of its papers, and, now that they are known, for what the papers say. */
function readDossierNodes(
  open: OpenForm,
  list: FieldDefinition,
  findKind: FindKind,
  kindNames: readonly string[],
): Outcome<DossierNodes> {
  const anyKind = itemWith(list, []);
  const first = readTree(open, open.kind.fields, (field) => (field === list ? anyKind : field.item));
  if (first.value === undefined) return { diagnostics: first.diagnostics };
  const found: Diagnostic[] = [];
  const kinds = itemsOf(first.value, list).map((item) => {
    if (isEmpty(item)) return undefined;
    const { value, diagnostics } = findKindIn(asMap(item), open.file, findKind, kindNames, item.start);
    found.push(...diagnostics, ...(value?.papers === undefined ? [] : [nestedDossier(open, item, value)]));
    return value?.papers === undefined ? value : undefined;
  });
  const named = [...new Set(kinds)].filter((kind) => kind !== undefined);
  const fields = [...open.kind.fields, ...named.flatMap((kind) => kind.fields)];
  const items = new Map(named.map((kind) => [kind, itemWith(list, kind.fields)]));
  const { value: whole, diagnostics } = readTree(open, fields, (field, index) => {
    const kind = field === list ? kinds[index] : undefined;
    return (kind && items.get(kind)) ?? (field === list ? anyKind : field.item);
  });
  if (whole === undefined) return { diagnostics };
  const papers = itemsOf(whole, list).flatMap((item, index) =>
    isEmpty(item) ? [] : [{ kind: kinds[index], own: asMap(item) }],
  );
  const shared = whole.entries.filter((entry) => !isListOf(entry, list));
  return { value: { whole, shared, papers, fields }, diagnostics: [...diagnostics, ...found] };
}

const isListOf = ({ key }: MapEntry, list: FieldDefinition): boolean =>
  keyTable([list]).find(key.value.text) !== undefined;

function itemsOf(tree: MapNode, list: FieldDefinition): readonly YamlNode[] {
  const value = tree.entries.find((entry) => isListOf(entry, list))?.value;
  return value?.type === 'list' ? value.items : [];
}

/** An item that says nothing is passed over, as in any list. */
const isEmpty = (item: YamlNode): boolean => item.type === 'scalar' && item.value.text.trim() === '';

const NO_KEY: ScalarNode = { type: 'scalar', style: 'plain', value: EMPTY, start: 0, end: 0 };

/** "- Kế hoạch" says as much as "- Loại văn bản: Kế hoạch". */
function asMap(item: YamlNode): MapNode {
  if (item.type === 'map') return item;
  const { start, end } = item;
  const key = { ...NO_KEY, value: { ...EMPTY, text: 'loai_van_ban' }, start, end: start };
  return { type: 'map', entries: item.type === 'scalar' ? [{ key, value: item }] : [], start, end };
}

/** An item with the fields of its kind. Without shorthand: "- Trích yếu: …" is a field, of whichever kind the item will be. */
function itemWith(list: FieldDefinition, fields: readonly FieldDefinition[]): FieldDefinition | undefined {
  if (list.item === undefined) return undefined;
  const { shorthand: _, ...item } = list.item;
  return { ...item, fields: [...(item.fields ?? []), ...fields] };
}

const nestedDossier = (open: OpenForm, item: YamlNode, kind: KindFields): Diagnostic => ({
  code: 'dossier/nested',
  severity: 'error',
  message: `"${kind.name}" không thể là một văn bản trong bộ văn bản`,
  place: { file: open.file, start: item.start, end: item.end },
  hints: ['Ghi từng văn bản của bộ đó thành một mục ở đây, hoặc để bộ đó ở tệp riêng'],
});
