import { describe, expect, it } from 'vitest';
import { errors, hints } from './findings.js';
import { formWith } from './plan-fields.js';

describe('values', () => {
  it.each([
    [
      'Ngày ban hành: 31/2/2024',
      '1:16 form/date: "Ngày ban hành" ghi ngày 31, nhưng tháng 2 năm 2024 chỉ có 29 ngày',
    ],
    [
      'Ngày ban hành: 31/2/2023',
      '1:16 form/date: "Ngày ban hành" ghi ngày 31, nhưng tháng 2 năm 2023 chỉ có 28 ngày',
    ],
    ['Ngày: 31/4/2024', '1:7 form/date: "Ngày ban hành" ghi ngày 31, nhưng tháng 4 năm 2024 chỉ có 30 ngày'],
    ['Ngày: 0/4/2024', '1:7 form/date: "Ngày ban hành" ghi ngày 0, nhưng tháng 4 năm 2024 chỉ có 30 ngày'],
    ['Ngày: 12/13/2024', '1:7 form/date: "Ngày ban hành" ghi tháng 13, nhưng một năm chỉ có 12 tháng'],
    ['Ngày: hôm nay', '1:7 form/date: "Ngày ban hành" ghi "hôm nay", không đọc được thành ngày'],
    ['Số, ký hiệu: 91a/KH-LĐLĐ', '1:14 form/number: "Số" ghi "91a", nhưng chỉ được gồm các chữ số'],
    ['Số: 005', '1:5 form/number: "Số" ghi "005", thừa chữ số 0 ở đầu'],
    ['Số: 0', '1:5 form/number: "Số" ghi "0", thừa chữ số 0 ở đầu'],
    ['Số bản: một trăm', '1:9 form/number: "Số bản" ghi "một trăm", nhưng chỉ được gồm các chữ số'],
    ['Giãn dòng: 3', '1:12 form/number: "Giãn dòng" ghi 3, ngoài khoảng cho phép'],
    [
      'Lề trang: 20 20 10 15',
      '1:17 form/margins: "Lề trang" (trái) ghi 10, ngoài khoảng mà thể thức cho phép',
    ],
    [
      'Lề trang:\n  Phải: 25',
      '2:9 form/margins: "Lề trang" (phải) ghi 25, ngoài khoảng mà thể thức cho phép',
    ],
    [
      'Lề trang: 20 20',
      '1:11 form/expected-group: "Lề trang" cần 4 số đo (trên, dưới, trái, phải), nhưng tìm thấy 2',
    ],
    [
      'Thụt đầu dòng: 3 cm',
      '1:16 form/choice: "Thụt đầu dòng" ghi "3 cm", không phải một trong các lựa chọn của ô này',
    ],
    [
      'Người ký:\n  Quyền hạn: A / B / C\n  Chức vụ: D\n  Họ tên: E',
      '2:14 form/too-many: "Quyền hạn" có 3 mục, quá nhiều',
    ],
  ])('%s', (lines, expected) => {
    expect(errors(formWith(lines))).toEqual([expected]);
  });
});

describe('a choice', () => {
  it('mistyped is proposed, but one figure is not proposed for another', () => {
    expect(hints(formWith('Kèm theo:\n  - Kiểu: phụ lụt\n    Tên: A'))).toContain(
      'có phải ý bạn là "phụ lục"?',
    );
    expect(hints(formWith('Thụt đầu dòng: 2 cm'))).toBe('');
  });
});

