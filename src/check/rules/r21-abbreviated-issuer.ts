import { plainText } from '../../resolve/regime.js';
import { originOf, type Rule, strict } from '../rule.js';

/** R21 [V]: only the superior's name may be abbreviated. "CĐCS" is how every company's union writes itself: no finding there. */
const ABBREVIATIONS = /(?<![\p{L}\d])(UBND|HĐND|LĐLĐ|TLĐ|MTTQ|BTV|BCH|CĐCS|CĐ)(?![\p{L}\d])/u;

export const abbreviatedIssuer: Rule = {
  id: 'R21',
  clause: 'Phụ lục I, Mục II.2.a',
  check: (paper) => {
    const name = paper.letterhead?.issuingAgency ?? [];
    const found = ABBREVIATIONS.exec(plainText(name))?.[0];
    // In a form that leaves the name open "CĐCS" stands before the room for it, often typed by nobody.
    const isOpen = name.some(({ type }) => type === 'blank');
    if (found === undefined || (found === 'CĐCS' && (paper.regime === 'congdoan' || isOpen))) return [];
    return [
      {
        severity: strict(paper),
        message: `Tên cơ quan ban hành có chữ viết tắt "${found}", cần ghi tên chính thức, đầy đủ`,
        origin: originOf(name),
        length: plainText(name).length,
        actual: plainText(name),
        hints: [`Viết đầy đủ "${found}"; chỉ tên cơ quan chủ quản mới được viết tắt`],
      },
    ];
  },
};
