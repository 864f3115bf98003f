import { expect, it } from 'vitest';
import type { CheckedJob, Job } from '../../src/batch/job.js';
import {
  addFindings,
  createUnitTexts,
  fail,
  findingsOfUnit,
  namesOfUnit,
  newUnit,
  placeOfUnit,
  takeCheck,
} from '../../src/cli/batch-unit.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';

const place = { file: 'don-vi.xlsx', sheet: 'Sheet1', cell: 'B5' };
const job: Job = { type: 'row', order: 4, row: { row: 5, texts: ['a'] } };
const finding = (message: string): Diagnostic => ({ code: 'x/y', severity: 'remark', message, place });
const checked = (more: Partial<CheckedJob> = {}): CheckedJob => ({
  order: 4,
  key: 'đơn vị "5"',
  unit: 'Công đoàn\nxã',
  stem: 'hoa-giang/004-Công đoàn',
  digest: 'd'.repeat(64),
  files: ['hoa-giang/004-Công đoàn/a.docx', 'hoa-giang/004-Công đoàn.pdf', 'khac.pdf'],
  cells: ['abcdefgh', '-_345678'],
  diagnostics: [],
  ...more,
});

it('keeps what its check came to', () => {
  const unit = newUnit(createUnitTexts(), job, 'k', place);
  expect(namesOfUnit(unit)).toEqual({ key: 'k', unit: '', stem: '', files: [], cells: [] });
  expect(placeOfUnit(unit)).toEqual({ shown: 'Dòng 5', place });
  const { order: _, diagnostics: __, ...names } = checked();
  takeCheck(unit, checked());
  expect([namesOfUnit(unit), unit.state]).toEqual([names, 'waiting']);
});

it('without a stem, cells, files or a digest is as it was, and cannot be made', () => {
  const unit = newUnit(
    createUnitTexts(),
    { type: 'form', order: 1, file: 'a.yaml', path: '/a.yaml', stem: 'a' },
    'a',
    undefined,
  );
  const { digest: _, ...rest } = checked({ stem: '', files: [], cells: [] });
  takeCheck(unit, rest);
  expect(namesOfUnit(unit)).toEqual({ key: rest.key, unit: rest.unit, stem: '', files: [], cells: [] });
  expect([unit.state, placeOfUnit(unit)]).toEqual(['failed', { shown: 'a.yaml' }]);
});

it('has its findings one after the other, and what many units have is kept once', () => {
  const texts = createUnitTexts();
  const units = Array.from({ length: 500 }, () => newUnit(texts, job, 'k', place));
  for (const [at, unit] of units.entries()) {
    addFindings(unit, [finding('ở mọi đơn vị')]);
    if (at % 2 === 1) fail(unit, finding(`của đơn vị ${at}`));
  }
  expect(new Set(units.filter((_, at) => at % 2 === 0).map(({ findings }) => findings)).size).toBe(1);
  expect(findingsOfUnit(units[3]!)).toEqual([finding('ở mọi đơn vị'), finding('của đơn vị 3')]);
  expect(findingsOfUnit(newUnit(texts, job, 'k', place))).toEqual([]);
});
