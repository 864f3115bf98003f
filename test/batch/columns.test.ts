import { describe, expect, it } from 'vitest';
import { readColumns } from '../../src/batch/columns.js';
import { FIELDS, shown } from './tables.js';

const TABLE = { file: 'units.xlsx', sheet: 'Đơn vị' };
const read = (heads: readonly string[], usedNames: readonly string[] = []) => {
  const { value, diagnostics } = readColumns({ row: 1, texts: heads }, TABLE, FIELDS, usedNames);
  return { value, lines: shown(diagnostics), diagnostics };
};
const pathOf = (head: string): string | undefined => {
  const [column] = read([head]).value ?? [];
  return column?.type === 'field' ? column.path.join('.') : column?.type;
};

describe('a head', () => {
  it.each([
    ['Cơ quan ban hành', 'co_quan_ban_hanh'],
    ['CO QUAN BAN HANH', 'co_quan_ban_hanh'],
    ['co_quan_ban_hanh', 'co_quan_ban_hanh'],
    [' Cơ quan\nban hành ', 'co_quan_ban_hanh'],
    ['Cơ quan ban hành'.normalize('NFD'), 'co_quan_ban_hanh'],
    ['Ngày', 'ngay_ban_hanh'],
    ['Số', 'so_ky_hieu.so'],
    ['Số, ký hiệu', 'so_ky_hieu'],
    ['Số, ký hiệu.Ký hiệu', 'so_ky_hieu.ky_hieu'],
    ['Người ký.Họ tên', 'nguoi_ky.ho_ten'],
    ['nguoi_ky.ho_ten', 'nguoi_ky.ho_ten'],
    ['Sự kiện > Tên', 'su_kien.ten'],
    ['Sự kiện', 'su_kien'],
    ['Căn cứ', 'can_cu'],
    ['Nơi nhận', 'noi_nhan'],
    ['STT', 'order'],
    ['tt', 'order'],
    ['Số TT', 'order'],
    ['Mã', 'key'],
    ['Ghi chú', 'note'],
    ['(Điện thoại)', 'passed'],
  ])('%j is of %s', (head, path) => {
    expect(pathOf(head)).toBe(path);
  });

  it('may be there for the names of files alone', () => {
    expect(read(['Huyện', 'Địa danh'], ['huyen']).value).toMatchObject([
      { type: 'named', column: 1, head: 'Huyện' },
      { type: 'field', column: 2, path: ['dia_danh'] },
    ]);
  });

  it('that is empty is no column', () => {
    expect(read(['STT', ' ', 'Địa danh']).value?.map(({ column }) => column)).toEqual([1, 3]);
  });
});

describe('a head that cannot be used is an error at its cell', () => {
  it.each([
    [
      'Địa dnh',
      'units.xlsx:Đơn vị!B1: sai: Biểu mẫu không có ô nào tên là "Địa dnh" [table/unknown-column]',
      'có phải ý bạn là "Địa danh"?',
    ],
    [
      'Họ tên',
      'units.xlsx:Đơn vị!B1: sai: Biểu mẫu không có ô nào tên là "Họ tên" [table/unknown-column]',
      'có phải ý bạn là "Người ký.Họ tên"?',
    ],
    [
      'Tên đơn vị',
      'units.xlsx:Đơn vị!B1: sai: Biểu mẫu không có ô nào tên là "Tên đơn vị" [table/unknown-column]',
      'có phải ý bạn là "Cơ quan ban hành"?',
    ],
    [
      'Điện thoại',
      'units.xlsx:Đơn vị!B1: sai: Biểu mẫu không có ô nào tên là "Điện thoại" [table/unknown-column]',
      'Cột chỉ để ghi nhớ thì đặt tên trong ngoặc tròn: "(Điện thoại)"',
    ],
    [
      'Nơi nhận 2',
      'units.xlsx:Đơn vị!B1: sai: Cột "Nơi nhận 2" chỉ là một phần của danh sách "Nơi nhận", bảng chỉ thay được cả danh sách [table/list-item]',
      'Dùng một cột "Nơi nhận", mỗi mục một dòng trong ô (xuống dòng bằng Alt+Enter)',
    ],
    [
      'Cấp tổ chức 2.Số lượng',
      'units.xlsx:Đơn vị!B1: sai: Cột "Cấp tổ chức 2.Số lượng" chỉ là một phần của danh sách "Cấp tổ chức", bảng chỉ thay được cả danh sách [table/list-item]',
      'Ghi danh sách "Cấp tổ chức" trong biểu mẫu, dùng chung cho mọi đơn vị',
    ],
    [
      'Cấp tổ chức',
      'units.xlsx:Đơn vị!B1: sai: "Cấp tổ chức" gồm nhiều ô, một cột không ghi được [table/not-a-cell]',
      'Ghi "Cấp tổ chức" trong biểu mẫu, dùng chung cho mọi đơn vị',
    ],
    [
      'Người ký',
      'units.xlsx:Đơn vị!B1: sai: "Người ký" gồm nhiều ô, một cột không ghi được [table/not-a-cell]',
      'Dùng các cột: "Người ký.Quyền hạn", "Người ký.Họ tên"',
    ],
    [
      'Loại văn bản',
      'units.xlsx:Đơn vị!B1: sai: Cột "Loại văn bản" không dùng được: loại văn bản luôn theo biểu mẫu [table/kind-column]',
      'Bỏ cột này, hoặc đặt tên cột trong ngoặc tròn: "(Loại văn bản)"',
    ],
  ])('%s', (head, line, hint) => {
    const { value, lines, diagnostics } = read(['Mã', head]);
    expect(value).toBeUndefined();
    expect(lines).toEqual([line]);
    expect(diagnostics[0]?.hints?.[0]).toBe(hint);
  });

  it.each([
    [
      ['Ngày', 'Ngày ban hành'],
      'Cột "Ngày" và cột "Ngày ban hành" cùng ghi vào ô "Ngày ban hành" của biểu mẫu',
    ],
    [
      ['Người ký.Họ tên', 'nguoi_ky > ho_ten'],
      'Cột "Người ký.Họ tên" và cột "nguoi_ky > ho_ten" cùng ghi vào ô "Họ tên" của biểu mẫu',
    ],
    [['Số, ký hiệu', 'Số'], 'Cột "Số, ký hiệu" và cột "Số" cùng ghi vào ô "Số" của biểu mẫu'],
    [['Sự kiện', 'Sự kiện.Tên'], 'Cột "Sự kiện" và cột "Sự kiện.Tên" cùng ghi vào ô "Tên" của biểu mẫu'],
    [['STT', 'TT'], 'Bảng có hai cột "TT"'],
  ])('%j are two of one field', (heads, message) => {
    const { value, diagnostics } = read(heads);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'table/repeated-column',
        message,
        place: { cell: 'B1' },
        related: [{ place: { cell: 'A1' } }],
      },
    ]);
  });

  it('a row without any head that is known is no head', () => {
    expect(read(['1', 'Công đoàn xã A', 'Nguyễn Văn A']).lines).toEqual([
      'units.xlsx:Đơn vị!A1: sai: Dòng 1 không phải dòng tên cột: không ô nào là tên một ô của biểu mẫu [table/no-head]',
    ]);
  });

  it('all of them are named at once', () => {
    const heads = ['Mã', ...Array.from({ length: 199 }, (_, at) => `Cột lạ ${at}`)];
    expect(read(heads).lines).toHaveLength(199);
  });
});
