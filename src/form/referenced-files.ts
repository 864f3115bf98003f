import type { FieldDefinition } from './field.js';
import type { Form, FormValue } from './form.js';
import { keyTable, partsOf, shorthandOf } from './key-table.js';
import type { FormLayer } from './layer.js';
import { type OpenForm, treeOfForm } from './read-form.js';
import type { MapNode, YamlNode } from './tree.js';

/** A file that a form names, and the path of the field that names it: "ke_hoach_cap_tren.tep". */
export interface FileReference {
  readonly path: string;
  /** As typed, without white space at its ends. */
  readonly typed: string;
}

/**
 * The files that a form names in fields of type `file`, each once, as typed; what is wrong with the form is not said here.
 * A form of a kind without such fields is not read beyond its kind.
 */
export function filesOfForm(open: OpenForm): readonly string[] {
  if (!namesFiles(open.kind.fields)) return [];
  const tree = treeOfForm(open).value;
  return tree === undefined ? [] : filesInTree(tree, open.kind.fields);
}

/** The same of layers over a form of these fields. */
export const filesInLayers = (
  layers: readonly FormLayer[],
  fields: readonly FieldDefinition[],
): readonly string[] => (namesFiles(fields) ? layers.flatMap(({ tree }) => filesInTree(tree, fields)) : []);

/** The same of a tree that was read by these fields. */
export function filesInTree(tree: MapNode, fields: readonly FieldDefinition[]): readonly string[] {
  const found = new Set<string>();
  collectFromGroup(tree, fields, found);
  return [...found];
}

/** The same of a form that has been read, with the fields that name them. */
export function fileReferences(
  fields: readonly FieldDefinition[],
  values: Form['values'],
): readonly FileReference[] {
  if (!namesFiles(fields)) return [];
  return fields.flatMap((field) => referencesIn(field, values[field.key] ?? '', field.key));
}

const known = new WeakMap<readonly FieldDefinition[], boolean>();

/** Whether a form of these fields can name a file. */
export function namesFiles(fields: readonly FieldDefinition[]): boolean {
  let answer = known.get(fields);
  if (answer === undefined) {
    answer = fields.some(isOfFiles);
    known.set(fields, answer);
  }
  return answer;
}

function isOfFiles(field: FieldDefinition): boolean {
  if (field.type === 'list') return field.item !== undefined && isOfFiles(field.item);
  return field.type === 'file' || (field.type === 'group' && namesFiles(partsOf(field)));
}

function collectFromGroup(node: YamlNode, fields: readonly FieldDefinition[], found: Set<string>): void {
  if (node.type !== 'map') return;
  const table = keyTable(fields);
  for (const entry of node.entries) {
    const match = table.find(entry.key.value.text);
    if (match !== undefined && match.part === undefined) collect(entry.value, match.field, found);
  }
}

function collect(node: YamlNode, field: FieldDefinition, found: Set<string>): void {
  switch (field.type) {
    case 'file': {
      const typed = node.type === 'scalar' ? node.value.text.trim() : '';
      if (typed !== '') found.add(typed);
      return;
    }
    case 'list':
      if (node.type === 'list' && field.item !== undefined)
        for (const item of node.items) collect(item, field.item, found);
      return;
    case 'group': {
      const bare = shorthandOf(field);
      if (node.type === 'map') collectFromGroup(node, partsOf(field), found);
      else if (bare !== undefined) collect(node, bare, found);
      return;
    }
    default:
      return;
  }
}

function referencesIn(field: FieldDefinition, value: FormValue, path: string): readonly FileReference[] {
  if (field.type === 'file')
    return typeof value === 'string' && value.trim() !== '' ? [{ path, typed: value.trim() }] : [];
  if (field.type === 'list' && field.item !== undefined && Array.isArray(value)) {
    const { item } = field;
    return value.flatMap((one: FormValue, index) => referencesIn(item, one, `${path}.${index}`));
  }
  if (field.type !== 'group' || typeof value === 'string' || Array.isArray(value)) return [];
  const group = value as Readonly<Record<string, FormValue>>;
  return partsOf(field).flatMap((part) => referencesIn(part, group[part.key] ?? '', `${path}.${part.key}`));
}
