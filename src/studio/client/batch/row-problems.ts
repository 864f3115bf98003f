import { columnName } from '../../../diagnostic/cell-name.js';
import type { Problem, TableUnit } from '../../protocol.js';

/** A cell of a table, as places name it: "don-vi.xlsx:Sheet1!B402", and "don-vi.csv:402:2" of row and column. */
export interface CellName {
  readonly row: number;
  /** "B402": spreadsheets show a CSV under letters too. */
  readonly name: string;
}

export function cellOf(elsewhere: string | undefined, table: string): CellName | undefined {
  if (!elsewhere?.startsWith(`${table}:`)) return undefined;
  const place = elsewhere.slice(table.length);
  const sheet = /!([A-Z]+(\d+))$/.exec(place);
  if (sheet?.[1] !== undefined) return { row: Number(sheet[2]), name: sheet[1] };
  const csv = /^:(\d+):(\d+)$/.exec(place);
  return csv === null ? undefined : { row: Number(csv[1]), name: `${columnName(Number(csv[2]))}${csv[1]}` };
}

export interface RowProblem {
  readonly cell: string;
  readonly problem: Problem;
}

/** What is to be looked at in the row of each unit, and what is of none: of the form, of a column's head. */
export function problemsByRow(
  problems: readonly Problem[],
  units: readonly Pick<TableUnit, 'row'>[],
  table: string,
): {
  readonly rows: ReadonlyMap<number, readonly RowProblem[]>;
  readonly others: readonly Problem[];
} {
  const known = new Set(units.map(({ row }) => row));
  const rows = new Map<number, RowProblem[]>();
  const others: Problem[] = [];
  for (const problem of problems) {
    const cell = cellOf(problem.elsewhere, table);
    if (cell === undefined || !known.has(cell.row)) others.push(problem);
    else rows.set(cell.row, [...(rows.get(cell.row) ?? []), { cell: cell.name, problem }]);
  }
  return { rows, others };
}
