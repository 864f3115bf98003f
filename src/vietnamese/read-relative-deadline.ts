import { addDays } from './calendar-day.js';
import type { Deadline, DeadlineFault, RelativeDeadline } from './deadline.js';
import { fillPeriod, lacksOnlyYear, readPeriods, resolvePeriod } from './period.js';

const COUNT = String.raw`0?(?<n>\d{1,3}) (?<unit>ngày làm việc|ngày|tuần)`;
const LATEST = '(?:chậm nhất|muộn nhất|ít nhất|tối thiểu|không quá|trong vòng|trong)(?: là)? ';
const RELATIVE = [
  // "trước 15 ngày so với ngày tổ chức", "chậm nhất 15 ngày trước ngày tổ chức", "trước 15 ngày"
  new RegExp(
    `^(?:${LATEST})?(?<side>trước)(?: ${LATEST.trim()})? ${COUNT}(?: (?:so với|trước|tính đến)(?: khi)? (?<anchor>.+))?$`,
    'iu',
  ),
  new RegExp(`^(?:${LATEST})?${COUNT} (?<side>trước)(?: khi)? (?<anchor>.+)$`, 'iu'),
  // "trước ngày khai mạc 15 ngày"
  new RegExp(
    `^(?:${LATEST})?(?<side>trước|sau)(?: khi)? (?<anchor>\\D+?)(?:,? (?:${LATEST.trim()}))? ${COUNT}$`,
    'iu',
  ),
  // "trong vòng 10 ngày kể từ ngày kết thúc", "chậm nhất 05 ngày sau Hội nghị", "sau 5 ngày kể từ …"
  new RegExp(`^(?:${LATEST}|sau )?${COUNT},? (?<side>sau|kể từ|tính từ|từ)(?: khi)? (?<anchor>.+)$`, 'iu'),
];

/** A deadline counted from another date; undefined where a text counts no days. `year`: of a date that names none. */
export function readRelativeDeadline(
  text: string,
  tentative: boolean,
  year: number | undefined,
): Deadline | DeadlineFault | undefined {
  const groups = RELATIVE.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  if (groups === undefined) return undefined;
  const { n, unit = '', side = '', anchor = '' } = groups;
  const direction = /trước/iu.test(side) ? 'before' : 'after';
  const days = Number(n) * (/tuần/iu.test(unit) ? 7 : 1);
  const working = /làm việc/iu.test(unit);
  const relative: RelativeDeadline = {
    type: 'relative',
    days,
    direction,
    working,
    anchor: /^ngày được tính$/iu.test(anchor) ? '' : anchor,
    tentative,
  };
  if (!/\d/.test(anchor)) return relative;
  return fromDate(relative, anchor, year);
}

/** "trước 15 ngày so với ngày 10/3/2025" is a date. */
function fromDate(
  relative: RelativeDeadline,
  anchor: string,
  year: number | undefined,
): Deadline | DeadlineFault {
  const pair = readPeriods(anchor);
  if (pair === undefined || pair.second !== undefined || pair.length < anchor.length) return 'more';
  const period = resolvePeriod(fillPeriod(pair.first, { ...(year !== undefined && { year }) }));
  if (period === undefined)
    return year === undefined && lacksOnlyYear(pair.first)
      ? { type: 'yearless', tentative: relative.tentative }
      : 'bad-date';
  if (relative.working) return { ...relative, anchor };
  const days = relative.direction === 'before' ? -relative.days : relative.days;
  const to = addDays(relative.direction === 'before' ? period.first : period.last, days);
  return {
    type: 'dates',
    to,
    excludesBoundary: false,
    tentative: relative.tentative || period.loose,
    mayBeEarly: false,
  };
}
