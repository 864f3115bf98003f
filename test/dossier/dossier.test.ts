import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Paper } from '../../src/compile.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { bundledFonts } from '../../src/host-node/find-fonts.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { readSample } from '../end-to-end/papers.js';
import { compile, dossier, FILE, papersOf, plan, SHARED, sourceAt, squeezed, wordsOf } from './papers-of.js';

const SAMPLE = readSample('samples/bo-hoi-nghi.yaml');
const TWO = dossier(plan('tổ chức Hội nghị'), plan('trang trí'));

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
// Kinds and fonts are read once.
beforeAll(() => compile(TWO));

const sectionsOf = (paper: Paper | undefined): readonly string[] =>
  (paper?.document.sections ?? []).map(({ role }) => role);

describe('a shared fact', () => {
  test.each([
    ['Liên đoàn Lao động tỉnh Hòa Giang', 'Liên đoàn Lao động tỉnh Sơn Thủy', 4, 'tỉnh Sơn Thủy'],
    ['Ngày ban hành: 20/01/2026', 'Ngày ban hành: 21/02/2026', 3, 'ngày 21 tháng 02 năm 2026'],
    ['Số, ký hiệu: 52/KH-LĐLĐ', 'Số, ký hiệu: 53/KH-LĐLĐ', 3, '53/KH-LĐLĐ'],
    ['  Lần thứ: III', '  Lần thứ: IX', 1, 'LẦN THỨ IX'],
  ])('written once is in every paper that has it: %s', async (typed, changed, papers, printed) => {
    const text = SAMPLE.replace(typed, changed);
    expect(text).not.toBe(SAMPLE);
    const split = await papersOf(text, { split: true });
    const has = (paper: Paper) => wordsOf(paper).toUpperCase().includes(squeezed(printed).toUpperCase());
    expect(split.filter(has).length).toBe(papers);
    expect((await papersOf(SAMPLE, { split: true })).some(has)).toBe(false);
  });

  test('goes to a form as its parent agency, but leaves its date, place and recipients to whoever fills it in', async () => {
    const form = (await papersOf(SAMPLE, { split: true })).find(
      ({ document }) => document.kind === 'registration-form',
    );
    expect(form?.form.values).toMatchObject({
      co_quan_chu_quan: 'Liên đoàn Lao động tỉnh Hòa Giang',
      dia_danh: '',
      ngay_ban_hanh: '2026',
      noi_nhan: ['Công đoàn cấp trên trực tiếp', 'Lưu: VT'],
    });
  });

  test('of the main paper alone is its number', async () => {
    const papers = await papersOf(TWO, { split: true });
    expect(papers.map(({ form }) => form.values['so_ky_hieu'])).toEqual([
      { so: '91', ky_hieu: 'KH-LĐLĐ' },
      { so: '', ky_hieu: '' },
    ]);
  });

  test('that a paper says otherwise is remarked on, with both places', async () => {
    const text = dossier(
      plan('tổ chức'),
      plan('trang trí', 'Địa danh: Lai Châu', 'Ngày ban hành: 2025-09-12', 'Số, ký hiệu: KH-X'),
    );
    const { papers, diagnostics } = await compile(text);
    expect(papers?.length).toBe(1);
    const found = diagnostics.filter(({ code }) => code === 'dossier/contradiction');
    // The same date written in another way, and a number that is not shared with it, contradict nothing.
    expect(found.map(({ message }) => message)).toEqual([
      'Văn bản (mục 2): "Địa danh" ghi "Lai Châu", phần chung ghi "Hòa Giang"',
    ]);
    expect(found[0]?.severity).toBe('remark');
    expect(sourceAt(text, found[0]?.place)).toBe('Lai Châu');
    expect(sourceAt(text, found[0]?.related?.[0]?.place)).toBe('Hòa Giang');
  });
});

