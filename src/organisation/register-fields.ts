import type { FieldDefinition, KindFields } from '../form/field.js';

const text = (key: string, label: string, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  label,
  type: 'text',
  required: false,
  ...more,
});

/** A level's value is that of `templates/_common/level.yaml`, where there is one. */
const LEVEL: FieldDefinition = {
  key: 'cap',
  label: 'Cấp',
  type: 'choice',
  required: true,
  help: 'Cấp tổ chức của đơn vị.',
  example: 'công đoàn cơ sở',
  choices: [
    { value: 'cong_doan_co_so', label: 'công đoàn cơ sở', aliases: ['CĐCS'] },
    {
      value: 'cong_doan_xa',
      label: 'công đoàn xã, phường, đặc khu',
      aliases: ['công đoàn xã', 'công đoàn phường', 'công đoàn đặc khu'],
    },
    {
      value: 'cong_doan_cap_tren',
      label: 'công đoàn cấp trên trực tiếp cơ sở khác',
      aliases: ['công đoàn cấp trên trực tiếp cơ sở', 'công đoàn cấp trên'],
    },
    { value: 'ldld_tinh', label: 'LĐLĐ tỉnh, thành phố', aliases: ['LĐLĐ tỉnh', 'LĐLĐ thành phố'] },
    { value: 'trung_uong', label: 'công đoàn cấp trung ương', aliases: ['Tổng Liên đoàn', 'trung ương'] },
    { value: 'co_quan_nha_nuoc', label: 'cơ quan nhà nước', aliases: ['nhà nước'] },
    { value: 'khac', label: 'khác' },
  ],
};

const SIGNER: FieldDefinition = {
  key: 'nguoi',
  label: 'Người',
  type: 'group',
  required: true,
  fields: [
    {
      key: 'quyen_han',
      label: 'Quyền hạn',
      type: 'list',
      required: false,
      separator: ' / ',
      limits: { maxItems: 2 },
      example: 'TM. BAN CHẤP HÀNH',
      item: text('dong', 'Dòng', { required: true }),
    },
    text('chuc_vu', 'Chức vụ', { required: true, example: 'CHỦ TỊCH' }),
    text('ho_ten', 'Họ tên', { required: true, example: 'Nguyễn Văn A' }),
  ],
};

/** What is kept of a unit. */
export const UNIT_FIELDS: readonly FieldDefinition[] = [
  text('ma', 'Mã', {
    required: true,
    help: 'Tên ngắn, không trùng, dùng để gọi đơn vị.',
    example: 'cd-phuong-tan-hoa',
  }),
  text('ten', 'Tên', {
    required: true,
    help: 'Tên chính thức, đầy đủ, gõ chữ thường như sẽ dùng ở phần đầu văn bản.',
    example: 'Công đoàn phường Tân Hòa',
  }),
  LEVEL,
  text('cap_tren', 'Cấp trên', {
    help: 'Mã hoặc tên của cơ quan cấp trên trực tiếp; đơn vị này cũng có trong sổ.',
    example: 'ldld-hoa-giang',
  }),
  text('ky_hieu', 'Ký hiệu', {
    help: 'Chữ viết tắt tên đơn vị trong ký hiệu văn bản, sau chữ viết tắt loại văn bản.',
    example: 'LĐLĐ',
  }),
  text('dia_danh', 'Địa danh', { example: 'Hòa Giang' }),
  {
    key: 'so_doan_vien',
    label: 'Số đoàn viên',
    type: 'number',
    required: false,
    aliases: ['so_nguoi'],
    example: '260',
  },
  {
    key: 'nguoi_ky',
    label: 'Người ký',
    type: 'list',
    required: false,
    help: 'Người đầu tiên được dùng khi biểu mẫu không nêu ai.',
    item: SIGNER,
  },
  {
    key: 'noi_nhan',
    label: 'Nơi nhận',
    type: 'list',
    required: false,
    help: 'Nơi nhận thường dùng; dòng cuối là Lưu.',
    example: 'Lưu: VT',
    item: text('noi', 'Nơi', { required: true }),
  },
  text('ky_hieu_nguoi_soan_thao', 'Ký hiệu người soạn thảo', { example: 'NVA' }),
  {
    key: 'tu_ngay',
    label: 'Từ ngày',
    type: 'date',
    required: false,
    help: 'Ngày bắt đầu hoạt động; bỏ trống nếu không cần.',
    example: '1/7/2025',
  },
  {
    key: 'den_ngay',
    label: 'Đến ngày',
    type: 'date',
    required: false,
    help: 'Ngày hoạt động cuối cùng; bỏ trống nếu còn hoạt động.',
    example: '30/6/2025',
  },
  text('don_vi_ke_tuc', 'Đơn vị kế tục', {
    help: 'Mã hoặc tên của đơn vị tiếp nhận khi đơn vị này kết thúc.',
  }),
];

/** An act that papers cite, with the days between which it may be cited. */
export const ACT_FIELDS: readonly FieldDefinition[] = [
  text('so', 'Số', { required: true, aliases: ['so_ky_hieu'], example: '98/2023/NĐ-CP' }),
  text('ten', 'Tên', { help: 'Tên gọi dùng trong lời nhắc.', example: 'Nghị định số 98/2023/NĐ-CP' }),
  {
    key: 'tu_ngay',
    label: 'Từ ngày',
    type: 'date',
    required: false,
    help: 'Ngày ban hành.',
    example: '31/12/2023',
  },
  {
    key: 'den_ngay',
    label: 'Đến ngày',
    type: 'date',
    required: false,
    help: 'Ngày hiệu lực cuối cùng; bỏ trống nếu còn hiệu lực.',
    example: '30/6/2025',
  },
  text('thay_the_boi', 'Thay thế bởi', { example: 'Nghị định số 152/2025/NĐ-CP' }),
];

export const UNITS = 'don_vi';
export const ACTS = 'van_ban_trich_dan';

/** A register as if it were a kind of form: the same reading, labels and messages serve. */
export const REGISTER: KindFields = {
  slug: 'register',
  name: 'Sổ đơn vị',
  checks: [],
  fields: [
    {
      key: UNITS,
      label: 'Đơn vị',
      type: 'list',
      required: true,
      item: { key: 'muc', label: 'Đơn vị', type: 'group', required: true, fields: UNIT_FIELDS },
    },
    {
      key: ACTS,
      label: 'Văn bản trích dẫn',
      type: 'list',
      required: false,
      item: { key: 'muc', label: 'Văn bản trích dẫn', type: 'group', required: true, fields: ACT_FIELDS },
    },
  ],
};
