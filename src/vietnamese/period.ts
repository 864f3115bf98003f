import { addDays, daysInMonth, type IsoDay, isoDay } from './calendar-day.js';
import { romanValue } from './roman.js';

/** A stretch of whole days, both ends included. */
export interface Period {
  readonly first: IsoDay;
  readonly last: IsoDay;
  /** "đầu tháng", "khoảng": the ends are not meant to the day. */
  readonly loose: boolean;
}

/** What is known of a period before its year or month is: "15/4", "ngày 01". */
export interface PartialPeriod {
  readonly year?: number;
  readonly month?: number;
  /** Of a month or a year; a figure is a day of the month. */
  readonly part: 'whole' | Part | { readonly day: number } | { readonly quarter: number };
}
type Part =
  | 'first-half'
  | 'second-half'
  | 'begin'
  | 'middle'
  | 'end'
  | { readonly months: number; readonly at: 'begin' | 'end' };

/** Behind it no further digit, so that "tháng 1" is not read in "tháng 12". */
const YEAR = String.raw`(?:\s*(?:,\s*)?(?:năm|[/.-])\s*(?<y>\d{4})(?!\d))`;
const MONTH = String.raw`tháng\s*(?<m>\d{1,2})(?!\d)`;

interface Form {
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>) => PartialPeriod | undefined;
}

const form = (pattern: string, read: Form['read']): Form => ({
  pattern: new RegExp(`^(?:${pattern})`, 'iu'),
  read,
});
const number = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);
const base = ({ y, m }: Readonly<Record<string, string | undefined>>): { year?: number; month?: number } => {
  const [year, month] = [number(y), number(m)];
  return { ...(year !== undefined && { year }), ...(month !== undefined && { month }) };
};

const PARTS: Readonly<Record<string, Part>> = {
  'nửa đầu': 'first-half',
  'nửa cuối': 'second-half',
  'nửa sau': 'second-half',
  'thượng tuần': 'begin',
  'trung tuần': 'middle',
  'hạ tuần': 'end',
  đầu: 'begin',
  giữa: 'middle',
  cuối: 'end',
};
const PART = String.raw`(?<part>nửa\s+đầu|nửa\s+cuối|nửa\s+sau|thượng\s+tuần|trung\s+tuần|hạ\s+tuần|đầu|giữa|cuối)`;
const partOf = (words = ''): Part | undefined => PARTS[words.toLowerCase().replace(/\s+/g, ' ')];

/** The longer forms first: what they begin with is another form. */
const FORMS: readonly Form[] = [
  form(String.raw`(?:ngày\s+)?(?<d>\d{1,2})\s*[/.-]\s*(?<m>\d{1,2})\s*[/.-]\s*(?<y>\d{4})(?!\d)`, (g) => ({
    ...base(g),
    part: { day: Number(g['d']) },
  })),
  form(String.raw`(?:ngày\s+)?(?<d>\d{1,2})\s*,?\s+${MONTH}${YEAR}?`, (g) => ({
    ...base(g),
    part: { day: Number(g['d']) },
  })),
  form(String.raw`(?<m>\d{1,2})\s*/\s*(?<y>\d{4})(?!\d)`, (g) => ({ ...base(g), part: 'whole' })),
  form(
    String.raw`(?:ngày\s+)?(?<d>\d{1,2})\s*[/.-]\s*(?<m>\d{1,2})(?![\d/.-]*\d|\s*(?:ngày|buổi|tháng|nhiệm))(?:\s+năm\s+(?<y>\d{4})(?!\d))?`,
    (g) => ({
      ...base(g),
      part: { day: Number(g['d']) },
    }),
  ),
  form(String.raw`ngày\s+(?<d>\d{1,2})(?!\d)`, (g) => ({ part: { day: Number(g['d']) } })),
  form(String.raw`(?<n>0?[369])\s+tháng\s+(?<at>đầu|cuối)(?:\s+năm(?:\s+(?<y>\d{4})(?!\d))?)?`, (g) => ({
    ...base(g),
    part: { months: Number(g['n']), at: /đầu/iu.test(g['at'] ?? '') ? 'begin' : 'end' },
  })),
  form(String.raw`${PART}\s+${MONTH}${YEAR}?`, (g) => part(g)),
  form(String.raw`${PART}\s+năm\s+(?<y>\d{4})(?!\d)`, (g) => part(g)),
  form(String.raw`(?:quý|quí|q)\s*(?<q>IV|I{1,3}|[1-4])(?![\dIVX])${YEAR}?`, (g) => {
    const quarter = romanValue((g['q'] ?? '').toUpperCase()) ?? Number(g['q']);
    return { ...base(g), part: { quarter } };
  }),
  form(`${MONTH}${YEAR}?`, (g) => ({ ...base(g), part: 'whole' })),
  form(String.raw`(?:cả\s+)?năm\s+(?<y>\d{4})(?!\d)`, (g) => ({ ...base(g), part: 'whole' })),
  form(String.raw`(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?!\d)`, (g) => ({
    ...base(g),
    part: { day: Number(g['d']) },
  })),
];

