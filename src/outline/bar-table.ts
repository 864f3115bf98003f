import type { Line } from './lines.js';
import { MOST_COLUMNS, type RawCell, type RawRow, type RawTable } from './raw-table.js';

/**
 * Lines of "| … | … |". A line "|---|---|" behind the heads is skipped, as people who know Markdown type it; behind a blank
 * line it shows that another table has begun.
 */
export function readBarTable(text: string, lines: readonly Line[], at: number): RawTable | undefined {
  const rows: RawRow[] = [];
  let lineCount = 0;
  for (let line = lines[at]; line; line = lines[at + lineCount]) {
    const row = readBarRow(text, line);
    if (!row) break;
    const next = lines[at + lineCount + 1];
    const nextIsRule = next !== undefined && isRule(text, readBarRow(text, next));
    if (rows.length > 0 && line.afterBlank && nextIsRule) break;
    lineCount += 1;
    if (rows.length > 1 || !isRule(text, row)) rows.push(row);
  }
  return rows.length > 0 ? { rows, lineCount, kind: 'bars' } : undefined;
}

function readBarRow(text: string, line: Line): RawRow | undefined {
  const raw = text.slice(line.start, line.end);
  if (!raw.startsWith('|') || raw.length < 2) return undefined;
  const cells: RawCell[] = [];
  let from = 1;
  for (let bar = nextBar(raw, from); bar !== -1; bar = nextBar(raw, from)) {
    cells.push(trimCell(raw, from, bar, line.start));
    from = bar + 1;
  }
  // Without a closing bar the rest is the last cell, if anything closes at all.
  if (cells.length === 0) return undefined;
  if (from < raw.length) cells.push(trimCell(raw, from, raw.length, line.start));
  return cells.length > MOST_COLUMNS ? undefined : { start: line.start, end: line.end, cells };
}

function nextBar(raw: string, from: number): number {
  let bar = raw.indexOf('|', from);
  while (bar > 0 && raw[bar - 1] === '\\') bar = raw.indexOf('|', bar + 1);
  return bar;
}

/** The cell's stretch of the field; `base` is the offset of the piece in it. */
export function trimCell(piece: string, from: number, to: number, base: number): RawCell {
  const cell = piece.slice(from, to);
  const start = base + to - cell.trimStart().length;
  return { start: Math.min(start, base + to), end: Math.max(start, base + from + cell.trimEnd().length) };
}

const isRule = (text: string, row: RawRow | undefined): boolean =>
  row?.cells.every((cell) => /^:?-{2,}:?$/.test(text.slice(cell.start, cell.end))) ?? false;
