import { columnName } from '../diagnostic/cell-name.js';
import type { FieldDefinition, KindFields } from '../form/field.js';
import { listOf, shorthandOf } from '../form/key-table.js';
import type { RawValue } from '../form/raw.js';
import { readTree } from '../form/read-form.js';
import { shapeForm } from '../form/shape-form.js';
import { examplesOf } from '../form/types/fact-examples.js';
import { GUIDE_SHEET } from '../table/table.js';
import { writeCsv } from '../table/write-csv.js';
import { type ColumnNote, type Sheet, writeXlsx } from '../table/write-xlsx.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { type CellField, cellFields, headOf } from './cell-fields.js';

/** A kind with the form that its new forms begin with. */
export interface SampledKind extends Pick<KindFields, 'fields' | 'papers'> {
  readonly sample: string;
}

export interface BlankTableOptions {
  readonly format: 'csv' | 'xlsx';
  /** Every column that there can be, not only those of what mostly differs between units. */
  readonly all: boolean;
}

/** What mostly differs between units, in the fields that kinds share (`templates/_common/`); of a group all that is in it. */
const OFTEN = new Set([
  'don_vi',
  'ma_don_vi',
  'co_quan_chu_quan',
  'co_quan_ban_hanh',
  'so_ky_hieu',
  'dia_danh',
  'ngay_ban_hanh',
  'trich_yeu',
  'noi_nhan',
  'nguoi_ky',
  'quyen_han',
  'chuc_vu',
  'ho_ten',
  'su_kien.thoi_gian',
  'su_kien.dia_diem',
  'hoi_nghi.so_nguoi',
  'hoi_nghi.thoi_gian',
  'hoi_nghi.dia_diem',
  'hoi_nghi.so_dai_bieu',
]);

/** A column with all that the guide says of it. */
interface BlankColumn {
  readonly head: string;
  readonly what: string;
  readonly required: boolean;
  readonly example: string;
  /** In the row that shows how a row is written. */
  readonly sample: string;
  readonly choices: readonly string[];
}

/**
 * A table to be filled in for a kind: heads, and a row that with the kind's sample gives the sample's own paper. A workbook
 * has notes beside its cells, drop-downs, texts that stay texts, and a second sheet that tells what each column is.
 */
export function blankTable(kind: SampledKind, { format, all }: BlankTableOptions): Uint8Array {
  const columns = columnsOf(kind, all);
  const rows = [columns.map(({ head }) => head), columns.map(({ sample }) => sample)];
  if (format === 'csv') return writeCsv(rows);
  const notes = columns.map((column, at) => noteOf(column, at));
  return writeXlsx([{ name: 'Đơn vị', rows, forTyping: true, notes }, guide(columns)]);
}

function columnsOf(kind: SampledKind, all: boolean): readonly BlankColumn[] {
  const known = cellFields(kind.fields.filter(({ key }) => key !== kind.papers?.list));
  const often = known.filter(isOften);
  const fields = all || often.length === 0 ? known : often;
  const sample = sampleValues(kind);
  const columns = fields.map((field) => columnOf(field, textAt(sample, field)));
  return [
    {
      head: 'STT',
      what: 'Số thứ tự của đơn vị, dùng trong tên tệp.',
      required: false,
      example: '1',
      sample: '1',
      choices: [],
    },
    {
      head: 'Mã',
      what: 'Tên ngắn, không trùng nhau, để nhận ra đơn vị ở các lần chạy sau. Không có thì lấy tên đơn vị.',
      required: false,
      example: 'cd-phuong-tan-hoa',
      sample: keyFrom(textOf(sample['co_quan_ban_hanh'])) || 'don-vi-1',
      choices: [],
    },
    ...columns,
  ];
}

function isOften({ path, field }: CellField): boolean {
  const isText = field.type !== 'outline' && field.type !== 'paragraph';
  return (
    OFTEN.has(path[0] ?? '') || OFTEN.has(path.join('.')) || (path.length === 1 && field.required && isText)
  );
}

