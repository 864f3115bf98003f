import type { Title } from '../../document/ast.js';
import { plainText } from '../../resolve/regime.js';
import { type Finding, originOf, type Rule } from '../rule.js';

/** R38 [D]: a subject begins with a capital, and has no full stop at its end. */
export const subjectForm: Rule = {
  id: 'R38',
  clause: 'Phụ lục I, Mục II.5.b',
  check: ({ document }) => {
    const main = document.sections.find((section) => section.role === 'main');
    const subject = main?.blocks.find((block): block is Title => block.type === 'title')?.subject ?? [];
    const text = plainText(subject).trim();
    const about = { origin: originOf(subject), length: plainText(subject).length, actual: text };
    const findings: Finding[] = [];
    if (/[^.]\.$/.test(text)) {
      findings.push({
        severity: 'warning',
        message: 'Trích yếu có dấu chấm ở cuối, thường không có',
        ...about,
        hints: ['Bỏ dấu chấm cuối trích yếu'],
      });
    }
    const first = /\p{L}/u.exec(text)?.[0];
    if (first !== undefined && first !== first.toUpperCase()) {
      findings.push({
        severity: 'warning',
        message: 'Trích yếu không bắt đầu bằng chữ hoa',
        ...about,
        hints: [`Viết hoa chữ "${first}" đầu trích yếu`],
      });
    }
    return findings;
  },
};
