import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Kind } from '../../src/kind/kind.js';
import { describeHoles, describeRandomForms, describeTitles } from './describe-structured.js';
import {
  bodyFields,
  expectGolden,
  fullValues,
  labelsOf,
  loadStructured,
  sampleValues,
  textsOf,
  treeOf,
  type Values,
  without,
} from './structured-kind.js';

vi.setConfig({ testTimeout: 120_000 });

const SLUG = 'emulation-launch-plan';

let kind: Kind;
let sample: Values;
beforeAll(async () => {
  kind = await loadStructured(SLUG);
  sample = sampleValues(kind);
});

const dropped = (...paths: readonly string[]): Values =>
  paths.reduce((values, path) => without(values, path, kind.definition.fields), sample);

/** The form with other values at a path of groups. */
function changed(path: string, value: Values[string], values: Values = sample): Values {
  const [key, ...rest] = path.split('.');
  const inner = values[key!];
  return { ...values, [key!]: rest.length === 0 ? value : changed(rest.join('.'), value, inner as Values) };
}

test('the sample', () => {
  expectGolden(SLUG, treeOf(kind, sample));
});

describe('numbers follow from what there is:', () => {
  const romans = (values: Values) =>
    textsOf(treeOf(kind, values)).filter((text) => /^[\p{Lu}\s,]+$/u.test(text));

  test('a section without content is not printed', () => {
    expect(labelsOf(treeOf(kind, dropped('phong_trao'))).filter((label) => /^[IVX]+\.$/.test(label))).toEqual(
      ['I.', 'II.', 'III.', 'IV.'],
    );
    expect(romans(dropped('phong_trao'))).toEqual([
      'MỤC ĐÍCH, YÊU CẦU',
      'ĐỐI TƯỢNG THI ĐUA, HÌNH THỨC VÀ TIÊU CHUẨN KHEN THƯỞNG',
      'HỒ SƠ, THỜI GIAN TRÌNH VÀ KINH PHÍ KHEN THƯỞNG',
      'TỔ CHỨC THỰC HIỆN',
    ]);
  });

  test('a form of award without groups has its number of awards in a dash', () => {
    const values = dropped(
      'doi_tuong_khen_thuong.doi_tuong',
      'doi_tuong_khen_thuong.hinh_thuc.danh_sach.1.nhom',
    );
    const labels = labelsOf(treeOf(kind, values));
    expect(labels).toContain('1.2.');
    expect(labels.filter((label) => /^\d+\.\d+\.\d+\.$/.test(label))).toEqual([]);
    expect(textsOf(treeOf(kind, values))).toContain(
      'Số lượng đề nghị khen thưởng: không quá 40 tập thể và không quá 80 cá nhân.',
    );
  });

  test('as deep as 2.2.1. a)', () => {
    expect(labelsOf(treeOf(kind, sample)).join(' ')).toContain(
      '2. 2.1. 2.2. 2.2.1. a) b) 2.2.2. a) b) 2.2.3.',
    );
  });
});

describe('a title of its own parts:', () => {
  const PARTS = ['chu_de', 'muc_tieu', 'noi_dung', 'thoi_gian'];
  test.each([
    [PARTS, 'CHỦ ĐỀ, MỤC TIÊU, NỘI DUNG VÀ THỜI GIAN THI ĐUA'],
    [['chu_de', 'muc_tieu', 'noi_dung'], 'CHỦ ĐỀ, MỤC TIÊU VÀ NỘI DUNG THI ĐUA'],
    [['chu_de', 'noi_dung', 'thoi_gian'], 'CHỦ ĐỀ, NỘI DUNG VÀ THỜI GIAN THI ĐUA'],
    [['muc_tieu', 'thoi_gian'], 'MỤC TIÊU VÀ THỜI GIAN THI ĐUA'],
    [['chu_de', 'muc_tieu'], 'CHỦ ĐỀ VÀ MỤC TIÊU THI ĐUA'],
    [['noi_dung'], 'NỘI DUNG THI ĐUA'],
    [['thoi_gian'], 'THỜI GIAN THI ĐUA'],
  ])('%j', (kept, title) => {
    const gone = PARTS.filter((part) => !kept.includes(part)).map((part) => `phong_trao.${part}`);
    expect(textsOf(treeOf(kind, dropped(...gone)))).toContain(title);
  });

  test.each([
    [['ho_so'], 'THỜI GIAN TRÌNH VÀ KINH PHÍ KHEN THƯỞNG'],
    [['kinh_phi'], 'HỒ SƠ VÀ THỜI GIAN TRÌNH KHEN THƯỞNG'],
    [['thoi_gian_trinh'], 'HỒ SƠ VÀ KINH PHÍ KHEN THƯỞNG'],
    [['ho_so', 'thoi_gian_trinh'], 'KINH PHÍ KHEN THƯỞNG'],
  ])('of the award file without %j', (gone, title) => {
    expect(textsOf(treeOf(kind, dropped(...gone.map((part) => `ho_so_khen_thuong.${part}`))))).toContain(
      title,
    );
  });

  test('or one that the writer gives', () => {
    const texts = textsOf(treeOf(kind, changed('phong_trao.tieu_de', 'NỘI DUNG PHONG TRÀO')));
    expect(texts).toContain('NỘI DUNG PHONG TRÀO');
    expect(texts.join('\n')).not.toContain('CHỦ ĐỀ, MỤC TIÊU');
  });
});

