import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from '../form/field.js';
import { isKindKey } from '../form/find-kind.js';
import { type HeadStep, headPath } from '../form/head-path.js';
import { partsOf } from '../form/key-table.js';
import { placeOfCell, type TableName, type TableRow } from '../table/table.js';
import { foldKey } from '../vietnamese/fold-key.js';
import { nearest } from '../vietnamese/nearest.js';
import { type CellField, cellFields, headOf, holdsCell } from './cell-fields.js';
import { type SpecialHead, specialHead } from './special-heads.js';

/** A column of a table of units; one whose head is empty is none. `column` counts from 1. */
export type Column = FieldColumn | SpecialColumn;

export interface FieldColumn {
  readonly type: 'field';
  readonly column: number;
  readonly head: string;
  /** Keys from the outermost field on: "nguoi_ky", "ho_ten". */
  readonly path: readonly string[];
  /** What its cells hold. */
  readonly field: FieldDefinition;
}

/** A column that gives no field its value; `named` is there for the name of the files. */
export interface SpecialColumn {
  readonly type: SpecialHead | 'named';
  readonly column: number;
  readonly head: string;
}

/** What is known of the form while heads are read. */
interface Reading {
  readonly table: TableName;
  readonly row: TableRow;
  readonly fields: readonly FieldDefinition[];
  /** Folded. */
  readonly usedNames: ReadonlySet<string>;
  readonly known: readonly CellField[];
  unknown: number;
}

/**
 * Finds the field of every column. A head is a field's key, label or alias, of a field in a group behind that of the group
 * ("Người ký.Họ tên", "nguoi_ky.ho_ten", "Sự kiện > Tên"); STT, Mã, Ghi chú, heads in round brackets and `usedNames` (of the
 * pattern of file names) need be none. Any other head, and two heads of one field, are errors at their cells; with an error
 * there is no value.
 */
export function readColumns(
  head: TableRow,
  table: TableName,
  fields: readonly FieldDefinition[],
  usedNames: readonly string[],
): Outcome<readonly Column[]> {
  const reading: Reading = {
    table,
    row: head,
    fields,
    usedNames: new Set(usedNames.map(foldKey)),
    known: cellFields(fields),
    unknown: 0,
  };
  const columns: Column[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [at, text] of head.texts.entries()) {
    if (text.trim() === '') continue;
    const read = readHead(text.trim(), at + 1, reading);
    if ('code' in read) diagnostics.push(read);
    else {
      const twin = columns.find((other) => isTwin(other, read));
      if (twin === undefined) columns.push(read);
      else diagnostics.push(repeated(twin, read, reading));
    }
  }
  if (columns.length === 0 && reading.unknown > 1) return { diagnostics: [noHead(reading)] };
  return hasErrors(diagnostics) ? { diagnostics } : { value: columns, diagnostics };
}

function readHead(head: string, column: number, reading: Reading): Column | Diagnostic {
  const steps = headPath(head, reading.fields);
  if (steps !== undefined) {
    const refused = refusal(head, column, steps, reading);
    if (refused !== undefined) return refused;
    const path = steps.map(({ field }) => field.key);
    return { type: 'field', column, head, path, field: steps.at(-1)!.field };
  }
  const type = specialHead(head) ?? (reading.usedNames.has(foldKey(head)) ? 'named' : undefined);
  return type === undefined ? unknownHead(head, column, reading) : { type, column, head };
}

/** Two columns of one field, or one of a group and one of a part of it; two of the clerk's own are nobody's affair. */
function isTwin(one: Column, other: Column): boolean {
  if (one.type === 'field' && other.type === 'field') {
    const length = Math.min(one.path.length, other.path.length);
    return one.path.slice(0, length).join('.') === other.path.slice(0, length).join('.');
  }
  return one.type === other.type && (one.type === 'order' || one.type === 'key');
}

