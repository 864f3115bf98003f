import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { FormValue } from '../../src/form/form.js';
import { emptyValue } from '../../src/form/schema.js';
import type { Kind } from '../../src/kind/kind.js';
import { describeHoles, describeRandomForms } from './describe-structured.js';
import {
  changedAt,
  expectGolden,
  holesOf,
  labelsOf,
  loadStructured,
  sampleValues,
  textsOf,
  treeOf,
  type Values,
  without,
} from './structured-kind.js';

vi.setConfig({ testTimeout: 120_000 });

const SLUG = 'conference-plan';

let kind: Kind;
let sample: Values;
beforeAll(async () => {
  kind = await loadStructured(SLUG);
  sample = sampleValues(kind);
});

const changed = (path: string, value: FormValue, values: Values = sample): Values =>
  changedAt(values, path, value);
const dropped = (...paths: readonly string[]): Values =>
  paths.reduce((values, path) => without(values, path, kind.definition.fields), sample);
const linesOf = (values: Values): readonly string[] => textsOf(treeOf(kind, values));

test('the sample', () => {
  expectGolden(SLUG, treeOf(kind, sample));
});

describe('numbers follow from what there is:', () => {
  const ordered = (values: Values) => labelsOf(treeOf(kind, values)).filter((label) => !label.includes(')'));

  test.each([
    ['kinh_phi', ['I.', 'II.', 'III.']],
    ['muc_dich_yeu_cau', ['I.', 'II.', 'III.']],
    ['to_chuc_thuc_hien', ['I.', 'II.', 'III.']],
  ])('without %s', (path, romans) => {
    expect(ordered(dropped(path)).filter((label) => /^[IVX]+\.$/.test(label))).toEqual(romans);
  });

  test('a section that is not there is not counted', () => {
    const labels = ordered(dropped('noi_dung_tap_trung', 'chuong_trinh', 'kinh_phi', 'to_chuc_thuc_hien'));
    expect(labels.slice(labels.indexOf('II.'))).toEqual([
      'II.',
      '1.',
      '1.1.',
      '1.2.',
      '1.3.',
      '2.',
      '3.',
      '3.1.',
      '3.2.',
      '3.3.',
      '3.4.',
      '4.',
    ]);
  });

  test('a form of nothing but what is required has neither section nor hole', () => {
    const values = Object.fromEntries(
      kind.definition.fields.map((field) => [
        field.key,
        field.required ? sample[field.key]! : emptyValue(field),
      ]),
    );
    const subject =
      'tổ chức Hội nghị gặp mặt điển hình tiên tiến các cấp công đoàn tỉnh Hòa Giang, giai đoạn 2021 - 2026';
    expect(linesOf(values)).toEqual([
      `Liên đoàn Lao động tỉnh Hòa Giang xây dựng Kế hoạch ${subject} như sau:`,
      `Trên đây là Kế hoạch ${subject}.`,
    ]);
  });
});

describe('the basis that the superior gives:', () => {
  const PLAN = 'ke_hoach_cap_tren';
  const basisOf = (values: Values) => linesOf(values).find((text) => text.startsWith('Thực hiện Kế hoạch'));

  test.each([
    [
      [],
      'Thực hiện Kế hoạch số 18/KH-TLĐ ngày 15 tháng 12 năm 2025 của Tổng Liên đoàn Lao động Việt Nam về việc biểu dương điển hình tiên tiến trong công nhân lao động',
    ],
    [
      ['so_ky_hieu', 'trich_yeu'],
      'Thực hiện Kế hoạch ngày 15 tháng 12 năm 2025 của Tổng Liên đoàn Lao động Việt Nam',
    ],
    [['ngay_ban_hanh', 'trich_yeu'], 'Thực hiện Kế hoạch số 18/KH-TLĐ của Tổng Liên đoàn Lao động Việt Nam'],
    [['co_quan_ban_hanh', 'trich_yeu', 'ngay_ban_hanh'], 'Thực hiện Kế hoạch số 18/KH-TLĐ'],
    [['so_ky_hieu', 'trich_yeu', 'ngay_ban_hanh', 'co_quan_ban_hanh'], undefined],
  ])('without %j', (gone, expected) => {
    expect(basisOf(dropped(...gone.map((key) => `${PLAN}.${key}`)))).toBe(expected);
  });

  test('with a date that is not yet whole', () => {
    expect(basisOf(changed(`${PLAN}.ngay_ban_hanh`, '2025-12'))).toContain(
      'số 18/KH-TLĐ tháng 12 năm 2025 của',
    );
  });

  test('not from a file of which nothing is known yet, nor from the limits alone', () => {
    const values = dropped(
      ...['so_ky_hieu', 'trich_yeu', 'ngay_ban_hanh', 'co_quan_ban_hanh'].map((k) => `${PLAN}.${k}`),
    );
    expect(basisOf(changed(`${PLAN}.tep`, 'ke-hoach.pdf', values))).toBeUndefined();
    const limits = changed(`${PLAN}.cap_to_chuc`, sample['cap_to_chuc']!, values);
    expect(basisOf(limits)).toBeUndefined();
    expect(linesOf(changed(`${PLAN}.cap_to_chuc`, sample['cap_to_chuc']!))).toEqual(linesOf(sample));
  });

  test('as the writer has it', () => {
    const values = changed(`${PLAN}.viet_la`, 'Thực hiện Kế hoạch của **cấp trên**');
    expect(basisOf(values)).toBe('Thực hiện Kế hoạch của cấp trên');
  });
});

test('a heading of a main matter may stand alone, with a note in italics', () => {
  const values = changed('trong_tam.bao_cao.noi_dung', '');
  expect(linesOf(values)).toContain('Báo cáo kết quả thi đua, khen thưởng (có Đề cương báo cáo gửi kèm)');
  expect(holesOf(treeOf(kind, values))).toHaveLength(1);
});

describeHoles(() => kind, {
  // What only says how others are printed, and the words around a deadline that is not there.
  silent: /(^|\.)(tieu_de|cap|so_nguoi|don_vi|danh_sach\.0\.gui_ve|ten)$|^phan_noi_dung$|^phan_cac_cap$/,
  bareHeading: /^nothing below "\d+\.\d+\. /,
});
describeRandomForms(() => kind, 20);
