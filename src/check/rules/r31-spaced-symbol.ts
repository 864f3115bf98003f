import type { Rule } from '../rule.js';

/** R31 [V]: no space around "/" and "-". It is printed without; the remark says so. */
export const spacedSymbol: Rule = {
  id: 'R31',
  clause: 'Phụ lục I, Mục II.3.c',
  check: ({ letterhead }) => {
    const symbol = letterhead?.reference?.symbol ?? '';
    if (!/\s/.test(symbol)) return [];
    return [
      {
        severity: 'remark',
        message: `Ký hiệu "${symbol}" có khoảng trắng, được in liền là "${symbol.replace(/\s+/g, '')}"`,
        origin: letterhead?.reference?.symbolOrigin,
        actual: symbol,
        expected: symbol.replace(/\s+/g, ''),
        hints: ['Bỏ khoảng trắng hai bên dấu gạch nối và dấu gạch chéo'],
      },
    ];
  },
};
