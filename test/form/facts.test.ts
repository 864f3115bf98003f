import { describe, expect, test } from 'vitest';
import type { FieldDefinition, KindFields } from '../../src/form/field.js';
import { jsonSchema } from '../../src/form/json-schema.js';
import { readForm } from '../../src/form/read-form.js';
import { field } from './build-field.js';

const TYPES = ['deadline', 'limit', 'share', 'money', 'moment', 'file', 'sentence'] as const;
const FIELDS: readonly FieldDefinition[] = [
  field('text', 'loai_van_ban', 'Loại văn bản'),
  ...TYPES.map((type) => field(type, type, type)),
  field('sentence', 'ngan', 'Ngắn', { limits: { maxLength: 5 } }),
  field('group', 'han', 'Hạn', {
    shorthand: 'muc',
    fields: [field('deadline', 'muc', 'Mức'), field('sentence', 'viet_la', 'Viết là')],
  }),
  field('group', 'khoi', 'Khối', {
    fields: [
      field('deadline', 'han', 'Hạn'),
      field('outline', 'viet_la', 'Viết là'),
      field('outline', 'noi_dung_khac', 'Nội dung khác'),
    ],
  }),
  field('group', 'so_luong', 'Số lượng', {
    shorthand: 'muc',
    fields: [
      field('list', 'muc', 'Mức', {
        separator: '; ',
        item: field('limit', 'muc', 'Mức', { required: true }),
      }),
      field('sentence', 'viet_la', 'Viết là'),
    ],
  }),
  field('list', 'dot', 'Đợt', {
    item: field('group', 'muc', 'Mục', {
      shorthand: 'ten',
      fields: [
        field('text', 'ten', 'Tên'),
        field('deadline', 'ket_thuc', 'Kết thúc'),
        field('sentence', 'viet_la', 'Viết là'),
      ],
    }),
  }),
];
const KIND: KindFields = { slug: 'thu', name: 'Thử', fields: FIELDS, checks: [] };

const read = (lines: string) =>
  readForm({ file: 'f.yaml', text: `Loại văn bản: Thử\n${lines}` }, () => KIND, ['Thử']);
const refusal = (lines: string) => {
  const { value, diagnostics } = read(lines);
  expect(value).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0]!;
};

describe('facts stay as typed:', () => {
  test.each([
    ['deadline', 'trước **10/3/2025**'],
    ['deadline', 'đến 15/4'],
    ['limit', 'từ 100 đến dưới 300: 70 %, không quá 200'],
    ['share', 'không quá 15% so với đại biểu chính thức'],
    ['money', '200 - 300 triệu đồng'],
    ['moment', '08 giờ 00, thứ Sáu, ngày 20/3/2025'],
    ['file', '../ke-hoach cấp trên.pdf'],
    ['file', 'C:\\van-ban\\kh.docx'],
    ['sentence', 'câu có **chữ đậm**: sớm'],
  ])('%s: %s', (type, text) => {
    const { value, diagnostics } = read(`${type}: ${text}\n`);
    expect(diagnostics).toEqual([]);
    expect(value!.values[type]).toBe(text);
    const place = value!.locate(type, 0, text.length);
    expect(place).toMatchObject({ start: 19 + type.length + 2 - 1 + 0 });
  });
});

describe('a fact that cannot be read is refused with examples:', () => {
  test.each([
    ['deadline', 'sớm', '"deadline" ghi "sớm", không có ngày, tháng, quý hay năm nào'],
    [
      'deadline',
      'trước 31/2/2025',
      '"deadline" ghi "trước 31/2/2025", trong đó có ngày hoặc tháng không có thật',
    ],
    ['deadline', 'trước 10/3/25', '"deadline" ghi "trước 10/3/25", năm chưa đủ bốn chữ số'],
    [
      'deadline',
      'ngày 15 hằng tháng',
      '"deadline" ghi "ngày 15 hằng tháng", là thời hạn lặp lại, không so sánh được với một ngày',
    ],
    [
      'deadline',
      'từ 10/3/2025 đến 1/3/2025',
      '"deadline" ghi "từ 10/3/2025 đến 1/3/2025", ngày bắt đầu sau ngày kết thúc',
    ],
    [
      'deadline',
      '1/3/2025 và 5/4/2025',
      '"deadline" ghi "1/3/2025 và 5/4/2025", có chỗ không đọc được thành thời hạn',
    ],
    ['limit', 'nhiều', '"limit" ghi "nhiều", không đọc được'],
    ['limit', '120 %', '"limit" ghi "120 %", không đọc được'],
    ['share', '70', '"share" ghi "70", không đọc được'],
    ['money', '250', '"money" ghi "250", không đọc được'],
    ['moment', '20/3/25', '"moment" ghi "20/3/25", không đọc được'],
    ['file', 'https://vi.du/kh.pdf', '"file" ghi một địa chỉ mạng, không phải tên tệp'],
    ['file', 'ke-hoach', '"file" ghi "ke-hoach", thiếu đuôi tệp'],
    ['file', '../', '"file" ghi một thư mục, không phải tên tệp'],
    ['file', 'a?.pdf', '"file" có ký tự ?, tên tệp không dùng được ký tự này'],
    ['file', `${'a'.repeat(300)}.pdf`, '"file" dài 304 ký tự, quá dài đối với tên tệp'],
  ])('%s: %s', (type, text, message) => {
    const finding = refusal(`${type}: ${text}\n`);
    expect(finding).toMatchObject({
      code: `form/${type}`,
      severity: 'error',
      message,
      actual: text,
      field: type,
    });
    expect(finding.expected).toContain('ví dụ');
  });

  test('the examples that are shown can be read', () => {
    for (const [type, bad] of [
      ['deadline', 'sớm'],
      ['limit', 'nhiều'],
      ['share', 'nhiều'],
      ['money', 'nhiều'],
      ['moment', 'sớm'],
    ] as const) {
      const [, examples = ''] = /ví dụ: (.*)$/.exec(refusal(`${type}: ${bad}\n`).expected ?? '') ?? [];
      expect(examples.split('; ').length).toBeGreaterThan(2);
      for (const example of examples.split('; '))
        expect([example, read(`${type}: ${example}\n`).diagnostics]).toEqual([example, []]);
    }
  });

  test('a sentence has its length', () => {
    expect(refusal('Ngắn: quá dài\n')).toMatchObject({
      code: 'form/too-long',
      expected: 'không quá 5 ký tự',
    });
  });
});

