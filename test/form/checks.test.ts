import { describe, expect, test } from 'vitest';
import { FORM_CHECKS } from '../../src/form/checks/registry.js';
import type { CheckDefinition, FieldDefinition, FieldType, KindFields } from '../../src/form/field.js';
import { readForm } from '../../src/form/read-form.js';
import { field } from './build-field.js';

const item = (type: FieldType, more: Partial<FieldDefinition> = {}): FieldDefinition =>
  field(type, 'muc', 'Mục', { required: true, ...more });

const FIELDS: readonly FieldDefinition[] = [
  field('text', 'loai_van_ban', 'Loại văn bản'),
  field('date', 'ngay_ban_hanh', 'Ngày ban hành'),
  field('moment', 'khai_mac', 'Khai mạc'),
  field('list', 'ty_le', 'Tỷ lệ', { item: item('share') }),
  field('list', 'muc_dai_bieu', 'Mức đại biểu', { item: item('limit'), separator: '; ' }),
  field('list', 'cap_to_chuc', 'Cấp tổ chức', {
    item: item('group', {
      fields: [
        field('choice', 'cap', 'Cấp', {
          choices: ['co_so', 'xa', 'cap_tren', 'tinh'].map((value) => ({ value, label: value })),
        }),
        field('deadline', 'han', 'Hạn'),
        field('share', 'dien_hinh', 'Điển hình'),
        field('share', 'khach_moi', 'Khách mời'),
        field('number', 'tu', 'Từ'),
        field('number', 'den', 'Đến'),
        field('list', 'muc_dai_bieu', 'Mức đại biểu', { item: item('limit'), separator: '; ' }),
        field('limit', 'mot_muc', 'Một mức'),
      ],
    }),
  }),
];

const check = (name: string, parameters: Record<string, string>): CheckDefinition => ({ name, parameters });

/** "severity code at place: message" of every finding, what is at the place in quotes. */
function run(definition: CheckDefinition, lines: string): string[] {
  const text = `Loại văn bản: Thử\n${lines}`;
  const kind: KindFields = { slug: 'thu', name: 'Thử', fields: FIELDS, checks: [definition] };
  const { diagnostics } = readForm({ file: 'f.yaml', text }, () => kind, ['Thử']);
  return diagnostics.map(({ severity, code, message, place }) => {
    const at = place !== undefined && 'start' in place ? text.slice(place.start, place.end) : '?';
    return `${severity} ${code} [${at}] ${message}`;
  });
}

const levels = (...lines: readonly string[]): string =>
  `Cấp tổ chức:\n${lines.map((line) => `  - ${line.replaceAll('; ', '\n    ')}\n`).join('')}`;

describe('range-in-order', () => {
  const range = check('range-in-order', { from: 'cap_to_chuc.*.tu', to: 'cap_to_chuc.*.den' });

  test('an upper end below the lower one', () => {
    expect(run(range, levels('Từ: 03; Đến: 05', 'Từ: 07; Đến: 5', 'Từ: 9'))).toEqual([
      'error form/range-order [07] "Cấp tổ chức (mục 2) > Từ" ghi "07", lớn hơn "Cấp tổ chức (mục 2) > Đến" ghi "5"',
    ]);
  });

  test('equal ends, or one alone, are a range', () => {
    expect(run(range, levels('Từ: 5; Đến: 05', 'Đến: 3', 'Hạn: 10/3/2025'))).toEqual([]);
  });
});

describe('shares-sum', () => {
  const shares = check('shares-sum', { shares: 'cap_to_chuc.*.dien_hinh, cap_to_chuc.*.khach_moi' });

  test('70 and 30 at least are the whole', () => {
    expect(run(shares, levels('Điển hình: không dưới 70%; Khách mời: không dưới 30%'))).toEqual([]);
  });

  test('70 and 40 at least are more than the whole', () => {
    expect(
      run(
        shares,
        levels('Điển hình: không dưới 70%', 'Điển hình: không dưới 70%; Khách mời: từ 40% trở lên'),
      ),
    ).toEqual([
      'error form/shares-sum [từ 40% trở lên] "Cấp tổ chức (mục 2) > Điển hình" ghi "không dưới 70%", "Cấp tổ chức (mục 2) > Khách mời" ghi "từ 40% trở lên": cộng lại là 110 %, quá 100 %',
    ]);
  });

  test('what is at most, about, or of another whole does not add up', () => {
    for (const guests of ['không quá 40%', 'khoảng 40%', 'không dưới 40 % so với đại biểu chính thức'])
      expect(run(shares, levels(`Điển hình: không dưới 70%; Khách mời: ${guests}`))).toEqual([]);
  });

  test('a list of shares is one whole', () => {
    const list = check('shares-sum', { shares: 'ty_le.*' });
    expect(run(list, 'Tỷ lệ:\n  - 1/3\n  - 1/3\n  - 1/3\n')).toEqual([]);
    expect(run(list, 'Tỷ lệ:\n  - 60%\n  - ít nhất 30%\n  - 10,5%\n')).toHaveLength(1);
  });
});