describe('sentences of facts:', () => {
  const TIME = 'phong_trao.thoi_gian';
  test.each([
    ['ngày 1/3/2026', 'ngày 30/9/2026', 'Thời gian phát động thi đua từ ngày 1/3/2026 đến ngày 30/9/2026.'],
    [
      'ngày 1/3/2026',
      'hết ngày 30/9/2026',
      'Thời gian phát động thi đua từ ngày 1/3/2026 đến hết ngày 30/9/2026.',
    ],
    ['từ tháng 3', 'đến tháng 9 năm 2026', 'Thời gian phát động thi đua từ tháng 3 đến tháng 9 năm 2026.'],
    ['', 'trong Quý II năm 2026', 'Thời gian phát động thi đua trong Quý II năm 2026.'],
    ['', 'ngày 30/9/2026', 'Thời gian phát động thi đua đến ngày 30/9/2026.'],
    ['ngày ban hành Kế hoạch', '', 'Thời gian phát động thi đua từ ngày ban hành Kế hoạch.'],
  ])('from "%s" to "%s"', (from, to, sentence) => {
    const values = changed(`${TIME}.ket_thuc`, to, changed(`${TIME}.bat_dau`, from));
    expect(textsOf(treeOf(kind, values))).toContain(sentence);
  });

  const HAND_IN = 'ho_so_khen_thuong.thoi_gian_trinh';
  test.each([
    [[], 'gửi hồ sơ đề nghị khen thưởng về LĐLĐ tỉnh trước ngày 05/10/2026.'],
    [['don_vi'], 'Hồ sơ đề nghị khen thưởng gửi về LĐLĐ tỉnh trước ngày 05/10/2026.'],
    [['don_vi', 'gui_ve'], 'Hồ sơ đề nghị khen thưởng gửi trước ngày 05/10/2026.'],
    [['muc'], 'gửi hồ sơ đề nghị khen thưởng về LĐLĐ tỉnh.'],
  ])('handing in without %j', (gone, end) => {
    const texts = textsOf(treeOf(kind, dropped(...gone.map((key) => `${HAND_IN}.${key}`))));
    expect(texts.find((text) => text.endsWith(end))).toBeDefined();
  });

  const FUNDS = 'ho_so_khen_thuong.kinh_phi';
  test.each([
    ['nguon', 'Kinh phí khen thưởng: 320 triệu đồng.'],
    ['muc', 'Kinh phí khen thưởng từ nguồn tài chính công đoàn năm 2026 của LĐLĐ tỉnh.'],
  ])('funds without %s', (gone, sentence) => {
    expect(textsOf(treeOf(kind, dropped(`${FUNDS}.${gone}`)))).toContain(sentence);
  });

  const AWARD = 'doi_tuong_khen_thuong.hinh_thuc.danh_sach.1.so_luong';
  test.each([
    [[], 'Số lượng đề nghị khen thưởng: không quá 40 tập thể và không quá 80 cá nhân.'],
    [['ca_nhan'], 'Số lượng đề nghị khen thưởng: không quá 40 tập thể.'],
    [['tap_the'], 'Số lượng đề nghị khen thưởng: không quá 80 cá nhân.'],
  ])('how many, without %j', (gone, sentence) => {
    expect(textsOf(treeOf(kind, dropped(...gone.map((key) => `${AWARD}.${key}`))))).toContain(sentence);
  });

  test("the writer's own in their place", () => {
    const values = changed(`${FUNDS}.viet_la`, 'Theo **quy định**.');
    expect(textsOf(treeOf(kind, values))).toContain('Theo quy định.');
    expect(textsOf(treeOf(kind, values)).join('\n')).not.toContain('320 triệu');
  });
});

test('stars open the heads of who takes part, and notes', () => {
  const blocks = treeOf(kind, sample).sections[0]!.blocks;
  const stars = blocks.flatMap((block) =>
    block.type === 'unit' && block.level === 'star' ? [block.content] : [],
  );
  expect(stars.map(([first]) => first)).toMatchObject([
    { text: 'Tập thể:' },
    { text: 'Cá nhân:' },
    { text: 'Lưu ý: ', italic: true },
    { text: 'Lưu ý:', bold: true },
  ]);
  expect(stars[2]!.every((inline) => inline.type === 'text' && inline.italic)).toBe(true);
});

test('deadlines are bold; where the writer marks the date, only the date is', () => {
  const boldOf = (values: Values) =>
    treeOf(kind, values).sections[0]!.blocks.flatMap((block) =>
      block.type === 'paragraph'
        ? block.content.flatMap((inline) => (inline.type === 'text' && inline.bold ? [inline.text] : []))
        : [],
    );
  const path = 'ho_so_khen_thuong.thoi_gian_trinh.muc';
  expect(boldOf(sample)).toEqual(['trước ngày 05/10/2026']);
  expect(boldOf(changed(path, 'chậm nhất **ngày 05/10/2026**'))).toEqual(['ngày 05/10/2026']);
});

test('a task that is closed by a full stop has its deadline in a sentence of its own', () => {
  const task = { noi_dung: 'Lập danh sách.', gui_ve: '', han: 'trước 10/3/2026', viet_la: '' };
  const unit = {
    ten: 'Văn phòng',
    loi_dan: '',
    viec: [task, { ...task, gui_ve: 'Ban Tổ chức' }],
    noi_dung_khac: '',
  };
  const full = fullValues(bodyFields(kind), ['viet_la'])['to_chuc_thuc_hien'] as Values;
  const [first] = full['danh_sach'] as readonly Values[];
  const texts = textsOf(treeOf(kind, changed('to_chuc_thuc_hien.danh_sach', [{ ...first, ...unit }])));
  expect(texts).toContain('Lập danh sách. Thời hạn: trước 10/3/2026.');
  expect(texts).toContain('Lập danh sách. Gửi về Ban Tổ chức trước 10/3/2026.');
});

describeHoles(() => kind);
describeTitles(() => kind);
describeRandomForms(() => kind);
