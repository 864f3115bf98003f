import Papa from 'papaparse';
import { inspectCell } from './inspect-cell.js';
import { cellPlace, MOST_COLUMNS, type Report, type TableName, type TableRow } from './table.js';

/** What parts the cells; written so in the file. */
export type Separator = ';' | ',' | '\t';

/** Excel's own first line, "sep=;": it is shown by no spreadsheet. */
const DECLARED = /^sep=([;,\t])[^\n]*(?:\n|$)/i;
/** So far is looked for the head. */
const HEAD = 20_000;

/**
 * How a CSV parts its cells: as its "sep=" line says, else by the tab, semicolon or comma of its head. In this order, since
 * heads are labels: "Số, ký hiệu;Tên" has a comma, and no label has a semicolon.
 */
function separatorOf(text: string): { readonly separator: Separator; readonly start: number } {
  const declared = DECLARED.exec(text);
  if (declared !== null) return { separator: declared[1] as Separator, start: declared[0].length };
  const head = text.slice(0, HEAD).replace(/"(?:[^"]|"")*"/g, '');
  const line = head.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  const separator = (['\t', ';', ','] as const).find((candidate) => line.includes(candidate));
  return { separator: separator ?? ';', start: 0 };
}

/** After so many quotes that are none of a pair no cell can be trusted: the file was not written as a CSV. */
const MOST_FAULTS = 200;
/** So many rows are parsed at a time: a big table is never held whole. */
const ROWS_AT_ONCE = 1000;

/**
 * The rows of a CSV that are not empty (RFC 4180, and text that stands outside quotes as Excel takes it). `pieces`: its
 * normalised text in pieces that end where lines end; no more of it is held than the rows at hand need.
 */
export function* csvRows(
  pieces: Iterator<string, unknown>,
  table: TableName,
  report: Report,
): Generator<TableRow, void, undefined> {
  let [text, isWhole] = ['', false];
  const read = (length: number): void => {
    while (!isWhole && text.length < length) {
      const { value, done } = pieces.next();
      if (done === true) isWhole = true;
      else text += value;
    }
  };
  read(1);
  const { separator, start } = separatorOf(text);
  text = text.slice(start);
  // Its fast mode would take the whole rest apart for every thousand rows.
  let faults = 0;
  const options = { delimiter: separator, newline: '\n', preview: ROWS_AT_ONCE, fastMode: false } as const;
  for (let row = 1; text !== '' || !isWhole; ) {
    const { data, errors, meta } = Papa.parse<string[]>(text, options);
    if (!meta.truncated && !isWhole) {
      // The last row may go on; twice as much each time, so that a quote that is never closed costs no more.
      read(2 * text.length + 1);
      continue;
    }
    for (const [index, cells] of data.entries()) {
      const fault = errors.find((error) => error.type === 'Quotes' && error.row === index);
      if (fault !== undefined) {
        reportQuote(fault.code === 'MissingQuotes', cells, row, table, report);
        faults += 1;
        if (faults === MOST_FAULTS) return reportManyQuotes(table, row, report);
      }
      const texts = readCells(cells, row, table, report);
      if (texts.some((cell) => cell.trim() !== '')) yield { row, texts };
      row += 1;
    }
    text = meta.cursor > 0 ? text.slice(meta.cursor) : '';
  }
}

function readCells(
  cells: readonly string[],
  row: number,
  table: TableName,
  report: Report,
): readonly string[] {
  if (cells.length > MOST_COLUMNS) reportWidth(cells.length, cellPlace(table, row, MOST_COLUMNS), report);
  return cells
    .slice(0, MOST_COLUMNS)
    .map((cell, at) => inspectCell(unguarded(cell), () => cellPlace(table, row, at + 1), report));
}

/** Our own mark before what would be a formula (write-csv.ts) is none of the text. */
const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** The cell is the last of its row where a quote is open, else the one in which a quote is left. */
function reportQuote(
  isOpen: boolean,
  cells: readonly string[],
  row: number,
  table: TableName,
  report: Report,
): void {
  const found = isOpen ? cells.length - 1 : cells.findIndex((cell) => cell.includes('"'));
  const at = Math.min(Math.max(found, 0), MOST_COLUMNS - 1);
  report({
    code: isOpen ? 'table/unclosed-quote' : 'table/stray-quote',
    // Either way the rows behind it may have been taken into the cell.
    severity: 'error',
    message: isOpen
      ? 'Dấu ngoặc kép mở ở đầu ô này không được đóng lại'
      : 'Sau dấu ngoặc kép đóng của ô này còn có chữ',
    place: cellPlace(table, row, at + 1),
    actual: (cells[at] ?? '').split('\n', 1)[0] ?? '',
    hints: ['Viết dấu ngoặc kép nằm trong ô thành hai dấu liền nhau, hoặc lưu lại bảng bằng Excel'],
  });
}

const reportManyQuotes = (table: TableName, row: number, report: Report): void =>
  report({
    code: 'table/too-many-quotes',
    severity: 'error',
    message: `Có ${MOST_FAULTS} dòng sai dấu ngoặc kép nên không đọc tiếp từ sau dòng ${row}`,
    place: cellPlace(table, row, 1),
    hints: ['Mở bảng bằng Excel rồi lưu lại kiểu CSV UTF-8, hoặc dùng tệp .xlsx'],
  });

function reportWidth(columns: number, place: ReturnType<typeof cellPlace>, report: Report): void {
  report({
    code: 'table/too-wide',
    severity: 'error',
    message: `Dòng có ${columns} cột, nhiều nhất đọc được ${MOST_COLUMNS} cột`,
    place,
    hints: ['Xóa các cột thừa ở bên phải bảng'],
  });
}
