import { plainText } from '../../resolve/regime.js';
import { originOf, type Rule } from '../rule.js';

/** R31 [V]: the symbol stands behind the number. A draft may lack it, so that this is no error. */
export const missingSymbol: Rule = {
  id: 'R31',
  clause: 'Phụ lục I, Mục II.3',
  check: ({ letterhead, abbreviation }) =>
    letterhead?.reference?.symbol === ''
      ? [
          {
            severity: 'warning',
            message: 'Chưa ghi ký hiệu của văn bản',
            origin: originOf(letterhead.issuingAgency),
            length: plainText(letterhead.issuingAgency).length,
            hints: [`Thêm dòng "Ký hiệu: …", ví dụ: Ký hiệu: ${abbreviation ?? 'KH'}-LĐLĐ`],
          },
        ]
      : [],
};
