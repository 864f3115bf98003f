import type { Outcome } from '../../src/diagnostic/diagnostic.js';
import type { Choice, FieldDefinition, KindFields } from '../../src/form/field.js';
import type { Form, FormValue } from '../../src/form/form.js';
import { readForm } from '../../src/form/read-form.js';

const field = (
  type: FieldDefinition['type'],
  key: string,
  label: string,
  more: Partial<FieldDefinition> = {},
): FieldDefinition => ({ type, key, label, required: false, ...more });
const text = (key: string, label: string, more: Partial<FieldDefinition> = {}): FieldDefinition =>
  field('text', key, label, more);
const texts = (key: string, label: string, more: Partial<FieldDefinition> = {}): FieldDefinition =>
  field('list', key, label, { item: text('muc', 'Mục', { required: true }), ...more });
const choice = (
  key: string,
  label: string,
  choices: readonly Choice[],
  more: Partial<FieldDefinition> = {},
): FieldDefinition => field('choice', key, label, { choices, ...more });

const APPENDIX: readonly FieldDefinition[] = [
  choice(
    'kieu',
    'Kiểu',
    [
      { value: 'phu_luc', label: 'phụ lục' },
      { value: 'gui_kem', label: 'gửi kèm', aliases: ['tài liệu gửi kèm'] },
      { value: 'bieu_mau', label: 'biểu mẫu' },
    ],
    { required: true },
  ),
  text('ten', 'Tên', { required: true, example: 'Đề cương báo cáo' }),
  field('outline', 'noi_dung', 'Nội dung', { required: true }),
  text('ky_hieu', 'Ký hiệu'),
  field('number', 'nam', 'Năm', { example: '2025' }),
];

/** Fields as a plan has them, one of every type at least; the tests' own, so that they do not change with templates/. */
export const PLAN_FIELDS: readonly FieldDefinition[] = [
  text('loai_van_ban', 'Loại văn bản', { required: true, aliases: ['loai'] }),
  text('co_quan_chu_quan', 'Cơ quan chủ quản'),
  text('co_quan_ban_hanh', 'Cơ quan ban hành', { required: true, example: 'Liên đoàn Lao động tỉnh A' }),
  field('reference', 'so_ky_hieu', 'Số, ký hiệu', { example: '91/KH-LĐLĐ' }),
  text('dia_danh', 'Địa danh'),
  field('date', 'ngay_ban_hanh', 'Ngày ban hành', { aliases: ['ngay'], example: '12/9/2024' }),
  text('trich_yeu', 'Trích yếu', { required: true, example: 'Tổ chức Hội nghị' }),
  field('group', 'can_cu', 'Căn cứ', {
    shorthand: 'danh_sach',
    fields: [
      choice(
        'kieu',
        'Kiểu',
        [
          { value: 'nghieng', label: 'nghiêng' },
          { value: 'cau', label: 'câu' },
        ],
        { default: 'nghieng' },
      ),
      texts('danh_sach', 'Danh sách'),
    ],
  }),
  field('outline', 'noi_dung', 'Nội dung', { required: true }),
  field('paragraph', 'ghi_chu', 'Ghi chú'),
  texts('noi_nhan', 'Nơi nhận', { required: true, example: 'Lưu: VT, VP' }),
  field('group', 'nguoi_ky', 'Người ký', {
    required: true,
    aliases: ['ky'],
    fields: [
      texts('quyen_han', 'Quyền hạn', {
        separator: ' / ',
        limits: { maxItems: 2 },
        example: 'TM. BAN THƯỜNG VỤ',
      }),
      text('chuc_vu', 'Chức vụ', { required: true, example: 'CHỦ TỊCH' }),
      text('ho_ten', 'Họ tên', { required: true, example: 'Nguyễn Văn A' }),
    ],
  }),
  field('list', 'kem_theo', 'Kèm theo', {
    item: field('group', 'muc', 'Mục kèm theo', { required: true, fields: APPENDIX }),
  }),
  field('margins', 'le_trang', 'Lề trang', {
    default: '20 20 30 15',
    limits: {
      tren_min: 20,
      tren_max: 25,
      duoi_min: 20,
      duoi_max: 25,
      trai_min: 30,
      trai_max: 35,
      phai_min: 15,
      phai_max: 20,
    },
  }),
  choice('thut_dau_dong', 'Thụt đầu dòng', [
    { value: '10', label: '1 cm', aliases: ['1'] },
    { value: '12.7', label: '1,27 cm', aliases: ['1,27'] },
  ]),
  field('number', 'gian_dong', 'Giãn dòng', { limits: { min: 1, max: 1.5 }, example: '1,1' }),
  choice('ket_thuc', 'Kết thúc', [
    { value: './.', label: './.' },
    { value: '.', label: '.' },
    { value: 'khong', label: 'không' },
  ]),
  choice('hinh_thuc_van_ban', 'Hình thức văn bản', [
    { value: 'giay', label: 'giấy', aliases: ['văn bản giấy'] },
    { value: 'dien_tu', label: 'điện tử' },
  ]),
  field('number', 'so_ban', 'Số bản'),
  texts('dia_chi_lien_he', 'Địa chỉ liên hệ'),
];

