import { describe, expect, it } from 'vitest';
import { errors, hints } from './findings.js';
import { read } from './plan-fields.js';

/** A JSON form of these lines within its braces. */
const json = (...lines: string[]): string => `{\n"Loại văn bản": "Kế hoạch",\n${lines.join('\n')}\n}`;

describe('a JSON form that cannot be read', () => {
  it.each([
    ['not closed', '{"Loại văn bản": "Kế hoạch"', '1:28 yaml/syntax: Thiếu dấu "}" để đóng dấu "{" ở trước'],
    ['a list not closed', json('"Nơi nhận": ["A"'), '4:1 yaml/syntax: Thiếu dấu "]" để đóng dấu "[" ở trước'],
    [
      'a comma missing behind text',
      json('"Địa danh": "A"', '"Số": "5"'),
      '4:1 yaml/syntax: Thiếu dấu phẩy giữa hai mục',
    ],
    [
      'a comma missing behind a number',
      json('"Số": 5', '"Địa danh": "A"'),
      '3:7 yaml/syntax: Thiếu dấu phẩy sau giá trị này',
    ],
    ['a colon missing', json('"Địa danh" "A"'), '3:12 yaml/syntax: Thiếu dấu phẩy hoặc dấu hai chấm'],
    [
      'an escape that is none',
      json('"Địa danh": "C:\\q"'),
      '3:16 yaml/syntax: Sau dấu "\\" là chữ không có nghĩa ở đây',
    ],
    [
      'text behind its end',
      `${json('"Địa danh": "A"')} z`,
      '4:3 yaml/syntax: Chỗ này viết không đúng cú pháp',
    ],
  ])('%s: one finding, with a hint and no English', (_name, source, expected) => {
    expect(errors(source)).toEqual([expected]);
    for (const found of read(source).diagnostics) expect(found.hints?.length).toBe(1);
  });

  it('a quote not closed', () => {
    expect(errors('{"Loại văn bản": "Kế hoạch\n}')[0]).toContain('Thiếu dấu nháy đóng');
  });

  it('is not told to begin a line with a dash', () => {
    const source = json('"Nơi nhận": ["A"],', '"Kỳ hạn": 3');
    expect(errors(source)).toContain('4:1 form/unknown-field: Không có ô nào tên là "Kỳ hạn"');
    expect(hints(source)).not.toContain('gạch đầu dòng "- "');
    expect(hints(source)).toContain('Sửa tên ô cho đúng như trong tệp mẫu, hoặc bỏ ô này');
  });

  it('misses a field at the first key', () => {
    expect(errors(json('"Địa danh": "A"'))).toContain('2:1 form/missing: Thiếu "Trích yếu"');
  });
});