/** Why a field cannot be a column's. */
function refusal(
  head: string,
  column: number,
  steps: readonly HeadStep[],
  reading: Reading,
): Diagnostic | undefined {
  const [first] = steps;
  const { field } = steps.at(-1)!;
  const list = steps.find(
    (step, at) => step.item !== undefined || (step.field.type === 'list' && at < steps.length - 1),
  );
  if (first !== undefined && isKindKey(first.field.key))
    return problem(
      reading,
      column,
      'kind-column',
      `Cột "${head}" không dùng được: loại văn bản luôn theo biểu mẫu`,
      [`Bỏ cột này, hoặc đặt tên cột trong ngoặc tròn: "(${head})"`],
    );
  if (list !== undefined)
    return problem(
      reading,
      column,
      'list-item',
      `Cột "${head}" chỉ là một phần của danh sách "${list.field.label}", bảng chỉ thay được cả danh sách`,
      [
        holdsCell(list.field)
          ? `Dùng một cột "${list.field.label}", mỗi mục một dòng trong ô (xuống dòng bằng Alt+Enter)`
          : `Ghi danh sách "${list.field.label}" trong biểu mẫu, dùng chung cho mọi đơn vị`,
      ],
    );
  if (holdsCell(field)) return undefined;
  const parts = partsOf(field).filter(holdsCell);
  return problem(reading, column, 'not-a-cell', `"${head}" gồm nhiều ô, một cột không ghi được`, [
    parts.length > 0
      ? `Dùng các cột: ${parts.map(({ label }) => `"${head}.${label}"`).join(', ')}`
      : `Ghi "${field.label}" trong biểu mẫu, dùng chung cho mọi đơn vị`,
  ]);
}

/** Of a table with more unknown heads than these, looking for what each may mean takes long. */
const MOST_SUGGESTED = 50;

function unknownHead(head: string, column: number, reading: Reading): Diagnostic {
  reading.unknown += 1;
  const hints = reading.unknown > MOST_SUGGESTED ? [] : meant(head, reading.known);
  return problem(reading, column, 'unknown-column', `Biểu mẫu không có ô nào tên là "${head}"`, [
    ...hints.map((name) => `có phải ý bạn là "${name}"?`),
    `Cột chỉ để ghi nhớ thì đặt tên trong ngoặc tròn: "(${head})"`,
  ]);
}

/** How lists of unions head the column of their names. */
const UNIT_NAMES: ReadonlySet<string> = new Set([
  'ten_don_vi',
  'ten_cong_doan',
  'ten_cong_doan_co_so',
  'ten_cdcs',
  'ten_co_quan',
  'ten_to_chuc',
  'ten_to_chuc_cong_doan',
  'cong_doan',
  'cong_doan_co_so',
  'ten',
]);

/** "Họ tên" is "Người ký.Họ tên" where no other group has one; a mistyped head is what it is nearest to. */
function meant(head: string, known: readonly CellField[]): readonly string[] {
  const inner = known.filter(({ field }) => foldKey(field.label) === foldKey(head)).map(headOf);
  if (inner.length > 0) return inner.slice(0, 3);
  const issuer = known.find(({ path }) => path.join('.') === 'co_quan_ban_hanh');
  if (issuer !== undefined && UNIT_NAMES.has(foldKey(head))) return [headOf(issuer)];
  const near = nearest(head, [...known.map(headOf), 'STT', 'Mã', 'Ghi chú']);
  return near === undefined ? [] : [near];
}

function repeated(first: Column, second: Column, reading: Reading): Diagnostic {
  const what = second.type === 'field' ? `ô "${second.field.label}" của biểu mẫu` : 'cùng một cột';
  const message =
    second.type === 'field'
      ? `Cột "${first.head}" và cột "${second.head}" cùng ghi vào ${what}`
      : `Bảng có hai cột "${second.head}"`;
  return {
    ...problem(reading, second.column, 'repeated-column', message, ['Bỏ một trong hai cột']),
    related: [{ place: placeOfCell(reading.table, reading.row, first.column), message: 'cột kia ở đây' }],
  };
}

const noHead = ({ table, row }: Reading): Diagnostic => ({
  code: 'table/no-head',
  severity: 'error',
  message: `Dòng ${row.row} không phải dòng tên cột: không ô nào là tên một ô của biểu mẫu`,
  place: placeOfCell(table, row, row.texts.findIndex((text) => text.trim() !== '') + 1),
  hints: ['Ghi tên các cột vào dòng 1; bảng có sẵn tên cột tạo bằng lệnh: thethuc table'],
});

const problem = (
  { table, row }: Reading,
  column: number,
  code: string,
  message: string,
  hints: readonly string[],
): Diagnostic => ({
  code: `table/${code}`,
  severity: 'error',
  message,
  place: placeOfCell(table, row, column),
  hints,
});
