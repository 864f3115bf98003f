import { readShare, type Share } from '../../vietnamese/share.js';
import type { FormCheck } from './check.js';
import { findingAt, says } from './found.js';
import { type FoundText, groupsAt, pathList } from './paths.js';

/**
 * Parts of one whole ask for no more than the whole: an error, since nobody can send 70 % of one sort and 40 % of another
 * when no delegate is of both. Only what is asked for at least ("không dưới", a bare "70 %") counts, and only shares of one
 * base. Parameter `shares`: the paths of sorts that exclude each other, parted by commas; or one path into a list.
 *
 * ok: "không dưới 70%", "không dưới 30%"; "không dưới 70%", "không quá 40%"
 * not ok: "không dưới 70%", "không dưới 40%"
 */
export const sharesSum: FormCheck = {
  name: 'shares-sum',
  parameters: ['shares'],
  check: (form, { shares = '' }) =>
    groupsAt(form.values, pathList(shares)).flatMap((group) =>
      BASES.flatMap((base) => {
        const asked = group.filter((found) => {
          const share = readShare(found.text);
          return share?.base === base && leastOf(share) > 0;
        });
        const sum = asked.reduce((total, { text }) => total + leastOf(readShare(text)!), 0);
        const last = asked.at(-1);
        if (last === undefined || asked.length < 2 || sum <= 1 + ROUNDING) return [];
        return findingAt(form, last, {
          code: 'shares-sum',
          severity: 'error',
          message: `${asked.map((one) => says(form, one)).join(', ')}: cộng lại là ${percent(sum)}, quá 100 %`,
          expected: 'các tỷ lệ "không dưới" cộng lại không quá 100 %',
          hints: ['Giảm một trong các tỷ lệ, hoặc ghi "không quá" nếu đó là mức tối đa'],
          ...withOther(asked),
        });
      }),
    ),
};

const BASES = ['all', 'official'] as const;
/** Thirds are not exact in binary. */
const ROUNDING = 1e-9;

function leastOf({ direction, ratio }: Share): number {
  const counts = direction === 'at-least' || direction === 'exactly' || direction === 'between';
  return counts ? ratio.part / ratio.whole : 0;
}

const percent = (sum: number): string => `${String(Math.round(sum * 1000) / 10).replace('.', ',')} %`;

const withOther = (asked: readonly FoundText[]): { readonly other?: FoundText } =>
  asked[0] === undefined ? {} : { other: asked[0] };
