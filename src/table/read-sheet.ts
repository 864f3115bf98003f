import type { ZipArchive } from '../archive/unzip.js';
import { cellNumbers } from '../diagnostic/cell-name.js';
import { localName, xmlReader } from '../xml/read-xml.js';
import { GENERAL, numberText } from './cell-format.js';
import { inspectCell } from './inspect-cell.js';
import { textCollector } from './rich-text.js';
import { cellPlace, MOST_COLUMNS, type Report, type TableName, type TableRow } from './table.js';
import { readPart, type Sheet, type Workbook } from './workbook.js';

/** What is known of the cell that is being read. */
interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string | undefined;
}

/** A sheet while it is read. */
interface Reading {
  readonly workbook: Workbook;
  readonly table: TableName;
  readonly report: Report;
  row: number;
  hidden: boolean;
  texts: string[];
  column: number;
  /** Whether a cell of the row was refused for its column; said once a row. */
  isTooWide: boolean;
  readonly merged: string[];
  /** Rows that are read and not yet given out. */
  readonly ready: TableRow[];
}

/** Of a sheet; what is numbered beyond it counts on from the row before. */
const LAST_ROW = 1_048_576;

/** The rows of a sheet that are not empty. Throws `WorkbookError` and `UnzipError`. */
export function* sheetRows(
  zip: ZipArchive,
  workbook: Workbook,
  sheet: Sheet,
  table: TableName,
  report: Report,
): Generator<TableRow, void, undefined> {
  const reading: Reading = {
    workbook,
    table,
    report,
    row: 0,
    hidden: false,
    texts: [],
    column: 0,
    isTooWide: false,
    merged: [],
    ready: [],
  };
  for (const _ of readPart(zip, sheet.part, sheetReader(reading), emptyCellSkipper()))
    yield* reading.ready.splice(0);
  yield* reading.ready.splice(0);
  reportMerged(reading);
}

/** A cell that has a format and nothing in it. */
const EMPTY_CELL = /<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d{1,6}")?(?:\/>|><\/c>)/g;
/** A cell without its name, which counts from the one before; a comment or CDATA, in which a cell is none. */
const NOT_TO_BE_CUT = /<c(?! r=)[\s/>]|<!|<$/;

/** Cuts empty cells out of the pieces of a sheet: one with borders down to its end has millions of them. */
function emptyCellSkipper(): (piece: string) => string {
  let mayCut = true;
  return (piece) => {
    mayCut &&= !NOT_TO_BE_CUT.test(piece);
    return mayCut ? piece.replace(EMPTY_CELL, '') : piece;
  };
}

function sheetReader(reading: Reading): ReturnType<typeof xmlReader> {
  const inline = textCollector();
  let cell: Cell | undefined;
  let inValue = false;
  return xmlReader({
    open: (tag, attributes) => {
      const name = localName(tag);
      if (name === 'row') openRow(reading, attributes);
      else if (name === 'c') cell = openCell(reading, attributes);
      else if (name === 'mergeCell') reading.merged.push(attributes['ref'] ?? '');
      else if (cell === undefined) return;
      else if (name === 'f') cell.hasFormula = true;
      else if (name === 'v') inValue = true;
      else inline.open(tag);
    },
    text: (piece) => {
      if (inValue && cell !== undefined) cell.value = (cell.value ?? '') + piece;
      else if (cell !== undefined) inline.text(piece);
    },
    close: (tag) => {
      const name = localName(tag);
      if (name === 'v') inValue = false;
      else if (name === 'row') closeRow(reading);
      else if (name !== 'c') inline.close(tag);
      else if (cell !== undefined) {
        closeCell(reading, cell, inline.take());
        cell = undefined;
      }
    },
  });
}

