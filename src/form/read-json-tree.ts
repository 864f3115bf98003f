import type { Outcome } from '../diagnostic/diagnostic.js';
import { readYamlTree } from './read-yaml-tree.js';
import { EMPTY } from './source-text.js';
import type { MapNode, YamlNode } from './tree.js';

/** A form that begins with a bracket is JSON: no field's name does. */
export const isJson = (text: string): boolean => /^\s*[{[]/.test(text);

/** Reads a JSON form, through YAML, of which JSON is a part: so it may have comments, too. A bare null is nothing. */
export function readJsonTree(source: { file: string; text: string }): Outcome<MapNode> {
  const { value, diagnostics } = readYamlTree(source);
  if (value === undefined) return { diagnostics };
  if (value.type === 'map') return { value: withoutNulls(value) as MapNode, diagnostics };
  const place = { file: source.file, start: value.start, end: value.start + 1 };
  const message = 'Tệp JSON phải bắt đầu bằng { và gồm các cặp "Tên ô": "giá trị"';
  return {
    diagnostics: [...diagnostics, { code: 'form/expected-group', severity: 'error', message, place }],
  };
}

function withoutNulls(node: YamlNode): YamlNode {
  switch (node.type) {
    case 'map':
      return {
        ...node,
        entries: node.entries.map(({ key, value }) => ({ key, value: withoutNulls(value) })),
      };
    case 'list':
      return { ...node, items: node.items.map(withoutNulls) };
    case 'scalar':
      return node.style === 'plain' && node.value.text === 'null' ? { ...node, value: EMPTY } : node;
  }
}
