import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** What a file that was given as a table plainly is instead, with what its user can do. */
interface Foreign {
  readonly begins: RegExp;
  readonly message: string;
  readonly hint: string;
}

const SAVE_AS_XLSX = 'Mở bằng Excel, chọn File > Save As, kiểu Excel Workbook (.xlsx)';

/** In this order; of the beginning of a file as text, after white space and a byte order mark. */
const FOREIGN: readonly Foreign[] = [
  {
    begins: /^%PDF/,
    message: 'Tệp là PDF, không phải bảng',
    hint: 'Chọn tệp bảng gốc (.xlsx hoặc .csv), không phải bản in của nó',
  },
  {
    begins: /^\{\\rtf/,
    message: 'Tệp là văn bản RTF, không phải bảng',
    hint: 'Chép bảng sang Excel rồi lưu thành .xlsx',
  },
  {
    begins: /^(?:<\?xml[^>]*>\s*)?(?:<\?mso[^>]*>\s*)?<(?:\w+:)?workbook[\s>]/i,
    message: 'Tệp là bảng Excel lưu kiểu XML, không đọc được',
    hint: SAVE_AS_XLSX,
  },
  {
    begins: /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype|html|head|meta|style|body|table)[\s>]/is,
    message: 'Tệp là trang web (HTML), dù tên tệp là của một bảng',
    hint: SAVE_AS_XLSX,
  },
  {
    begins: /^(?:\[\s*(?:\{|\[|\])|\{\s*(?:"|\}))/,
    message: 'Tệp là JSON, không phải bảng',
    hint: 'Đổi đuôi tệp thành .json nếu đó là danh sách các đơn vị, hoặc chọn tệp .xlsx, .csv',
  },
];

/** By a part that every such archive has. */
const FOREIGN_ARCHIVES: readonly (Omit<Foreign, 'begins'> & { readonly part: string })[] = [
  {
    part: 'word/document.xml',
    message: 'Tệp là văn bản Word, không phải bảng Excel',
    hint: 'Chép bảng trong văn bản sang Excel rồi lưu thành .xlsx',
  },
  {
    part: 'ppt/presentation.xml',
    message: 'Tệp là bản trình chiếu PowerPoint, không phải bảng Excel',
    hint: 'Chọn tệp bảng .xlsx hoặc .csv',
  },
  {
    part: 'content.xml',
    message: 'Tệp là OpenDocument (.ods, .odt), không đọc được',
    hint: 'Mở bằng LibreOffice, chọn File > Save As, kiểu Excel 2007-365 (.xlsx)',
  },
  {
    part: 'xl/workbook.bin',
    message: 'Tệp là bảng Excel nhị phân (.xlsb), không đọc được',
    hint: SAVE_AS_XLSX,
  },
];

/** Of an archive that is no workbook, by the names in it. */
export function foreignArchive(file: string, names: readonly string[]): Diagnostic | undefined {
  const found = FOREIGN_ARCHIVES.find(({ part }) => names.includes(part));
  return found && finding(file, found);
}

/** So far is looked. */
const BEGINNING = 1024;

/** Of a file that is neither a workbook nor a CSV, by its first bytes; undefined where it may be one. */
export function foreignFile(file: string, bytes: Uint8Array): Diagnostic | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, BEGINNING)).trimStart();
  const found = FOREIGN.find(({ begins }) => begins.test(head));
  return found && finding(file, found);
}

const finding = (file: string, { message, hint }: Omit<Foreign, 'begins'>): Diagnostic => ({
  code: 'table/foreign-file',
  severity: 'error',
  message,
  place: { file, start: 0, end: 0 },
  hints: [hint],
});
