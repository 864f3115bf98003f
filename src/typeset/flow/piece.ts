import type { LaidParagraph, LaidRow } from './laid-block.js';

/** A part of the flow at its place on a page: `top` is in twips from the top of the text area. */
export type Piece = LinesPiece | RowPiece;

/** Lines of one paragraph. */
export interface LinesPiece {
  readonly type: 'lines';
  readonly laid: LaidParagraph;
  /** Lines `from` to `to` (exclusive). */
  readonly from: number;
  readonly to: number;
  readonly top: number;
}

/** A row of a table, or the part of one that stands on this page. */
export interface RowPiece {
  readonly type: 'row';
  readonly laid: LaidRow;
  readonly top: number;
  /** With the grid's line at the top, without one at the bottom. */
  readonly height: number;
  /** By cell; `top` from the row's top. */
  readonly cells: readonly (readonly LinesPiece[])[];
}
