import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import { placeOfCell, type TableName, type TableRow } from '../table/table.js';
import type { Column } from './columns.js';

/** What tells a unit from all others, in this run and the next. */
export interface RowKey {
  readonly key: string;
  /** Whether a cell says it; else it is the row's order. */
  readonly isTyped: boolean;
  /** Of that cell, from 1. */
  readonly column?: number;
}

/** The fields that name a unit: by its key in the register, and by its own name. */
const NAMING_FIELDS = ['don_vi', 'co_quan_ban_hanh'];

/** The cell under "Mã", else the one that names the unit of the register, else the issuing agency's, else `order`. */
export function rowKey(columns: readonly Column[], row: TableRow, order: number): RowKey {
  const candidates = [
    columns.find(({ type }) => type === 'key'),
    ...NAMING_FIELDS.map((key) =>
      columns.find((column) => column.type === 'field' && column.path.join('.') === key),
    ),
  ];
  for (const found of candidates) {
    const key = found && cellText(row, found.column);
    if (found !== undefined && key !== undefined) return { key, isTyped: true, column: found.column };
  }
  return { key: String(order), isTyped: false };
}

/** What stands under STT; undefined where nothing does. */
export function orderText(columns: readonly Column[], row: TableRow): string | undefined {
  const found = columns.find(({ type }) => type === 'order');
  return found && cellText(row, found.column);
}

/** Where a message about the whole row points: the cell that names its unit, else the first that says something. */
export function rowPlace(columns: readonly Column[], row: TableRow, table: TableName): Place {
  const first = row.texts.findIndex((text) => text.trim() !== '') + 1;
  return placeOfCell(table, row, rowKey(columns, row, 0).column ?? Math.max(first, 1));
}

const cellText = (row: TableRow, column: number): string | undefined =>
  (row.texts[column - 1] ?? '').replace(/\s+/g, ' ').trim() || undefined;

/** Two rows of one key: in the next run nobody could tell which of them is which. */
export const duplicateKey = (
  key: string,
  place: Place | undefined,
  first: Place | undefined,
): Diagnostic => ({
  code: 'table/duplicate-key',
  severity: 'error',
  message: `Hai dòng của bảng cùng là của "${key}", mỗi đơn vị chỉ được một dòng`,
  ...(place && { place }),
  ...(first && { related: [{ place: first, message: 'lần đầu ở đây' }] }),
  actual: key,
  hints: [
    'Bỏ dòng thừa; nếu là hai đơn vị khác nhau thì ghi mỗi dòng một mã riêng ở cột "Mã" (chưa có thì thêm cột)',
  ],
});
