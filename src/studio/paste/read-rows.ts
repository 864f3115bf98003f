import { MOST_COLUMNS } from '../../outline/raw-table.js';
import type { PasteLine } from './marked-line.js';
import { isDropped, isElement, type PasteElement, type PasteNode } from './paste-node.js';

/** Cells side by side, each with its lines. A cell over several columns or rows is followed by empty ones. */
export type PasteRow = readonly (readonly PasteLine[])[];

/** The rows of a table, its cells read by `linesIn`; a cell over several columns or rows has its words in the first of its places. */
export function readRows(
  table: PasteElement,
  linesIn: (node: PasteNode) => readonly PasteLine[],
): readonly PasteRow[] {
  const rows: PasteRow[] = [];
  /** By column: in how many rows from here a cell of an upper row still stands. */
  const taken: number[] = [];
  for (const row of rowsIn(table)) {
    const cells: (readonly PasteLine[])[] = [];
    const skipTaken = () => {
      while ((taken[cells.length] ?? 0) > 0) {
        taken[cells.length] = (taken[cells.length] ?? 0) - 1;
        cells.push([]);
      }
    };
    for (const cell of row.children.filter(isCell)) {
      skipTaken();
      const [wide, high] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      const lines = linesIn(cell);
      for (let at = 0; at < wide; at += 1) {
        taken[cells.length] = high - 1;
        cells.push(at === 0 ? lines : []);
      }
    }
    skipTaken();
    if (cells.length > 0) rows.push(cells);
  }
  return rows;
}

const isCell = (node: PasteNode): node is PasteElement =>
  isElement(node) && (node.name === 'td' || node.name === 'th') && !isDropped(node);

const rowsIn = (element: PasteElement): readonly PasteElement[] =>
  element.children.flatMap((child) => {
    if (!isElement(child) || isDropped(child)) return [];
    if (child.name === 'tr') return [child];
    return /^(?:tbody|thead|tfoot)$/.test(child.name) ? rowsIn(child) : [];
  });

function spanOf({ attributes }: PasteElement, name: string): number {
  const span = Number.parseInt(attributes[name] ?? '1', 10);
  return span >= 1 ? Math.min(span, MOST_COLUMNS) : 1;
}
