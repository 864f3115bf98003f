import { describe, expect, it } from 'vitest';
import { errors, hints } from './findings.js';
import { formWith, read } from './plan-fields.js';

describe('characters', () => {
  it.each([
    ['Địa danh: A\u0007B', '1:12 text/control-character: Có ký tự điều khiển U+0007, không in ra được'],
    ['Địa danh: A\ud800B', '1:12 text/lone-surrogate: Có nửa ký tự bị hỏng (U+D800), không in ra được'],
    ['Địa danh: A\udc00', '1:12 text/lone-surrogate: Có nửa ký tự bị hỏng (U+DC00), không in ra được'],
    ['Địa danh: A\ufffd', '1:12 text/undecodable: Có chữ bị hỏng do tệp lưu sai bảng mã'],
    [
      'Trích yếu: C«ng ®oµn viªn chøc',
      '1:12 text/legacy-encoding: Chữ gõ bằng bảng mã TCVN3 (ABC), không phải Unicode',
    ],
    [
      'Trích yếu: Coâng ñoaøn vieân chöùc',
      '1:12 text/legacy-encoding: Chữ gõ bằng bảng mã VNI Windows, không phải Unicode',
    ],
  ])('%j', (lines, expected) => {
    expect(errors(formWith(lines))).toEqual([expected]);
  });

  it('a form wholly in a legacy encoding has one error', () => {
    const source =
      'Loaïi vaên baûn: Keá hoaïch\nTrích yeáu: Phaùt ñoäng thi ñua\nNgöôøi kyù:\n  Hoï teân: Nguyeãn Vaên A\n';
    expect(errors(source)).toEqual([
      '1:1 text/legacy-encoding: Chữ gõ bằng bảng mã VNI Windows, không phải Unicode (4 dòng)',
    ]);
    expect(hints(source)).toContain('trong Unikey chọn bảng mã Unicode (dựng sẵn)');
  });

  it('an emoji is a whole character', () => {
    expect(errors(formWith('Địa danh: A😀B'), true)).toEqual([]);
  });

  it('many bad characters are counted', () => {
    const found = errors(formWith(`Địa danh: ${'\u0001'.repeat(40)}`));
    expect(found).toHaveLength(5);
    expect(found.at(-1)).toContain('(và 35 chỗ nữa trong tệp)');
  });
});

describe('characters written as escapes', () => {
  const bell = 'text/control-character: Có ký tự điều khiển U+0007, không in ra được';
  const half = 'text/lone-surrogate: Có nửa ký tự bị hỏng (U+D800), không in ra được';
  it.each([
    ['Địa danh: "A \\u0007B"', [`1:14 ${bell}`]],
    ['Địa danh: "A \\aB"', [`1:14 ${bell}`]],
    ['Địa danh: "A\\x07"', [`1:13 ${bell}`]],
    ['Địa danh: "A \\ud800B"', [`1:14 ${half}`]],
    ['Địa chỉ liên hệ: ["A", "\\ud800", "\\u0007b"]', [`1:25 ${half}`, `1:35 ${bell}`]],
    ['Người ký:\n  Chức vụ: A\n  "Họ tên": "B\\u0007"', [`3:15 ${bell}`]],
    [
      'Trích yếu: "C\\u00abng \\u00aeo\\u00b5n"',
      ['1:13 text/legacy-encoding: Chữ gõ bằng bảng mã TCVN3 (ABC), không phải Unicode'],
    ],
  ])('%s', (lines, expected) => {
    expect(errors(formWith(lines))).toEqual(expected);
  });

  it('have the whole escape marked, and a hint that does not call it invisible', () => {
    const [found] = read(formWith('Địa danh: "A \\u0007B"')).diagnostics;
    expect(found?.place).toEqual({ file: 'f.yaml', start: 13, end: 19 });
    expect(found?.hints).toEqual(['Bỏ mã này đi rồi gõ lại chữ ở chỗ đó']);
  });

  it('in JSON too, in values and keys', () => {
    const json = '{"Loại văn bản": "Kế hoạch",\n"Trích yếu": "A \\ud800 \\u0007",\n"Ghi\\u0007 chú": "B"}';
    expect(errors(json).filter((line) => line.includes('text/'))).toEqual([
      `2:17 ${half}`,
      `2:24 ${bell}`,
      `3:5 ${bell}`,
    ]);
  });

  it('many are counted', () => {
    const found = errors(formWith(`Địa danh: "${'\\u0001'.repeat(40)}"`));
    expect(found).toHaveLength(5);
    expect(found.at(-1)).toContain('(và 35 chỗ nữa trong tệp)');
  });

  it.each([
    ['two halves that make one character', '"A \\ud83d\\ude00"', 'A 😀'],
    ['letters and marks apart', '"Ho\\u00e0 A\\u0302\\u0301n"', 'Hoà Ấn'],
    ['a line end of Windows', '"A\\r\\nB"', 'A B'],
    ['no escape, in single quotes', "'A \\u0007B'", 'A \\u0007B'],
    ['no escape, without quotes', 'A \\u0007B', 'A \\u0007B'],
  ])('are no error: %s', (_name, typed, printed) => {
    const { value, diagnostics } = read(formWith(`Địa danh: ${typed}`));
    expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(value?.values['dia_danh']).toBe(printed);
  });

  it('an invisible one is a remark, said once', () => {
    const both = read(formWith('Địa danh: "A\u200bB\\u200bC"')).diagnostics;
    expect(both.map(({ code, place }) => [code, place && 'start' in place && place.start])).toEqual([
      ['text/invisible-character', 12],
      ['text/invisible-character', 14],
    ]);
  });

  it('letters in parts are composed with a remark, and keep their places', () => {
    const { value, diagnostics } = read(formWith('Địa danh: "Xa\\u0303 \\u0007A"'));
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, place }) => [code, place && 'start' in place && place.start])).toEqual(
      expect.arrayContaining([
        ['text/control-character', 20],
        ['text/decomposed', 12],
      ]),
    );
  });
});
