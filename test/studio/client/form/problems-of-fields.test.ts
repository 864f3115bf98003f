import { expect, test } from 'vitest';
import { readFormModel } from '../../../../src/form/edit/read-form-model.js';
import { editKindOf, problemsOfFields, readValues } from '../../../../src/studio/client/form/form-values.js';
import { kindOf, loadKindInfos } from './kinds.js';

test('problems come to the fields as the form counts them, their ranges in the text of the field', async () => {
  const kind = editKindOf(kindOf(await loadKindInfos(), 'plan'));
  const text = `Loại văn bản: Kế hoạch
Nội dung: |
  Đoạn một.
  1. Mục sai
Nơi nhận:
  -
  - Lưu: VT
`;
  const form = readValues(readFormModel(text, kind));
  const from = text.indexOf('sai');
  const [outline, recipient] = problemsOfFields(
    [
      {
        path: 'noi_dung',
        severity: 'error',
        code: 'x',
        message: 'x',
        hints: [],
        range: { from, to: from + 3 },
      },
      { path: 'noi_nhan.0', severity: 'error', code: 'x', message: 'x', hints: [] },
    ],
    form,
  );
  const value = form.values['noi_dung'] as string;
  expect(value.slice(outline?.range?.from, outline?.range?.to)).toBe('sai');
  expect(recipient?.path).toBe('noi_nhan.1');
  expect(form.formPath('noi_nhan.1')).toBe('noi_nhan.0');
});

test('what is only not filled in yet is no mistake, and its hints are not for the lines of the file', async () => {
  const kind = editKindOf(kindOf(await loadKindInfos(), 'plan'));
  const form = readValues(readFormModel('Loại văn bản: Kế hoạch\nTrích yếu:\n', kind));
  const missing = {
    path: 'trich_yeu',
    severity: 'error',
    code: 'form/missing',
    message: '"Trích yếu" còn để trống',
    hints: ['Ghi một lần ở phần chung', 'Thêm:\nTrích yếu: Tổ chức hội nghị'],
  } as const;
  expect(problemsOfFields([missing, { ...missing, code: 'x' }], form)).toEqual([
    { ...missing, severity: 'remark', hints: ['Ghi một lần ở phần chung'] },
    { ...missing, code: 'x' },
  ]);
});
