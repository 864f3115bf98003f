import { cellNumbers, columnName } from '../diagnostic/cell-name.js';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import { emptyTable, openTable, type TableOptions } from '../table/read-table.js';
import { placeOfCell, type TableName, type TableRow } from '../table/table.js';
import type { BatchReport, BatchTable, RowSource } from './batch-table.js';
import { type RowRanges, rowRanges } from './row-ranges.js';
import { specialHead } from './special-heads.js';
import { openYamlTable } from './yaml-table.js';

export type { BatchReport, BatchTable };

/**
 * Opens a table of units: XLSX, CSV, or a list of maps in YAML or JSON (by the file's name). Its head is the first row that
 * says something. Without a value there is no table, no head or no unit; `table/…`, `text/…`, `yaml/…` say why.
 */
export function openBatchTable(
  file: string,
  bytes: Uint8Array,
  options: TableOptions = {},
): Outcome<BatchTable> {
  const opened = isYaml(file, bytes) ? openYamlTable(file, bytes) : openCells(file, bytes, options);
  const source = opened.value;
  if (source === undefined) return { diagnostics: opened.diagnostics };
  const { head, next, found } = firstRows(source);
  const diagnostics = [...opened.diagnostics, ...found];
  if (head === undefined)
    return { diagnostics: hasErrors(diagnostics) ? diagnostics : [...diagnostics, emptyTable(file)] };
  if (!hasErrors(diagnostics) && isTitle(head, next)) diagnostics.push(titleRow(source, head));
  if (next === undefined && !hasErrors(diagnostics)) diagnostics.push(noRows(source, head));
  if (hasErrors(diagnostics)) return { diagnostics };
  const { sheet, text } = source;
  const rows = (report: BatchReport) => unitRows(source, head, report);
  return { value: { file, sheet, head, rows, ...(text !== undefined && { text }) }, diagnostics };
}

/** A workbook is one whatever its name. */
const isYaml = (file: string, bytes: Uint8Array): boolean =>
  /\.(?:ya?ml|json)$/i.test(file) && !(bytes[0] === 0x50 && bytes[1] === 0x4b) && bytes[0] !== 0xd0;

function openCells(file: string, bytes: Uint8Array, options: TableOptions): Outcome<RowSource> {
  const { value, diagnostics } = openTable(file, bytes, options);
  if (value === undefined) return { diagnostics };
  const { sheet, rows } = value;
  const source = { file, sheet, rows: (report: BatchReport) => inOrder(rows, report) };
  return { value: source, diagnostics };
}

/** What is said of the whole table wherever it is said. */
const OF_TABLE: ReadonlySet<string> = new Set([
  'table/merged-cells',
  'table/too-many-quotes',
  'table/unreadable',
]);

/** Several rows are read at a time: each finding waits for its row. */
function* inOrder(
  rows: (report: (finding: Diagnostic) => void) => Generator<TableRow, void, undefined>,
  report: BatchReport,
): Generator<TableRow, void, undefined> {
  const waiting: { readonly finding: Diagnostic; readonly row: number | undefined }[] = [];
  const tell = (isDue: (row: number | undefined) => boolean): void => {
    const due = waiting.filter(({ row }) => isDue(row));
    if (due.length === 0) return;
    waiting.splice(0, waiting.length, ...waiting.filter(({ row }) => !isDue(row)));
    for (const { finding, row } of due) report(finding, row);
  };
  const wait = (finding: Diagnostic): void => {
    waiting.push({ finding, row: OF_TABLE.has(finding.code) ? undefined : rowOf(finding) });
  };
  for (const row of rows(wait)) {
    if (waiting.length > 0) tell((at) => at !== undefined && at <= row.row);
    yield row;
  }
  tell(() => true);
}

const rowOf = ({ place }: Diagnostic): number | undefined =>
  place !== undefined && 'cell' in place ? cellNumbers(place.cell)?.row : undefined;

