import { openZip, UnzipError, type ZipFault } from '../archive/unzip.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { decodePieces, decodeText, isUnicode } from '../vietnamese/decode-text.js';
import { normalise } from '../vietnamese/normalise.js';
import { foreignArchive, foreignFile } from './foreign-file.js';
import { csvRows } from './read-csv.js';
import { sheetRows } from './read-sheet.js';
import { cellPlace, GUIDE_SHEET, type OpenTable, type Report, type Table, type TableRow } from './table.js';
import { readWorkbook, type Sheet, WorkbookError } from './workbook.js';

export interface TableOptions {
  /** The sheet of a workbook to be read; the first that is not hidden when left out. */
  readonly sheet?: string;
}

/**
 * Opens a table: XLSX by its first bytes, else CSV (UTF-8, or UTF-16 with a mark; parted by ";", "," or tab). Its rows are
 * read one after the other. Without a value the file is none of these; `text/…` and `table/…` say why.
 */
export function openTable(file: string, bytes: Uint8Array, options: TableOptions = {}): Outcome<OpenTable> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return openXlsx(file, bytes, options);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { diagnostics: [oldExcel(file)] };
  const foreign = foreignFile(file, bytes);
  if (foreign !== undefined) return { diagnostics: [foreign] };
  if (!isUnicode(bytes)) {
    const { diagnostics } = decodeText(bytes, file);
    const found = diagnostics.map((diagnostic) =>
      diagnostic.code === 'text/binary' ? { ...diagnostic, hints: [CHOOSE_TABLE] } : diagnostic,
    );
    return { diagnostics: found };
  }
  const name = { file, sheet: '' };
  return { value: { ...name, rows: (report) => csvRows(linePieces(bytes), name, report) }, diagnostics: [] };
}

/** The text of a file in pieces that end where lines end, so that each can be normalised by itself. */
function* linePieces(bytes: Uint8Array): Generator<string, void, undefined> {
  let rest = '';
  for (const piece of decodePieces(bytes)) {
    const end = piece.lastIndexOf('\n') + 1;
    if (end > 0) yield normalise(rest + piece.slice(0, end)).text;
    rest = end > 0 ? piece.slice(end) : rest + piece;
  }
  if (rest !== '') yield normalise(rest).text;
}

/** Reads a table whole. Its rows that are not empty; a table without any is an error. */
export function readTable(file: string, bytes: Uint8Array, options: TableOptions = {}): Outcome<Table> {
  const opened = openTable(file, bytes, options);
  if (opened.value === undefined) return { diagnostics: opened.diagnostics };
  const { sheet, rows } = opened.value;
  const diagnostics: Diagnostic[] = [...opened.diagnostics];
  const cells = Array.from(
    rows((diagnostic) => diagnostics.push(diagnostic)),
    ({ row, texts }) => texts.map((text, at) => ({ text, place: cellPlace({ file, sheet }, row, at + 1) })),
  );
  if (cells.length === 0 && diagnostics.length === 0) diagnostics.push(emptyTable(file));
  return { value: { file, sheet, rows: cells }, diagnostics };
}

function openXlsx(file: string, bytes: Uint8Array, options: TableOptions): Outcome<OpenTable> {
  try {
    const zip = openZip(bytes);
    const foreign = foreignArchive(file, zip.names);
    if (foreign !== undefined) return { diagnostics: [foreign] };
    const workbook = readWorkbook(zip);
    const sheet = chooseSheet(workbook.sheets, options);
    if (sheet === undefined) return { diagnostics: [noSheet(file, workbook.sheets, options.sheet)] };
    const name = { file, sheet: sheet.name };
    const rows = (report: Report) => guarded(file, sheetRows(zip, workbook, sheet, name, report), report);
    const others = workbook.sheets.filter(
      (other) => other.visible && other !== sheet && other.name !== GUIDE_SHEET,
    );
    const remarks =
      others.length > 0 && options.sheet === undefined ? [otherSheets(file, sheet, others)] : [];
    return { value: { ...name, rows }, diagnostics: remarks };
  } catch (error) {
    return { diagnostics: [brokenFile(file, error)] };
  }
}

