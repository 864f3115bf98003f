import { eighthsToTwip, GRID_LINE_EIGHTHS } from '../../base/lengths.js';
import type { ResolvedCell, ResolvedTable } from '../../resolve/resolved-document.js';
import type { LaidCell, LaidParagraph, LaidRow, LaidTable } from '../flow/laid-block.js';
import { type LayContext, layParagraph, linesHeight } from '../flow/lay-paragraph.js';

/** Lays the cells of a table and finds the height of its rows; of one table once. */
export function layTable(table: ResolvedTable, context: LayContext): LaidTable {
  const known = context.knownTables.get(table);
  if (known !== undefined) return known;
  const laid = findTable(table, context);
  context.knownTables.set(table, laid);
  return laid;
}

function findTable(table: ResolvedTable, context: LayContext): LaidTable {
  const rows: LaidRow[] = [];
  const firstBody = table.rows.findIndex((row) => !row.isHead);
  const gridLine = table.grid === 'all' ? eighthsToTwip(GRID_LINE_EIGHTHS) : 0;
  const laid: LaidTable = {
    type: 'table',
    table,
    rows,
    headCount: firstBody === -1 ? table.rows.length : firstBody,
    gridLine,
  };
  for (const [index, row] of table.rows.entries()) {
    const cells = layCells(table, row.cells, gridLine, context);
    const heights = cells.map((cell) => cell.paddingTop + cell.contentHeight + cell.paddingBottom);
    const height = table.backdrop?.height ?? Math.max(0, ...heights);
    rows.push({ type: 'row', row, table: laid, index, cells, height });
  }
  return laid;
}

function layCells(
  table: ResolvedTable,
  cells: readonly ResolvedCell[],
  gridLine: number,
  context: LayContext,
): LaidCell[] {
  const laid: LaidCell[] = [];
  let column = 0;
  let left = 0;
  for (const cell of cells) {
    const span = table.columns.slice(column, column + cell.columnSpan);
    const width = span.reduce((sum, each) => sum + each, 0);
    laid.push(layCell(table, cell, left, width, gridLine, context));
    column += cell.columnSpan;
    left += width;
  }
  return laid;
}

function layCell(
  { cellMargins }: ResolvedTable,
  cell: ResolvedCell,
  left: number,
  width: number,
  gridLine: number,
  context: LayContext,
): LaidCell {
  const column = width - cellMargins.left - cellMargins.right;
  const paragraphs = cell.paragraphs.map((paragraph) => layParagraph(paragraph, column, context));
  return {
    left,
    width,
    // At the sides the margins are measured from the middle of the grid's lines, above and below from their edges.
    textLeft: left + gridLine / 2 + cellMargins.left,
    paddingTop: gridLine + cellMargins.top,
    paddingBottom: cellMargins.bottom,
    paragraphs,
    contentHeight: stackHeight(paragraphs),
    verticalAlign: cell.verticalAlign,
  };
}

/** Height of paragraphs one below the other, the space before the first included. */
const stackHeight = (paragraphs: readonly LaidParagraph[]): number =>
  paragraphs.reduce((sum, laid) => sum + laid.paragraph.format.before + linesHeight(laid), 0);