/** The head and the row after it, with what was found in the head, or in the file where there is no head. */
function firstRows(source: RowSource): {
  readonly head: TableRow | undefined;
  readonly next: TableRow | undefined;
  readonly found: readonly Diagnostic[];
} {
  const found: { readonly finding: Diagnostic; readonly row: number | undefined }[] = [];
  const rows = source.rows((finding, row) => found.push({ finding, row }));
  const head = rows.next().value ?? undefined;
  const inHead = [...found];
  const next = head && (rows.next().value ?? undefined);
  rows.return();
  // Without a unit, what was found is why.
  const told = next === undefined ? found : inHead;
  return { head, next, found: told.map(({ finding }) => finding) };
}

/** "DANH SÁCH ĐƠN VỊ" above the heads. */
const isTitle = (head: TableRow, next: TableRow | undefined): boolean =>
  saying(head) === 1 && next !== undefined && saying(next) > 1 && specialHead(firstText(head)) === undefined;

const saying = ({ texts }: TableRow): number => texts.filter((text) => text.trim() !== '').length;
const firstText = ({ texts }: TableRow): string => texts.find((text) => text.trim() !== '') ?? '';

/** The rows of units; what was found in the head was told when the table was opened. */
function* unitRows(
  source: RowSource,
  head: TableRow,
  report: BatchReport,
): Generator<TableRow, void, undefined> {
  const [hidden, numbered, totals] = [rowRanges(), rowRanges(), rowRanges()];
  let faulty: number | undefined;
  const tell: BatchReport = (finding, row) => {
    if (finding.code === 'table/merged-cells') {
      if (hidesValues(finding, head)) report({ ...finding, severity: 'error' }, undefined);
    } else if (row !== head.row) {
      if (finding.severity === 'error') faulty = row;
      report(finding, row);
    }
  };
  for (const row of source.rows(tell)) {
    if (row.row === head.row) continue;
    if (isNumberAlone(row, head) && faulty !== row.row) {
      numbered.add(row);
      continue;
    }
    if (isTotal(row)) {
      totals.add(row);
      continue;
    }
    for (const finding of dittoMarks(source, head, row)) tell(finding, row.row);
    const stray = row.texts.findIndex((text, at) => text.trim() !== '' && headText(head, at) === '');
    if (stray >= 0) report(strayCell(source, head, row, stray), row.row);
    if (row.hidden === true) hidden.add(row);
    yield row;
  }
  if (hidden.count > 0) report(hiddenRows(source, hidden), undefined);
  if (numbered.count > 0) report(numberAlone(source, numbered), undefined);
  if (totals.count > 0) report(totalRows(source, totals), undefined);
}

const headText = ({ texts }: TableRow, at: number): string => (texts[at] ?? '').trim();

/** A row that was numbered beforehand, and has nothing else. */
const isNumberAlone = (row: TableRow, head: TableRow): boolean =>
  row.texts.every((text, at) => text.trim() === '' || specialHead(headText(head, at)) === 'order');

/** "Tổng cộng", "Cộng: 30 đơn vị" below the units. */
const isTotal = ({ texts }: TableRow): boolean =>
  /^(?:tổng|tổng cộng|tổng số|cộng)(?:\s*:.*|\s*\d.*)?$/isu.test(
    (texts.find((text) => text.trim() !== '') ?? '').normalize('NFC').trim(),
  );

