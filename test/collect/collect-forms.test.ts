import { describe, expect, test } from 'vitest';
import { type CollectedFile, collectForms } from '../../src/collect/collect-forms.js';
import { fileFinding } from '../../src/collect/filled-form.js';
import type { BlankFacts } from '../../src/document/form-facts.js';

const blank = (key: string, label: string, more: Partial<BlankFacts> = {}): BlankFacts => ({
  key,
  label,
  shape: 'text',
  isRequired: false,
  ...more,
});
const NAME = blank('ten', 'Tên', { isRequired: true });
const MONEY = blank('tien', 'Kinh phí', { shape: 'money' });
const DAY = blank('ngay', 'Ngày', { shape: 'date' });
const COUNT = blank('so', 'Số người', { shape: 'number' });
const PLACE = blank('dia_danh', 'Địa danh');

const filled = (
  file: string,
  answers: readonly (readonly [BlankFacts, string | undefined])[],
): CollectedFile => ({
  file,
  form: {
    file,
    title: 'BẢNG ĐĂNG KÝ',
    unitKey: `khoa-${file}`,
    answers: answers.map(([of, text]) => ({ blank: of, text })),
  },
  diagnostics: [],
});

/** The row of one form, under its heads. */
function rowOf(...answers: readonly (readonly [BlankFacts, string | undefined])[]) {
  const { rows, diagnostics } = collectForms([filled('a.pdf', answers)]);
  const [head = [], row = []] = rows;
  return {
    ...Object.fromEntries(head.map((name, index) => [name, row[index]])),
    codes: diagnostics.map(({ code }) => code),
  };
}

test('a row a file, in their order; the blanks of the letterhead stand behind the others', () => {
  const { rows, diagnostics } = collectForms([
    filled('b.pdf', [
      [PLACE, 'Hòa Giang'],
      [NAME, 'Nhà ăn'],
      [MONEY, '250 triệu'],
    ]),
    filled('a.docx', [
      [PLACE, ''],
      [NAME, 'Sân bóng'],
      [MONEY, ''],
    ]),
  ]);
  expect(diagnostics).toEqual([]);
  expect(rows).toEqual([
    ['Tệp', 'Mã đơn vị', 'Tên', 'Kinh phí', 'Kinh phí (đồng)', 'Địa danh', 'Điểm cần xem'],
    ['b.pdf', 'khoa-b.pdf', 'Nhà ăn', '250 triệu', 250_000_000, 'Hòa Giang', ''],
    ['a.docx', 'khoa-a.docx', 'Sân bóng', '', '', '', ''],
  ]);
});

describe('money', () => {
  test.each([
    ['250 triệu đồng', 250_000_000, []],
    ['0,25 tỷ', 250_000_000, []],
    ['250.000.000 đồng', 250_000_000, []],
    ['khoảng 250 triệu', '', ['collect/money-about']],
    ['200 - 300 triệu đồng', '', ['collect/money-range']],
    ['từ 150 triệu trở lên', '', ['collect/money-range']],
    ['nhiều lắm', '', ['collect/money']],
    ['250', '', ['collect/money']],
  ])('"%s" is %s in the column that adds up', (text, amount, codes) => {
    expect(rowOf([MONEY, text])).toMatchObject({ 'Kinh phí': text, 'Kinh phí (đồng)': amount, codes });
  });
});

describe('what has to be looked at is named by file and field', () => {
  test.each([
    ['a required blank left empty', NAME, '', 'collect/missing', /Chưa điền "Tên"/],
    ['a field that is gone', MONEY, undefined, 'collect/field-gone', /Không còn ô "Kinh phí"/],
    ['a day that there is not', DAY, '31/02/2025', 'collect/date', /"Ngày" ghi "31\/02\/2025"/],
    ['a number with words', COUNT, '15 người', 'collect/number', /"Số người" ghi "15 người"/],
    ['a number that may be two', COUNT, '1.5', 'collect/number', /1\.5/],
  ])('%s', (_, of, text, code, message) => {
    const { diagnostics, rows } = collectForms([filled('a.pdf', [[of, text]])]);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code, field: of.label, place: { file: 'a.pdf' } });
    expect(diagnostics[0]!.message).toMatch(message);
    expect(rows[1]!.at(-1)).toBe(diagnostics[0]!.message);
  });

  test.each([
    [DAY, '12/9/2025'],
    [DAY, 'ngày 12 tháng 9 năm 2025'],
    [DAY, '9/2025'],
    [COUNT, '1.250'],
    [COUNT, '2,5'],
    [COUNT, ''],
  ])('nothing in %o "%s"', (of, text) => {
    expect(collectForms([filled('a.pdf', [[of, text]])]).diagnostics).toEqual([]);
  });

  test('a number can be reckoned with', () => {
    expect(rowOf([COUNT, '1.250'])).toMatchObject({ 'Số người': 1250 });
  });
});

test('a file that could not be read is a row with its reason, and the others go on', () => {
  const found = fileFinding('x.jpg', 'picture', 'Tệp là ảnh chụp');
  const { rows, diagnostics } = collectForms([
    { file: 'x.jpg', diagnostics: [found] },
    filled('a.pdf', [[NAME, 'Nhà ăn']]),
  ]);
  expect(rows.slice(1)).toEqual([
    ['x.jpg', '', '', 'Tệp là ảnh chụp'],
    ['a.pdf', 'khoa-a.pdf', 'Nhà ăn', ''],
  ]);
  expect(diagnostics).toEqual([found]);
});

test('forms of several kinds share the columns they have in common, which is said', () => {
  const { rows, diagnostics } = collectForms([
    filled('a.pdf', [[NAME, 'Nhà ăn']]),
    filled('b.pdf', [
      [COUNT, '5'],
      [NAME, 'Sân bóng'],
    ]),
  ]);
  expect(rows).toEqual([
    ['Tệp', 'Mã đơn vị', 'Tên', 'Số người', 'Điểm cần xem'],
    ['a.pdf', 'khoa-a.pdf', 'Nhà ăn', '', ''],
    ['b.pdf', 'khoa-b.pdf', 'Sân bóng', 5, ''],
  ]);
  expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
    ['collect/several-kinds', 'remark'],
  ]);
});

test('two blanks of one label are told apart by their keys', () => {
  const { rows } = collectForms([
    filled('a.pdf', [
      [NAME, 'x'],
      [blank('ten_2', 'Tên'), 'y'],
    ]),
  ]);
  expect(rows[0]).toEqual(['Tệp', 'Mã đơn vị', 'Tên (ten)', 'Tên (ten_2)', 'Điểm cần xem']);
});
