import { describe, expect, it } from 'vitest';
import { field } from '../build-field.js';
import { PLAN } from '../plan-fields.js';
import { EVERY } from './every-field.js';
import { edit } from './forms.js';

const set = (
  text: string,
  path: string,
  value: Parameters<typeof edit>[2] extends infer E ? (E extends { value: infer V } ? V : never) : never,
): string => edit(text, PLAN, { type: 'set', path, value }).text;

describe('a text of one line', () => {
  it.each([
    ['Hội nghị', 'Trích yếu: Hội nghị\n'],
    ['Phát động: đợt 1 #8 - *', 'Trích yếu: Phát động: đợt 1 #8 - *\n'],
    ['"Đoàn kết" và "Đổi mới"', 'Trích yếu: "Đoàn kết" và "Đổi mới"\n'],
    ['"Đoàn kết"', `Trích yếu: '"Đoàn kết"'\n`],
    ['a # b', "Trích yếu: 'a # b'\n"],
    [' đầu', "Trích yếu: ' đầu'\n"],
    ["'a' ", "Trích yếu: '''a'' '\n"],
    ['| a', "Trích yếu: '| a'\n"],
    ['[a]', 'Trích yếu: [a]\n'],
    ['- a', 'Trích yếu: - a\n'],
    ['a\nb', 'Trích yếu: a b\n'],
    ['e\u0302\u0301', 'Trích yếu: ế\n'],
  ])('%j', (value, written) => {
    expect(set('', 'trich_yeu', value)).toBe(written);
  });

  it.each([
    ['Trích yếu:   Một   # ghi chú', 'Trích yếu:   Hai   # ghi chú'],
    ['Trích yếu: "Một"', 'Trích yếu: "Hai"'],
    ["trich_yeu: 'Một'", "trich_yeu: 'Hai'"],
    ["Trích yếu: 'Một '", 'Trích yếu: Hai'],
    ["Trích yếu:   'Một '   # ghi chú", 'Trích yếu:   Hai   # ghi chú'],
    ['Trích yếu:# Một', 'Trích yếu: Hai  # Một'],
    ['Trích yếu: |\n  Một', 'Trích yếu: |\n  Hai'],
    ['Trích yếu:\n  Một\n  # ghi chú\n', 'Trích yếu:\n  Hai\n  # ghi chú\n'],
    ['TRÍCH YẾU :\n\n    Một  # ghi chú\n\nSố: 1', 'TRÍCH YẾU :\n\n    Hai  # ghi chú\n\nSố: 1'],
  ])('in the style of the old one: %j', (text, made) => {
    expect(set(text, 'trich_yeu', 'Hai')).toBe(made);
  });

  it('keeps the room before it while its last letter is a space', () => {
    const made = set('Trích yếu:   Một   # ghi chú', 'trich_yeu', 'Hai ');
    expect(made).toBe("Trích yếu:   'Hai '   # ghi chú");
  });

  it('keeps the comments between the lines that it was written on', () => {
    const text = 'Số: 1\nTrích yếu: Một  # trên\n  # giữa\n  hai  # dưới\nĐịa danh: A';
    expect(set(text, 'trich_yeu', 'Ba')).toBe('Số: 1\n# giữa\n# dưới\nTrích yếu: Ba  # trên\nĐịa danh: A');
  });
});

describe('a text of several lines', () => {
  const text = 'Nội dung: |  # ghi chú\n    I. MỘT\n\n      1. Hai\n    Ba\n\n# sau\nNơi nhận:\n';
  it('changes only the lines that differ', () => {
    const { changes } = edit(text, PLAN, { type: 'set', path: 'noi_dung', value: 'I. MỘT\n\n  1. Hai.\nBa' });
    expect(changes).toEqual([{ from: text.indexOf('Hai') + 3, to: text.indexOf('Hai') + 3, insert: '.' }]);
  });
  it('takes lines in and gives lines out', () => {
    const more = set(text, 'noi_dung', '\nI. MỘT\n\n# a\n  1. Hai\nBa\n- b');
    expect(more).toBe(
      text
        .replace('    I', '\n    I')
        .replace('      1', '    # a\n      1')
        .replace('    Ba', '    Ba\n    - b'),
    );
    expect(set(more, 'noi_dung', 'I. MỘT\n\n  1. Hai\nBa')).toBe(text);
  });
  it('keeps the empty line that Enter makes at its end', () => {
    const made = set(text, 'noi_dung', 'I. MỘT\n\n  1. Hai\nBa\n');
    expect(made).toBe(text.replace('Ba\n', 'Ba\n    \n'));
    expect(set(made, 'noi_dung', 'I. MỘT\n\n  1. Hai\nBa')).toBe(text);
  });
  it('says how deep it is where every line begins with a space', () => {
    expect(set('', 'noi_dung', '  a\n b')).toBe('Nội dung: |2\n    a\n   b\n');
  });
  it('goes below its key where one line becomes two', () => {
    expect(set('Ghi chú: a   # b\nSố bản: 1', 'ghi_chu', 'a\nc')).toBe(
      'Ghi chú: |   # b\n  a\n  c\nSố bản: 1',
    );
  });
});