function columnOf(cell: CellField, sample: string): BlankColumn {
  const { field } = cell;
  return {
    head: headOf(cell),
    what: [field.help, listOf(field) && 'Mỗi mục một dòng trong ô (xuống dòng bằng Alt+Enter).']
      .filter((part) => part)
      .join(' '),
    required: field.required,
    example: exampleIn(field),
    sample,
    choices: field.choices?.map(({ label }) => label) ?? [],
  };
}

const exampleIn = ({ example, choices, type, item }: FieldDefinition): string =>
  example ?? choices?.[0]?.label ?? item?.example ?? examplesOf(type)[0] ?? '';

/** As typed in the sample form. */
function sampleValues({ sample, fields }: SampledKind): Readonly<Record<string, RawValue>> {
  const tree = readTree({ file: 'sample.yaml', text: sample }, fields).value;
  return tree === undefined ? {} : shapeForm(tree, fields, 'sample.yaml').raw;
}

function textAt(values: Readonly<Record<string, RawValue>>, { path, field }: CellField): string {
  let value: RawValue = values;
  for (const key of path)
    value =
      typeof value === 'object' && key in value
        ? (value as Readonly<Record<string, RawValue>>)[key]
        : undefined;
  return textOf(value, field);
}

/** A value as it is typed into one cell; "" of one that needs more than a cell, such as a list with groups of several values. */
function textOf(value: RawValue, field?: FieldDefinition): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  const parts = Object.values(value).map((part) =>
    field?.type === 'list' ? itemText(part, field) : textOf(part),
  );
  const isWhole = field?.type !== 'list' || parts.every((part) => part !== '');
  return isWhole ? parts.filter((part) => part !== '').join(BETWEEN_PARTS[field?.type ?? ''] ?? '\n') : '';
}

/** An item on a line of its own: a bare value, of a group the one that its bare value belongs to. */
function itemText(value: RawValue, { item }: FieldDefinition): string {
  const bare = item && shorthandOf(item);
  const isGroup = typeof value === 'object' && !Array.isArray(value) && item?.type === 'group';
  const said = isGroup ? Object.entries(value).filter(([, part]) => textOf(part) !== '') : [];
  if (isGroup && (said.length !== 1 || said[0]?.[0] !== bare?.key)) return '';
  const text = textOf(isGroup ? said[0]?.[1] : value, isGroup ? bare : item);
  return text.includes('\n') ? '' : text;
}

/** Between the parts of "91/KH-LĐLĐ", "20 20 30 15", "Nguyễn Văn A, Trưởng ban". */
const BETWEEN_PARTS: Readonly<Record<string, string>> = { reference: '/', margins: ' ', person: ', ' };

/** "cong-doan-vien-chuc-tinh-a" */
const keyFrom = (name: string): string => foldKey(name).replaceAll('_', '-');

function noteOf({ head, what, required, example, choices }: BlankColumn, at: number): ColumnNote {
  const text = [what, example === '' ? '' : `Ví dụ: ${example}`, required ? EMPTY_REQUIRED : '']
    .filter((line) => line !== '')
    .join('\n');
  // The guide has a row for each column below its head, and the choices from its fifth column on.
  const row = at + 2;
  const last = columnName(FIRST_CHOICE + choices.length - 1);
  const range = `'${GUIDE_SHEET}'!$${columnName(FIRST_CHOICE)}$${row}:$${last}$${row}`;
  return { column: at + 1, title: head, text, ...(choices.length > 0 && { choices: range }) };
}

const EMPTY_REQUIRED = 'Bắt buộc: ô này bỏ trống thì biểu mẫu phải có.';
/** The guide's column of the first choice, from 1. */
const FIRST_CHOICE = 5;

function guide(columns: readonly BlankColumn[]): Sheet {
  const head = ['Cột', 'Ghi gì', 'Bắt buộc', 'Ví dụ', 'Chọn một trong'];
  const rows = columns.map(({ head: name, what, required, example, choices }) => [
    name,
    what,
    required ? 'có' : '',
    example,
    ...choices,
  ]);
  return { name: GUIDE_SHEET, rows: [head, ...rows] };
}
