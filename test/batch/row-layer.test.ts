import { describe, expect, it } from 'vitest';
import { readColumns } from '../../src/batch/columns.js';
import { openBatchTable } from '../../src/batch/open-batch-table.js';
import { duplicateKey, orderText, rowKey, rowPlace } from '../../src/batch/row-key.js';
import { rowLayer } from '../../src/batch/row-layer.js';
import type { KindFields } from '../../src/form/field.js';
import { readForm } from '../../src/form/read-form.js';
import { normalise } from '../../src/vietnamese/normalise.js';
import { xlsx } from '../table/xlsx.js';
import { bytesOf, FIELDS, shown } from './tables.js';

const KIND: KindFields = { slug: 'thu', name: 'Thử', fields: FIELDS, checks: [] };
const FORM = `Loại văn bản: Thử
Cơ quan ban hành: Công đoàn tỉnh
Số, ký hiệu: 1/KH-CĐ
Địa danh: Hòa Giang
Nơi nhận:
  - Như trên
  - Lưu: VT
Người ký:
  Quyền hạn: TM. BAN CHẤP HÀNH
  Họ tên: Trần Văn B
`;

/** What a form becomes under the rows of a table. */
function under(file: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content;
  const { value: table, diagnostics } = openBatchTable(file, bytes);
  if (table === undefined) throw new Error(JSON.stringify(diagnostics));
  const columns = readColumns(table.head, table, FIELDS, []);
  if (columns.value === undefined) throw new Error(JSON.stringify(columns.diagnostics));
  const made = columns.value;
  return [...table.rows(() => {})].map((row, at) => {
    const layer = rowLayer(made, row, table);
    const form = readForm(
      { file: 'a.yaml', text: FORM },
      () => KIND,
      ['Thử'],
      () => [layer],
    );
    return {
      row,
      layer,
      key: rowKey(made, row, at + 1),
      order: orderText(made, row),
      place: rowPlace(made, row, table),
      form: form.value,
      lines: shown(form.diagnostics, table.text),
      hints: form.diagnostics[0]?.hints,
    };
  });
}

