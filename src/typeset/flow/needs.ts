import type { ParagraphFormat } from '../../resolve/resolved-document.js';
import type { FlowItem, LaidCell, LaidParagraph, LaidRow } from './laid-block.js';
import { linesHeight, ruleThickness } from './lay-paragraph.js';

/** What the items of a flow ask of the page they stand on. Heights in twips. */

/** Widow and orphan control: so many lines at least on either side of a page break. */
export const LEAST_LINES = 2;

/** The index after the last item of the chain that starts at `start`: items kept with their next, and the item after them. */
export function chainEnd(items: readonly FlowItem[], start: number): number {
  let end = start;
  while (end < items.length - 1 && keepsNext(items[end]!)) end++;
  return end + 1;
}

function keepsNext(item: FlowItem): boolean {
  if (item.type === 'paragraph') return item.paragraph.format.keepNext;
  const { table, rows, headCount } = item.table;
  const isLast = item.index === rows.length - 1;
  return item.row.keepNext || (!isLast && (item.index < headCount || table.purpose === 'signature'));
}

/** The space above a table is that of the seam before it. */
export const spaceBefore = (item: FlowItem): number =>
  item.type === 'paragraph' ? item.paragraph.format.before : 0;

/** Height of a whole item without the space before it, the line below a table's last row included. */
export const fullHeight = (item: FlowItem): number =>
  item.type === 'row' ? item.height + lineBelow(item) : linesHeight(item);

/** The grid's line below the last row of a table. */
export const lineBelow = ({ index, table }: LaidRow): number =>
  index === table.rows.length - 1 ? table.gridLine : 0;

/** Height of the part of an item that must stand where it begins; `page` is the height of a page. */
export function leastHeight(item: FlowItem, page: number): number {
  if (item.type === 'paragraph') return firstLines(item) * item.pitch + ruleThickness(item);
  // A row that ends a page has a line below it; one that may split needs room for a line in each cell.
  const content = maySplit(item, page) ? Math.max(0, ...item.cells.map(firstLineHeight)) : item.height;
  return content + item.table.gridLine;
}

/** Whether a row may go over a page's end: where it is told so, or where no page can hold it under its heads. */
export function maySplit(laid: LaidRow, page: number): boolean {
  const { row, height, table } = laid;
  if (!row.cantSplit) return true;
  return (row.isHead ? 0 : headsHeight(laid)) + height + table.gridLine > page;
}

/** Of the heads that a page repeats above a row. */
export const headsHeight = ({ table }: LaidRow): number =>
  table.rows.slice(0, table.headCount).reduce((sum, head) => sum + head.height, 0);

function firstLineHeight({ paragraphs, paddingTop, paddingBottom }: LaidCell): number {
  const first = paragraphs[0];
  const line = first === undefined ? 0 : first.paragraph.format.before + first.pitch;
  return paddingTop + line + paddingBottom;
}

function firstLines({ lines, paragraph: { format } }: LaidParagraph): number {
  if (isWhole(format)) return lines.length;
  if (!format.widowControl) return 1;
  return lines.length < 2 * LEAST_LINES ? lines.length : LEAST_LINES;
}

/** A paragraph that keeps its lines together; one kept with its next does, even where nothing follows it. */
export const isWhole = ({ keepLines, keepNext }: ParagraphFormat): boolean => keepLines || keepNext;
