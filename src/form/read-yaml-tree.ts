import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { readQuoted } from './quoted.js';
import { type SourceText, takeText } from './source-text.js';
import type { MapEntry, ScalarNode, YamlNode } from './tree.js';
import { describeSyntaxErrors } from './yaml-errors.js';

/** Text that `yaml` reads, and where it stands: `base` is the offset of `text` in the file. */
interface Snippet {
  readonly file: string;
  readonly text: string;
  readonly base: number;
}

/**
 * Reads YAML (or JSON) as YAML says, but every scalar as text, with places. Anchors, aliases and tags are refused; a
 * duplicate key is left to the reader of the tree. Errors: `yaml/syntax`, `yaml/alias`, `yaml/tag`, `yaml/key`.
 */
export function readYamlTree(source: { file: string; text: string }, base = 0): Outcome<YamlNode> {
  const snippet: Snippet = { ...source, base };
  const diagnostics: Diagnostic[] = [];
  if (nestingOf(source.text) > MAX_NESTING) {
    return {
      diagnostics: [finding(snippet, 'yaml/syntax', 'Không đọc được tệp: các phần lồng nhau quá sâu', 0, 0)],
    };
  }
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    strict: true,
  });
  for (const { message, hints, start, end } of describeSyntaxErrors(document.errors, source.text)) {
    diagnostics.push({ ...finding(snippet, 'yaml/syntax', message, start, end), hints });
  }
  if (diagnostics.length > 0) return { diagnostics };
  const value = toNode(document.contents, snippet, diagnostics);
  return diagnostics.some((d) => d.severity === 'error') ? { diagnostics } : { value, diagnostics };
}

/** The parser recurses, and V8 dies where a regular expression is compiled at the end of its stack: that must not come. */
const MAX_NESTING = 100;

/** An upper bound of how deep brackets, dashes and indentations nest. */
function nestingOf(text: string): number {
  let [brackets, deepest] = [0, 0];
  const indents: number[] = [];
  for (const line of text.split('\n')) {
    const lead = /^[ -]*/.exec(line)![0];
    while (indents.length > 0 && indents.at(-1)! >= lead.length) indents.pop();
    indents.push(lead.length);
    const dashes = lead.split('-').length - 1;
    for (const character of line) {
      if (character === '[' || character === '{') brackets += 1;
      else if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1);
      deepest = Math.max(deepest, brackets + dashes);
    }
    deepest = Math.max(deepest, indents.length + dashes);
  }
  return deepest;
}

function toNode(node: Node | null, snippet: Snippet, diagnostics: Diagnostic[]): YamlNode {
  if (node === null) return plain(snippet, 0, 0);
  const [start, end] = node.range ?? [0, 0];
  if (isAlias(node)) return refuseAlias(node, snippet, diagnostics);
  const { anchor, tag } = node as { anchor?: string; tag?: string };
  if (anchor !== undefined) {
    diagnostics.push(finding(snippet, 'yaml/alias', `Không dùng được dấu neo "&${anchor}"`, start, end));
  } else if (tag !== undefined && node.tag?.startsWith('tag:yaml.org') === false) {
    diagnostics.push(finding(snippet, 'yaml/tag', `Không dùng được thẻ "${tag}"`, start, end));
  }
  const place = { start: start + snippet.base, end: end + snippet.base };
  if (isMap(node)) {
    const entries = node.items.map((pair): MapEntry => {
      const key = toNode(pair.key as Node | null, snippet, diagnostics);
      if (key.type !== 'scalar') {
        diagnostics.push(finding(snippet, 'yaml/key', 'Tên ô phải là chữ', start, start));
      }
      const after = key.end - snippet.base;
      const value =
        pair.value === null ? plain(snippet, after, after) : toNode(pair.value as Node, snippet, diagnostics);
      return { key: key.type === 'scalar' ? key : plain(snippet, start, start), value };
    });
    return { type: 'map', entries, ...place };
  }
  if (isSeq(node)) {
    return {
      type: 'list',
      items: node.items.map((item) => toNode(item as Node, snippet, diagnostics)),
      ...place,
    };
  }
  if (!isScalar(node)) return plain(snippet, start, end);
  return toScalar(String(node.value ?? ''), node.type, snippet, start, end);
}

function toScalar(
  text: string,
  type: string | null | undefined,
  snippet: Snippet,
  start: number,
  end: number,
): ScalarNode {
  const place = { start: start + snippet.base, end: end + snippet.base };
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') {
    const quoted = readQuoted(snippet.text, start, end);
    const value = quoted?.value.text === text ? shift(quoted.value, snippet.base) : whole(text, place);
    return { type: 'scalar', style: 'quoted', value, ...place };
  }
  const block = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const raw = snippet.text.slice(start, end);
  const value = raw === text ? takeText(raw, 0, raw.length) : undefined;
  return {
    type: 'scalar',
    style: block ? 'block' : 'plain',
    value: value ? shift(value, place.start) : whole(text, place),
    ...place,
  };
}

/** Text of which only the place of the whole is known. */
const whole = (text: string, place: { start: number; end: number }): SourceText => ({
  text,
  pieces: [{ at: 0, length: text.length, source: place.start, sourceLength: place.end - place.start }],
});

const shift = (value: SourceText, by: number): SourceText => ({
  text: value.text,
  pieces: value.pieces.map((piece) => ({ ...piece, source: piece.source + by })),
});

function plain(snippet: Snippet, start: number, end: number): ScalarNode {
  const place = { start: start + snippet.base, end: end + snippet.base };
  return {
    type: 'scalar',
    style: 'plain',
    value: shift(takeText(snippet.text.slice(start, end), 0, end - start), place.start),
    ...place,
  };
}

function refuseAlias(node: Alias, snippet: Snippet, diagnostics: Diagnostic[]): ScalarNode {
  const [start, end] = node.range ?? [0, 0];
  const message = `Không dùng được "*${node.source}" để lấy lại một giá trị khác`;
  diagnostics.push({
    ...finding(snippet, 'yaml/alias', message, start, end),
    hints: [`Viết thẳng giá trị, hoặc đặt trong ngoặc kép nếu "*${node.source}" là chữ cần in`],
  });
  return plain(snippet, start, end);
}

function finding(snippet: Snippet, code: string, message: string, start: number, end: number): Diagnostic {
  const place = { file: snippet.file, start: start + snippet.base, end: Math.max(start, end) + snippet.base };
  return { code, severity: 'error', message, place };
}