function openRow(reading: Reading, attributes: Readonly<Record<string, string>>): void {
  const number = Number(attributes['r']);
  reading.row = Number.isInteger(number) && number > 0 && number <= LAST_ROW ? number : reading.row + 1;
  reading.hidden = /^(1|true)$/.test(attributes['hidden'] ?? '');
  reading.texts = [];
  reading.column = 0;
  reading.isTooWide = false;
}

function closeRow(reading: Reading): void {
  const { row, texts, hidden } = reading;
  if (texts.some((text) => text.trim() !== ''))
    reading.ready.push({ row, texts, ...(hidden && { hidden: true as const }) });
}

function openCell(reading: Reading, attributes: Readonly<Record<string, string>>): Cell {
  const named = cellNumbers(attributes['r'] ?? '')?.column;
  reading.column = named ?? reading.column + 1;
  return {
    column: reading.column,
    type: attributes['t'] ?? 'n',
    style: Number(attributes['s'] ?? 0),
    hasFormula: false,
    value: undefined,
  };
}

function closeCell(reading: Reading, cell: Cell, inline: string): void {
  const { table, row, texts, report } = reading;
  const place = () => cellPlace(table, row, cell.column);
  const raw = textOf(reading, cell, inline, place);
  if (raw === '') return;
  if (cell.column > MOST_COLUMNS) {
    if (!reading.isTooWide)
      report({
        code: 'table/too-wide',
        severity: 'error',
        message: `Ô ở cột thứ ${cell.column}, nhiều nhất đọc được ${MOST_COLUMNS} cột`,
        place: place(),
        hints: ['Xóa các cột thừa ở bên phải bảng'],
      });
    reading.isTooWide = true;
    return;
  }
  while (texts.length < cell.column - 1) texts.push('');
  texts[cell.column - 1] = inspectCell(raw, place, report);
}

function textOf(
  { workbook, report }: Reading,
  cell: Cell,
  inline: string,
  place: () => ReturnType<typeof cellPlace>,
): string {
  const { type, value } = cell;
  if (type === 'inlineStr') return inline;
  if (value === undefined) {
    if (cell.hasFormula)
      report({
        code: 'table/formula-without-value',
        severity: 'error',
        message: 'Ô có công thức nhưng tệp không ghi kết quả của công thức',
        place: place(),
        hints: ['Mở bảng bằng Excel rồi lưu lại, hoặc chép giá trị thay cho công thức'],
      });
    return '';
  }
  switch (type) {
    case 's':
      return workbook.sharedStrings.at(Number(value)) ?? '';
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      report({
        code: 'table/formula-error',
        severity: 'error',
        message: `Ô có công thức bị lỗi "${value}"`,
        place: place(),
        actual: value,
        hints: ['Sửa công thức, hoặc gõ giá trị thay cho công thức'],
      });
      return value;
    case 'd':
      return isoDate(value);
    case 'str':
      return value;
    default:
      return numberText(value, workbook.formats[cell.style] ?? GENERAL, workbook.date1904);
  }
}

/** "2024-09-12T00:00:00" → "12/9/2024" */
function isoDate(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/.exec(value) ?? [];
  return year === undefined ? value : `${Number(day)}/${Number(month)}/${year}`;
}

/** As many merged ranges are named. */
const MOST_NAMED = 20;

function reportMerged({ table, report, merged }: Reading): void {
  const rest = merged.length - MOST_NAMED;
  for (const [at, range] of merged.slice(0, MOST_NAMED).entries()) {
    const more = rest > 0 && at === MOST_NAMED - 1 ? ` (và ${rest} vùng gộp nữa)` : '';
    report({
      code: 'table/merged-cells',
      severity: 'warning',
      message: `Bảng có ô gộp (${range}): chỉ ô đầu của vùng gộp có chữ, các ô còn lại được coi là trống${more}`,
      place: { ...table, cell: range.split(':')[0] ?? '' },
      actual: range,
      hints: ['Bỏ gộp ô (Unmerge Cells), rồi ghi giá trị vào từng ô'],
    });
  }
}