describe('deadlines-in-order', () => {
  const byList = check('deadlines-in-order', { deadlines: 'cap_to_chuc.*.han' });
  const byLevel = check('deadlines-in-order', {
    deadlines: 'cap_to_chuc.*.han',
    level: 'cap_to_chuc.*.cap',
    order: 'co_so, xa/cap_tren, tinh',
  });

  test('a lower level that is later', () => {
    expect(
      run(
        byList,
        levels('Hạn: trước 20/4/2025', 'Hạn: trước **15/4/2025**', 'Hạn: dự kiến nửa cuối tháng 5/2025'),
      ),
    ).toEqual([
      'remark form/deadline-order [trước 20/4/2025] "Cấp tổ chức (mục 1) > Hạn" ghi "trước 20/4/2025", sau thời hạn của cấp trên: "Cấp tổ chức (mục 2) > Hạn" ghi "trước **15/4/2025**"',
    ]);
  });

  test('each before the next, on the same day, without a year or with none', () => {
    expect(
      run(
        byList,
        levels('Hạn: trước 10/3/2025', 'Hạn: trước 15/4/2025', 'Hạn: dự kiến nửa cuối tháng 5/2025'),
      ),
    ).toEqual([]);
    expect(run(byList, levels('Hạn: chậm nhất ngày 9/3/2025', 'Hạn: trước 10/3/2025'))).toEqual([]);
    expect(run(byList, levels('Hạn: đến 15/4', 'Hạn: trước 10/3/2025', 'Hạn: trước 15 ngày'))).toEqual([]);
  });

  test('a list from high to low', () => {
    expect(run(byList, levels('Hạn: 30/5/2025', 'Hạn: 15/4/2025', 'Hạn: 10/3/2025'))).toEqual([]);
  });

  test('levels by name, in any order, two of one height', () => {
    const lines = levels(
      'Cấp: tinh; Hạn: 30/5/2025',
      'Cấp: xa; Hạn: 10/4/2025',
      'Cấp: cap_tren; Hạn: 20/4/2025',
      'Cấp: co_so; Hạn: 15/4/2025',
    );
    expect(run(byLevel, lines)).toEqual([]);
    expect(
      run(
        byLevel,
        levels('Cấp: tinh; Hạn: 30/5/2025', 'Cấp: xa; Hạn: 10/4/2025', 'Cấp: co_so; Hạn: 15/4/2025'),
      ),
    ).toHaveLength(1);
    expect(run(byLevel, levels('Cấp: tinh; Hạn: 30/3/2025', 'Hạn: 10/4/2025'))).toEqual([]);
  });
});

describe('bands-cover', () => {
  const bands = check('bands-cover', { limits: 'muc_dai_bieu.*' });
  const list = (...lines: readonly string[]): string =>
    `Mức đại biểu:\n${lines.map((line) => `  - ${line}\n`).join('')}`;

  test('bands that meet, in any order; a number for all', () => {
    expect(
      run(
        bands,
        list(
          'từ 300 trở lên: 70 %, tối đa 300',
          'dưới 100: toàn thể',
          'từ 100 đến dưới 300: 70 %, không quá 200',
        ),
      ),
    ).toEqual([]);
    expect(run(bands, list('không quá 250'))).toEqual([]);
    expect(run(bands, list('từ 100 đến 299: 70 %', 'từ 300 trở lên: không quá 300', 'khoảng 450'))).toEqual(
      [],
    );
    expect(run(bands, 'Mức đại biểu: dưới 100: toàn thể; từ 100 trở lên: 70 %\n')).toEqual([]);
  });

  test('a number of people between two bands', () => {
    expect(run(bands, list('dưới 100: toàn thể', 'trên 100: 70 %'))).toEqual([
      'warning form/bands-gap [trên 100: 70 %] "Mức đại biểu (mục 2)" có khoảng trống giữa "dưới 100" và "từ 101 trở lên": nơi có 100 người không thuộc mức nào',
    ]);
  });

  test('a number of people in two bands', () => {
    expect(run(bands, list('đến 300: 70 %', 'từ 300 trở lên: 60 %'))).toEqual([
      'warning form/bands-overlap [từ 300 trở lên: 60 %] "Mức đại biểu (mục 2)" có hai mức chồng nhau, "dưới 301" và "từ 300 trở lên": nơi có 300 người thuộc cả hai',
    ]);
    expect(run(bands, list('từ 100 trở lên: 70 %', 'từ 300 đến 400: 60 %'))).toHaveLength(1);
    expect(run(bands, list('dưới 100: 70 %', 'dưới 100: 60 %'))).toHaveLength(1);
  });
});

