import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import { readYamlTree } from '../form/read-yaml-tree.js';
import type { MapNode, ScalarNode, YamlNode } from '../form/tree.js';
import { inspectCell } from '../table/inspect-cell.js';
import { MOST_COLUMNS, type TableRow } from '../table/table.js';
import { decodeText } from '../vietnamese/decode-text.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { normalise } from '../vietnamese/normalise.js';
import type { BatchReport, RowSource } from './batch-table.js';

/** A stretch of the file that is one unit's, or all of them where they stand in brackets. */
interface Stretch {
  readonly text: string;
  readonly base: number;
}

/** A value under its keys ("Người ký.Họ tên"), an item of a list on each line. */
interface Cell {
  readonly head: string;
  readonly key: ScalarNode;
  readonly lines: readonly ScalarNode[];
}

/** What a list in brackets may be long, since it is held whole. */
const MOST_IN_BRACKETS = 4_000_000;

/**
 * A list of maps, in YAML or JSON, as a table: the keys are its heads, in the order in which they first appear; the nth item
 * is row n + 1, as if the heads stood in row 1. Items are read one after the other.
 */
export function openYamlTable(file: string, bytes: Uint8Array): Outcome<RowSource> {
  const decoded = decodeText(bytes, file);
  if (decoded.value === undefined || hasErrors(decoded.diagnostics))
    return { diagnostics: decoded.diagnostics };
  const { text } = normalise(decoded.value);
  const stretches = stretchesOf(file, text);
  if (stretches.value === undefined) return { diagnostics: stretches.diagnostics };
  const found: Diagnostic[] = [];
  const heads = new Map<string, { readonly head: string; readonly key: ScalarNode }>();
  for (const item of itemsOf(file, stretches.value, (finding) => found.push(finding)))
    for (const { head, key } of cellsOf(file, item, () => {}))
      if (!heads.has(foldKey(head))) heads.set(foldKey(head), { head, key });
  if (heads.size === 0) return { diagnostics: found.length > 0 ? found : [notAList(file, 0)] };
  if (heads.size > MOST_COLUMNS) return { diagnostics: [tooManyKeys(file, heads.size)] };
  const head: TableRow = {
    row: 1,
    texts: [...heads.values()].map((one) => one.head),
    places: [...heads.values()].map(({ key }) => [key.start, key.end]),
  };
  const columns = new Map([...heads.keys()].map((key, at) => [key, at]));
  const rows = function* (report: BatchReport): Generator<TableRow, void, undefined> {
    yield head;
    let row = 1;
    const inRow = (finding: Diagnostic): void => report(finding, row + 1);
    for (const item of itemsOf(file, stretches.value!, inRow)) {
      row += 1;
      const ofItem = (finding: Diagnostic): void => report(finding, row);
      if (item === undefined) continue;
      const made = rowOf(file, row, cellsOf(file, item, ofItem), columns, ofItem);
      if (made.texts.some((cell) => cell.trim() !== '')) yield made;
    }
  };
  return { value: { file, sheet: '', text, rows }, diagnostics: [] };
}

function rowOf(
  file: string,
  row: number,
  cells: readonly Cell[],
  columns: ReadonlyMap<string, number>,
  report: (finding: Diagnostic) => void,
): TableRow {
  const texts: string[] = Array.from({ length: columns.size }, () => '');
  const places: (readonly number[])[] = texts.map(() => []);
  for (const { head, lines } of cells) {
    const at = columns.get(foldKey(head));
    if (at === undefined) continue;
    texts[at] = lines
      .map(({ value, start, end }) => inspectCell(value.text, () => ({ file, start, end }), report))
      .join('\n');
    // The words without their quotes, where they stand as they are read.
    places[at] = lines.flatMap(({ value: { text, pieces }, start, end }) => {
      const [piece] = pieces;
      const isPlain = pieces.length === 1 && piece?.sourceLength === undefined;
      return isPlain && piece !== undefined ? [piece.source, piece.source + text.length] : [start, end];
    });
  }
  return { row, texts, places };
}

