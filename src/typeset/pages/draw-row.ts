import type { RowPiece } from '../flow/piece.js';
import type { PageItem } from '../frame.js';
import { drawLines } from './draw-text.js';

/** Draws the text of a row whose table's left edge is at `x`; `y` is the top of the text area (twips). */
export function drawRow({ laid, top, cells }: RowPiece, x: number, y: number, items: PageItem[]): void {
  for (const [i, pieces] of cells.entries()) {
    const left = x + laid.cells[i]!.textLeft;
    for (const piece of pieces) drawLines(piece.laid, piece.from, piece.to, left, y + top + piece.top, items);
  }
}
