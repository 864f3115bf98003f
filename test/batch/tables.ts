import { readColumns } from '../../src/batch/columns.js';
import { openBatchTable } from '../../src/batch/open-batch-table.js';
import { columnName } from '../../src/diagnostic/cell-name.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import type { FieldDefinition } from '../../src/form/field.js';
import type { TableOptions } from '../../src/table/read-table.js';
import type { TableRow } from '../../src/table/table.js';
import { normalise } from '../../src/vietnamese/normalise.js';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const field = (
  key: string,
  label: string,
  type: FieldDefinition['type'] = 'text',
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({ key, label, type, required: false, ...more });

/** Fields of every shape that matters to columns. */
export const FIELDS: readonly FieldDefinition[] = [
  field('loai_van_ban', 'Loại văn bản', 'text', { aliases: ['loai'] }),
  field('don_vi', 'Đơn vị'),
  field('co_quan_ban_hanh', 'Cơ quan ban hành', 'text', { required: true }),
  field('so_ky_hieu', 'Số, ký hiệu', 'reference'),
  field('dia_danh', 'Địa danh'),
  field('ngay_ban_hanh', 'Ngày ban hành', 'date', { aliases: ['ngay'] }),
  field('so_ban', 'Số bản', 'number'),
  field('noi_nhan', 'Nơi nhận', 'list', { item: field('noi', 'Nơi') }),
  field('nguoi_ky', 'Người ký', 'group', {
    fields: [
      field('quyen_han', 'Quyền hạn', 'list', { separator: ' / ', item: field('dong', 'Dòng') }),
      field('ho_ten', 'Họ tên'),
    ],
  }),
  field('su_kien', 'Sự kiện', 'group', {
    shorthand: 'ten',
    fields: [field('ten', 'Tên'), field('thoi_gian', 'Thời gian')],
  }),
  field('can_cu', 'Căn cứ', 'group', {
    shorthand: 'danh_sach',
    fields: [field('danh_sach', 'Danh sách', 'list', { item: field('can_cu', 'Căn cứ') })],
  }),
  field('cap_to_chuc', 'Cấp tổ chức', 'list', {
    item: field('muc', 'Mục', 'group', {
      fields: [field('ten', 'Tên'), field('so_luong', 'Số lượng', 'limit')],
    }),
  }),
  field('noi_dung', 'Nội dung', 'outline'),
];

/** One line a finding, as `--diagnostics short` has it. */
export const shown = (diagnostics: readonly Diagnostic[], text?: string): readonly string[] => {
  const lines = renderDiagnostics(diagnostics, { style: 'short', source: () => text });
  return lines === '' ? [] : lines.trimEnd().split('\n');
};

/** A table read to its end, as a run reads it before it makes anything. */
export function readAll(
  file: string,
  bytes: Uint8Array,
  options?: TableOptions,
  usedNames: readonly string[] = [],
): {
  readonly rows: readonly TableRow[];
  readonly found: readonly Diagnostic[];
  readonly lines: readonly string[];
} {
  const opened = openBatchTable(file, bytes, options);
  const found: Diagnostic[] = [...opened.diagnostics];
  const rows: TableRow[] = [];
  if (opened.value !== undefined) {
    found.push(...readColumns(opened.value.head, opened.value, FIELDS, usedNames).diagnostics);
    rows.push(...opened.value.rows((finding) => found.push(finding)));
  }
  const text = /\.(yaml|json)$/.test(file) ? normalise(new TextDecoder().decode(bytes)).text : undefined;
  return { rows, found, lines: shown(found, text) };
}

/** The cells of a sheet as XML, each a text of its own; `attributes` of a row by its number. */
export const sheetOf = (
  rows: readonly (readonly string[])[],
  attributes: Readonly<Record<number, string>> = {},
): string =>
  rows
    .map((cells, at) => {
      const row = at + 1;
      const inner = cells.map((text, column) =>
        text === '' ? '' : `<c r="${columnName(column + 1)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
      );
      return `<row r="${row}"${attributes[row] ?? ''}>${inner.join('')}</row>`;
    })
    .join('');