describe('a row', () => {
  it('lies over the form, empty cells leave what the form says', () => {
    const [first] = under(
      'units.csv',
      'Cơ quan ban hành;Số;Địa danh;Ngày;Người ký.Họ tên\nCông đoàn xã A;05;;12/9/2024;Lê Thị C\n',
    );
    expect(first?.lines).toEqual([]);
    expect(first?.form?.values).toMatchObject({
      co_quan_ban_hanh: 'Công đoàn xã A',
      so_ky_hieu: { so: '05', ky_hieu: 'KH-CĐ' },
      dia_danh: 'Hòa Giang',
      ngay_ban_hanh: '2024-09-12',
      nguoi_ky: { quyen_han: ['TM. BAN CHẤP HÀNH'], ho_ten: 'Lê Thị C' },
    });
    expect(first?.form?.locate('nguoi_ky.ho_ten')).toEqual({ file: 'units.csv', sheet: '', cell: 'E2' });
    expect(first?.form?.locate('dia_danh')).toMatchObject({ file: 'a.yaml' });
  });

  it('has a list one a line, and bare values of groups', () => {
    const [first] = under(
      'units.csv',
      'Nơi nhận;Căn cứ;Sự kiện;Người ký.Quyền hạn\n"Ban Chấp hành\n\nLưu: VT";"Luật A\nLuật B";Hội nghị;TM. BAN / KT. CHỦ TỊCH\n',
    );
    expect(first?.lines).toEqual([]);
    expect(first?.form?.values).toMatchObject({
      noi_nhan: ['Ban Chấp hành', 'Lưu: VT'],
      can_cu: { danh_sach: ['Luật A', 'Luật B'] },
      su_kien: { ten: 'Hội nghị' },
      nguoi_ky: { quyen_han: ['TM. BAN', 'KT. CHỦ TỊCH'], ho_ten: 'Trần Văn B' },
    });
  });

  it('has its mistakes at their cells', () => {
    const [first] = under('units.csv', 'Mã;Ngày;Số bản\na;31/2/2025;5 bản\n');
    expect(first?.lines).toEqual([
      'units.csv:2:2: sai: "Ngày ban hành" ghi ngày 31, nhưng tháng 2 năm 2025 chỉ có 28 ngày [form/date]',
      'units.csv:2:3: sai: "Số bản" ghi "5 bản", nhưng chỉ được gồm các chữ số [form/number]',
    ]);
  });

  it('of a workbook has dates and numbers as people type them, and says what they are not', () => {
    const cell = (value: string, style: number) =>
      `<row><c t="str"><v>a</v></c><c s="${style}"><v>${value}</v></c></row>`;
    const bytes = xlsx({
      formats: [14, 20, 9, 'mm/yyyy'],
      data: `<row><c t="str"><v>Mã</v></c><c t="str"><v>Ngày</v></c></row>${cell('45547', 1)}${cell('45536', 4)}${cell('45547', 0)}${cell('0.35', 2)}${cell('0.7', 3)}`,
    });
    const rows = under('units.xlsx', bytes);
    expect(rows.slice(0, 2).map(({ form }) => form?.values['ngay_ban_hanh'])).toEqual([
      '2024-09-12',
      '2024-09',
    ]);
    expect(rows.flatMap(({ lines }) => lines)).toEqual([
      'units.xlsx:Đơn vị!B4: sai: "Ngày ban hành" ghi "45547", không đọc được thành ngày [form/date]',
      'units.xlsx:Đơn vị!B5: sai: "Ngày ban hành" ghi "08:24", không đọc được thành ngày [form/date]',
      'units.xlsx:Đơn vị!B6: sai: "Ngày ban hành" ghi "70%", không đọc được thành ngày [form/date]',
    ]);
    expect(rows[2]?.hints).toEqual([
      'Viết 12/9/2024: Excel lưu ngày này thành số 45547 (chọn ô, Format Cells > Date)',
    ]);
  });

  it('of YAML has its mistakes at line and column', () => {
    const text = `# đơn vị
- Mã: a
  Người ký:
    Họ tên: Lê Thị C
  Nơi nhận:
    - Ban Chấp hành
    - Lưu: VT
- Mã: b
  ngay: 'ngày 31/2/2025'
  Số bản: 5 bản
`;
    const [first, second] = under('units.yaml', text.replaceAll('    - Lưu: VT', '    - "Lưu: VT"'));
    expect(first?.form?.values).toMatchObject({
      nguoi_ky: { ho_ten: 'Lê Thị C' },
      noi_nhan: ['Ban Chấp hành', 'Lưu: VT'],
    });
    const source = normalise(text.replaceAll('    - Lưu: VT', '    - "Lưu: VT"')).text;
    const at = first?.form?.locate('noi_nhan.1');
    expect(at !== undefined && 'start' in at && source.slice(at.start, at.end)).toBe('Lưu: VT');
    expect(second?.row.row).toBe(3);
    expect(second?.lines).toEqual([
      'units.yaml:9:10: sai: "Ngày ban hành" ghi "ngày 31/2/2025", không đọc được thành ngày [form/date]',
      'units.yaml:10:11: sai: "Số bản" ghi "5 bản", nhưng chỉ được gồm các chữ số [form/number]',
    ]);
  });
});

describe("a row's key", () => {
  const keyIn = (content: string) => under('units.csv', content).map(({ key }) => key);
  it('is what stands under Mã, else the unit of the register, else the agency, else the order', () => {
    expect(keyIn('Mã;Đơn vị;Cơ quan ban hành\n a  1 ;b;c\n;b;c\n;;c\n')).toEqual([
      { key: 'a 1', isTyped: true, column: 1 },
      { key: 'b', isTyped: true, column: 2 },
      { key: 'c', isTyped: true, column: 3 },
    ]);
    expect(keyIn('Địa danh\nx\ny\n')).toEqual([
      { key: '1', isTyped: false },
      { key: '2', isTyped: false },
    ]);
  });

  it('and its order and place come from its cells', () => {
    const [first, second] = under('units.csv', 'STT;Địa danh;Đơn vị\n07;x;b\n;y;\n');
    expect([first?.order, second?.order]).toEqual(['07', undefined]);
    expect([first?.place, second?.place]).toEqual([
      { file: 'units.csv', sheet: '', cell: 'C2' },
      { file: 'units.csv', sheet: '', cell: 'B3' },
    ]);
  });

  it('is told where two rows have one', () => {
    const cell = (name: string) => ({ file: 'units.xlsx', sheet: 'Đơn vị', cell: name });
    const finding = duplicateKey('dv-01', cell('B9'), cell('B2'));
    expect(shown([finding])).toEqual([
      'units.xlsx:Đơn vị!B9: sai: Hai dòng của bảng cùng là của "dv-01", mỗi đơn vị chỉ được một dòng [table/duplicate-key]',
    ]);
    expect(finding.related).toEqual([{ place: cell('B2'), message: 'lần đầu ở đây' }]);
  });
});
