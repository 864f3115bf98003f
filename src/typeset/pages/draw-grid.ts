import { twipToPt } from '../../base/lengths.js';
import type { LaidTable } from '../flow/laid-block.js';
import type { RowPiece } from '../flow/piece.js';
import type { PageItem } from '../frame.js';

/** Draws the lines of a table around the rows of it that stand on one page. `x` is its left edge, `top` that of the flow (twips). */
export function drawGrid(rows: readonly RowPiece[], x: number, top: number, items: PageItem[]): void {
  const table = rows[0]?.laid.table;
  if (table === undefined || table.gridLine === 0) return;
  const half = table.gridLine / 2;
  const stroke = (x0: number, y0: number, x1: number, y1: number): void => {
    items.push({
      type: 'rule',
      x0: twipToPt(x + x0),
      y0: twipToPt(top + y0),
      x1: twipToPt(x + x1),
      y1: twipToPt(top + y1),
      thickness: twipToPt(table.gridLine),
      color: '000000',
    });
  };
  const width = tableWidth(table);
  for (const row of rows) stroke(0, row.top + half, width + table.gridLine, row.top + half);
  const last = rows.at(-1)!;
  const bottom = last.top + last.height + half;
  stroke(0, bottom, width + table.gridLine, bottom);
  for (const wall of wallsOf(rows))
    stroke(wall.at + half, wall.from, wall.at + half, wall.to + table.gridLine);
}

interface Wall {
  readonly at: number;
  readonly from: number;
  to: number;
}

/** Upright lines, each as long as the rows below each other that have it. */
function wallsOf(rows: readonly RowPiece[]): readonly Wall[] {
  const walls: Wall[] = [];
  for (const { laid, top, height } of rows) {
    const bottom = top + height;
    for (const at of [0, ...laid.cells.map((cell) => cell.left + cell.width)]) {
      const above = walls.find((wall) => wall.at === at && wall.to === top);
      if (above === undefined) walls.push({ at, from: top, to: bottom });
      else above.to = bottom;
    }
  }
  return walls;
}

const tableWidth = ({ table }: LaidTable): number => table.columns.reduce((sum, column) => sum + column, 0);
