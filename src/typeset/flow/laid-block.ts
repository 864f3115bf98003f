import type { Line } from '../../measure/break-lines.js';
import type { ResolvedParagraph, ResolvedRow, ResolvedTable } from '../../resolve/resolved-document.js';
import type { PageItem } from '../frame.js';

/** Blocks whose lines are broken and whose heights are known, but which stand on no page yet. Lengths are twips. */
export interface LaidParagraph {
  readonly type: 'paragraph';
  readonly paragraph: ResolvedParagraph;
  readonly lines: readonly Line[];
  /** From the left edge of its column. */
  readonly left: number;
  /** Width of the lines but the first, and what the first adds on its left. */
  readonly width: number;
  readonly firstLine: number;
  readonly pitch: number;
  /** From the top of each line to its baseline. */
  readonly baselines: readonly number[];
  /** Its lines as they were drawn, the latest first: papers that share a paragraph mostly have it at the same places. */
  readonly drawn: DrawnLines[];
}

/** Lines `from` to `to` of a paragraph on a page, whose column begins at `x` and whose line `from` does at `y` (twips). */
export interface DrawnLines {
  readonly from: number;
  readonly to: number;
  readonly x: number;
  readonly y: number;
  readonly items: readonly PageItem[];
}

/** A cell; merged columns are in its width. */
export interface LaidCell {
  /** From the left edge of the table to the cell's left edge, and to the left edge of its paragraphs. */
  readonly left: number;
  readonly width: number;
  readonly textLeft: number;
  /** From the row's top, over the grid's line, to the paragraphs. */
  readonly paddingTop: number;
  readonly paddingBottom: number;
  readonly paragraphs: readonly LaidParagraph[];
  /** Of the paragraphs, without padding. */
  readonly contentHeight: number;
  readonly verticalAlign: 'top' | 'center';
}

/** A row, which the flow places like a paragraph; `index` is its place in `table.rows`. */
export interface LaidRow {
  readonly type: 'row';
  readonly row: ResolvedRow;
  readonly table: LaidTable;
  readonly index: number;
  readonly cells: readonly LaidCell[];
  /** With the grid's line at the top, without one at the bottom. */
  readonly height: number;
}

/** A table; its rows go on pages one by one. */
export interface LaidTable {
  readonly type: 'table';
  readonly table: ResolvedTable;
  readonly rows: readonly LaidRow[];
  /** How many rows at the top are heads. */
  readonly headCount: number;
  /** Thickness of the grid's lines in twips, 0 without a grid: one stands in each row's top, one below the last row of a page. */
  readonly gridLine: number;
}

/** What stands in a section, before its tables are taken apart into rows. */
export type LaidBlock = LaidParagraph | LaidTable;

/** What is put on pages one after the other. */
export type FlowItem = LaidParagraph | LaidRow;
