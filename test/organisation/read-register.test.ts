import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { findUnit, nearestUnits, parentOn, successorOn } from '../../src/organisation/find-unit.js';
import { readRegister } from '../../src/organisation/read-register.js';
import { writeTable } from '../../src/table/write-table.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, file = 'don-vi.yaml') => {
  const { value, diagnostics } = readRegister({ file, bytes: bytes(text) });
  const shown = renderDiagnostics(diagnostics, { style: 'short', source: () => text.normalize('NFC') });
  return { value, shown: shown.trimEnd().split('\n').filter(Boolean) };
};
const unit = (key: string, name: string, more = ''): string =>
  `  - Mã: ${key}\n    Tên: ${name}\n    Cấp: công đoàn cơ sở\n${more.replace(/^(?=.)/gm, '    ')}`;
const units = (...all: readonly string[]): string => `Đơn vị:\n${all.join('')}`;

describe('a register as YAML', () => {
  it('says all that is wrong, each at its line', () => {
    const { value, shown } = read(
      units(
        unit('a', 'Công đoàn A', 'Cấp trên: công đoàn bê\nTừ ngày: 1/7/2025\nĐến ngày: 30/6/2025\n'),
        unit('b', 'Công đoàn B', 'Cấp trên: c\nĐơn vị kế tục: x\n'),
        unit('c', 'Công đoàn C', 'Cấp trên: b\n'),
        unit('A', 'Công đoàn D'),
      ),
    );
    expect(value).toBeUndefined();
    expect(shown).toEqual([
      'don-vi.yaml:5:15: sai: "Cấp trên" của "Công đoàn A" ghi "công đoàn bê", nhưng sổ không có đơn vị nào có mã hoặc tên như vậy [register/unknown-unit]',
      'don-vi.yaml:7:15: sai: "Công đoàn A" kết thúc ngày 30/6/2025, trước khi bắt đầu ngày 1/7/2025 [register/wrong-period]',
      'don-vi.yaml:11:15: sai: "Cấp trên" đi thành vòng tròn: "Công đoàn B" → "Công đoàn C" → "Công đoàn B" [register/circle]',
      'don-vi.yaml:12:20: sai: "Đơn vị kế tục" của "Công đoàn B" ghi "x", nhưng sổ không có đơn vị nào có mã hoặc tên như vậy [register/unknown-unit]',
      'don-vi.yaml:17:9: sai: Mã "A" dùng cho hai đơn vị: "Công đoàn A" và "Công đoàn D" [register/repeated-key]',
    ]);
  });

  it('is read as forms are: unknown fields, levels that there are not, what is missing', () => {
    const { shown } = read('Đơn vị:\n  - Mã: a\n    Cấp: công đoàn cơ xở\n    Ký hiện: CĐ\n');
    expect(shown).toEqual([
      'don-vi.yaml:2:5: sai: Thiếu "Tên" trong "Đơn vị (mục 1)" [form/missing]',
      'don-vi.yaml:3:10: sai: "Cấp" ghi "công đoàn cơ xở", không phải một trong các lựa chọn của ô này [form/choice]',
      'don-vi.yaml:4:5: sai: "Đơn vị" không có ô nào tên là "Ký hiện" [form/unknown-field]',
    ]);
  });

  it('that is its own superior is a circle of one', () => {
    expect(read(units(unit('a', 'Công đoàn A', 'Cấp trên: a\n'))).shown).toEqual([
      'don-vi.yaml:5:15: sai: "Cấp trên" đi thành vòng tròn: "Công đoàn A" → "Công đoàn A" [register/circle]',
    ]);
  });

  it('holds the acts that an office adds', () => {
    const text = `${units(unit('a', 'Công đoàn A'))}Văn bản trích dẫn:\n  - Số: 12/2021/QĐ-UBND\n    Đến ngày: 14/8/2025\n`;
    expect(read(text).value?.acts).toEqual([
      { number: '12/2021/QĐ-UBND', name: '', from: '', to: '2025-08-14', replacedBy: '' },
    ]);
  });
});

