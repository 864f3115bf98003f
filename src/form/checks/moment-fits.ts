import { shortDate } from '../../vietnamese/calendar-day.js';
import { type MomentFault, momentFaults, readMoment } from '../../vietnamese/moment.js';
import type { FormCheck } from './check.js';
import { findingAt } from './found.js';
import { pathList, textsAt } from './paths.js';

/**
 * Weekday and lunar date fit the date that they stand beside. Warnings: one of the two is wrong, and people come on the wrong
 * day. Parameter `moments`: the paths of moments, parted by commas.
 *
 * ok: "thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)"
 * not ok: "thứ Sáu, ngày 20/3/2025"; "ngày 20/3/2025 (tức 20/2 âm lịch)"
 */
export const momentFits: FormCheck = {
  name: 'moment-fits',
  parameters: ['moments'],
  check: (form, { moments = '' }) =>
    pathList(moments)
      .flatMap((pattern) => textsAt(form.values, pattern))
      .flatMap((found) => {
        const moment = readMoment(found.text);
        if (moment?.from === undefined) return [];
        const day = shortDate(moment.from);
        return momentFaults(moment).map((fault) =>
          findingAt(form, found, {
            code: fault.type === 'weekday' ? 'weekday' : 'lunar-date',
            severity: 'warning',
            message: `"${form.labelOf(found.path)}" ${words(fault, day)}`,
            expected: fault.expected,
            hints: [`Sửa thành ${fault.expected}, hoặc sửa ngày ${day}`],
          }),
        );
      }),
};

const words = ({ type, typed, expected }: MomentFault, day: string): string =>
  type === 'weekday'
    ? `ghi ${typed}, nhưng ngày ${day} là ${expected}`
    : `ghi ngày ${typed} âm lịch, nhưng ngày ${day} là ngày ${expected} âm lịch`;