/** What stands in a cell for "as above": nt, -nt-, như trên, a quotation mark alone. */
const DITTO = /^(?:[-–—\s]*(?:nt|n\.t\.?|như trên)[-–—\s]*|[-–—\s]*(?:["”″〃]|'')[-–—\s]*)$/iu;

/** Nothing longer is one: most cells need not be looked at. */
const LONGEST_DITTO = 16;

/** The program takes no value from the row above: people see there what the paper will not have. */
const dittoMarks = (table: TableName, head: TableRow, row: TableRow): readonly Diagnostic[] =>
  row.texts.flatMap((text, at) => {
    if (text === '' || text.length > LONGEST_DITTO) return [];
    const special = specialHead(headText(head, at));
    if (!DITTO.test(text.normalize('NFC')) || special === 'note' || special === 'passed') return [];
    return [
      {
        code: 'table/ditto',
        severity: 'error' as const,
        message: `"${headText(head, at)}" ghi dấu "như trên", chương trình không lấy theo dòng trên`,
        place: placeOfCell(table, row, at + 1),
        actual: text.trim(),
        hints: [
          'Ghi đầy đủ (trong Excel: chọn ô cùng các ô bên dưới, bấm Ctrl+D), hoặc bỏ trống để lấy theo biểu mẫu',
        ],
      },
    ];
  });

/** Whether a merged range has cells of a column that is read; a letter's signature under the table is nobody's value. */
function hidesValues({ actual = '' }: Diagnostic, head: TableRow): boolean {
  const [first = '', last = first] = actual.split(':');
  const [from, to] = [cellNumbers(first)?.column ?? 1, cellNumbers(last)?.column ?? head.texts.length];
  return head.texts
    .slice(from - 1, to)
    .some((text) => text.trim() !== '' && specialHead(text) !== 'passed' && specialHead(text) !== 'note');
}

const titleRow = (table: TableName, head: TableRow): Diagnostic => ({
  code: 'table/no-head',
  severity: 'error',
  message: `Dòng ${head.row} chỉ có một ô có chữ, không phải dòng tên cột`,
  place: placeOfCell(table, head, head.texts.indexOf(firstText(head)) + 1),
  actual: firstText(head),
  hints: ['Xóa các dòng ở trên dòng tên cột, để tên các cột nằm ở dòng 1'],
});

const noRows = (table: TableName, head: TableRow): Diagnostic => ({
  code: 'table/no-rows',
  severity: 'error',
  message: 'Bảng chỉ có dòng tên cột, chưa có đơn vị nào',
  place: placeOfCell(table, head, 1),
  hints: ['Ghi mỗi đơn vị một dòng, từ dòng ngay dưới dòng tên cột'],
});

const strayCell = (table: TableName, head: TableRow, row: TableRow, at: number): Diagnostic => ({
  code: 'table/no-column-name',
  severity: 'error',
  message: `Ô có chữ nhưng cột ${columnName(at + 1)} không có tên ở dòng ${head.row}`,
  place: placeOfCell(table, row, at + 1),
  actual: row.texts[at] ?? '',
  hints: [`Ghi tên cột vào ô ${columnName(at + 1)}${head.row}, hoặc xóa chữ trong ô này`],
});

const hiddenRows = (table: TableName, hidden: RowRanges): Diagnostic => ({
  code: 'table/hidden-rows',
  severity: 'remark',
  message: `Bảng có ${hidden.count} dòng đang bị ẩn hoặc bị lọc (dòng ${hidden.text()}); các dòng này vẫn được làm`,
  ...(hidden.first && { place: placeOfCell(table, hidden.first, 1) }),
  hints: ['Bỏ lọc (Data > Clear) rồi xóa những dòng không cần làm, hoặc chọn dòng bằng --only'],
});

const numberAlone = (table: TableName, numbered: RowRanges): Diagnostic => ({
  code: 'table/number-alone',
  severity: 'remark',
  message: `Bỏ qua ${numbered.count} dòng chỉ có số thứ tự (dòng ${numbered.text()})`,
  ...(numbered.first && { place: placeOfCell(table, numbered.first, 1) }),
  hints: ['Xóa các dòng này nếu không cần'],
});

const totalRows = (table: TableName, totals: RowRanges): Diagnostic => ({
  code: 'table/total-row',
  severity: 'remark',
  message: `Bỏ qua ${totals.count} dòng tổng cộng (dòng ${totals.text()}), không phải đơn vị`,
  ...(totals.first && { place: placeOfCell(table, totals.first, 1) }),
  hints: ['Xóa các dòng này nếu không cần'],
});
