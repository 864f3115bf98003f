import type { DeadlineFault } from '../../vietnamese/deadline.js';
import { deadlineFault } from '../../vietnamese/read-deadline.js';
import type { FieldDefinition } from '../field.js';
import { unreadable } from './fact.js';
import { examplesText } from './fact-examples.js';
import type { ScalarResult } from './scalar.js';

const EXPECTED = `một thời hạn, ${examplesText('deadline')}`;

/** A deadline stays as typed; one that names no day that can be compared is refused with examples. */
export function readDeadlineField(text: string, field: FieldDefinition): ScalarResult {
  const fault = deadlineFault(text);
  if (fault === undefined) return { value: text };
  return unreadable('deadline', text, field, EXPECTED, {
    message: messageOf(fault, text.trim(), field.label),
    hints: HINTS[fault] ?? [],
    isSlip: SLIPS.includes(fault),
  });
}

/** What would be as wrong in the writer's own words. */
const SLIPS: readonly DeadlineFault[] = ['bad-date', 'short-year', 'reversed'];

const HINTS: Readonly<Partial<Record<DeadlineFault, readonly string[]>>> = {
  'bad-date': ['Sửa lại ngày, tháng cho đúng'],
  'short-year': ['Viết năm đủ bốn chữ số'],
  reversed: ['Đổi chỗ hai ngày, hoặc sửa ngày ghi sai'],
  more: ['Chỉ ghi một thời hạn, không kèm lời văn khác'],
};

function messageOf(fault: DeadlineFault, text: string, label: string): string {
  const start = `"${label}" ghi "${text}"`;
  switch (fault) {
    case 'no-date':
      return `${start}, không có ngày, tháng, quý hay năm nào`;
    case 'bad-date':
      return `${start}, trong đó có ngày hoặc tháng không có thật`;
    case 'short-year':
      return `${start}, năm chưa đủ bốn chữ số`;
    case 'recurring':
      return `${start}, là thời hạn lặp lại, không so sánh được với một ngày`;
    case 'reversed':
      return `${start}, ngày bắt đầu sau ngày kết thúc`;
    case 'more':
      return `${start}, có chỗ không đọc được thành thời hạn`;
  }
}
