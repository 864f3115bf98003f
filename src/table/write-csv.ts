/** A text, or a number that is to be reckoned with. */
export type TableValue = string | number;

/** What a spreadsheet would take for a formula, or for a command of another program. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** "-5", "-1,5" are numbers and stay so. */
const NEGATIVE = /^-\d+(?:[.,]\d+)?$/;
const NEEDS_QUOTES = /[";\t\n\r]|^\s|\s$/;

/**
 * A CSV that opens right by double click in a Vietnamese Excel: UTF-8 with a byte order mark, ";" between cells, CR LF. A
 * text that begins with = + - @, tab or CR gets an apostrophe before it: a spreadsheet then shows the text and runs nothing,
 * any other program gets plain text (="…" would be a formula itself, a space is lost); our reader takes it off again.
 */
export function writeCsv(rows: readonly (readonly TableValue[])[]): Uint8Array {
  return new TextEncoder().encode([...csvPieces(rows)].join(''));
}

/** The same as text, row by row, for a table that is not held whole. */
export function* csvPieces(rows: Iterable<readonly TableValue[]>): Generator<string, void, undefined> {
  yield '\ufeff';
  for (const row of rows) yield `${row.map(csvCell).join(';')}\r\n`;
}

function csvCell(value: TableValue): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const text = FORMULA.test(value) && !NEGATIVE.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