describe('a field that is not there', () => {
  const text = '# đầu\n\nTrích yếu: A\nĐịa danh: B   # ghi chú\n\n# cuối\nNgười ký:\n    Họ tên: C\n';
  it('comes behind the nearest one before it', () => {
    expect(set(text, 'so_ky_hieu', { so: '5', ky_hieu: 'KH' })).toBe(
      text.replace('Trích', 'Số, ký hiệu: 5/KH\nTrích'),
    );
    expect(set(text, 'ngay_ban_hanh', '9/2024')).toBe(
      text.replace('# ghi chú\n', '# ghi chú\nNgày ban hành: 9/2024\n'),
    );
    expect(set(text, 'nguoi_ky.chuc_vu', 'D')).toBe(text.replace('    Họ', '    Chức vụ: D\n    Họ'));
    expect(set(text, 'so_ban', '3')).toBe(`${text}Số bản: 3\n`);
    expect(set(text.trimEnd(), 'so_ban', '3')).toBe(`${text.trimEnd()}\nSố bản: 3`);
  });
  it('comes with the groups and lists around it', () => {
    expect(set('', 'nguoi_ky.ho_ten', 'A')).toBe('Người ký:\n  Họ tên: A\n');
    expect(set('', 'kem_theo.0.noi_dung', '1. A\n2. B')).toBe(
      'Kèm theo:\n  - Nội dung: |\n      1. A\n      2. B\n',
    );
    expect(set('', 'can_cu.danh_sach', ['A', 'B: c'])).toBe('Căn cứ:\n  - A\n  - B: c\n');
  });
  it('is set, cleared and set again in the same place', () => {
    const once = set(text, 'ngay_ban_hanh', '2024');
    const cleared = set(once, 'ngay_ban_hanh', '');
    expect(cleared).toBe(once.replace('hành: 2024', 'hành:'));
    expect(set(cleared, 'ngay_ban_hanh', '')).toBe(cleared);
    expect(set(cleared, 'ngay_ban_hanh', '2024')).toBe(once);
  });
});

it('a group that nothing is left of is asked for no more', () => {
  const text = 'Tên: A\nPhụ:\n  Ghi: x\n  Ngày: 2\nNgười ký:\n  Họ tên: B\n';
  const parts = [field('text', 'ghi', 'Ghi', { required: true }), field('date', 'ngay', 'Ngày')];
  const kind = { ...PLAN, fields: [...PLAN.fields, field('group', 'phu', 'Phụ', { fields: parts })] };
  const clear = (before: string, path: string): string =>
    edit(before, kind, { type: 'set', path, value: '' }).text;
  const half = clear(text, 'phu.ngay');
  expect(half).toBe(text.replace(' 2', ''));
  expect(clear(half, 'phu.ghi')).toBe(text.replace('  Ghi: x\n  Ngày: 2\n', ''));
  expect(clear(text, 'nguoi_ky.ho_ten')).toBe(text.replace(' B', ''));
});

