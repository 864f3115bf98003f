import type { Inline, Table, TableCell, TableRow } from '../document/ast.js';
import type { BlockReader } from './block-reader.js';
import { remarkBrackets } from './brackets.js';
import type { RawCell, RawRow, RawTable } from './raw-table.js';
import { buildInlines, readSegments, trimSegments } from './read-inlines.js';
import { isCapitals } from './sentence.js';

/** Makes a table of its rows: the heads, groups, continued rows, all of one width. A row alone has no heads. */
export function buildTable(reader: BlockReader, raw: RawTable): Table {
  const builder: TableBuilder = {
    reader,
    kind: raw.kind,
    columnCount: raw.rows.reduce((most, row) => Math.max(most, widthOf(row, raw.kind)), 1),
    headCount: raw.rows[0]?.cells.length ?? 1,
    rows: [],
  };
  const firstRole = raw.rows.length > 1 ? 'head' : 'body';
  for (const row of raw.rows) addRow(builder, row, builder.rows.length === 0 ? firstRole : 'body');
  const offset = raw.rows[0]?.start ?? 0;
  return {
    type: 'table',
    columnCount: builder.columnCount,
    rows: builder.rows,
    origin: { type: 'field', path: reader.path, offset },
  };
}

interface TableBuilder {
  readonly reader: BlockReader;
  readonly kind: RawTable['kind'];
  readonly columnCount: number;
  /** Cells of the first row. */
  readonly headCount: number;
  readonly rows: BuiltRow[];
}

/** A row that a later line may still be joined to. */
interface BuiltRow extends TableRow {
  readonly cells: (TableCell & { readonly content: Inline[] })[];
}

function addRow(builder: TableBuilder, row: RawRow, role: 'head' | 'body'): void {
  const { reader, rows } = builder;
  const filled = row.cells.filter((cell) => cell.end > cell.start);
  const only = filled.length === 1 && role === 'body' && builder.columnCount > 1 ? filled[0] : undefined;
  const above = rows.at(-1);
  if (only && above?.role === 'body' && isContinuation(builder, row, only)) {
    joinRow(builder, above, row, only);
  } else if (only && isGroup(builder, row, only)) {
    rows.push({ role: 'group', cells: [buildCell(builder, only)] });
  } else {
    remarkWidth(builder, row);
    if (role === 'head') remarkHead(reader, row);
    rows.push(buildRow(builder, row, role));
  }
}

/** TABs behind the last filled cell count only up to the heads' number: Excel likes to copy a few more. */
function widthOf(row: RawRow, kind: RawTable['kind'], headCount = 0): number {
  if (kind === 'bars') return row.cells.length;
  const filled = row.cells.findLastIndex((cell) => cell.end > cell.start) + 1;
  return Math.max(filled, Math.min(row.cells.length, headCount));
}

const cellText = (builder: TableBuilder, cell: RawCell): string =>
  builder.reader.text.slice(cell.start, cell.end);

/** A row pasted with TABs whose one text stands behind an empty first cell: what a page's end has cut off the row above. */
const isContinuation = (builder: TableBuilder, row: RawRow, only: RawCell): boolean =>
  builder.kind === 'tabs' && only !== row.cells[0] && !isCapitals(cellText(builder, only));

/** "QUÝ I" over the width. A lone number in the first cell is a row still to be filled in. */
const isGroup = (builder: TableBuilder, row: RawRow, only: RawCell): boolean =>
  !/^\d+[.)]?$/.test(cellText(builder, only)) &&
  (builder.kind === 'bars' || only === row.cells[0] || isCapitals(cellText(builder, only)));

function joinRow(builder: TableBuilder, above: BuiltRow, row: RawRow, only: RawCell): void {
  const index = row.cells.indexOf(only);
  const hints = ['Ghi số thứ tự vào ô đầu nếu đây là một hàng riêng'];
  const message = `Hàng chỉ có chữ ở ô thứ ${index + 1} được nối vào hàng trên`;
  builder.reader.remarks.add('joined-row', only.start, only.end, message, { hints });
  const target = above.cells[index];
  const cell = buildCell(builder, only);
  if (!target || target.content.length === 0) {
    above.cells[index] = cell;
  } else {
    target.content.push(
      { type: 'text', text: ' ', origin: { type: 'generated', rule: 'outline/joined-row' } },
      ...cell.content,
    );
  }
}

function buildRow(builder: TableBuilder, row: RawRow, role: 'head' | 'body'): BuiltRow {
  const cells = row.cells.slice(0, builder.columnCount).map((cell) => buildCell(builder, cell));
  while (cells.length < builder.columnCount) cells.push({ content: [] });
  return { role, cells };
}

function buildCell(builder: TableBuilder, cell: RawCell): BuiltRow['cells'][number] {
  const { text, path, remarks } = builder.reader;
  if (cell.end <= cell.start) return { content: [] };
  const segments = readSegments(text, cell.start, cell.end, remarks, { bars: builder.kind === 'bars' });
  const trimmed = trimSegments(text, segments);
  remarkBrackets(text, trimmed, remarks);
  return {
    content: [...buildInlines(text, path, trimmed)],
    origin: { type: 'field', path, offset: trimmed[0]?.start ?? cell.start },
  };
}

function remarkWidth({ reader, kind, headCount }: TableBuilder, row: RawRow): void {
  const width = widthOf(row, kind, headCount);
  if (width === headCount) return;
  const message = `Hàng này có ${width} ô, hàng đầu của bảng có ${headCount} ô`;
  reader.remarks.add('ragged-row', row.start, row.end, message, {
    actual: `${width} ô`,
    expected: `${headCount} ô`,
    hints: ['Thêm hoặc bớt dấu ngăn ô cho đủ; ô thiếu được để trống'],
  });
}

function remarkHead({ text, remarks }: BlockReader, row: RawRow): void {
  const first = row.cells[0];
  if (!first || !/^\d+[.)]?$/.test(text.slice(first.start, first.end))) return;
  const number = text.slice(first.start, first.end);
  remarks.add(
    'table-head',
    row.start,
    row.end,
    `Hàng mở đầu bằng "${number}" được in làm hàng tiêu đề của bảng`,
    {
      actual: number,
      hints: ['Thêm hàng tiêu đề (TT, Nội dung, …) hoặc xóa dòng chữ xen giữa làm bảng bị cắt đôi'],
    },
  );
}
