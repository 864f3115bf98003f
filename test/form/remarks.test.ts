import { describe, expect, it } from 'vitest';
import { errors } from './findings.js';
import { formWith, read } from './plan-fields.js';

describe('remarks', () => {
  it.each([
    ['Trích yếu: Thi đua # đợt 1', 'form/comment-in-text'],
    ['Địa chỉ liên hệ:\n  - Số 1 # trụ sở', 'form/comment-in-text'],
    ['Nội dung:\n  Một\n  Hai', 'form/missing-bar'],
    ['Trích yếu: "Đoàn kết"', 'form/quotes'],
    ['Địa chỉ liên hệ:\n  - A\n  -\n  - B', 'form/empty-item'],
    ['Địa danh: A\u200bB', 'text/invisible-character'],
    ['Nơi nhận:\n  - Như trên', 'form/archive-line'],
    ['Nơi nhận:\n  - Lưu: VT\n  - Như trên', 'form/archive-line'],
  ])('%s', (lines, code) => {
    const found = read(formWith(lines));
    expect(found.diagnostics.map((d) => [d.code, d.severity])).toEqual([[code, 'remark']]);
    expect(found.value).toBeDefined();
  });
  it.each([
    'Trích yếu: Thi đua  # đợt 1',
    'Trích yếu: Thi đua\t# đợt 1',
    'Ngày: 12/9/2024 # ngày ký',
    'Trích yếu: phòng #8',
    'Trích yếu: # chưa có\n  Thi đua',
    "Trích yếu: 'Thi đua # đợt 1'",
    'Trích yếu: "Thi đua # đợt 1"',
    '# ghi chú\n#ghi chú\n  # ghi chú',
  ])('none for: %s', (lines) => {
    expect(errors(formWith(lines), true)).toEqual([]);
  });
});