const chooseSheet = (sheets: readonly Sheet[], { sheet }: TableOptions): Sheet | undefined =>
  sheet === undefined
    ? (sheets.find(({ visible }) => visible) ?? sheets[0])
    : sheets.find(({ name }) => name === sheet);

/** What breaks while rows are read is reported, and ends them. */
function* guarded(
  file: string,
  rows: Generator<TableRow, void, undefined>,
  report: Report,
): Generator<TableRow, void, undefined> {
  try {
    yield* rows;
  } catch (error) {
    report(brokenFile(file, error));
  }
}

const CHOOSE_TABLE = 'Chọn tệp bảng .xlsx hoặc .csv';
const start = (file: string) => ({ file, start: 0, end: 0 });

const oldExcel = (file: string): Diagnostic => ({
  code: 'table/old-excel',
  severity: 'error',
  message: 'Tệp là bảng Excel kiểu cũ (.xls), hoặc bảng có mật khẩu; không đọc được',
  place: start(file),
  hints: ['Mở bằng Excel, chọn File > Save As, kiểu Excel Workbook (.xlsx), bỏ mật khẩu nếu có'],
});

export const emptyTable = (file: string): Diagnostic => ({
  code: 'table/empty',
  severity: 'error',
  message: 'Bảng không có dòng nào',
  place: start(file),
  hints: ['Ghi tên các cột vào dòng 1, rồi mỗi đơn vị một dòng'],
});

const noSheet = (file: string, sheets: readonly Sheet[], wanted: string | undefined): Diagnostic => ({
  code: 'table/no-sheet',
  severity: 'error',
  message:
    wanted === undefined ? 'Tệp Excel không có trang tính nào' : `Không có trang tính tên là "${wanted}"`,
  place: start(file),
  ...(sheets.length > 0 && { expected: sheets.map(({ name }) => `"${name}"`).join(', ') }),
  hints: [sheets.length > 0 ? 'Chọn một trong các trang tính có trong tệp' : CHOOSE_TABLE],
});

const otherSheets = (file: string, { name }: Sheet, others: readonly Sheet[]): Diagnostic => ({
  code: 'table/other-sheets',
  severity: 'remark',
  message: `Chỉ đọc trang tính "${name}", không đọc ${others.map((sheet) => `"${sheet.name}"`).join(', ')}`,
  place: { file, sheet: name, cell: 'A1' },
  hints: ['Chuyển trang tính cần đọc lên đầu, hoặc xóa các trang tính khác'],
});

const FAULTS: Readonly<Record<ZipFault, readonly [message: string, hint: string]>> = {
  'not-a-zip': ['Tệp không phải bảng Excel (.xlsx)', CHOOSE_TABLE],
  damaged: ['Tệp Excel bị hỏng, không đọc được', 'Mở bảng bằng Excel rồi lưu lại'],
  encrypted: ['Tệp Excel có mật khẩu, không đọc được', 'Bỏ mật khẩu của tệp rồi lưu lại'],
  'unknown-method': ['Tệp Excel được nén theo cách không đọc được', 'Mở bảng bằng Excel rồi lưu lại'],
  'too-large': [
    'Tệp Excel khi mở ra quá lớn, có thể là tệp độc hại',
    'Kiểm tra nguồn gốc của tệp, hoặc chép bảng sang tệp mới',
  ],
};

/** Anything else that is thrown is a bug of ours. */
function brokenFile(file: string, error: unknown): Diagnostic {
  const fault: ZipFault | undefined =
    error instanceof UnzipError ? error.fault : error instanceof WorkbookError ? 'damaged' : undefined;
  if (fault === undefined) throw error;
  const missing = error instanceof WorkbookError && error.fault === undefined;
  // A file that begins like an archive and does not end like one was cut.
  const [message, hint] = FAULTS[missing ? 'not-a-zip' : fault === 'not-a-zip' ? 'damaged' : fault];
  return { code: 'table/unreadable', severity: 'error', message, place: start(file), hints: [hint] };
}
