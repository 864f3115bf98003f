import type { BlockReader } from './block-reader.js';
import type { Bullet } from './bullets.js';
import type { UnitLabel } from './label.js';
import { endOf } from './mark-titles.js';
import { offsetOf, type Segment } from './read-inlines.js';
import type { Remarks } from './remarks.js';

/** Of the decree, on parts, chapters, sections, articles, clauses and points (R49 to R53). */
export const LABELS_CLAUSE = 'Phụ lục I, Mục II.6.đ';

/** A bullet in front of another or of a label: "- a) …". `kept` is what is printed. */
export function remarkDoubled({ text, remarks }: BlockReader, bullet: Bullet, kept: string): void {
  const sign = text[bullet.at] ?? '';
  remarks.add(
    'double-bullet',
    bullet.at,
    bullet.at + 1,
    `Dấu "${sign}" đứng trước "${kept}" nên không được in`,
    {
      actual: `${sign} ${kept}`,
      expected: kept,
      hints: [`Xóa dấu "${sign}" thừa ở đầu dòng`],
    },
  );
}

/** A label with nothing behind it. */
export function remarkEmpty(label: string, at: number, remarks: Remarks): void {
  remarks.add('empty-unit', at, at + label.length, `Sau "${label}" chưa có nội dung`, {
    actual: label,
    hints: [`Gõ nội dung trên cùng dòng với "${label}"`],
  });
}

/** What is wrong with the form of a label that starts at `start`. */
export function remarkSlips(label: UnitLabel, start: number, remarks: Remarks): void {
  for (const slip of label.slips) {
    const wrong =
      slip.expected === undefined
        ? `"${label.label}" không có trong cách đánh số của Nghị định (Phần I, I., 1., 1.1., a), b), c), d), đ), e), g) …)`
        : `"${label.label}" viết chưa đúng, lẽ ra là "${slip.expected}"`;
    const message = slip.code === 'missing-space' ? `Sau "${label.label}" thiếu dấu cách` : wrong;
    remarks.add(slip.code, start, start + label.label.length, message, {
      actual: label.label,
      ...(slip.expected !== undefined && { expected: slip.expected }),
      clause: LABELS_CLAUSE,
      hints: ['Sửa lại cho đúng; chương trình in như đã gõ'],
    });
  }
}

/** A paragraph in small letters behind an unfinished one: text pasted from a PDF, line by line. */
export function remarkBrokenLine({ text, blocks, remarks }: BlockReader, segments: readonly Segment[]): void {
  const before = blocks.at(-1);
  const start = offsetOf(segments, 0);
  if (!before || before.type === 'table' || !/^\p{Ll}/u.test(text.slice(start, start + 2))) return;
  if (!/[\p{L}\d,]$/u.test(endOf(before))) return;
  const end = segments.at(-1)?.end ?? start;
  remarks.add('broken-line', start, end, 'Dòng này có vẻ là phần tiếp của dòng trên', {
    hints: ['Nối vào cuối dòng trên nếu là một đoạn; chương trình in mỗi dòng thành một đoạn'],
  });
}