describe('what is missing', () => {
  it.each([
    ['Nơi nhận', '1:1 form/missing: "Nơi nhận" còn để trống'],
    ['Người ký', '1:1 form/missing: "Người ký" còn để trống'],
    ['Trích yếu', '1:1 form/missing: "Trích yếu" còn để trống'],
  ])('%s, left empty', (label, expected) => {
    expect(errors(formWith(`${label}:`))).toEqual([expected]);
    expect(hints(formWith(`${label}:`))).toContain(`Thêm:\n${label}:`);
  });

  it.each([
    ['Nơi nhận: []', ['1:1 form/missing: "Nơi nhận" còn để trống']],
    ['Nơi nhận:\n  -\n  -', ['1:1 form/missing: "Nơi nhận" còn để trống']],
    [
      'Người ký:\n  Chức vụ: CHỦ TỊCH\n  Họ tên:',
      ['3:3 form/missing: "Họ tên" trong "Người ký" còn để trống'],
    ],
  ])('%j', (lines, expected) => {
    expect(errors(formWith(lines))).toEqual(expected);
  });

  it.each(['Trích yếu', 'Nơi nhận', 'Người ký'])(
    '%s, left out, is missed at the form’s first field',
    (label) => {
      const whole = formWith('Địa danh: A');
      const without = whole.replace(new RegExp(`^${label}:.*\\n(?: .*\\n)*`, 'm'), '');
      expect(errors(without)).toEqual([`2:1 form/missing: Thiếu "${label}"`]);
      expect(hints(without)).toContain(`Thêm:\n${label}:`);
    },
  );

  it('a part of a group is missed at the group', () => {
    expect(errors(formWith('Địa danh: A\nNgười ký:\n  Chức vụ: CHỦ TỊCH'))).toEqual([
      '2:1 form/missing: Thiếu "Họ tên" trong "Người ký"',
    ]);
  });

  it('the kind', () => {
    expect(errors('Trích yếu: A')).toEqual(['1:1 form/missing: Thiếu "Loại văn bản"']);
    expect(errors('Loại: Kế hoạk')).toEqual([
      '1:7 form/unknown-kind: "Loại văn bản" ghi "Kế hoạk", chưa có loại này',
    ]);
    expect(hints('Loại: Kế hoạk')).toContain('có phải ý bạn là "Kế hoạch"?');
  });
});

describe('keys', () => {
  it.each([
    ['Nơi nhậm:\n  - A', 'Không có ô nào tên là "Nơi nhậm"', 'có phải ý bạn là "Nơi nhận"?'],
    ['Trich yeu noi dung: A', 'Không có ô nào tên là "Trich yeu noi dung"', ''],
    ['Họ tên: A', 'Không có ô nào tên là "Họ tên"', 'Viết "Họ tên" thụt vào bên dưới "Người ký"'],
  ])('%s', (lines, message, hint) => {
    const form = formWith(lines);
    expect(errors(form)).toContain(`1:1 form/unknown-field: ${message}`);
    expect(hints(form)).toContain(hint);
  });

  it('a field of the paper within a group', () => {
    const form = formWith('Người ký:\n  Chức vụ: A\n  Họ tên: B\n  Địa danh: C');
    expect(errors(form)).toEqual(['4:3 form/unknown-field: "Người ký" không có ô nào tên là "Địa danh"']);
    expect(hints(form)).toContain('Đưa "Địa danh" ra sát đầu dòng');
  });

  it('a field given twice, also in two ways of writing and in parts', () => {
    expect(errors(formWith('Địa danh: A\ndia-danh: B'))).toEqual([
      '2:1 form/repeated-field: "Địa danh" được ghi hai lần',
    ]);
    expect(errors(formWith('Số, ký hiệu: 1/A\nSố: 2'))).toEqual([
      '2:1 form/repeated-field: "Số" được ghi hai lần',
    ]);
    expect(errors(formWith('Số: 2\nSố, ký hiệu: 1/A'))).toEqual([
      '2:1 form/repeated-field: "Số, ký hiệu" được ghi hai lần',
    ]);
  });
});