describe('a register as a table', () => {
  it('says what is wrong at its cell', () => {
    const { shown } = read(
      'Mã;Tên;Cấp;Cấp trên;Ghi chú;Người kí.Họ tên;Tên\na;Công đoàn A;công đoàn cơ sở;zzz;;;\nb;;khác;;;;\n',
      'don-vi.csv',
    );
    expect(shown).toEqual([
      'don-vi.csv:1:5: nên sửa: Không có cột nào tên là "Ghi chú"; cột này không được dùng [table/unknown-column]',
      'don-vi.csv:1:6: nên sửa: Không có cột nào tên là "Người kí.Họ tên"; cột này không được dùng [table/unknown-column]',
      'don-vi.csv:1:7: sai: Cột "Tên" có hai lần trong bảng [table/repeated-column]',
    ]);
    const { shown: rows } = read('Mã;Tên;Cấp;Cấp trên\na;Công đoàn A;công đoàn cơ sở;zzz\n', 'don-vi.csv');
    expect(rows).toEqual([
      'don-vi.csv:2:4: sai: "Cấp trên" của "Công đoàn A" ghi "zzz", nhưng sổ không có đơn vị nào có mã hoặc tên như vậy [register/unknown-unit]',
    ]);
    const { shown: missing } = read('Mã;Tên;Cấp\na;Công đoàn A;công đoàn cơ sở\nb;;khác\n', 'don-vi.csv');
    expect(missing).toEqual(['don-vi.csv:3:1: sai: Thiếu "Tên" trong "Đơn vị (mục 2)" [form/missing]']);
  });

  it('takes keys for heads, folded or not, and lines of a cell for items', () => {
    const rows = [
      [
        'MA',
        'ten',
        'cap',
        'nguoi_ky.ho_ten',
        'nguoi_ky.chuc_vu',
        'Người ký 2 > Họ tên',
        'nguoi_ky_2.chuc_vu',
        'noi_nhan',
      ],
      [
        'a',
        'Công đoàn A',
        'CĐCS',
        'Nguyễn Văn A',
        'CHỦ TỊCH',
        'Trần Thị B',
        'PHÓ CHỦ TỊCH',
        'Như trên\n\nLưu: VT',
      ],
    ];
    const { value, diagnostics } = readRegister({ file: 'a.xlsx', bytes: writeTable(rows, 'xlsx') });
    expect(diagnostics).toEqual([]);
    expect(value?.units[0]).toMatchObject({
      key: 'a',
      signers: [{ fullName: 'Nguyễn Văn A' }, { fullName: 'Trần Thị B', position: 'PHÓ CHỦ TỊCH' }],
      recipients: ['Như trên', 'Lưu: VT'],
    });
    expect(value?.locate('don_vi.0.nguoi_ky.1.ho_ten')).toEqual({
      file: 'a.xlsx',
      sheet: 'Sheet1',
      cell: 'F2',
    });
  });
});

describe('units through time', () => {
  const register = read(
    units(
      unit('tinh', 'Liên đoàn Lao động tỉnh Hòa Giang'),
      unit('h1', 'Liên đoàn Lao động huyện Một', 'Cấp trên: tinh\nĐến ngày: 30/6/2025\nĐơn vị kế tục: x1\n'),
      unit('h2', 'Liên đoàn Lao động huyện Hai', 'Cấp trên: tinh\nĐến ngày: 14/3/2025\nĐơn vị kế tục: h1\n'),
      unit('x1', 'Công đoàn xã Một', 'Cấp trên: tinh\nTừ ngày: 1/7/2025\n'),
      unit('c1', 'Công đoàn cơ sở Một', 'Cấp trên: h2\n'),
      unit('c2', 'Công đoàn cơ sở Hai', 'Cấp trên: x1\n'),
      unit('x1-cu', 'Công đoàn xã Ba', 'Đến ngày: 2024\n'),
      unit('x1-moi', 'Công đoàn xã Ba', 'Từ ngày: 2025\n'),
    ),
  ).value!;
  const named = (key: string) => register.unitOf(key)!;

  it('have the superior of their day, as those come after each other', () => {
    const parents = ['2025-03-14', '2025-03-15', '2025-07-01', undefined].map(
      (day) => parentOn(register, named('c1'), day)?.key,
    );
    expect(parents).toEqual(['h2', 'h1', 'x1', 'h2']);
    expect(successorOn(register, named('h2'), '2025-12-01')?.key).toBe('x1');
  });

  it('have the one superior before theirs began, when there was one', () => {
    expect(parentOn(register, named('c2'), '2025-05-01')?.key).toBe('h1');
    expect(parentOn(register, named('c2'), '2025')?.key).toBe('x1');
  });

  it('are found by key, by name, and of one name by the day', () => {
    expect(findUnit(register, 'X1', undefined)?.key).toBe('x1');
    expect(findUnit(register, 'công đoàn XÃ Một', undefined)?.key).toBe('x1');
    expect(findUnit(register, 'Công đoàn xã Ba', '2024-05-01')?.key).toBe('x1-cu');
    expect(findUnit(register, 'Công đoàn xã Ba', '2026-05-01')?.key).toBe('x1-moi');
    expect(findUnit(register, 'Công đoàn xã Bốn', '2026-05-01')).toBeUndefined();
  });

  it('are offered, the likeliest first, when a name is mistyped', () => {
    expect(nearestUnits(register, 'Công đoàn xã Bố')[0]?.name).toBe('Công đoàn xã Ba');
    expect(nearestUnits(register, 'Tỉnh ủy')).toEqual([]);
    expect(nearestUnits(register, 'Công đoàn xã').length).toBeLessThanOrEqual(3);
  });
});