describe('by default', () => {
  test('the main paper has with it what is sent with it; what is sent by itself is a paper of its own', async () => {
    const papers = await papersOf(
      dossier(
        plan('tổ chức'),
        plan('trang trí'),
        plan('mẫu', 'Cách gửi: phụ lục'),
        plan('khác', 'Cách gửi: riêng'),
      ),
    );
    expect(papers.map(sectionsOf)).toEqual([['main', 'enclosure', 'appendix'], ['main']]);
    expect(papers.map(({ label }) => label)).toEqual([undefined, 'Kế hoạch']);
    expect(papers[0]?.resolved.properties).toMatchObject({
      title: 'Kế hoạch tổ chức',
      issuedOn: '2025-09-12',
    });
    expect(wordsOf(papers[0]!)).toContain(
      squeezed('(Kèm theo Kế hoạch số 91/KH-LĐLĐ ngày 12 tháng 9 năm 2025'),
    );
    expect(papers[0]?.resolved.sections.map(({ label }) => label)).toEqual(['', 'KẾ HOẠCH', 'Phụ lục']);
  });

  test('appendices are numbered through, also in files of their own (R78)', async () => {
    const text = dossier(plan('tổ chức'), plan('một', 'Cách gửi: phụ lục'), plan('hai', 'Cách gửi: phụ lục'));
    const labels = (papers: readonly Paper[]) =>
      papers.flatMap(({ resolved }) => resolved.sections.map(({ label }) => label));
    expect(labels(await papersOf(text))).toEqual(['', 'Phụ lục I', 'Phụ lục II']);
    expect(labels(await papersOf(text, { split: true }))).toEqual(['', 'Phụ lục I', 'Phụ lục II']);
    expect(
      labels(await papersOf(dossier(plan('a'), plan('b', 'Cách gửi: phụ lục')), { split: true })),
    ).toEqual(['', 'Phụ lục']);
  });

  test('the main paper must point to an appendix that is sent with it (R78)', async () => {
    const items = [plan('tổ chức'), plan('một', 'Cách gửi: phụ lục')] as const;
    const codes = async (text: string) => (await compile(text)).diagnostics.map(({ code }) => code);
    expect(await codes(dossier(...items))).not.toContain('nd30/R78');
    expect(await codes(dossier(items[0].replace(' (có Phụ lục kèm theo)', ''), items[1]))).toContain(
      'nd30/R78',
    );
  });

  test('an appendix has no letterhead of its own, though a form that goes with it has one', async () => {
    const form = ['Kèm theo:', '  - Kiểu: Biểu mẫu', '    Tên: Bảng đăng ký', '    Nội dung: Số lượng …'];
    const items = [plan('một', 'Cách gửi: phụ lục', ...form), plan('hai', 'Cách gửi: văn bản chính')];
    const { diagnostics } = await compile(dossier(...items).replace(/^Địa danh:.*\n/mu, ''));
    const found = diagnostics.filter(({ code }) => code === 'nd30/R36');
    expect(found.map(({ message, place }) => [message.slice(0, 16), place !== undefined])).toEqual([
      ['Văn bản (mục 2):', true],
    ]);
  });

  test('a banner goes with the plan as a mock-up, and by itself in its size', async () => {
    const [whole, banner, ...others] = await papersOf(SAMPLE);
    expect(others).toEqual([]);
    expect(sectionsOf(whole)).toEqual(['main', 'enclosure', 'enclosure', 'form']);
    expect(banner?.label).toBe('phong');
    const prints = (paper: Paper | undefined) =>
      paper?.resolved.sections.flatMap(({ banners = [] }) => banners.map(({ print }) => print.isMockUpOnly));
    expect(prints(whole)).toEqual([true, true]);
    expect(prints(banner)).toEqual([false, false]);
    // Each knows which of the set's papers are in it, its own first.
    expect([whole?.items, banner?.items]).toEqual([[0, 1, 2, 3], [2]]);
  });

  test('what looks otherwise than the main paper is remarked on, and keeps its looks in a file of its own', async () => {
    const text = dossier(plan('tổ chức'), plan('trang trí', 'Cỡ chữ nội dung: 13', 'Giãn dòng: 1,1'));
    const found = async (split: boolean) =>
      (await compile(text, { split })).diagnostics.filter(({ code }) => code === 'dossier/lost-setting');
    const [remark, ...others] = await found(false);
    expect([remark?.severity, sourceAt(text, remark?.place), others.length]).toEqual(['remark', '13', 0]);
    expect(await found(true)).toEqual([]);
  });

  test('nothing is found in the sample', async () => {
    for (const split of [false, true]) expect((await compile(SAMPLE, { split })).diagnostics).toEqual([]);
  });
});

