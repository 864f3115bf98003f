import type { Outcome } from '../diagnostic/diagnostic.js';
import { nearest } from '../vietnamese/nearest.js';
import { continueHint } from './example-of.js';
import type { FieldDefinition } from './field.js';
import { isProse, type KeyTable, keyTable, listOf, partsOf, shorthandOf } from './key-table.js';
import { createLineReader, type LineReader, narrowLine, nextLine, report, textOf } from './line-reader.js';
import { splitComment } from './lines.js';
import { readFlow } from './read-flow.js';
import { readBlock, readPlain, readQuotedValue } from './read-text-value.js';
import { takeText } from './source-text.js';
import { splitKey } from './split-key.js';
import type { Position } from './text-findings.js';
import type { ListNode, MapEntry, MapNode, ScalarNode, YamlNode } from './tree.js';

/** What may be meant as a field's name: not "1. Thời gian", "- Địa điểm", nor half a sentence. */
const PLAUSIBLE_KEY = /^(?![IVX]+\.|\p{L}[.)])\p{L}.{0,40}$/u;
const DASH = /^(?:-(?=[ \t]|$)|-(?=\p{L})|[–•](?=[ \t]|$))[ \t]*/u;

/** What an item of a list is, by its place in the list. */
export type ItemOf = (list: FieldDefinition, index: number) => FieldDefinition | undefined;

interface FormReader extends LineReader {
  readonly itemOf: ItemOf;
}

/**
 * Reads a form file line by line, knowing which fields are text: there nothing but a comment, quotes around the whole
 * value, `|` and `>` have a meaning. What remains (maps, lists, flow lists where a list belongs) is read as YAML has it.
 * Keys are left as typed, also unknown and repeated ones.
 */
export function readFormTree(
  source: { file: string; text: string },
  fields: readonly FieldDefinition[],
  itemOf: ItemOf = ({ item }) => item,
): Outcome<MapNode> {
  const reader: FormReader = { ...createLineReader(source.file, source.text), itemOf };
  skipDocumentStart(reader);
  const first = nextLine(reader);
  const value = readMap(reader, keyTable(fields), first?.indent ?? 0, -1);
  return { value, diagnostics: reader.diagnostics };
}

