import { describe, expect, it, test } from 'vitest';
import { createUnitTexts, fail, newUnit, takeCheck, type Unit } from '../../src/cli/batch-unit.js';
import { bundleWords, checkWords, nextWords, staleBundles } from '../../src/cli/batch-words.js';

/** Units of two files each that can be made, or cannot. */
function unitsOf(...areGood: readonly boolean[]): readonly Unit[] {
  const kept = createUnitTexts();
  return areGood.map((isGood, index) => {
    const [order, row] = [index + 1, index + 2];
    const key = `dv-${order}`;
    const unit = newUnit(kept, { type: 'row', order, row: { row, texts: [] } }, key, undefined);
    const files = [`${key}.docx`, `${key}.pdf`];
    takeCheck(unit, { order, key, unit: key, stem: key, digest: 'd', files, cells: [], diagnostics: [] });
    if (!isGood) fail(unit);
    return unit;
  });
}

describe('a check ends with', () => {
  const end = { refuses: false, isDry: true, folder: 'kq' };
  test.each([
    [
      [true, true],
      [
        'Đã kiểm tra 2 đơn vị: không có chỗ sai. Chưa ghi tệp nào.',
        'Bỏ --dry-run rồi chạy lại thì được 4 tệp trong thư mục "kq".',
      ],
    ],
    [
      [true, false, true],
      [
        'Đã kiểm tra 3 đơn vị: 1 đơn vị có chỗ sai. Chưa ghi tệp nào.',
        'Bỏ --dry-run rồi chạy lại thì được 4 tệp của 2 đơn vị kia trong thư mục "kq".',
      ],
    ],
    [[false], ['Đã kiểm tra 1 đơn vị: 1 đơn vị có chỗ sai. Chưa ghi tệp nào.']],
  ])('%j', (areGood, words) => {
    const faulty = areGood.filter((isGood) => !isGood).length;
    expect(checkWords({ ...end, units: unitsOf(...areGood), faulty })).toEqual(words);
  });

  it('what forbade to write', () => {
    const units = unitsOf(true, false);
    expect(checkWords({ ...end, units, faulty: 1, refuses: true })).toEqual([
      'Chưa ghi tệp nào. Sửa bảng rồi chạy lại.',
    ]);
    expect(checkWords({ ...end, units, faulty: 1, isDry: false })).toEqual([
      '1 đơn vị có chỗ sai nên chưa ghi tệp nào (--strict). Sửa rồi chạy lại.',
    ]);
  });
});

describe('a run ends with', () => {
  it('its folder, and how to mend what is wrong', () => {
    expect(nextWords(unitsOf(true), 'kq')).toHaveLength(1);
    expect(nextWords(unitsOf(true, false), 'kq')).toEqual([
      'Thư mục kết quả: "kq"; xem từng đơn vị trong report.csv ở đó.',
      'Sửa các chỗ sai rồi chạy lại đúng lệnh này: đơn vị đã làm xong không làm lại.',
    ]);
  });

  it('what its archives do not hold', () => {
    const part = { written: ['a.zip', 'in.pdf'], stale: [], isWhole: false, units: 2 };
    expect(bundleWords(part)).toEqual([
      'a.zip, in.pdf chỉ có 2 đơn vị của lần chạy này, không phải cả bảng.',
    ]);
    expect(bundleWords({ ...part, isWhole: true })).toEqual([]);
    expect(bundleWords({ ...part, written: [], stale: ['1', '2', '3', '4'] })[0]).toMatch(
      /^1, 2, 3 và 1 tệp khác là của lần trước/,
    );
  });

  it('archives of earlier runs, where papers were made since', () => {
    const file = { path: 'tat-ca.zip', sha256: 's', size: 1 };
    const state = { bundles: () => [{ bundle: 'zip:tat-ca.zip', digest: 'd', files: [file] }] };
    const [unit] = unitsOf(true);
    expect(staleBundles(state, [unit!], [])).toEqual([]);
    unit!.state = 'made';
    expect(staleBundles(state, [unit!], [])).toEqual(['tat-ca.zip']);
    expect(staleBundles(state, [unit!], ['tat-ca.zip'])).toEqual([]);
  });
});
