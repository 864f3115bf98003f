import type { SourceText } from './source-text.js';

/** A form file (or any YAML file) as a tree in which every scalar is text. Offsets are into the normalised source. */
export type YamlNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly type: 'scalar';
  readonly style: 'plain' | 'quoted' | 'block';
  readonly value: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface ListNode {
  readonly type: 'list';
  readonly items: readonly YamlNode[];
  readonly start: number;
  readonly end: number;
}

export interface MapNode {
  readonly type: 'map';
  readonly entries: readonly MapEntry[];
  readonly start: number;
  readonly end: number;
}

export interface MapEntry {
  readonly key: ScalarNode;
  readonly value: YamlNode;
}