describe('apart', () => {
  test('every paper is one, and says with what it goes (R80)', async () => {
    const papers = await papersOf(SAMPLE, { split: true });
    expect(papers.map(({ document }) => document.kind)).toEqual([
      'conference-plan',
      'report-outline',
      'hall-banner',
      'registration-form',
    ]);
    const line =
      '(Kèm theo Kế hoạch số 52/KH-LĐLĐ ngày 20 tháng 01 năm 2026 của Liên đoàn Lao động tỉnh Hòa Giang)';
    expect(papers.map((paper) => wordsOf(paper).includes(squeezed(line)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(papers.map(({ resolved }) => resolved.properties.author)).toEqual(
      papers.map(() => 'Liên đoàn Lao động tỉnh Hòa Giang'),
    );
  });

  test('in whose name the main one is issued, where that is said', async () => {
    const named = SAMPLE.replace('Địa danh:', 'Nhân danh: Ban Thường vụ LĐLĐ tỉnh\nĐịa danh:');
    const [, outline, banner] = await papersOf(named, { split: true });
    const end = squeezed('tháng 01 năm 2026 của Ban Thường vụ LĐLĐ tỉnh)');
    expect([outline!, banner!].map((paper) => wordsOf(paper).includes(end))).toEqual([true, true]);
  });

  test('with an electronic paper number and date stay blank (R81)', async () => {
    const [, outline] = await papersOf(
      `${SAMPLE.replace('Địa danh:', 'Hình thức văn bản: điện tử\nĐịa danh:')}`,
      {
        split: true,
      },
    );
    expect(wordsOf(outline!)).toMatch(/\(KèmtheoKếhoạchsố\.+ngày\.+tháng\.+năm\.+của/);
  });

  test('every typed word still has its place in the form', async () => {
    for (const paper of await papersOf(SAMPLE, { split: true })) {
      const items = paper.pages().pages.flatMap(({ items: all }) => all);
      const lost = items.flatMap((item) => {
        if (item.type !== 'text' || item.origin?.type !== 'field') return [];
        const at = paper.form.locate(
          item.origin.path,
          item.origin.offset,
          item.origin.offset + item.text.length,
        );
        const typed = sourceAt(SAMPLE, at)?.toUpperCase().replace(/\s+/g, ' ').trim() ?? '';
        const printed = item.text
          .toUpperCase()
          .replace(/[\s\u00a0]+/g, ' ')
          .replaceAll('\u2011', '-')
          .trim();
        const isDefault = at === undefined && item.origin.offset === 0;
        return isDefault || printed.startsWith(typed) ? [] : [`${item.origin.path}: ${printed} / ${typed}`];
      });
      expect(lost).toEqual([]);
    }
  });
});

describe('the same dossier', () => {
  const bytesOf = async (text: string, split: boolean) => {
    const fonts = bundledFonts().set;
    return (await papersOf(text, { split })).flatMap((paper) => [
      writeDocx(paper.resolved),
      writePdf(paper.pages(), fonts),
    ]);
  };
  test.each([false, true])(
    'gives the same bytes, also in Unicode tổ hợp with CRLF (apart: %s)',
    async (split) => {
      const first = await bytesOf(SAMPLE, split);
      expect(await bytesOf(SAMPLE.normalize('NFD').replaceAll('\n', '\r\n'), split)).toEqual(first);
    },
  );
  test('as JSON gives the same words', async () => {
    const json = JSON.stringify({
      'Loại văn bản': 'Bộ văn bản',
      'Cơ quan ban hành': 'Liên đoàn Lao động tỉnh Hòa Giang',
      'Số, ký hiệu': '91/KH-LĐLĐ',
      'Địa danh': 'Hòa Giang',
      'Ngày ban hành': '12/9/2025',
      'Nơi nhận': ['Các công đoàn cơ sở', 'Lưu: VT, CSPL'],
      'Người ký': { 'Chức vụ': 'CHỦ TỊCH', 'Họ tên': 'Nguyễn Văn A' },
      'Văn bản': ['tổ chức Hội nghị', 'trang trí'].map((subject) => ({
        'Loại văn bản': 'plan',
        'Trích yếu': subject,
        'Nội dung': `Nội dung về ${subject} (có Phụ lục kèm theo).`,
      })),
    });
    expect((await papersOf(json)).map(wordsOf)).toEqual((await papersOf(TWO)).map(wordsOf));
  });
});

test('what a file of its own prints of the main paper leads to the fields of that', async () => {
  const text = TWO.replace('91/KH-LĐLĐ', '91/KH-☃');
  const { papers, diagnostics } = await compile(text, { split: true });
  expect(papers).toHaveLength(2);
  const missing = diagnostics.filter(({ code }) => code === 'font/missing-letter');
  expect(missing.map(({ place }) => sourceAt(text, place))).toEqual(['☃']);
});

describe('what is wrong', () => {
  const found = async (text: string) => {
    const { papers, diagnostics } = await compile(text);
    expect(papers).toBeUndefined();
    return diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, place }) => [code, message, sourceAt(text, place)]);
  };

  test('in a paper is said under its name; in the shared facts once', async () => {
    const text = dossier(plan('a'), plan('b', 'Gian dong: chín', 'Dia dan: X')).replace(
      '12/9/2025',
      '32/9/2025',
    );
    const errors = await found(text);
    expect(errors).toContainEqual([
      'form/unknown-field',
      'Văn bản (mục 2): Không có ô nào tên là "Dia dan"',
      'Dia dan',
    ]);
    expect(errors.filter(([, message]) => message?.startsWith('Văn bản (mục 2): "Giãn dòng"'))).toHaveLength(
      1,
    );
    expect(errors.filter(([, , at]) => at === '32/9/2025')).toHaveLength(1);
  });

  test('in a banner, which goes with the plan and by itself, is said once, under its own name', async () => {
    const text = SAMPLE.replace('Kích thước: 5 × 2,5 m', 'Kích thước: to lắm');
    const { diagnostics } = await compile(text);
    expect(diagnostics.map(({ message, field, place }) => [message, field, sourceAt(text, place)])).toEqual([
      [
        'Văn bản (mục 3): Kích thước phông ghi "to lắm", không đọc được',
        'Văn bản (mục 3) > Phông (mục 1) > Kích thước',
        'to lắm',
      ],
    ]);
  });

  test('a fact that several papers lack is said once', async () => {
    const text = dossier(plan('a'), plan('b'), plan('c', 'Cơ quan ban hành: X')).replace(
      /^Cơ quan ban hành.*\n/m,
      '',
    );
    expect((await found(text)).map(([, message]) => message)).toEqual([
      'Thiếu "Cơ quan ban hành" cho văn bản ở các mục 1, 2',
    ]);
  });

  test('what the papers cannot share is said of each that lacks it', async () => {
    const lacks = (number: number) => [
      `Văn bản (mục ${number}): Thiếu "Trích yếu"`,
      `Văn bản (mục ${number}): Thiếu "Nội dung"`,
    ];
    const text = dossier(plan('a'), '  - Kế hoạch\n', '  - Kế hoạch\n');
    const messages = (await found(text)).map(([, message]) => message);
    expect(messages).toEqual([...lacks(2), ...lacks(3)]);
  });

  test('what is the main paper’s alone, where there is none', async () => {
    const apart = TWO.replaceAll('- Loại văn bản: Kế hoạch', '- Loại văn bản: Kế hoạch\n    Cách gửi: riêng');
    const unused = async (text: string) =>
      (await compile(text)).diagnostics
        .filter(({ code }) => code === 'dossier/no-main-paper')
        .map(({ severity, field, place }) => [severity, field, sourceAt(text, place)]);
    expect(await unused(apart)).toEqual([['warning', 'Số, ký hiệu', '91/KH-LĐLĐ']]);
    expect(await unused(apart.replace('Cách gửi: riêng', 'Cách gửi: văn bản chính'))).toEqual([]);
    expect(await unused(apart.replace('Số, ký hiệu: 91/KH-LĐLĐ\n', ''))).toEqual([]);
    expect((await compile(apart)).papers).toHaveLength(2);
  });

  test('a shared key that no paper knows', async () => {
    const text = TWO.replace('Địa danh', 'Dia dan');
    const { diagnostics } = await compile(text);
    const unknown = diagnostics.filter(({ code }) => code === 'form/unknown-field');
    expect(unknown.map(({ message, hints }) => [message, hints])).toEqual([
      ['Không có ô nào tên là "Dia dan"', ['có phải ý bạn là "Địa danh"?']],
    ]);
    expect((await compile(TWO.replace('Địa danh:', 'Giãn dòng: 1,2\nĐịa danh:'))).papers).toBeDefined();
  });

  test.each<[string, string, string, string]>([
    ['a dossier in a dossier', dossier(plan('a'), '  - Bộ văn bản\n'), 'dossier/nested', 'Bộ văn bản'],
    ['a kind that is not there', dossier(plan('a'), '  - Ke hoac\n'), 'form/unknown-kind', 'Ke hoac'],
    [
      'two main papers',
      dossier(plan('a', 'Cách gửi: văn bản chính'), plan('b', 'Cách gửi: chính')),
      'dossier/main-paper',
      'chính',
    ],
    ['papers that go with none', dossier(plan('a', 'Cách gửi: gửi kèm')), 'dossier/main-paper', 'gửi kèm'],
    ['no papers', `${SHARED}Văn bản:\n`, 'form/missing', 'Văn bản'],
    ['papers that are no list', `${SHARED}Văn bản: hai\n`, 'form/expected-list', 'hai'],
    ['an item that names no kind', dossier(plan('a'), '  - Trích yếu: b\n'), 'form/missing', ''],
  ])('%s', async (_, text, code, at) => {
    const errors = await found(text);
    expect(errors.map(([first]) => first)).toEqual([code]);
    if (at !== '') expect(errors[0]?.[2]).toBe(at);
  });

  test.each([
    ['', 'Văn bản:'],
    ['Văn bản: [', ''],
    ['Văn bản: {a: b}', ''],
    ['Văn bản:\n  -\n  - -\n  - - a', ''],
    ['Văn bản:\n- Kế hoạch\n- Kế hoạch: x\n - plan', ''],
    ['Văn bản:\n  - Loại văn bản:\n      - a', ''],
    ['"Văn bản":\n  - Loại văn bản: |\n      Kế hoạch\n    Cách gửi: bay', ''],
  ])('%j never crashes, and says where', async (list) => {
    const { diagnostics } = await compile(`${SHARED}${list}\n`);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { place } of diagnostics) expect(place).toMatchObject({ file: FILE });
  });
});
