import { plainText } from '../../resolve/regime.js';
import { originOf, type Rule } from '../rule.js';

/** R36 [V]: the place stands before the date. It may be written in by hand, so that its lack is no error. */
export const missingPlace: Rule = {
  id: 'R36',
  clause: 'Phụ lục I, Mục II.4',
  check: ({ document, letterhead }) =>
    // In a form the place is one of the blanks.
    document.sections[0]?.role !== 'form' && letterhead?.placeAndDate?.place === ''
      ? [
          {
            severity: 'warning',
            message: 'Chưa ghi địa danh, chỗ này được in bằng dấu chấm',
            origin: originOf(letterhead.issuingAgency),
            length: plainText(letterhead.issuingAgency).length,
            hints: ['Thêm dòng "Địa danh: …", ví dụ: Địa danh: Lai Châu'],
          },
        ]
      : [],
};
