import type { Problem } from '../../protocol.js';

/** A cell of a table, as places name it: "don-vi.xlsx:Sheet1!B402", and "don-vi.csv:402:2" of row and column. */
export interface CellName {
  readonly row: number;
  /** "B402"; of a CSV "dòng 402, cột 2". */
  readonly name: string;
}

export function cellOf(elsewhere: string | undefined): CellName | undefined {
  const sheet = /!([A-Z]+(\d+))$/.exec(elsewhere ?? '');
  if (sheet?.[1] !== undefined) return { row: Number(sheet[2]), name: sheet[1] };
  const csv = /:(\d+):(\d+)$/.exec(elsewhere ?? '');
  return csv === null ? undefined : { row: Number(csv[1]), name: `dòng ${csv[1]}, cột ${csv[2]}` };
}

export interface RowProblem {
  readonly cell: string;
  readonly problem: Problem;
}

/** What is to be looked at in each row, and what is of no row: of the form, of a column. */
export function problemsByRow(problems: readonly Problem[]): {
  readonly rows: ReadonlyMap<number, readonly RowProblem[]>;
  readonly others: readonly Problem[];
} {
  const rows = new Map<number, RowProblem[]>();
  const others: Problem[] = [];
  for (const problem of problems) {
    const cell = cellOf(problem.elsewhere);
    if (cell === undefined) others.push(problem);
    else rows.set(cell.row, [...(rows.get(cell.row) ?? []), { cell: cell.name, problem }]);
  }
  return { rows, others };
}
