import type { LaidCell, LaidParagraph, LaidRow } from '../flow/laid-block.js';
import { linesHeight } from '../flow/lay-paragraph.js';
import type { LinesPiece, RowPiece } from '../flow/piece.js';

/** What of each of a row's cells is still to be placed: the paragraph to go on with, and its line. */
type RowRest = readonly CellRest[];

interface CellRest {
  readonly paragraph: number;
  readonly line: number;
}

/** A row, or the part of it that goes on one page; `rest` is what goes on the next. Its `top` is still 0. */
interface RowPart {
  readonly piece: RowPiece;
  readonly rest?: RowRest;
}

/** Nothing of the row is placed yet. */
export const wholeRow = (row: LaidRow): RowRest => row.cells.map(() => ({ paragraph: 0, line: 0 }));

/**
 * As much of a row as goes into `space` twips, the grid's line below it included; undefined where a cell has no room for its
 * next line. In tables there is no control of widows and orphans, and the space before a paragraph stays at the top of a page,
 * even of one that goes on there.
 */
export function partOfRow(row: LaidRow, rest: RowRest, space: number): RowPart | undefined {
  const taken = row.cells.map((cell, i) => {
    const room = space - cell.paddingTop - cell.paddingBottom - row.table.gridLine;
    return takeLines(cell, rest[i]!, room);
  });
  const isStuck = taken.some(({ pieces, next }) => pieces.length === 0 && next !== undefined);
  if (isStuck) return undefined;
  const isDone = taken.every(({ next }) => next === undefined);
  // Parts of a split row stand at the top, whatever its cells ask for.
  const isSplit = !isDone || rest.some(({ paragraph, line }) => paragraph > 0 || line > 0);
  const heights = taken.map(
    ({ height }, i) => row.cells[i]!.paddingTop + height + row.cells[i]!.paddingBottom,
  );
  const height = row.table.table.backdrop?.height ?? Math.max(0, ...heights);
  const piece: RowPiece = {
    type: 'row',
    laid: row,
    top: 0,
    height,
    cells: taken.map(({ pieces }, i) =>
      alignPieces(pieces, row.cells[i]!, isSplit ? 0 : height - heights[i]!),
    ),
  };
  return isDone ? { piece } : { piece, rest: taken.map(({ next }, i) => next ?? endOf(row.cells[i]!)) };
}

interface Taken {
  readonly pieces: readonly LinesPiece[];
  readonly height: number;
  /** Where the next page goes on; undefined where the cell is done. */
  readonly next?: CellRest;
}

/** Lines of a cell from `rest` on that go into `room`; a piece's `top` is from the top of the cell's text. */
function takeLines({ paragraphs }: LaidCell, rest: CellRest, room: number): Taken {
  const pieces: LinesPiece[] = [];
  let height = 0;
  for (let i = rest.paragraph; i < paragraphs.length; i++) {
    const laid = paragraphs[i]!;
    const from = i === rest.paragraph ? rest.line : 0;
    const { before } = laid.paragraph.format;
    const to = from + Math.min(laid.lines.length - from, linesIn(laid, room - height - before));
    if (to > from) {
      pieces.push({ type: 'lines', laid, from, to, top: height + before });
      height += before + heightOf(laid, from, to);
    }
    if (to < laid.lines.length) return { pieces, height, next: { paragraph: i, line: to } };
  }
  return { pieces, height };
}

function linesIn(laid: LaidParagraph, room: number): number {
  if (linesHeight(laid) <= room) return laid.lines.length;
  return Math.max(0, Math.floor((room - linesHeight(laid) + laid.lines.length * laid.pitch) / laid.pitch));
}

const heightOf = (laid: LaidParagraph, from: number, to: number): number =>
  to - from === laid.lines.length ? linesHeight(laid) : (to - from) * laid.pitch;

function alignPieces(pieces: readonly LinesPiece[], cell: LaidCell, free: number): readonly LinesPiece[] {
  const down = cell.paddingTop + (cell.verticalAlign === 'center' ? Math.floor(free / 2) : 0);
  return pieces.map((piece) => ({ ...piece, top: piece.top + down }));
}

const endOf = (cell: LaidCell): CellRest => ({ paragraph: cell.paragraphs.length, line: 0 });
