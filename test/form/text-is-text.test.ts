import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formWith, read, valuesOf } from './plan-fields.js';

const EVERYDAY = [
  'Phát động thi đua: đợt 1',
  '"Đoàn kết" và "Đổi mới"',
  '"Đoàn kết',
  "'Đoàn kết' là sức mạnh",
  '“Đoàn kết - Đổi mới”',
  '* Lưu ý',
  '*a',
  '&a neo',
  '!quan trọng',
  '[1] Ghi chú',
  '[Dự thảo]',
  '{a: b}',
  '{chưa đóng',
  '% đạt chuẩn',
  '@ công đoàn',
  '`lệnh`',
  '| a | b |',
  '> 70% đại biểu',
  '>= 70',
  '- gạch đầu dòng',
  '-5 độ',
  '? hỏi',
  ': hai chấm',
  ', phẩy',
  'phòng #8',
  '#8 là số phòng',
  'a:b',
  'kết thúc bằng hai chấm:',
  '05',
  '0987654321',
  '1.200.000',
  '1e3',
  '0x1F',
  'null',
  'true',
  '~',
  'no',
  '=',
  '<<',
  '---',
  '...',
  'C:\\thu muc\\n',
  '100 % "trọn" gói # không: cách',
].filter((text) => !/\s#\s/.test(text));

const fields: readonly [
  string,
  (text: string) => string,
  (values: ReturnType<typeof valuesOf>) => unknown,
][] = [
  ['a text', (text) => formWith(`Trích yếu: ${text}`), (values) => values['trich_yeu']],
  ['a text on the next line', (text) => formWith(`Ghi chú:\n  ${text}`), (values) => values['ghi_chu']],
  ['a paragraph', (text) => formWith(`Ghi chú: ${text}`), (values) => values['ghi_chu']],
  ['an outline in a block', (text) => formWith(`Nội dung: |\n  ${text}`), (values) => values['noi_dung']],
  [
    'a list',
    (text) => formWith(`Địa chỉ liên hệ:\n- ${text}`),
    (values) => (values['dia_chi_lien_he'] as string[])[0],
  ],
  [
    'a list of a group without keys',
    (text) => formWith(`Căn cứ:\n  - ${text}\n  - Luật`),
    (values) => (values['can_cu'] as { danh_sach: string[] }).danh_sach[0],
  ],
  [
    'a group',
    (text) => formWith(`Người ký:\n  Chức vụ: ${text}\n  Họ tên: Nguyễn Văn A`),
    (values) => (values['nguoi_ky'] as { chuc_vu: string }).chuc_vu,
  ],
  [
    'a group in a list',
    (text) => formWith(`Kèm theo:\n  - Tên: ${text}\n    Kiểu: phụ lục\n    Nội dung: |\n      ${text}`),
    (values) => (values['kem_theo'] as { ten: string }[])[0]?.ten,
  ],
];

describe('text is text', () => {
  describe.each(fields)('in %s', (_name, form, value) => {
    it.each(EVERYDAY)('%s', (text) => {
      expect(value(valuesOf(form(text)))).toBe(text);
    });
  });

  // Random text of the characters that YAML has a meaning for; only what the rules say is no text is left out.
  const token = fc.constantFrom(
    ...'- : # " \' * & ! | > % @ ` [ ] { } , ? = ~ . / \\ ( ) ; + 0 5 a ơ Đ ế _ $ 😀 Lưu Nơi \u00a0'.split(
      ' ',
    ),
    ' ',
    ': ',
    ' #',
    '- ',
    '": ',
    'VT',
  );
  const plain = fc
    .array(token, { minLength: 1, maxLength: 12 })
    .map((tokens) => tokens.join('').trim())
    .filter((text) => text !== '' && !isYaml(text));

  it.each(fields)('whatever its characters: %s', (_name, form, value) => {
    fc.assert(
      fc.property(plain, (text) => {
        expect(value(valuesOf(form(text)))).toBe(text);
      }),
      { numRuns: 250 },
    );
  });

  it('also in a place that the form can tell', () => {
    fc.assert(
      fc.property(plain, fc.nat(30), fc.nat(30), (text, from, length) => {
        const source = formWith(`Trích yếu: ${text}`);
        const start = Math.min(from, text.length - 1);
        const end = Math.min(start + length, text.length);
        const place = read(source).value?.locate('trich_yeu', start, end);
        expect(place && 'start' in place && source.slice(place.start, place.end)).toBe(
          text.slice(start, end),
        );
      }),
      { numRuns: 250 },
    );
  });
});

/** What has a meaning: a comment, a block's header, quotes around the whole value. */
function isYaml(text: string): boolean {
  if (/(^|\s)#(\s|$)/.test(text) || /^[|>]([1-9]?[+-]?|[+-][1-9])$/.test(text)) return true;
  if (/^[|>]([1-9]?[+-]?|[+-][1-9])\s+#/.test(text)) return true;
  return /^"([^"\\]|\\.)*"$/.test(text) || /^'([^']|'')*'$/.test(text);
}