describe('structure', () => {
  it.each([
    [
      'a tab',
      'Người ký:\n\tChức vụ: A\n\tHọ tên: B',
      ['2:1 form/tab-indentation: Dòng thụt vào bằng phím Tab; tệp biểu mẫu chỉ thụt vào bằng dấu cách'],
    ],
    [
      'a tab before text',
      'Ghi chú: |\n\tA\n\tB',
      ['2:1 form/tab-indentation: Dòng thụt vào bằng phím Tab; tệp biểu mẫu chỉ thụt vào bằng dấu cách'],
    ],
    [
      'a list for a text',
      'Địa danh:\n  - A\n  - B',
      ['2:3 form/expected-text: "Địa danh" cần chỉ một giá trị, nhưng lại ghi các dòng gạch đầu dòng'],
    ],
    [
      'a list under a text',
      'Địa danh: A\n  - B',
      ['2:3 form/expected-text: "Địa danh" chỉ có một giá trị, nhưng bên dưới lại có các dòng gạch đầu dòng'],
    ],
    [
      'a text for a list',
      'Nơi nhận: Như trên',
      [
        '1:11 form/expected-list: "Nơi nhận" cần một danh sách, mỗi mục một dòng có gạch đầu dòng, nhưng lại ghi một giá trị trên một dòng',
      ],
    ],
    [
      'a text for a shorthand list',
      'Căn cứ: Luật',
      [
        '1:9 form/expected-list: "Căn cứ" cần một danh sách, mỗi mục một dòng có gạch đầu dòng, nhưng lại ghi một giá trị trên một dòng',
      ],
    ],
    [
      'a text for a group',
      'Người ký: Nguyễn Văn A',
      [
        '1:11 form/expected-group: "Người ký" cần có các ô con thụt vào bên dưới, nhưng lại ghi một giá trị trên một dòng',
      ],
    ],
    [
      'a text for a group in a list',
      'Kèm theo:\n  - Đề cương',
      [
        '2:5 form/expected-group: "Kèm theo" cần mỗi mục có các ô con thụt vào bên dưới, nhưng lại ghi một giá trị trên một dòng',
      ],
    ],
    [
      'a list for a group',
      'Người ký: [A, B]',
      [
        '1:11 form/expected-group: "Người ký" cần có các ô con thụt vào bên dưới, nhưng lại ghi các dòng gạch đầu dòng',
      ],
    ],
    [
      'keys for a text in a flow list',
      'Nơi nhận: [Lưu: VT]',
      ['1:12 form/expected-text: "Nơi nhận" cần mỗi mục chỉ một giá trị, nhưng lại ghi các ô con'],
    ],
    [
      'a bracket that cannot be read',
      'Nơi nhận: [A, , *b]',
      ['1:11 form/flow: Không đọc được phần trong ngoặc của "Nơi nhận"'],
    ],
    [
      'text and a list',
      'Nơi nhận: Như trên\n  - A\n  - Lưu: VT',
      ['1:11 form/stray-text: "Nơi nhận" vừa có chữ ngay sau dấu hai chấm vừa có các dòng bên dưới'],
    ],
    [
      'a cyclic anchor',
      'Kèm theo: &a\n  - *a',
      [
        '1:11 form/stray-text: "Kèm theo" dùng dấu neo hoặc thẻ của YAML ("&a"); tệp biểu mẫu không dùng được',
        '2:5 form/expected-group: "Kèm theo" cần mỗi mục có các ô con thụt vào bên dưới, nhưng lại ghi một giá trị trên một dòng',
      ],
    ],
    [
      'a key in too deep a column',
      'Địa danh: A\n   Số: 5',
      ['2:4 form/indentation: "Số" thụt vào không thẳng cột với các ô cùng cấp'],
    ],
    [
      'a key in too shallow a column',
      'Người ký:\n    Chức vụ: A\n  Họ tên: B',
      ['3:3 form/indentation: "Họ tên" thụt vào không thẳng cột với các ô cùng cấp'],
    ],
    [
      'a slipped dash',
      'Nơi nhận:\n   - A\n  - Lưu: VT',
      ['3:3 form/indentation: Dòng thụt vào không thẳng cột với các dòng cùng cấp'],
    ],
    [
      'text that is not indented',
      'Ghi chú: |\n  Một\nI. MỤC ĐÍCH\n1. Yêu cầu: gọn\n- Hai',
      ['3:1 form/stray-line: Dòng này không thuộc ô nào'],
    ],
    ['a second document', 'Địa danh: A\n---\nSố: 5', ['2:1 form/stray-line: Dòng này không thuộc ô nào']],
    ['text behind quotes', 'Địa danh: "A"\n  B', ['2:3 form/stray-line: Dòng này không thuộc ô nào']],
  ])('%s', (_name, lines, expected) => {
    expect(errors(formWith(lines))).toEqual(expected);
  });

  it('says what to do with a line that may belong to the field before it', () => {
    const indent = 'Thụt dòng này vào 2 dấu cách, nếu nó thuộc "Ghi chú"';
    expect(hints(formWith('Ghi chú: |\n  Một\nI. MỤC ĐÍCH'))).toContain(indent);
    expect(hints(formWith('Ghi chú: |\n  Một\nThời gian họp: 8 giờ'))).toContain(indent);
    const dash = 'Thêm gạch đầu dòng "- ", nếu đây là một mục của "Nơi nhận"';
    expect(hints(formWith('Nơi nhận:\n  - Như trên\n  Lưu: VT'))).toContain(dash);
    expect(hints(formWith('Nơi nhận:\n  - Như trên\n  Văn phòng'))).toContain(dash);
  });

  it('shows how to write it', () => {
    expect(hints(formWith('Nơi nhận: Như trên'))).toContain('Nơi nhận:\n  - Lưu: VT, VP');
    expect(hints(formWith('Người ký: A'))).toContain(
      'Người ký:\n  Quyền hạn:\n    - TM. BAN THƯỜNG VỤ\n  Chức vụ: CHỦ TỊCH',
    );
    expect(hints(formWith('Kèm theo: A'))).toContain(
      'Kèm theo:\n  - Kiểu: phụ lục\n    Tên: Đề cương báo cáo\n    Nội dung: |',
    );
  });
});
