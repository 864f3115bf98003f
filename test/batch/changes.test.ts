import { describe, expect, it } from 'vitest';
import { describeChanges, type EarlierRun, type PresentUnit } from '../../src/batch/changes.js';
import type { RunHeader } from '../../src/batch/journal-entry.js';

const RUN: RunHeader = {
  program: '0.1.0',
  digests: { form: 'f', 'kind:plan': 'k', fonts: 'p', options: 'o' },
  head: ['Mã', 'Cơ quan ban hành', 'Số', 'Ngày ban hành'],
};
const unit = (order: number, more: Partial<PresentUnit> = {}): PresentUnit => ({
  key: `cd-${order}`,
  name: `Công đoàn xã ${order}`,
  row: order + 1,
  stem: `00${order}`,
  digest: `d${order}`,
  cells: ['m', 'c', 's', 'n'],
  ...more,
});
const units = (count: number, change: (order: number) => Partial<PresentUnit> = () => ({})) =>
  Array.from({ length: count }, (_, index) => unit(index + 1, change(index + 1)));

const before = (known: readonly PresentUnit[], run: RunHeader | undefined = RUN): EarlierRun => ({
  run,
  keys: () => known.map(({ key }) => key),
  done: (key) => {
    const found = known.find((one) => one.key === key);
    return (
      found && {
        key,
        order: found.row - 1,
        row: found.row,
        unit: found.name,
        digest: found.digest!,
        stem: found.stem,
        cells: found.cells,
        files: [],
        pages: 0,
        milliseconds: 0,
        findings: [],
      }
    );
  },
});
const said = (
  known: readonly PresentUnit[],
  now: readonly PresentUnit[],
  run: Partial<RunHeader> = {},
  isWhole = true,
) => describeChanges(before(known), { run: { ...RUN, ...run }, units: now, isWhole });

describe('what changed since the run before', () => {
  it('is nothing in the first run, and nothing where nothing did', () => {
    const first: EarlierRun = { run: undefined, keys: () => [], done: () => undefined };
    expect(describeChanges(first, { run: RUN, units: units(3), isWhole: true })).toEqual([]);
    expect(said(units(3), units(3))).toEqual([]);
  });

  it('names the columns of a row that changed', () => {
    const now = units(3, (order) => (order === 2 ? { cells: ['m', 'c', 'S', 'N'], digest: 'x' } : {}));
    expect(said(units(3), now)).toEqual(['Dòng 3 (Công đoàn xã 2): đổi cột "Số", "Ngày ban hành"']);
  });

  it('finds a column again that stands elsewhere', () => {
    const now = units(2, () => ({ cells: ['m', 'c', 'n', 's'] }));
    const head = ['Mã', 'Cơ quan ban hành', 'Ngày ban hành', 'Số'];
    expect(said(units(2), now, { head })).toEqual([]);
  });

  it('tells columns that came and went', () => {
    const now = units(2, () => ({ cells: ['m', 'c', 's', 't'], digest: 'x' }));
    expect(said(units(2), now, { head: ['Mã', 'Cơ quan ban hành', 'Số', 'Trích yếu'] })).toEqual([
      expect.stringContaining('làm lại cả 2 đơn vị'),
      'Bảng có thêm cột "Trích yếu"',
      'Bảng không còn cột "Ngày ban hành"',
    ]);
  });

  it('names units that are new, gone and renamed', () => {
    const now = [unit(1), unit(3, { stem: '002' }), unit(4)];
    expect(said(units(3), now)).toEqual([
      'Lần trước chưa làm: 1 đơn vị: dòng 5 (Công đoàn xã 4)',
      'Không còn ở lần này: 1 đơn vị: Công đoàn xã 2',
      'Dòng 4 (Công đoàn xã 3): đổi tên từ "003" thành "002"',
    ]);
  });

  it('calls nobody gone where only some rows were asked for', () => {
    expect(said(units(3), [unit(1)], {}, false)).toEqual([]);
  });

  it('says what touched all, and what touched none', () => {
    const again = units(3, (order) => ({ digest: `e${order}` }));
    expect(said(units(3), again, { digests: { ...RUN.digests, form: 'F', fonts: 'P' } })).toEqual([
      'Phông chữ đã đổi, biểu mẫu đã sửa: làm lại cả 3 đơn vị',
    ]);
    expect(said(units(3), units(3), { digests: { ...RUN.digests, form: 'F' } })).toEqual([
      'Biểu mẫu đã sửa: không có văn bản nào thay đổi vì điều này',
    ]);
    expect(said(units(3), again, { program: '0.2.0' })).toEqual([
      'Chương trình đã đổi từ bản 0.1.0 sang bản 0.2.0: làm lại cả 3 đơn vị',
    ]);
    expect(said(units(3), again, { digests: { ...RUN.digests, 'kind:plan': 'K', options: 'O' } })).toEqual([
      'Mẫu văn bản "plan" đã sửa, tùy chọn của lệnh đã đổi: làm lại cả 3 đơn vị',
    ]);
  });

  it('finds the cause in a file that the form names where there is no other', () => {
    const now = units(3, (order) => (order === 1 ? { digest: 'x' } : {}));
    expect(said(units(3), now)).toEqual([
      'Tệp mà biểu mẫu dùng đến (sổ đơn vị, kế hoạch cấp trên, ảnh) đã thay đổi: làm lại 1 đơn vị mà dòng trong bảng không đổi',
    ]);
  });

  it('counts where there are many', () => {
    const now = units(40, (order) => ({ cells: ['m', 'c', 'S', order > 30 ? 'N' : 'n'], digest: 'x' }));
    const sentences = said(units(40), now);
    expect(sentences).toHaveLength(11);
    expect(sentences[10]).toBe('Và 30 dòng khác: đổi cột "Số" (30 dòng), "Ngày ban hành" (10 dòng)');
    const added = said([], units(25));
    expect(added).toHaveLength(1);
    expect(added[0]).toMatch(/^Lần trước chưa làm: 25 đơn vị: .*; và 15 đơn vị khác$/);
    const renamed = said(
      units(25),
      units(25, (order) => ({ stem: `x${order}` })),
    );
    expect(renamed).toHaveLength(11);
    expect(renamed[10]).toBe('Đổi tên thêm 15 đơn vị khác');
  });

  it('calls forms by their names where there is no table', () => {
    const run = { ...RUN, head: [] };
    const now = { run, units: [unit(1, { key: 'a/ke-hoach.yaml', cells: [] })], isWhole: true };
    expect(describeChanges(before([], run), now)).toEqual([
      'Lần trước chưa làm: 1 đơn vị: "a/ke-hoach.yaml"',
    ]);
  });
});
