import { columnName } from '../diagnostic/cell-name.js';
import type { CellPlace, Diagnostic, Place } from '../diagnostic/diagnostic.js';

/** A row as its file has it; `row` as a spreadsheet counts, the head being row 1. Texts as typed, composed (NFC). */
export interface TableRow {
  readonly row: number;
  readonly texts: readonly string[];
  /** Hidden by hand or by a filter. */
  readonly hidden?: true;
  /**
   * Only where the table is a text file that names no cells (YAML): of each cell the offsets of its value in the normalised
   * text, start and end; of a list those of every item, one pair a line of the cell.
   */
  readonly places?: readonly (readonly number[])[];
}

/** What names the cells of a table; a CSV has no sheet: "". */
export interface TableName {
  readonly file: string;
  readonly sheet: string;
}

export type Report = (diagnostic: Diagnostic) => void;

/** A table whose rows are read when they are asked for: nothing of it is held but the row at hand. */
export interface OpenTable extends TableName {
  /** The rows that are not empty, in order; reads the file anew each time. What is wrong in a cell is reported on the way. */
  readonly rows: (report: Report) => Generator<TableRow, void, undefined>;
}

export interface TableCell {
  readonly text: string;
  readonly place: CellPlace;
}

/** A table held whole: its rows that are not empty, each with its cells from column A on. */
export interface Table extends TableName {
  readonly rows: readonly (readonly TableCell[])[];
}

/** More columns than any form has fields. */
export const MOST_COLUMNS = 1000;

/** `column` from 1. */
export const cellPlace = ({ file, sheet }: TableName, row: number, column: number): CellPlace => ({
  file,
  sheet,
  cell: `${columnName(column)}${row}`,
});

/** Where a cell of a row stands, or one line of it (from 0); `column` from 1. */
export function placeOfCell(table: TableName, row: TableRow, column: number, line = 0): Place {
  if (row.places === undefined) return cellPlace(table, row.row, column);
  const offsets = row.places[column - 1] ?? row.places.find((found) => found.length > 0) ?? [];
  const at = line * 2 < offsets.length ? line * 2 : 0;
  const start = offsets[at] ?? 0;
  return { file: table.file, start, end: offsets[at + 1] ?? start };
}

/** The sheet of our own tables that tells what belongs into the columns of the first; it is passed over when one is read. */
export const GUIDE_SHEET = 'Hướng dẫn';

/** More letters than a spreadsheet's cell can hold. */
export const LONGEST_CELL = 32_767;
