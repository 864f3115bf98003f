import type { Outcome } from '../diagnostic/diagnostic.js';
import { readYamlTree } from '../form/read-yaml-tree.js';
import type { YamlNode } from '../form/tree.js';

interface Source {
  readonly file: string;
  readonly text: string;
}

/** What was parsed for a host, by file: many kinds use the same groups of fields. */
const trees = new WeakMap<object, Map<string, { readonly text: string; readonly tree: Outcome<YamlNode> }>>();

/** As `readYamlTree`, which is asked once for a host's file as long as its text is the same. */
export function readTree(host: object, source: Source): Outcome<YamlNode> {
  const known = trees.get(host) ?? new Map();
  trees.set(host, known);
  const before = known.get(source.file);
  if (before?.text === source.text) return before.tree;
  const tree = readYamlTree(source);
  known.set(source.file, { text: source.text, tree });
  return tree;
}