function part(groups: Readonly<Record<string, string | undefined>>): PartialPeriod | undefined {
  const found = partOf(groups['part']);
  return found && { ...base(groups), part: found };
}

/** The period that a text begins with, and how much of the text it takes. */
function readPartialPeriod(
  text: string,
): { readonly period: PartialPeriod; readonly length: number } | undefined {
  for (const { pattern, read } of FORMS) {
    const match = pattern.exec(text);
    const period = match && read(match.groups ?? {});
    if (match && period) return { period, length: match[0].length };
  }
  return undefined;
}

/** Fills in what a period lacks, from the other end of a range ("từ ngày 01 đến ngày 10/3/2025") or from the paper. */
export const fillPeriod = (
  period: PartialPeriod,
  from: { readonly year?: number; readonly month?: number },
): PartialPeriod => ({
  ...(from.year !== undefined && { year: from.year }),
  ...(from.month !== undefined && needsMonth(period) && { month: from.month }),
  ...period,
});

/** A period, or two with a word between them: "từ ngày 01 đến hết ngày 10/3/2025", "20 - 22/3/2025". */
export interface PeriodPair {
  readonly first: PartialPeriod;
  readonly second?: PartialPeriod;
  /** The words between: "đến hết", "-", "và". */
  readonly joint: string;
  readonly length: number;
}

const JOINT = /^\s*(-|–|—|đến|tới|và)(?:\s*(?:hết|trước))?\s*(?:vào\s+)?/iu;
/** "20 - 22/3/2025": the first figure is a day because of the date behind it. */
const BARE_DAY = /^(\d{1,2})(?=\s*(?:-|–|—|đến|tới|và)\s*(?:(?:hết|trước)\s+)?(?:ngày\s+)?\d{1,2}\s*[/.])/iu;

export function readPeriods(text: string): PeriodPair | undefined {
  const bare = BARE_DAY.exec(text);
  const first = bare
    ? { period: { part: { day: Number(bare[1]) } } as const, length: bare[0].length }
    : readPartialPeriod(text);
  if (first === undefined) return undefined;
  const joint = JOINT.exec(text.slice(first.length));
  const alone = { first: first.period, joint: '', length: first.length };
  if (joint === null) return alone;
  const behind = first.length + joint[0].length;
  const second = readPartialPeriod(text.slice(behind));
  if (second === undefined) return alone;
  const filled = fillPeriod(first.period, second.period);
  return {
    first: filled,
    second: fillPeriod(second.period, filled),
    joint: joint[0].trim(),
    length: behind + second.length,
  };
}

const needsMonth = ({ part }: PartialPeriod): boolean => typeof part === 'object' && 'day' in part;

/** Undefined where the year is not known, and for a day or a month that there is not. */
export function resolvePeriod({ year, month, part }: PartialPeriod): Period | undefined {
  if (year === undefined) return undefined;
  if (typeof part === 'object' && 'day' in part) {
    const day = month === undefined ? undefined : isoDay(year, month, part.day);
    return day === undefined ? undefined : { first: day, last: day, loose: false };
  }
  if (typeof part === 'object' && 'quarter' in part)
    return months(year, part.quarter * 3 - 2, part.quarter * 3, false);
  if (typeof part === 'object')
    return part.at === 'begin'
      ? months(year, 1, part.months, false)
      : months(year, 13 - part.months, 12, false);
  if (month !== undefined) return partOfMonth(year, month, part);
  switch (part) {
    case 'whole':
      return months(year, 1, 12, false);
    case 'first-half':
      return months(year, 1, 6, false);
    case 'second-half':
      return months(year, 7, 12, false);
    case 'begin':
      return months(year, 1, 4, true);
    case 'middle':
      return months(year, 5, 8, true);
    case 'end':
      return months(year, 9, 12, true);
  }
}

/** "15/4", "Quý II": all is said but the year, and there is such a day ("29/2" is one in some years). */
export const lacksOnlyYear = (period: PartialPeriod): boolean =>
  period.year === undefined && resolvePeriod({ ...period, year: LEAP_YEAR }) !== undefined;

const LEAP_YEAR = 2024;

function months(year: number, from: number, to: number, loose: boolean): Period | undefined {
  const first = isoDay(year, from, 1);
  const last = isoDay(year, to, daysInMonth(to, year));
  return first && last ? { first, last, loose } : undefined;
}

/** "đầu, giữa, cuối tháng" are its three tens of days; nobody means them to the day. */
function partOfMonth(
  year: number,
  month: number,
  part: Exclude<PartialPeriod['part'], object>,
): Period | undefined {
  const whole = months(year, month, month, false);
  if (whole === undefined) return undefined;
  const at = (day: number): IsoDay => addDays(whole.first, day - 1);
  switch (part) {
    case 'whole':
      return whole;
    case 'first-half':
      return { ...whole, last: at(15) };
    case 'second-half':
      return { ...whole, first: at(16) };
    case 'begin':
      return { ...whole, last: at(10), loose: true };
    case 'middle':
      return { first: at(11), last: at(20), loose: true };
    case 'end':
      return { ...whole, first: at(21), loose: true };
  }
}