/** Cuts the list before each item, so that one at a time is read; what stands before the first are comments alone. */
function stretchesOf(file: string, text: string): Outcome<readonly Stretch[]> {
  if (/^\s*\[/.test(text))
    return text.length > MOST_IN_BRACKETS
      ? { diagnostics: [tooLong(file)] }
      : { value: [{ text, base: 0 }], diagnostics: [] };
  const [first] = /^(?!\s*(?:#|---[ \t]*(?:#.*)?$))[^\n]*\S.*$/m.exec(text) ?? [];
  const indent = /^( *)-(?:[ \t]|$)/.exec(first ?? '')?.[1];
  if (first === undefined || indent === undefined)
    return { diagnostics: [notAList(file, first === undefined ? 0 : text.indexOf(first))] };
  const starts = [...text.matchAll(new RegExp(`^${indent}-(?=[ \\t]|$)`, 'gm'))].map(({ index }) => index);
  const value = starts.map((start, at) => ({ text: text.slice(start, starts[at + 1]), base: start }));
  return { value, diagnostics: [] };
}

/** The list's items in order; undefined for one that cannot be read. */
function* itemsOf(
  file: string,
  stretches: readonly Stretch[],
  report: (finding: Diagnostic) => void,
): Generator<MapNode | undefined, void, undefined> {
  for (const { text, base } of stretches) {
    const { value, diagnostics } = readYamlTree({ file, text }, base);
    for (const finding of diagnostics) report(finding);
    if (value === undefined) yield undefined;
    else if (value.type !== 'list') report(notAList(file, value.start));
    else
      for (const item of value.items) {
        if (item.type === 'scalar' && isNothing(item)) continue;
        if (item.type !== 'map') report(notAMap(file, item));
        yield item.type === 'map' ? item : undefined;
      }
  }
}

/** The values of an item, those of groups under both their keys. */
function cellsOf(
  file: string,
  item: MapNode | undefined,
  report: (finding: Diagnostic) => void,
): readonly Cell[] {
  const cells = new Map<string, Cell>();
  const take = (map: MapNode, before: string): void => {
    for (const { key, value } of map.entries) {
      const head = before + key.value.text.trim();
      if (value.type === 'map') {
        take(value, `${head}.`);
        continue;
      }
      const items = value.type === 'list' ? value.items : [value];
      const lines = items.filter((line): line is ScalarNode => line.type === 'scalar' && !isNothing(line));
      if (items.some(({ type }) => type !== 'scalar')) report(nestedList(file, head, value));
      if (cells.has(foldKey(head))) report(repeatedKey(file, head, key));
      else cells.set(foldKey(head), { head, key, lines });
    }
  };
  if (item !== undefined) take(item, '');
  return [...cells.values()];
}

const isNothing = ({ style, value }: ScalarNode): boolean =>
  value.text.trim() === '' || (style === 'plain' && (value.text === 'null' || value.text === '~'));

const HOW = 'Ghi như:\n- Mã: dv-01\n  Cơ quan ban hành: Công đoàn phường Tân Hòa';

const notAList = (file: string, start: number): Diagnostic => ({
  code: 'table/not-a-list',
  severity: 'error',
  message: 'Bảng YAML (hoặc JSON) phải là một danh sách, mỗi đơn vị một mục bắt đầu bằng dấu gạch đầu dòng',
  place: { file, start, end: start },
  hints: [HOW],
});

const notAMap = (file: string, { start, end }: YamlNode): Diagnostic => ({
  code: 'table/not-a-map',
  severity: 'error',
  message: 'Mục này không có các ô "Tên cột: giá trị"',
  place: { file, start, end },
  hints: [HOW],
});

const nestedList = (file: string, head: string, { start, end }: YamlNode): Diagnostic => ({
  code: 'table/nested-list',
  severity: 'error',
  message: `"${head}" là danh sách mà mỗi mục lại có ô con, bảng không ghi được`,
  place: { file, start, end },
  hints: [`Ghi danh sách "${head}" trong biểu mẫu, dùng chung cho mọi đơn vị`],
});

const repeatedKey = (file: string, head: string, { start, end }: ScalarNode): Diagnostic => ({
  code: 'table/repeated-key',
  severity: 'error',
  message: `"${head}" được ghi hai lần trong một mục`,
  place: { file, start, end },
  hints: ['Bỏ một trong hai chỗ'],
});

const tooManyKeys = (file: string, count: number): Diagnostic => ({
  code: 'table/too-wide',
  severity: 'error',
  message: `Bảng có ${count} tên cột khác nhau, nhiều nhất đọc được ${MOST_COLUMNS} cột`,
  place: { file, start: 0, end: 0 },
  hints: ['Kiểm tra xem có chọn nhầm tệp không'],
});

const tooLong = (file: string): Diagnostic => ({
  code: 'table/too-long',
  severity: 'error',
  message: 'Danh sách trong ngoặc vuông quá dài',
  place: { file, start: 0, end: 0 },
  hints: ['Viết mỗi đơn vị thành một gạch đầu dòng, hoặc dùng tệp .csv, .xlsx'],
});
