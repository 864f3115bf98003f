import { plainText } from '../../resolve/regime.js';
import { type Finding, originOf, type Rule } from '../rule.js';

/** R58 [V]: "TM.", "KT.", "TL.", "TUQ.", "Q." with a full stop; "T/M" is the Party's way. */
const WRONG = /^(T\/M|K\/T|T\/L|T\/UQ|TM|KT|TL|TUQ|Q)(?!\.)(?=[\s/:,]|$)/iu;

export const signingPrefix: Rule = {
  id: 'R58',
  clause: 'Phụ lục I, Mục II.7.b',
  check: ({ signature }) =>
    (signature?.signer.capacity ?? []).flatMap((line): readonly Finding[] => {
      const text = plainText(line).trim();
      const typed = WRONG.exec(text)?.[0];
      if (typed === undefined) return [];
      const right = `${typed.replace('/', '').toUpperCase()}.`;
      return [
        {
          severity: 'error',
          message: `Quyền hạn ghi "${typed}", cần ghi "${right}"`,
          origin: originOf(line),
          length: typed.length,
          actual: typed,
          expected: right,
          hints: [`Sửa thành "${right}${text.slice(typed.length)}"`],
        },
      ];
    }),
};
