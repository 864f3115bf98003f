import { trimCell } from './bar-table.js';
import type { Line } from './lines.js';
import { MOST_COLUMNS, type RawCell, type RawRow, type RawTable } from './raw-table.js';
import { isCapitals } from './sentence.js';
import { readUnitLabel } from './unit-label.js';

/**
 * Rows with TABs, as pasted from Word or Excel: two or more, the first with a TAB between two words. A TAB at the start of a
 * line is an indent, and one behind "1." or "-" is the space that Word puts there: neither begins a table. A blank line
 * within a table (a page's end) changes nothing.
 */
export function readTabTable(text: string, lines: readonly Line[], at: number): RawTable | undefined {
  const first = lines[at];
  if (!first || !startsTable(text, first)) return undefined;
  const rows: RawRow[] = [splitRow(text, first)];
  const columnCount = rows[0]?.cells.length ?? 0;
  if (columnCount > MOST_COLUMNS) return undefined;
  for (let line = lines[at + 1]; line; line = lines[at + rows.length]) {
    const row = splitRow(text, line);
    const next = lines[at + rows.length + 1];
    if (!continuesTable(text, line, row, columnCount) && !isBareGroup(text, line, next, columnCount)) break;
    rows.push(row);
  }
  return rows.length > 1 ? { rows, lineCount: rows.length, kind: 'tabs' } : undefined;
}

function startsTable(text: string, line: Line): boolean {
  const visible = text.slice(line.start, line.end);
  return visible.includes('\t') && !isListItem(visible);
}

/** "1.⇥Tổng hợp", "-⇥Ban hành": the only TAB stands behind the label. */
function isListItem(visible: string): boolean {
  const tab = visible.indexOf('\t');
  if (visible.includes('\t', tab + 1)) return /^\S{1,12}\t+[^\t]*$/.test(visible) && opensUnit(visible, tab);
  return opensUnit(visible, tab);
}

function opensUnit(visible: string, tab: number): boolean {
  const head = visible.slice(0, tab);
  return /^[-–+*•·o\uf02d\uf0a7\uf0b7\uf0d8]$/u.test(head) || readUnitLabel(`${head} A`, 'A')?.label === head;
}

function continuesTable(text: string, line: Line, row: RawRow, columnCount: number): boolean {
  const visible = text.slice(line.start, line.end);
  if (row.cells.length === 1 || row.cells.length > MOST_COLUMNS) return false;
  const whole = row.cells.length === columnCount;
  if (line.afterBlank && !whole) return false;
  if (!visible.includes('\t')) return whole && (columnCount > 2 || !line.afterBlank);
  return isListItem(visible) ? whole && !line.afterBlank : true;
}

/** "QUÝ I" alone between two rows: a merged row as Word gives it. The row below is no head: it begins with a number. */
function isBareGroup(text: string, line: Line, next: Line | undefined, columnCount: number): boolean {
  if (line.afterBlank || !next || next.afterBlank || !/\d/.test(text.charAt(next.start))) return false;
  return isCapitals(text.slice(line.start, line.end)) && splitRow(text, next).cells.length === columnCount;
}

function splitRow(text: string, line: Line): RawRow {
  const raw = text.slice(line.rawStart, line.rawEnd);
  const cells: RawCell[] = [];
  let from = 0;
  for (let tab = raw.indexOf('\t'); tab !== -1; tab = raw.indexOf('\t', from)) {
    cells.push(trimCell(raw, from, tab, line.rawStart));
    from = tab + 1;
  }
  cells.push(trimCell(raw, from, raw.length, line.rawStart));
  return { start: line.start, end: line.end, cells };
}
