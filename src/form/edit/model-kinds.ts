import type { FieldDefinition } from '../field.js';
import { findKindIn } from '../find-kind.js';
import { keyTable } from '../key-table.js';
import { type ItemOf, readFormTree } from '../read-form-tree.js';
import { isJson, readJsonTree } from '../read-json-tree.js';
import { EMPTY } from '../source-text.js';
import type { MapEntry, MapNode, YamlNode } from '../tree.js';
import type { EditKind } from './form-model.js';

/** By which fields a form is read and shown: those of a dossier's papers depend on what the form says. */
export interface FieldsOfForm {
  readonly fields: readonly FieldDefinition[];
  /** What an item of a list is while its lines are read. */
  readonly itemOf: ItemOf;
  /** The same where it is shown: there a bare "- Kế hoạch" belongs to the field that it is short for. */
  readonly shownItemOf: ItemOf;
}

const plainItem: ItemOf = ({ item }) => item;
const ofDossiers = new WeakMap<EditKind, { readonly items: PaperKinds; readonly made: FieldsOfForm }>();

/** `kinds`: those that a dossier's papers may be of. The same kinds of papers give the same objects. */
export function fieldsOfForm(text: string, kind: EditKind, kinds: readonly EditKind[]): FieldsOfForm {
  const list = kind.fields.find(({ key }) => key === kind.papers?.list);
  if (list?.item === undefined) return { fields: kind.fields, itemOf: plainItem, shownItemOf: plainItem };
  const items = papersOf(text, kind, list, kinds);
  const known = ofDossiers.get(kind);
  if (known?.items.length === items.length && known.items.every((one, index) => one === items[index]))
    return known.made;
  const made = fieldsOfDossier(kind, list, items);
  ofDossiers.set(kind, { items, made });
  return made;
}

/** The kind of each paper; undefined where it names none. */
type PaperKinds = readonly (EditKind | undefined)[];

function fieldsOfDossier(kind: EditKind, list: FieldDefinition, items: PaperKinds): FieldsOfForm {
  const named = [...new Set(items)].filter((paper) => paper !== undefined);
  const shown = new Map<EditKind | undefined, FieldDefinition>();
  const read = new Map<EditKind | undefined, FieldDefinition>();
  for (const paper of [undefined, ...named]) {
    const { shorthand, ...item } = list.item!;
    const bare = { ...item, fields: [...(item.fields ?? []), ...(paper?.fields ?? [])] };
    // Without shorthand: "- Trích yếu: …" is a field, of whichever kind the item will be.
    read.set(paper, bare);
    shown.set(paper, shorthand === undefined ? bare : { ...bare, shorthand });
  }
  return {
    fields: [...kind.fields, ...named.flatMap(({ fields }) => fields)],
    itemOf: (field, index) => (field === list ? read.get(items[index]) : field.item),
    shownItemOf: (field, index) => (field === list ? shown.get(items[index]) : field.item),
  };
}

/** The kinds that the papers of a dossier name. */
function papersOf(
  text: string,
  kind: EditKind,
  list: FieldDefinition,
  kinds: readonly EditKind[],
): PaperKinds {
  const { shorthand: _, ...bare } = list.item!;
  const tree = isJson(text)
    ? readJsonTree({ file: '', text })
    : readFormTree({ file: '', text }, kind.fields, (field) => (field === list ? bare : field.item));
  return itemsIn(tree.value, list).map((item) => kindOf(item, kinds));
}

function itemsIn(tree: MapNode | undefined, list: FieldDefinition): readonly YamlNode[] {
  const value = tree?.entries.find(({ key }) => keyTable([list]).find(key.value.text) !== undefined)?.value;
  return value?.type === 'list' ? value.items : [];
}

const find = (kinds: readonly EditKind[], name: string): EditKind | undefined =>
  kinds.find((kind) => kind.slug === name || kind.name === name || kind.aliases?.includes(name));

/** The kind that a paper names; a dossier is none that a paper can be of. */
function kindOf(item: YamlNode, kinds: readonly EditKind[]): EditKind | undefined {
  const plain = kinds.filter(({ papers }) => papers === undefined);
  const names = plain.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const toFields = (kind: EditKind | undefined) => kind && { ...kind, checks: [] };
  const found = findKindIn(asMap(item), '', (name) => toFields(find(plain, name)), names);
  return plain.find(({ slug }) => slug === found.value?.slug);
}

/** "- Kế hoạch" says as much as "- Loại văn bản: Kế hoạch". */
function asMap(item: YamlNode): MapNode {
  if (item.type === 'map') return item;
  const { start, end } = item;
  const value = { ...EMPTY, text: 'loai_van_ban' };
  const entries: MapEntry[] =
    item.type === 'scalar'
      ? [{ key: { type: 'scalar', style: 'plain', value, start, end: start }, value: item }]
      : [];
  return { type: 'map', entries, start, end };
}
