import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TableName, TableRow } from '../table/table.js';

/** `row`: whose row the finding is, undefined where it is the whole table's. */
export type BatchReport = (diagnostic: Diagnostic, row: number | undefined) => void;

/** A table whose first row that says something is its head; the others are units. */
export interface BatchTable extends TableName {
  readonly head: TableRow;
  /**
   * The rows without the head, each read when it is asked for; reads the file anew each time. What is wrong in a row is
   * reported before the row comes, what is wrong with the table (cells that are merged, a damaged end) after the last.
   */
  readonly rows: (report: BatchReport) => Generator<TableRow, void, undefined>;
  /** Of a table that is a text file, its text as its places count it. */
  readonly text?: string;
}

/** All rows of a file that are not empty, the head too. */
export interface RowSource extends TableName {
  readonly rows: BatchTable['rows'];
  readonly text?: string;
}
