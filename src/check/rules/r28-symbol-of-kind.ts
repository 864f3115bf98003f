import type { Rule } from '../rule.js';

/** R28 [V]: the symbol of a titled document begins with the abbreviation of its type. */
export const symbolOfKind: Rule = {
  id: 'R28',
  clause: 'Phụ lục I, Mục II.3.b',
  check: ({ letterhead, abbreviation }) => {
    const symbol = letterhead?.reference?.symbol ?? '';
    if (
      abbreviation === undefined ||
      symbol === '' ||
      symbol.startsWith(`${abbreviation}-`) ||
      /^\s*$|\s/.test(symbol)
    )
      return [];
    return [
      {
        severity: 'error',
        message: `Ký hiệu "${symbol}" không bắt đầu bằng chữ viết tắt của tên loại văn bản`,
        origin: letterhead?.reference?.symbolOrigin,
        actual: symbol,
        expected: `${abbreviation}-… (ví dụ: ${abbreviation}-LĐLĐ)`,
        hints: [`Ghi ký hiệu theo mẫu "${abbreviation}-<chữ viết tắt tên cơ quan>"`],
      },
    ];
  },
};
