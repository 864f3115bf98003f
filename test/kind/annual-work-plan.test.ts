import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Kind } from '../../src/kind/kind.js';
import { describeHoles, describeRandomForms, describeTitles } from './describe-structured.js';
import {
  countersOf,
  expectGolden,
  labelsOf,
  loadStructured,
  sampleValues,
  textsOf,
  treeOf,
  type Values,
  without,
} from './structured-kind.js';

vi.setConfig({ testTimeout: 120_000 });

const SLUG = 'annual-work-plan';

let kind: Kind;
let sample: Values;
beforeAll(async () => {
  kind = await loadStructured(SLUG);
  sample = sampleValues(kind);
});

const dropped = (...paths: readonly string[]): Values =>
  paths.reduce((values, path) => without(values, path, kind.definition.fields), sample);

const withTasks = (tasks: Values): Values => ({
  ...sample,
  nhiem_vu: { ...(dropped('nhiem_vu')['nhiem_vu'] as Values), ...tasks },
});

const task = (noi_dung: string, han = '') => ({ noi_dung, don_vi: 'Văn phòng', han });

/** The rows of the one table: role and texts. */
const rowsOf = (values: Values) => {
  const tables = treeOf(kind, values).sections[0]!.blocks.flatMap((block) =>
    block.type === 'table' ? [block] : [],
  );
  expect(tables.length).toBeLessThan(2);
  return (tables[0]?.rows ?? []).map(({ role, cells }) => [
    role,
    ...cells.map(({ content }) =>
      content.map((inline) => (inline.type === 'text' ? inline.text : '/')).join(''),
    ),
  ]);
};

test('the sample', () => {
  expectGolden(SLUG, treeOf(kind, sample));
});

describe('the table', () => {
  test('numbers its rows through the year, whatever quarter is left out', () => {
    const all = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));
    expect(countersOf(treeOf(kind, sample))).toEqual(all(22));
    expect(countersOf(treeOf(kind, dropped('nhiem_vu.quy_i')))).toEqual(all(16));
    expect(countersOf(treeOf(kind, dropped('nhiem_vu.quy_ii', 'nhiem_vu.quy_iv')))).toEqual(all(11));
  });

  test('says of no number that somebody typed it', () => {
    const table = treeOf(kind, sample).sections[0]!.blocks.find((block) => block.type === 'table');
    const rows = table?.type === 'table' ? table.rows.filter(({ role }) => role === 'body') : [];
    expect(rows).toHaveLength(22);
    for (const { cells } of rows)
      expect(cells[0]!.content).toMatchObject([{ origin: { type: 'generated', rule: 'R54' } }]);
  });

  test('has a row for each quarter that there is', () => {
    expect(rowsOf(withTasks({ quy_ii: [task('Một')], quy_iv: [task('Hai', 'trước 10/3/2026')] }))).toEqual([
      ['head', 'TT', 'Nội dung', 'Đơn vị thực hiện'],
      ['group', 'QUÝ II'],
      ['body', '1', 'Một', 'Văn phòng'],
      ['group', 'QUÝ IV'],
      ['body', '2', 'Hai/Thời hạn: trước 10/3/2026', 'Văn phòng'],
    ]);
  });

  test('goes by groups of the own, with names of its columns', () => {
    const nhom = [
      { ten: '6 THÁNG ĐẦU NĂM', viec: [task('Một'), task('Hai')] },
      { ten: '6 THÁNG CUỐI NĂM', viec: [task('Ba')] },
    ];
    expect(rowsOf(withTasks({ nhom, ten_cot: { noi_dung: 'Công việc', don_vi: 'Chủ trì' } }))).toEqual([
      ['head', 'TT', 'Công việc', 'Chủ trì'],
      ['group', '6 THÁNG ĐẦU NĂM'],
      ['body', '1', 'Một', 'Văn phòng'],
      ['body', '2', 'Hai', 'Văn phòng'],
      ['group', '6 THÁNG CUỐI NĂM'],
      ['body', '3', 'Ba', 'Văn phòng'],
    ]);
  });

  test('is not printed without tasks, nor is its section', () => {
    expect(rowsOf(dropped('nhiem_vu'))).toEqual([]);
    expect(labelsOf(treeOf(kind, dropped('nhiem_vu'))).filter((label) => /^[IV]+\.$/.test(label))).toEqual([
      'I.',
      'II.',
    ]);
    expect(rowsOf(withTasks({ loi_dan: 'Theo phụ lục.' }))).toEqual([]);
  });
});

describe('reports', () => {
  const texts = (...gone: readonly string[]) => textsOf(treeOf(kind, dropped(...gone)));
  const UNIT = 'to_chuc_thuc_hien.danh_sach.1';

  test('of half a year and of the year, with deadlines in bold', () => {
    expect(texts()).toContain('Báo cáo sơ kết 06 tháng đầu năm gửi về LĐLĐ tỉnh chậm nhất ngày 10/6/2026.');
    expect(texts()).toContain('Báo cáo tổng kết năm gửi về LĐLĐ tỉnh chậm nhất ngày 10/12/2026.');
    const bold = treeOf(kind, sample).sections[0]!.blocks.flatMap((block) =>
      block.type === 'unit'
        ? block.content.flatMap((one) => (one.type === 'text' && one.bold ? [one.text] : []))
        : [],
    );
    expect(bold).toEqual([
      'chậm nhất ngày 10/02/2026',
      'chậm nhất ngày 10/6/2026',
      'chậm nhất ngày 10/12/2026',
    ]);
  });

  test('that go nowhere in particular, or are not asked for', () => {
    expect(texts(`${UNIT}.gui_ve`)).toContain('Báo cáo tổng kết năm chậm nhất ngày 10/12/2026.');
    expect(texts(`${UNIT}.gui_ve`)).toContain('Báo cáo sơ kết 06 tháng đầu năm chậm nhất ngày 10/6/2026.');
    expect(texts(`${UNIT}.bao_cao_so_ket`).join('\n')).not.toContain('06 tháng đầu năm gửi');
  });
});

test('purpose and demands apart', () => {
  const empty = sample['muc_dich_yeu_cau'] as Values;
  const values = { ...sample, muc_dich_yeu_cau: { ...empty, muc_dich: ['Một.'], yeu_cau: ['Hai.', 'Ba.'] } };
  const tree = treeOf(kind, values);
  expect(labelsOf(tree).slice(0, 3)).toEqual(['I.', '1.', '2.']);
  expect(textsOf(tree).slice(1, 7)).toEqual([
    'MỤC ĐÍCH, YÊU CẦU',
    'Mục đích',
    'Một.',
    'Yêu cầu',
    'Hai.',
    'Ba.',
  ]);
});

describeHoles(() => kind);
describeTitles(() => kind);
describeRandomForms(() => kind);