describe('bands of several levels', () => {
  // "; " parts the fields of a level here.
  const lines = levels(
    'Mức đại biểu: dưới 100: toàn thể§từ 100 trở lên: 70 %',
    'Mức đại biểu: từ 50 trở lên: 60 %',
  ).replace('§', '; ');

  test.each(['cap_to_chuc.*.muc_dai_bieu', 'cap_to_chuc.*.muc_dai_bieu.*'])(
    'are no bands of one: %s',
    (limits) => {
      expect(run(check('bands-cover', { limits }), lines)).toEqual([]);
      expect(run(check('bands-cover', { limits }), lines.replace('từ 100', 'từ 101'))).toHaveLength(1);
    },
  );

  test('a text holds its own', () => {
    const one = check('bands-cover', { limits: 'cap_to_chuc.*.mot_muc, cap_to_chuc.*.muc_dai_bieu' });
    expect(run(one, levels('Một mức: dưới 100: toàn thể', 'Một mức: dưới 50: toàn thể'))).toEqual([]);
  });
});

describe('moment-fits', () => {
  const fits = check('moment-fits', { moments: 'khai_mac' });

  test('weekday and lunar date of the day', () => {
    expect(run(fits, 'Khai mạc: 08 giờ 00, thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)')).toEqual([]);
    expect(run(fits, 'Khai mạc: thứ Hai, ngày 20/3')).toEqual([]);
  });

  test('of another day', () => {
    const typed = 'thứ Sáu, ngày 20/3/2025 (tức 20/2 âm lịch)';
    expect(run(fits, `Khai mạc: ${typed}`)).toEqual([
      `warning form/weekday [${typed}] "Khai mạc" ghi thứ Sáu, nhưng ngày 20/3/2025 là thứ Năm`,
      `warning form/lunar-date [${typed}] "Khai mạc" ghi ngày 20/2 âm lịch, nhưng ngày 20/3/2025 là ngày 21/2 năm Ất Tỵ âm lịch`,
    ]);
  });
});

describe('date-not-after', () => {
  const order = check('date-not-after', { earlier: 'ngay_ban_hanh', later: 'khai_mac, cap_to_chuc.*.han' });

  test('a deadline before the paper’s own date', () => {
    expect(
      run(order, `Ngày ban hành: 12/9/2024\nKhai mạc: 20/3/2025\n${levels('Hạn: trước 10/3/2024')}`),
    ).toEqual([
      'remark form/date-order [trước 10/3/2024] "Cấp tổ chức (mục 1) > Hạn" ghi "trước 10/3/2024", trước "Ngày ban hành" (12/9/2024)',
    ]);
  });

  test('what may still be later is right', () => {
    expect(run(order, `Ngày ban hành: 9/2024\nKhai mạc: tháng 9/2024\n${levels('Hạn: trước 10/3')}`)).toEqual(
      [],
    );
    expect(run(order, `Khai mạc: 20/3/2025\n`)).toEqual([]);
  });
});

test('each check says what it needs, and a path that leads nowhere finds nothing', () => {
  for (const { name, parameters } of FORM_CHECKS)
    expect([
      name,
      run(check(name, Object.fromEntries(parameters.map((key) => [key, 'khong.*.co']))), ''),
    ]).toEqual([name, []]);
});

// The figures of three real papers; words are ours.
describe('what real papers say raises nothing above a remark:', () => {
  const REAL = levels(
    'Hạn: trước **10/3/2025**; Điển hình: không dưới 70%; Khách mời: không dưới 30%; Từ: 03; Đến: 05',
    'Hạn: trước **15/4/2025**; Điển hình: không dưới 70%; Khách mời: không dưới 30%; Từ: 03; Đến: 05',
    'Hạn: dự kiến nửa cuối tháng 5/2025; Điển hình: không dưới 70%; Khách mời: không dưới 30%; Từ: 05; Đến: 07',
  );
  test.each([
    check('range-in-order', { from: 'cap_to_chuc.*.tu', to: 'cap_to_chuc.*.den' }),
    check('shares-sum', { shares: 'cap_to_chuc.*.dien_hinh, cap_to_chuc.*.khach_moi' }),
    check('deadlines-in-order', { deadlines: 'cap_to_chuc.*.han' }),
    check('date-not-after', { earlier: 'ngay_ban_hanh', later: 'cap_to_chuc.*.han' }),
  ])('$name', (definition) => {
    expect(run(definition, `Ngày ban hành: 12/9/2024\n${REAL}`)).toEqual([]);
  });
});
