import type { Place } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from './field.js';
import { keyTable } from './key-table.js';
import type { FormLayer } from './layer.js';
import type { MapNode, ScalarNode, YamlNode } from './tree.js';

/** What is said of a paper before its values are read: trees, the uppermost first, each with the places of its stretches. */
export type Said = readonly SaidTree[];

export interface SaidTree extends Pick<FormLayer, 'placeOf'> {
  readonly tree: MapNode;
  /** Whether it lies over the form: a row of a table. */
  readonly isOver?: boolean;
}

/** A value under a key, and whose it is. */
export interface SaidEntry {
  readonly node: YamlNode;
  readonly field: FieldDefinition;
  readonly by: SaidTree;
}

/** The form's own tree with the layers that lie over it. */
export const saidBy = (own: MapNode, file: string, over: readonly FormLayer[] = []): Said => [
  ...over.toReversed().map((layer): SaidTree => ({ ...layer, isOver: true })),
  ownTree(own, file),
];

export const ownTree = (tree: MapNode, file: string): SaidTree => ({
  tree,
  placeOf: (start, end) => ({ file, start, end }),
});

/** All values of a field that say something, the uppermost first. */
export const entriesOf = (
  said: Said,
  fields: readonly FieldDefinition[],
  key: string,
): readonly SaidEntry[] => said.flatMap((by) => entriesIn(by.tree, fields, key, by));

/** The uppermost value of a field that says something. */
export const entryOf = (said: Said, fields: readonly FieldDefinition[], key: string): SaidEntry | undefined =>
  entriesOf(said, fields, key)[0];

/** The values of a field among the entries of one group. */
export function entriesIn(
  node: YamlNode,
  fields: readonly FieldDefinition[],
  key: string,
  by: SaidTree,
): readonly SaidEntry[] {
  if (node.type !== 'map') return [];
  const table = keyTable(fields);
  return node.entries.flatMap((entry) => {
    const match = table.find(entry.key.value.text);
    const isIt = match?.field.key === key && match.part === undefined && !isBlank(entry.value);
    return isIt ? [{ node: entry.value, field: match.field, by }] : [];
  });
}

const isBlank = (node: YamlNode): boolean => node.type === 'scalar' && node.value.text.trim() === '';

export const scalarOf = (node: YamlNode | undefined): ScalarNode | undefined =>
  node?.type === 'scalar' ? node : undefined;

/** Where a value stands. */
export const placeOfNode = ({ placeOf }: SaidTree, { start, end }: YamlNode): Place | undefined =>
  placeOf(start, end);
