import { plainText } from '../../resolve/regime.js';
import { foldKey } from '../../vietnamese/fold-key.js';
import { originOf, type Rule } from '../rule.js';

/**
 * R58, R59: behind "KT." stands the head's title, and below it the deputy's own. A deputy who signs for a collective may
 * also do so without "KT." (R141b): that is no finding, only the head's title twice.
 */
export const deputySigns: Rule = {
  id: 'R59',
  clause: 'Phụ lục I, Mục II.7.b',
  check: ({ signature }) => {
    const position = signature?.signer.position ?? [];
    const own = foldKey(plainText(position));
    const line = (signature?.signer.capacity ?? []).find(
      (capacity) => own !== '' && foldKey(plainText(capacity)) === `kt_${own}`,
    );
    if (line === undefined) return [];
    const head = plainText(line)
      .trim()
      .replace(/^KT\.?\s*/iu, '');
    return [
      {
        severity: 'remark',
        message: `Ký thay (${plainText(line).trim()}) nhưng chức vụ người ký cũng ghi "${plainText(position).trim()}"`,
        origin: originOf(position) ?? originOf(line),
        length: plainText(position).length,
        actual: plainText(position),
        hints: [`Ghi chức vụ của cấp phó, ví dụ PHÓ ${head}, hoặc bỏ dòng KT. nếu ${head} trực tiếp ký`],
      },
    ];
  },
};