describe('where the group holds the writer’s own words', () => {
  test('a fact that cannot be read is told the way there, under the name that the form has', () => {
    const finding = refusal('Hạn: sớm\n');
    expect(finding.message).toBe('"Hạn" ghi "sớm", không có ngày, tháng, quý hay năm nào');
    const hint = finding.hints?.at(-1) ?? '';
    expect(hint).toBe(
      'Ghi câu của mình ở "Viết là" và bỏ trống ô này, nếu không thể ghi như trên:\nHạn:\n  Viết là: sớm',
    );
    // What the hint says can be done.
    const { value, diagnostics } = read(`${hint.split(':\n').slice(1).join(':\n')}\n`);
    expect(diagnostics).toEqual([]);
    expect(value!.values['han']).toEqual({ muc: '', viet_la: 'sớm' });
  });

  test.each(['trước 31/2/2025', 'trước 10/3/25', 'từ 10/3/2025 đến 1/3/2025'])(
    'a slip is to be put right, not carried on in own words: %s',
    (typed) => {
      const { hints = [] } = refusal(`Hạn: ${typed}\n`);
      expect(hints.length).toBeGreaterThan(0);
      expect(hints.join('\n')).not.toContain('Viết là');
    },
  );

  test('a line of a block goes behind the block, whose own words would take all its lines away', () => {
    const { hints } = refusal('Khối:\n  Hạn: sớm\n');
    expect(hints).toEqual([
      'Bỏ trống ô này và ghi cả dòng ở "Nội dung khác", nếu không thể ghi như trên:\nNội dung khác: |\n  - Hạn: sớm.',
    ]);
  });

  test('text beside a group’s own lines is told which line it is', () => {
    const { hints } = refusal('Hạn: trước 10/3/2025\n  Viết là: sớm\n');
    expect(hints).toEqual([
      'Chuyển chữ đó xuống thành một dòng riêng bên dưới:\nHạn:\n  Mức: trước 10/3/2025',
    ]);
  });

  test('a part that has a name of its own keeps it', () => {
    const finding = refusal('Đợt:\n  - Tên: một\n    Kết thúc: sớm\n');
    expect(finding.message).toContain('"Kết thúc" ghi "sớm"');
    expect(finding.hints?.at(-1)).toMatch(/như trên:\nViết là: sớm$/);
  });

  test('both may be given', () => {
    const { value } = read('Hạn:\n  Mức: trước 10/3/2025\n  Viết là: đầu tháng Ba\n');
    expect(value!.values['han']).toEqual({ muc: 'trước 10/3/2025', viet_la: 'đầu tháng Ba' });
  });

  test('limits with colons are a list, one a line or parted by semicolons', () => {
    const limits = ['dưới 100: toàn thể', 'từ 100 đến dưới 300: 70 %, không quá 200'];
    for (const lines of [`Số lượng:\n  - ${limits.join('\n  - ')}\n`, `Số lượng: ${limits.join('; ')}\n`]) {
      const { value, diagnostics } = read(lines);
      expect(diagnostics).toEqual([]);
      expect(value!.values['so_luong']).toEqual({ muc: limits, viet_la: '' });
    }
    expect(refusal('Số lượng:\n  - không quá 250\n  - vừa đủ\n').message).toBe(
      '"Số lượng" ghi "vừa đủ", không đọc được',
    );
  });
});

describe('editors and hints', () => {
  test('offer examples that can be read, the kind’s own first', () => {
    const own = {
      ...KIND,
      fields: [...FIELDS, field('money', 'kinh_phi', 'Kinh phí', { example: '5 triệu' })],
    };
    const { properties } = jsonSchema(own) as {
      properties: Record<string, { examples?: readonly string[] }>;
    };
    expect(properties['Kinh phí']?.examples?.[0]).toBe('5 triệu');
    for (const type of TYPES.filter((name) => name !== 'sentence')) {
      const examples = properties[type]?.examples ?? [];
      expect(examples.length).toBeGreaterThan(1);
      for (const example of examples)
        expect([example, read(`${type}: ${example}\n`).diagnostics]).toEqual([example, []]);
    }
  });

  test('show a fact that is missing as it is written', () => {
    const kind = {
      ...KIND,
      fields: [...FIELDS, field('deadline', 'thoi_han', 'Thời hạn', { required: true })],
    };
    const { diagnostics } = readForm({ file: 'f.yaml', text: 'Loại văn bản: Thử\n' }, () => kind, ['Thử']);
    expect(diagnostics[0]?.hints).toEqual(['Thêm:\nThời hạn: trước 10/3/2025']);
  });
});
