import { partOfRow, wholeRow } from '../table/split-row.js';
import type { FlowItem, LaidBlock, LaidParagraph, LaidRow } from './laid-block.js';
import { ruleThickness } from './lay-paragraph.js';
import {
  chainEnd,
  fullHeight,
  headsHeight,
  isWhole,
  LEAST_LINES,
  leastHeight,
  lineBelow,
  maySplit,
  spaceBefore,
} from './needs.js';
import type { Piece } from './piece.js';

/** The heights of the text area on the first page and on the others, in twips. */
interface PageHeights {
  readonly first: number;
  readonly rest: number;
}

/** Where the flow stands: on the last of `pages`, `top` twips down. */
interface Cursor {
  readonly pages: Piece[][];
  readonly heights: PageHeights;
  top: number;
  /** Nothing but repeated heads stands on the page yet. */
  isFresh: boolean;
}

/**
 * Puts blocks on pages. A chain, which is items kept with their next and the item after them, goes to the next page as a whole
 * unless all but its last and the beginning of its last have room; one higher than a page is no chain.
 */
export function distributeBlocks(
  blocks: readonly LaidBlock[],
  heights: PageHeights,
): readonly (readonly Piece[])[] {
  const items = blocks.flatMap((block): readonly FlowItem[] =>
    block.type === 'table' ? block.rows : [block],
  );
  const cursor: Cursor = { pages: [[]], heights, top: 0, isFresh: true };
  for (let i = 0; i < items.length; ) {
    const end = chainEnd(items, i);
    placeChain(cursor, items.slice(i, end));
    i = end;
  }
  return cursor.pages;
}

function placeChain(cursor: Cursor, chain: readonly FlowItem[]): void {
  const isBeyondPages = chain.length > 1 && chainNeed(chain, cursor) > cursor.heights.rest;
  for (const [i, item] of chain.entries()) {
    // The heads that a new page repeats may leave the chain less room than it had asked for.
    const kept = isBeyondPages || i > 0 ? [item] : chain;
    if (!cursor.isFresh && chainNeed(kept, cursor) > room(cursor)) breakPage(cursor, item);
    placeItem(cursor, item);
  }
}

/** Twips that the chain needs on the cursor's page: all of it but for the lines of its last that may go over. */
function chainNeed(chain: readonly FlowItem[], cursor: Cursor): number {
  let need = 0;
  for (const [i, item] of chain.entries()) {
    const before = i === 0 && isAtBrokenTop(cursor) ? 0 : spaceBefore(item);
    const isLast = i === chain.length - 1;
    need += before + (isLast ? leastHeight(item, cursor.heights.rest) : fullHeight(item));
  }
  return need;
}

function room({ pages, heights, top }: Cursor): number {
  return (pages.length === 1 ? heights.first : heights.rest) - top;
}

/** The space before is dropped where the flow broke by itself, but not at the start of the section. */
const isAtBrokenTop = (cursor: Cursor): boolean => cursor.isFresh && cursor.pages.length > 1;

function push(cursor: Cursor, piece: Piece, height: number): void {
  cursor.pages.at(-1)!.push({ ...piece, top: cursor.top });
  cursor.top += height;
  cursor.isFresh = false;
}

/** Starts a page; a table that goes on there repeats its heads. */
function breakPage(cursor: Cursor, next: FlowItem): void {
  cursor.pages.push([]);
  cursor.top = 0;
  cursor.isFresh = true;
  if (next.type === 'paragraph' || next.index < next.table.headCount) return;
  // Heads that leave no room for a line of the row would stand alone on every page to come.
  const page = cursor.heights.rest;
  if (headsHeight(next) + leastHeight(next, page) > page) return;
  for (const head of next.table.rows.slice(0, next.table.headCount)) placeRow(cursor, head);
  cursor.isFresh = true;
}

function placeItem(cursor: Cursor, item: FlowItem): void {
  if (item.type === 'row') placeRow(cursor, item);
  else placeParagraph(cursor, item);
}

/** A row goes on one page, or, where it may split, line by line on as many as it needs. */
function placeRow(cursor: Cursor, laid: LaidRow): void {
  const isSplittable = maySplit(laid, cursor.heights.rest);
  let rest = wholeRow(laid);
  for (;;) {
    // A line higher than the page stands on it all the same: else the flow would never go on.
    const part =
      partOfRow(laid, rest, isSplittable ? room(cursor) : Number.POSITIVE_INFINITY) ??
      (cursor.isFresh ? partOfRow(laid, rest, Number.POSITIVE_INFINITY) : undefined);
    if (part !== undefined) {
      push(
        cursor,
        part.piece,
        part.piece.height + (part.rest === undefined ? lineBelow(laid) : laid.table.gridLine),
      );
      if (part.rest === undefined) return;
      rest = part.rest;
    }
    breakPage(cursor, laid);
  }
}

function placeParagraph(cursor: Cursor, laid: LaidParagraph): void {
  cursor.top += isAtBrokenTop(cursor) ? 0 : laid.paragraph.format.before;
  let from = 0;
  while (from < laid.lines.length) {
    const to = from + linesThatFit(laid, from, room(cursor), cursor.isFresh);
    const isAll = from === 0 && to === laid.lines.length;
    if (to > from) {
      const height = isAll ? fullHeight(laid) : (to - from) * laid.pitch;
      push(cursor, { type: 'lines', laid, from, to, top: 0 }, height);
    }
    if (to < laid.lines.length) breakPage(cursor, laid);
    from = to;
  }
}

/** How many of the lines from `from` on go into `space`; at a fresh page at least one, so that the flow goes on. */
function linesThatFit(laid: LaidParagraph, from: number, space: number, isFresh: boolean): number {
  const left = laid.lines.length - from;
  const fitting = Math.max(0, Math.floor((space - ruleThickness(laid)) / laid.pitch));
  if (fitting >= left) return left;
  const { format } = laid.paragraph;
  let count = isWhole(format) && !isFresh ? 0 : fitting;
  if (format.widowControl) {
    count = Math.min(count, left - LEAST_LINES);
    if (from === 0 && count < LEAST_LINES) count = 0;
  }
  if (count > 0) return count;
  return isFresh ? Math.max(1, fitting) : 0;
}
