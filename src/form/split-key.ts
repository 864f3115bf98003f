import type { KeyTable } from './key-table.js';
import { readQuoted } from './quoted.js';
import { takeText } from './source-text.js';
import type { ScalarNode } from './tree.js';

/** A key at the beginning of a line, and where its value begins. */
export interface SplitKey {
  readonly key: ScalarNode;
  readonly valueStart: number;
}

/**
 * Reads "key:" from `from` on. White space (or the line's end) must follow the colon, but not behind a key that the group
 * knows: "Trích yếu:Phát động" can only be meant as one. Undefined when the line has no key.
 */
export function splitKey(source: string, from: number, to: number, table: KeyTable): SplitKey | undefined {
  const quote = source[from];
  if (quote === '"' || quote === "'") {
    const quoted = readQuoted(source, from, to);
    const colon = quoted && /^[ \t]*:(?=[ \t]|$)/.exec(source.slice(quoted.end, to));
    if (quoted !== undefined && colon != null) {
      const key: ScalarNode = {
        type: 'scalar',
        style: 'quoted',
        value: quoted.value,
        start: from,
        end: quoted.end,
      };
      return { key, valueStart: quoted.end + colon[0].length };
    }
  }
  const line = source.slice(from, to);
  const colon = line.indexOf(':');
  if (colon <= 0) return undefined;
  if (table.find(line.slice(0, colon)) !== undefined) return keyUpTo(source, from, from + colon);
  const spaced = /:(?=[ \t]|$)/.exec(line);
  if (spaced === null || /[ \t]#[ \t]/.test(line.slice(0, spaced.index))) return undefined;
  return keyUpTo(source, from, from + spaced.index);
}

function keyUpTo(source: string, from: number, colon: number): SplitKey {
  const end = from + source.slice(from, colon).trimEnd().length;
  const key: ScalarNode = {
    type: 'scalar',
    style: 'plain',
    value: takeText(source, from, end),
    start: from,
    end,
  };
  return { key, valueStart: colon + 1 };
}
