import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { cellValue } from '../form/cell-value.js';
import type { FieldDefinition } from '../form/field.js';
import { headPath } from '../form/head-path.js';
import type { LayerGroup, LayerValue } from '../form/layer.js';
import type { Table, TableCell } from '../table/table.js';
import { nearest } from '../vietnamese/nearest.js';

/** "Người ký 2": no unit has more of a kind; a head with a larger figure is none of ours. */
const MOST_ITEMS = 20;

/** Where the cells of a column go: a field, or a part of the nth item of a list of groups ("Người ký 2.Họ tên"). */
interface Column {
  readonly field: FieldDefinition;
  readonly part?: FieldDefinition;
  readonly item: number;
}

/**
 * The rows of a table as a list of groups with these fields. Row 1 has the fields' keys or labels ("Mã", "Người ký.Họ tên",
 * "Người ký 2.Họ tên"); a list has an item on each line of its cell.
 */
export function groupsOfTable(
  table: Table,
  fields: readonly FieldDefinition[],
  report: (diagnostic: Diagnostic) => void,
): readonly LayerGroup[] {
  const [head = [], ...rows] = table.rows;
  const columns = readHead(head, fields, report);
  return rows.map((row) => groupOfRow(row, columns)).filter((group) => Object.keys(group).length > 0);
}

function readHead(
  head: readonly TableCell[],
  fields: readonly FieldDefinition[],
  report: (diagnostic: Diagnostic) => void,
): readonly (Column | undefined)[] {
  const seen = new Map<string, TableCell>();
  return head.map((cell) => {
    if (cell.text.trim() === '') return undefined;
    const column = columnOf(cell.text, fields);
    if (column === undefined) {
      report(unknownColumn(cell, fields));
      return undefined;
    }
    const name = `${column.field.key}.${column.item}.${column.part?.key ?? ''}`;
    const first = seen.get(name);
    seen.set(name, first ?? cell);
    if (first === undefined) return column;
    report({
      code: 'table/repeated-column',
      severity: 'error',
      message: `Cột "${cell.text}" có hai lần trong bảng`,
      place: cell.place,
      related: [{ place: first.place, message: 'lần đầu ở đây' }],
      hints: ['Bỏ một trong hai cột'],
    });
    return undefined;
  });
}

function columnOf(name: string, fields: readonly FieldDefinition[]): Column | undefined {
  const [owner, inner, ...more] = headPath(name, fields) ?? [];
  if (owner === undefined || more.length > 0) return undefined;
  const { field, item = 1 } = owner;
  if (inner === undefined) return owner.item === undefined ? { field, item: 0 } : undefined;
  return item <= MOST_ITEMS ? { field, part: inner.field, item: item - 1 } : undefined;
}

function unknownColumn(cell: TableCell, fields: readonly FieldDefinition[]): Diagnostic {
  const near = nearest(
    cell.text,
    fields.map(({ label }) => label),
  );
  return {
    code: 'table/unknown-column',
    severity: 'warning',
    message: `Không có cột nào tên là "${cell.text}"; cột này không được dùng`,
    place: cell.place,
    hints: [near === undefined ? 'Sửa tên cột cho đúng, hoặc bỏ cột này' : `có phải ý bạn là "${near}"?`],
  };
}

function groupOfRow(row: readonly TableCell[], columns: readonly (Column | undefined)[]): LayerGroup {
  const group: Record<string, LayerValue> = {};
  const items = new Map<string, Record<string, LayerValue>[]>();
  row.forEach(({ text, place }, at) => {
    const column = columns[at];
    if (column === undefined || text.trim() === '') return;
    const value = cellValue(text, column.part ?? column.field, () => place);
    if (column.part === undefined) group[column.field.key] = value;
    else {
      const list = items.get(column.field.key) ?? [];
      items.set(column.field.key, list);
      while (list.length <= column.item) list.push({});
      list[column.item]![column.part.key] = value;
    }
  });
  for (const [key, list] of items) group[key] = list.filter((item) => Object.keys(item).length > 0);
  return group;
}