export const PLAN: KindFields = {
  slug: 'plan',
  name: 'Kế hoạch',
  fields: PLAN_FIELDS,
  checks: [{ name: 'recipients-have-archive-line', parameters: { field: 'noi_nhan' } }],
};

export const read = (source: string, file = 'f.yaml'): Outcome<Form> =>
  readForm({ file, text: source }, (name) => (['plan', 'Kế hoạch'].includes(name) ? PLAN : undefined), [
    'Kế hoạch',
  ]);

/** The values of a form that must be without errors. */
export function valuesOf(source: string): Readonly<Record<string, FormValue>> {
  const { value, diagnostics } = read(source);
  if (value === undefined) throw new Error(diagnostics.map((d) => `${d.code}: ${d.message}`).join('\n'));
  return value.values;
}

/** A form with everything that a plan must have, and `lines` before it. */
export const formWith = (lines: string): string => `${lines}
${MINIMAL.filter(([key]) => !new RegExp(`^${key}:`, 'm').test(lines))
  .map(([key, value]) => `${key}: ${value}`)
  .join('\n')}
`;

const MINIMAL = [
  ['Loại văn bản', 'Kế hoạch'],
  ['Cơ quan ban hành', 'Liên đoàn Lao động tỉnh A'],
  ['Trích yếu', 'Tổ chức Hội nghị'],
  ['Nội dung', '|\n  Thực hiện như sau.'],
  ['Nơi nhận', '\n  - Như trên\n  - Lưu: VT'],
  ['Người ký', '\n  Chức vụ: CHỦ TỊCH\n  Họ tên: Nguyễn Văn A'],
] as const;

/** The form of the specification, as written there. */
export const SPECIFIED = `Loại văn bản: Kế hoạch                       # or the slug: plan
Cơ quan chủ quản: Tổng Liên đoàn Lao động Việt Nam
Cơ quan ban hành: Liên đoàn Lao động tỉnh Lai Châu
Số, ký hiệu: 91/KH-LĐLĐ                      # also apart, "Số: 91" and "Ký hiệu: KH-LĐLĐ"; no number: a blank for registration
Địa danh: Lai Châu
Ngày ban hành: 12/9/2024                     # also 2024-09-12; "9/2024" leaves the day blank, "2024" the month too; left out: all blank
Trích yếu: Phát động thi đua: đợt 1, chào mừng Đại hội "Đoàn kết - Đổi mới"
Căn cứ:                                      # optional; italic as R44, or \`kiểu: câu\` for upright sentences as unions write them
  - Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022
Nội dung: |
  Thực hiện Hướng dẫn số 2709/HD-UBND ngày 12/7/2024 của Ủy ban nhân dân tỉnh, Ban Thường vụ xây dựng Kế hoạch như sau:
  I. MỤC ĐÍCH, YÊU CẦU
  1. Biểu dương các tập thể, cá nhân tiêu biểu.
  II. TỔ CHỨC THỰC HIỆN
  1. Liên đoàn Lao động tỉnh
  - Ban hành kế hoạch trước ngày **30/12/2024**.
  a) Phân công *từng đơn vị*;
Nơi nhận:
  - Thường trực Tỉnh ủy (b/c)
  - Các đơn vị: công đoàn xã, phường
  - Lưu: VT, CSPL
Người ký:
  Quyền hạn: TM. BAN THƯỜNG VỤ
  Chức vụ: CHỦ TỊCH
  Họ tên: Nguyễn Văn A
Kèm theo:                                    # optional, each on its own page with its own numbering
  - Kiểu: phụ lục                            # R78–R84; or "gửi kèm" (own title, no word Phụ lục), or "biểu mẫu" (own letterhead, blanks, own recipients and an unnamed signature)
    Tên: Đề cương báo cáo
    Nội dung: |
      1. Đặc điểm tình hình
`;