describe('values without keys', () => {
  it('stay so as long as they can', () => {
    expect(set('Số, ký hiệu: 91/KH   # a', 'so_ky_hieu.so', '92')).toBe('Số, ký hiệu: 92/KH   # a');
    expect(set('Ký hiệu: KH', 'so_ky_hieu.so', '5')).toBe('Số: 5\nKý hiệu: KH');
    expect(set('Lề trang: 20/20/30/15 mm', 'le_trang.trai', '31')).toBe('Lề trang: 20/20/31/15 mm');
    expect(set('Căn cứ:\n- A  # a\n- B', 'can_cu.danh_sach.1', 'C')).toBe('Căn cứ:\n- A  # a\n- C');
    expect(set('ky:\n Quyền hạn: A / B', 'nguoi_ky.quyen_han.1', 'C')).toBe('ky:\n Quyền hạn: A / C');
  });
  it('get their keys where something comes beside them', () => {
    expect(set('Căn cứ:  # a\n- A  # b\n# c\n- B', 'can_cu.kieu', 'câu')).toBe(
      'Căn cứ:  # a\n  Kiểu: câu\n  Danh sách:\n  - A  # b\n  # c\n  - B',
    );
    const text = 'Chương trình:\n  - Chào cờ: # một\n  - Bế mạc\n';
    expect(edit(text, EVERY, { type: 'set', path: 'chuong_trinh.0.han', value: '8 giờ' }).text).toBe(
      'Chương trình:\n  - Nội dung: Chào cờ: # một\n    Hạn: 8 giờ\n  - Bế mạc\n',
    );
    expect(set('Quyền hạn: x\nky:\n Quyền hạn: A / B   # a', 'nguoi_ky.quyen_han.2', '')).toContain(
      ' Quyền hạn:   # a\n   - A\n   - B\n   -',
    );
  });
});

describe('items of a list', () => {
  const text = 'Nơi nhận:\n  # một\n  - A\n  # hai\n  - B   # b\n\n  - C\nSố bản: 1\n';
  const change = (one: Parameters<typeof edit>[2]): string => edit(text, PLAN, one).text;
  it('come in', () => {
    expect(change({ type: 'insert', path: 'noi_nhan', index: 0, value: 'X' })).toBe(
      text.replace('- A', '- X\n  - A'),
    );
    expect(change({ type: 'insert', path: 'noi_nhan', index: 1, value: '' })).toBe(
      text.replace('- A', '- A\n  -'),
    );
    expect(change({ type: 'set', path: 'noi_nhan.3', value: 'X' })).toBe(text.replace('- C', '- C\n  - X'));
  });
  it('go', () => {
    expect(change({ type: 'remove', path: 'noi_nhan', index: 1 })).toBe(text.replace('  - B   # b\n', ''));
    expect(change({ type: 'set', path: 'noi_nhan', value: [] })).toBe(
      '# một\n# hai\n# b\nNơi nhận:\nSố bản: 1\n',
    );
  });
  it('change places, with what is said above them', () => {
    expect(change({ type: 'move', path: 'noi_nhan', from: 2, to: 0 })).toBe(
      'Nơi nhận:\n  # một\n  - C\n  - A\n\n  # hai\n  - B   # b\nSố bản: 1\n',
    );
  });
});

describe('JSON', () => {
  const text =
    '{\n  "Trích yếu": "A \\u0111", // x\n  "Nơi nhận": [\n    "B",\n    "C"\n  ],\n  "so_ban": 5\n}\n'.replace(
      ' // x',
      '',
    );
  it('changes at the value only', () => {
    expect(set(text, 'trich_yeu', 'A "b"\\')).toBe(text.replace('A \\u0111', 'A \\"b\\"\\\\'));
    expect(set(text, 'so_ban', '7')).toBe(text.replace('5', '7'));
    expect(set(text, 'so_ban', '07')).toBe(text.replace('5', '"07"'));
    expect(set(text, 'noi_nhan.2', 'D')).toBe(text.replace('"C"', '"C",\n    "D"'));
    expect(edit(text, PLAN, { type: 'remove', path: 'noi_nhan', index: 0 }).text).toBe(
      text.replace('"B",\n    ', ''),
    );
    expect(set(text, 'dia_danh', 'D')).toBe(text.replace('{\n', '{\n  "Địa danh": "D",\n'));
    expect(JSON.parse(set(text, 'nguoi_ky.ho_ten', 'D'))).toMatchObject({ 'Người ký': { 'Họ tên': 'D' } });
    expect(set('{}', 'trich_yeu', 'A')).toBe('{\n  "Trích yếu": "A"\n}');
  });
  it('in the brackets of a form', () => {
    expect(set('Nơi nhận: [A, "B"]   # c\n', 'noi_nhan.0', 'D')).toBe('Nơi nhận: [D, "B"]   # c\n');
    expect(set('Nơi nhận: [A, "B"]   # c\n', 'noi_nhan.0', 'D, E')).toBe('Nơi nhận: ["D, E", "B"]   # c\n');
  });
});
