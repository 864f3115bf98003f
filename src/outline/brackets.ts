import type { Segment } from './read-inlines.js';
import type { Remarks } from './remarks.js';

// "gồm: a) cá nhân; b) tập thể", "1) ...": the bracket belongs to the letter before it.
const ENUMERATOR = /(?:^|[\s(;,:])(?:\p{L}|[ivx]{1,4}|\d{1,2})$/u;

/** A bracket without its partner on the line is printed and remarked: mostly a slip of typing or of the pen that set marks. */
export function remarkBrackets(text: string, segments: readonly Segment[], remarks: Remarks): void {
  const open: number[] = [];
  for (const segment of segments) {
    for (let at = segment.start; at < segment.end; at += 1) {
      const char = text[at];
      if (char === '(') open.push(at);
      if (char !== ')' || open.pop() !== undefined) continue;
      const from = Math.max(segments[0]?.start ?? 0, at - 6);
      if (!ENUMERATOR.test(text.slice(from, at))) remarkOne(at, ')', '(', remarks);
    }
  }
  for (const at of open) remarkOne(at, '(', ')', remarks);
}

function remarkOne(at: number, bracket: string, partner: string, remarks: Remarks): void {
  remarks.add('bracket', at, at + 1, `Dấu "${bracket}" thiếu dấu "${partner}" đi cùng trên dòng này`, {
    actual: bracket,
    hints: [`Thêm dấu "${partner}" hoặc xóa dấu này; chương trình in như đã gõ`],
  });
}
