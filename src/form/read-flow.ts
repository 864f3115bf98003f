import { type LineReader, report } from './line-reader.js';
import { splitComment } from './lines.js';
import { readQuoted } from './quoted.js';
import { readYamlTree } from './read-yaml-tree.js';
import { takeText } from './source-text.js';
import type { Position } from './text-findings.js';
import type { YamlNode } from './tree.js';

/**
 * Reads `[a, b]` or `{k: v}` where a list or a group belongs, over as many deeper lines as it takes; undefined when the
 * bracket does not close there or something follows it: then it is text.
 */
export function readFlow(reader: LineReader, start: number, position: Position): YamlNode | undefined {
  const { source, lines } = reader;
  if (source[start] !== '[' && source[start] !== '{') return undefined;
  let last = reader.at;
  while (last + 1 < lines.length && (lines[last + 1]!.blank || lines[last + 1]!.indent > position.indent))
    last += 1;
  const end = closingBracket(source, start, lines[last]!.end);
  if (end === undefined) return undefined;
  let at = reader.at;
  while (lines[at]!.end < end) at += 1;
  const behind = splitComment(source, end, lines[at]!.end);
  if (behind.end > behind.start) return undefined;
  reader.at = at + 1;
  const tree = readYamlTree({ file: reader.file, text: source.slice(start, end) }, start);
  if (tree.value !== undefined) return tree.value;
  const label = position.field?.label ?? '';
  report(
    reader,
    {
      code: 'form/flow',
      message: `Không đọc được phần trong ngoặc của "${label}"`,
      field: label,
      hints: ['Viết mỗi mục trên một dòng riêng, đầu dòng là "- "'],
    },
    start,
    end,
  );
  // As it stands it is something, so that the field is not missed too.
  const text: YamlNode = { type: 'scalar', style: 'plain', value: takeText(source, start, end), start, end };
  return { type: 'list', items: [text], start, end };
}

/** Offset behind the bracket that closes the one at `start`; brackets in quotes do not count. */
function closingBracket(source: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const character = source[at]!;
    if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    else if ((character === '"' || character === "'") && /[[{,:\s]/.test(source[at - 1] ?? '')) {
      const quoted = readQuoted(source, at, limit);
      if (quoted !== undefined) at = quoted.end - 1;
    }
    if (depth === 0) return at + 1;
  }
  return undefined;
}
