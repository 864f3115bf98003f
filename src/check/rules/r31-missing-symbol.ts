import { plainText } from '../../resolve/regime.js';
import { originOf, type Rule } from '../rule.js';

/** R31 [V]: the symbol stands behind the number. A draft may lack it, so that this is no error. */
export const missingSymbol: Rule = {
  id: 'R31',
  clause: 'Phụ lục I, Mục II.3',
  check: ({ letterhead, abbreviation }) => {
    if (letterhead?.reference?.symbol !== '') return [];
    const { issuingAgency, parentAgency } = letterhead;
    // Where the issuer is left open, nobody need have typed the words before it.
    const isOpen = issuingAgency.some(({ type }) => type === 'blank');
    const at = isOpen ? parentAgency : issuingAgency;
    return [
      {
        severity: 'warning',
        message: 'Chưa ghi ký hiệu của văn bản',
        origin: originOf(at),
        length: plainText(at).length,
        hints: [`Thêm dòng "Ký hiệu: …", ví dụ: Ký hiệu: ${abbreviation ?? 'KH'}-LĐLĐ`],
      },
    ];
  },
};
