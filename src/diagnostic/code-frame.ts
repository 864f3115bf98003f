import { textPosition } from './text-position.js';

/** A line of a source, and the marks to be set under it; both are `gutter`less and of printable characters only. */
export interface CodeFrame {
  readonly lineNumber: number;
  readonly line: string;
  /** Columns before the marks. */
  readonly indent: number;
  /** "^" or "^^^^". */
  readonly marks: string;
}

/** So wide is a frame at most: with the line's number it fits a terminal of 100 columns. */
const MAX_COLUMNS = 90;
/** So much of a cut line is shown before the marks. */
const COLUMNS_BEFORE = 30;
const TAB = '    ';
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** The line of `start` with marks under the stretch up to `end` (or the line's end); a long line is cut around the marks. */
export function codeFrame(text: string, start: number, end: number): CodeFrame {
  const { line: lineNumber, lineStart, lineEnd } = textPosition(text, start);
  const from = Math.min(start, lineEnd) - lineStart;
  const to = Math.max(from, Math.min(end, lineEnd) - lineStart);
  const cells = toCells(text.slice(lineStart, lineEnd), from, to);
  const before = cells.filter((cell) => cell.side < 0);
  const skipped = widthOf(cells) > MAX_COLUMNS ? columnsToSkip(widthOf(before), widthOf(cells)) : 0;
  return { lineNumber, ...layOut(cells, skipped) };
}

/** What is printed for a character, its columns, and whether it stands before (-1), in (0) or behind (1) the marked stretch. */
interface Cell {
  readonly text: string;
  readonly width: number;
  readonly side: -1 | 0 | 1;
}

function toCells(line: string, from: number, to: number): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (const character of line) {
    const side = at < from ? -1 : at < to ? 0 : 1;
    cells.push({ ...printable(character), side });
    at += character.length;
  }
  return cells;
}

function printable(character: string): { text: string; width: number } {
  if (character === '\t') return { text: TAB, width: TAB.length };
  // A control character must not reach a terminal, nor half a surrogate pair.
  if (/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(character)) return { text: '\ufffd', width: 1 };
  if (ZERO_WIDTH.test(character))
    return /\p{Cf}/u.test(character) ? { text: '', width: 0 } : { text: character, width: 0 };
  return { text: character, width: WIDE.test(character) ? 2 : 1 };
}

const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.width, 0);

function columnsToSkip(before: number, total: number): number {
  if (before <= MAX_COLUMNS - COLUMNS_BEFORE) return 0;
  return Math.min(before - COLUMNS_BEFORE, total - MAX_COLUMNS);
}

function layOut(cells: readonly Cell[], skipped: number): Omit<CodeFrame, 'lineNumber'> {
  let line = skipped > 0 ? '…' : '';
  let [column, indent, marked] = [0, skipped > 0 ? 1 : 0, 0];
  for (const cell of cells) {
    column += cell.width;
    if (column <= skipped) continue;
    if (column - skipped > MAX_COLUMNS) {
      line += '…';
      break;
    }
    line += cell.text;
    if (cell.side < 0) indent += cell.width;
    else if (cell.side === 0) marked += cell.width;
  }
  return { line: line.trimEnd(), indent, marks: '^'.repeat(Math.max(1, marked)) };
}
