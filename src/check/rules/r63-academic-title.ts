import { plainText } from '../../resolve/regime.js';
import { originOf, type Rule, strict } from '../rule.js';

/** R63 [V]: no academic title or title of honour before the signer's name. */
const TITLES = /^(GS|PGS|TS|TSKH|ThS|CN|KS|BS|DS|NGƯT|NGND|NSND|NSƯT|LS|Đ\/c|Ông|Bà)(?=[.\s])/iu;

export const academicTitle: Rule = {
  id: 'R63',
  clause: 'Phụ lục I, Mục II.7.c',
  check: (paper) => {
    const name = paper.signature?.signer.fullName ?? [];
    const found = TITLES.exec(plainText(name).trim())?.[0];
    if (found === undefined) return [];
    return [
      {
        severity: strict(paper),
        message: `Trước họ tên người ký có "${found}", cần chỉ ghi họ và tên`,
        origin: originOf(name),
        length: found.length,
        actual: plainText(name),
        hints: [`Bỏ "${found}" trước họ tên`],
      },
    ];
  },
};
