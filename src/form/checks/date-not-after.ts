import { shortDate } from '../../vietnamese/calendar-day.js';
import type { FormCheck } from './check.js';
import { daysOf } from './days.js';
import { findingAt, says } from './found.js';
import { pathBeside, pathList, textsAt } from './paths.js';

/**
 * One date is not after another. A remark: papers are dated when they are signed, and a plan may name what is past. Both may
 * be dates, deadlines or moments; what is not known to the day is taken at its most lenient, and a value left out is right.
 * Parameters `earlier`: a path; `later`: one path or several, parted by commas.
 *
 * ok: earlier "2024-09-12", later "trước 10/3/2025"; earlier "2024", later "tháng 2/2024"
 * not ok: earlier "2024-09-12", later "trước 10/3/2024"
 */
export const dateNotAfter: FormCheck = {
  name: 'date-not-after',
  parameters: ['earlier', 'later'],
  check: (form, { earlier = '', later = '' }) =>
    textsAt(form.values, earlier).flatMap((first) => {
      const { from, to } = daysOf(first.text);
      const start = from ?? to;
      const others = pathList(later).flatMap((pattern) =>
        textsAt(form.values, pathBeside(pattern, first.at)),
      );
      return others.flatMap((other) => {
        const end = daysOf(other.text).to;
        if (start === undefined || end === undefined || start <= end) return [];
        return findingAt(form, other, {
          code: 'date-order',
          severity: 'remark',
          message: `${says(form, other)}, trước "${form.labelOf(first.path)}" (${shortDate(start)})`,
          hints: ['Kiểm tra lại ngày và năm'],
          other: first,
        });
      });
    }),
};