/** "---" before the first field says only that YAML begins. */
function skipDocumentStart(reader: LineReader): void {
  const line = nextLine(reader);
  if (line !== undefined && /^---[ \t]*(?:#.*)?$/.test(textOf(reader, line))) reader.at += 1;
}

/** Reads the lines deeper than `floor` as fields; `indent` is the column where they should begin. */
function readMap(reader: FormReader, table: KeyTable, indent: number, floor: number): MapNode {
  const entries: MapEntry[] = [];
  let strayBehind = -1;
  const start = reader.lines[reader.at]?.content ?? reader.source.length;
  let end = start;
  for (let line = nextLine(reader); line !== undefined && line.indent > floor; line = nextLine(reader)) {
    const split = splitKey(reader.source, line.content, line.end, table);
    const known = split !== undefined ? table.find(split.key.value.text) : undefined;
    if (line.indent !== indent) {
      if (line.indent < indent && known === undefined && floor >= 0) break;
      if (known !== undefined) reportSlip(reader, line.content, line.end, split?.key.value.text);
    }
    if (split === undefined || (known === undefined && !PLAUSIBLE_KEY.test(split.key.value.text))) {
      // Lines that follow each other without a key are said once.
      if (strayBehind !== entries.length)
        reportStrayLine(
          reader,
          line.content,
          line.end,
          table.find(entries.at(-1)?.key.value.text ?? '')?.field,
        );
      strayBehind = entries.length;
      reader.at += 1;
      continue;
    }
    const field = known?.part ?? known?.field;
    const value = readValue(reader, split.valueStart, { field, indent: line.indent, siblings: table });
    entries.push({ key: split.key, value });
    end = value.end;
  }
  return { type: 'map', entries, start, end };
}

/** Reads what stands behind a key's colon or an item's dash, and the deeper lines under it. */
function readValue(reader: FormReader, from: number, position: Position): YamlNode {
  const line = reader.lines[reader.at]!;
  const { field } = position;
  if (field === undefined) return skipValue(reader, from, position);
  const { start, end } = splitComment(reader.source, from, line.end);
  const block = readBlock(reader, reader.source.slice(start, line.end), position);
  if (block !== undefined) return block;
  const structured = partsOf(field).length > 0 || listOf(field) !== undefined;
  if (structured && end > start) {
    const flow = readFlow(reader, start, position);
    if (flow !== undefined) return flow;
  }
  const quoted = end > start ? readQuotedValue(reader, start, position) : undefined;
  if (quoted !== undefined) return withoutLeftovers(reader, quoted, position);
  const nested = readNested(reader, { start, end }, position);
  return nested ?? readPlain(reader, from, position);
}

/** Reads the list or the fields that stand under a key; undefined when text stands there. */
function readNested(
  reader: FormReader,
  value: { start: number; end: number },
  position: Position,
): YamlNode | undefined {
  const field = position.field!;
  const keyLine = reader.at;
  reader.at += 1;
  const line = nextLine(reader);
  const deeper = line !== undefined && line.indent > position.indent;
  const list = listOf(field);
  const dashed = line !== undefined && DASH.test(textOf(reader, line));
  const prose = field.type === 'outline' || field.type === 'paragraph';
  const parts = keyTable(partsOf(field));
  const takesList = dashed && (deeper || (line.indent === position.indent && !position.isItem)) && !prose;
  const takesMap =
    deeper && !takesList && parts.fields.length > 0 && splitKey(reader.source, line.content, line.end, parts);
  if (
    (!takesList && !takesMap) ||
    (value.end > value.start && list === undefined && parts.fields.length === 0)
  ) {
    reader.at = keyLine;
    return undefined;
  }
  if (value.end > value.start) reportStrayText(reader, value.start, value.end, field);
  return takesList
    ? readList(reader, list, line.indent, deeper ? position.indent : position.indent - 1, position.siblings)
    : readMap(reader, parts, line!.indent, position.indent);
}

/** Reads items that begin with a dash in column `indent`; a dash in another column deeper than `floor` is said to have slipped. */
function readList(
  reader: FormReader,
  list: FieldDefinition | undefined,
  indent: number,
  floor: number,
  siblings: KeyTable,
): ListNode {
  const items: YamlNode[] = [];
  const start = reader.lines[reader.at]!.content;
  let end = start;
  for (let line = nextLine(reader); line !== undefined && line.indent > floor; line = nextLine(reader)) {
    const dash = DASH.exec(textOf(reader, line));
    if (dash === null || line.indent > indent) break;
    if (line.indent !== indent) reportSlip(reader, line.content, line.end, undefined);
    const content = line.content + dash[0].length;
    const item = list && reader.itemOf(list, items.length);
    const value = readItem(reader, item, content, line.indent, siblings);
    items.push(value);
    end = value.end;
  }
  return { type: 'list', items, start, end };
}

function readItem(
  reader: FormReader,
  item: FieldDefinition | undefined,
  content: number,
  indent: number,
  siblings: KeyTable,
): YamlNode {
  const line = reader.lines[reader.at]!;
  const parts = item && partsOf(item);
  if (parts !== undefined && parts.length > 0) {
    const table = keyTable(parts);
    const split = splitKey(reader.source, content, line.end, table);
    if (split !== undefined && !isOwnText(item, split.key.value.text, table)) {
      narrowLine(reader, content);
      return readMap(reader, table, reader.lines[reader.at]!.indent, indent);
    }
  }
  return readValue(reader, content, { field: item, indent, siblings, isItem: true });
}

/** "- Phối hợp: …" where an item may stand as a sentence without keys: the words before the colon are none of its keys, nor nearly. */
function isOwnText(item: FieldDefinition | undefined, typed: string, table: KeyTable): boolean {
  const bare = item && shorthandOf(item);
  if (bare === undefined || !isProse(bare) || table.find(typed) !== undefined) return false;
  return (
    nearest(
      typed,
      table.fields.flatMap((field) => [field.label, ...(field.aliases ?? [])]),
    ) === undefined
  );
}

/** The value of a field that is not known: its lines are passed over. */
function skipValue(reader: LineReader, from: number, { indent }: Position): ScalarNode {
  const first = reader.lines[reader.at]!;
  const { start, end } = splitComment(reader.source, from, first.end);
  reader.at += 1;
  for (let line = nextLine(reader); line !== undefined; line = nextLine(reader)) {
    if (line.indent < indent || (line.indent === indent && !DASH.test(textOf(reader, line)))) break;
    reader.at += 1;
  }
  return { type: 'scalar', style: 'plain', value: takeText(reader.source, start, end), start, end };
}

/** Behind closed quotes no deeper line may follow; it would be lost. */
function withoutLeftovers(reader: LineReader, node: ScalarNode, position: Position): ScalarNode {
  for (
    let line = nextLine(reader);
    line !== undefined && line.indent > position.indent;
    line = nextLine(reader)
  ) {
    if (splitKey(reader.source, line.content, line.end, position.siblings) !== undefined) break;
    reportStrayLine(reader, line.content, line.end, undefined);
    reader.at += 1;
  }
  return node;
}

function reportSlip(reader: LineReader, start: number, end: number, key: string | undefined): void {
  report(
    reader,
    {
      code: 'form/indentation',
      message:
        key === undefined
          ? 'Dòng thụt vào không thẳng cột với các dòng cùng cấp'
          : `"${key}" thụt vào không thẳng cột với các ô cùng cấp`,
      ...(key !== undefined && { field: key }),
      hints: ['Chỉnh số dấu cách ở đầu dòng cho thẳng cột với dòng cùng cấp ở trên'],
    },
    start,
    end,
  );
}

function reportStrayLine(
  reader: LineReader,
  start: number,
  end: number,
  before: FieldDefinition | undefined,
): void {
  const text = reader.source.slice(start, end);
  const goesOn = before && continueHint(before);
  const hints = ['Viết theo mẫu "Tên ô: giá trị"'];
  if (goesOn !== undefined) hints.unshift(goesOn);
  if (text.startsWith('---')) hints.splice(0, 2, 'Ghi mỗi văn bản vào một tệp riêng');
  report(reader, { code: 'form/stray-line', message: 'Dòng này không thuộc ô nào', hints }, start, end);
}

function reportStrayText(reader: LineReader, start: number, end: number, field: FieldDefinition): void {
  const text = reader.source.slice(start, end);
  const anchor = /^[&!]/.test(text);
  const bare = shorthandOf(field);
  const line = bare === undefined ? '' : `:\n${field.label}:\n  ${bare.label}: ${text}`;
  report(
    reader,
    {
      code: 'form/stray-text',
      message: anchor
        ? `"${field.label}" dùng dấu neo hoặc thẻ của YAML ("${text}"); tệp biểu mẫu không dùng được`
        : `"${field.label}" vừa có chữ ngay sau dấu hai chấm vừa có các dòng bên dưới`,
      field: field.label,
      hints: [
        anchor
          ? 'Bỏ dấu neo đi và viết thẳng giá trị'
          : `Chuyển chữ đó xuống thành một dòng riêng bên dưới${line}`,
      ],
    },
    start,
    end,
  );
}
