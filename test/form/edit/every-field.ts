import fc from 'fast-check';
import type { TypedValue } from '../../../src/form/edit/form-model.js';
import type { FieldDefinition, FieldType, KindFields } from '../../../src/form/field.js';
import { field } from '../build-field.js';

const text = (key: string, label: string): FieldDefinition => field('text', key, label);
const list = (key: string, label: string, item: FieldDefinition, separator?: string): FieldDefinition =>
  field('list', key, label, { item, ...(separator !== undefined && { separator }) });

const SCALARS: readonly FieldType[] = [
  ...(['sentence', 'paragraph', 'outline', 'date', 'number', 'choice', 'deadline', 'limit'] as const),
  ...(['share', 'money', 'moment', 'file'] as const),
];

const TASK = field('group', 'viec', 'Việc', {
  shorthand: 'noi_dung',
  fields: [
    field('sentence', 'noi_dung', 'Nội dung'),
    text('gui_ve', 'Gửi về'),
    field('deadline', 'han', 'Hạn'),
    field('outline', 'them', 'Nội dung khác'),
  ],
});

/** A kind with a field of every type, and with every way in which they stand in each other. */
export const EVERY: KindFields = {
  slug: 'every',
  name: 'Mọi ô',
  checks: [],
  fields: [
    { ...text('loai_van_ban', 'Loại văn bản'), aliases: ['loai'] },
    text('ten', 'Tên'),
    field('reference', 'so_ky_hieu', 'Số, ký hiệu'),
    ...SCALARS.map((type) => field(type, `o_${type}`, `Ô ${type}`)),
    field('margins', 'le_trang', 'Lề trang'),
    field('person', 'nguoi', 'Người'),
    list('noi_nhan', 'Nơi nhận', text('noi', 'Nơi')),
    list('doan', 'Đoạn', field('paragraph', 'mot_doan', 'Một đoạn')),
    list('quyen_han', 'Quyền hạn', text('dong', 'Dòng'), ' / '),
    field('group', 'can_cu', 'Căn cứ', {
      shorthand: 'danh_sach',
      fields: [text('kieu', 'Kiểu'), list('danh_sach', 'Danh sách', text('mot', 'Một'))],
    }),
    field('group', 'thoi_gian', 'Thời gian', {
      shorthand: 'han',
      fields: [text('thoi_luong', 'Thời lượng'), field('deadline', 'han', 'Hạn')],
    }),
    field('group', 'so_luong', 'Số lượng', {
      shorthand: 'muc',
      fields: [list('muc', 'Mức', field('limit', 'mot_muc', 'Một mức'), '; '), text('viet_la', 'Viết là')],
    }),
    list('to_chuc', 'Tổ chức', {
      ...field('group', 'don_vi', 'Đơn vị'),
      fields: [text('ten', 'Tên'), list('viec', 'Việc', TASK), field('person', 'nguoi', 'Người')],
    }),
    list('chuong_trinh', 'Chương trình', TASK),
    list('nhung_nguoi', 'Những người', field('person', 'ai', 'Ai')),
    field('group', 'nguoi_ky', 'Người ký', {
      fields: [
        list('quyen_han', 'Quyền hạn', text('dong', 'Dòng'), ' / '),
        text('chuc_vu', 'Chức vụ'),
        field('group', 'lien_he', 'Liên hệ', {
          fields: [text('thu', 'Thư'), field('outline', 'cach', 'Cách')],
        }),
      ],
    }),
  ],
};

const PARTS = [
  ...[
    'a',
    'Tên',
    'Nội dung: x',
    'Hạn:',
    'Đơn vị',
    'ế',
    'e\u0302\u0301',
    '12/9/2024',
    '- ',
    '-',
    '* ',
    '**b**',
    '– ',
    '• ',
  ],
  ...[
    '#',
    ' # ',
    '# ',
    ' #8',
    ':',
    ': ',
    ' :',
    '"',
    "'",
    "''",
    '\\',
    '\\n',
    '|',
    '|2',
    '>',
    '> ',
    '[',
    ']',
    '{',
    '}',
    ',',
  ],
  ...[
    '&a',
    '*a',
    '!x',
    '%',
    '@',
    '`',
    '?',
    '? ',
    '~',
    'null',
    'true',
    '---',
    '...',
    ' / ',
    '/',
    '; ',
    ' ',
    '  ',
    '\t',
  ],
  ...[
    '\u00a0',
    '\u2028',
    '\u200b',
    '\u0301',
    '😀',
    '中',
    '\u00ad',
    '\ufeff',
    '<b>',
    '{{x}}',
    '&amp;',
    '012',
    '1.',
    'I. ',
    'a) ',
  ],
];
const long = 'Dòng rất dài, '.repeat(40);

/** What people type, paste and mistype. */
export const nasty: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(fc.constantFrom(...PARTS), { maxLength: 6 }).map((parts) => parts.join('')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom(long, `${long}\n${long}`, '') },
);
export const nastyLines: fc.Arbitrary<string> = fc.oneof(
  nasty,
  fc.array(nasty, { maxLength: 5 }).map((lines) => lines.join('\n')),
  fc.array(nasty, { maxLength: 4 }).map((lines) => lines.join('\r\n')),
);

const calm = fc.constantFrom('', 'Một', 'Hai ba', 'Bốn: năm', '12/9/2024', 'Sáu "bảy"', 'Tám, chín');

/** A value of a field, or of many; `texts` makes the words. */
export function valueFor(
  definition: FieldDefinition,
  texts: fc.Arbitrary<string> = calm,
): fc.Arbitrary<TypedValue> {
  const { type, item, fields } = definition;
  if (type === 'list') return fc.array(valueFor(item!, texts), { maxLength: 3 });
  if (type === 'group') return valuesFor(fields ?? [], texts);
  if (type === 'reference')
    return fc.record({ so: fc.constantFrom('', '91'), ky_hieu: fc.constantFrom('', 'KH-A') });
  if (type === 'person') return fc.record({ ho_ten: texts, chuc_vu: texts });
  if (type === 'margins')
    return fc.constantFrom<TypedValue>(
      {},
      { tren: '20', duoi: '20', trai: '30', phai: '15' },
      { tren: '25' },
    );
  return texts;
}

export const valuesFor = (
  fields: readonly FieldDefinition[],
  texts: fc.Arbitrary<string> = calm,
): fc.Arbitrary<{ readonly [key: string]: TypedValue }> =>
  fc.record(Object.fromEntries(fields.map((one) => [one.key, valueFor(one, texts)])));
