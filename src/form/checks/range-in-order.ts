import type { FormCheck } from './check.js';
import { findingAt, says } from './found.js';
import { pathBeside, textsAt } from './paths.js';

/**
 * The lower end of a range is not above its upper end: an error, since no such range can be. Both are numbers. Parameters
 * `from`, `to`: the paths of the two; a `*` in both is the same item of a list. One of the two left out is right.
 *
 * ok: from "03", to "05"; from "3", to ""
 * not ok: from "07", to "05"
 */
export const rangeInOrder: FormCheck = {
  name: 'range-in-order',
  parameters: ['from', 'to'],
  check: (form, { from = '', to = '' }) =>
    textsAt(form.values, from).flatMap((low) => {
      const [high] = textsAt(form.values, pathBeside(to, low.at));
      if (high === undefined || !(figure(low.text) > figure(high.text))) return [];
      return findingAt(form, low, {
        code: 'range-order',
        severity: 'error',
        message: `${says(form, low)}, lớn hơn ${says(form, high)}`,
        expected: `không quá ${high.text.trim()}`,
        hints: ['Đổi chỗ hai số, hoặc sửa số ghi sai'],
        other: high,
      });
    }),
};

/** Not a number compares with nothing. */
const figure = (text: string): number =>
  /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
