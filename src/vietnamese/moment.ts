import { type IsoDay, shortDate, type Weekday, weekdayOf } from './calendar-day.js';
import { lunarDate, lunarYearName } from './lunar.js';
import { fillPeriod, lacksOnlyYear, readPeriods, resolvePeriod } from './period.js';
import { plainFact } from './whole-number.js';

/** When something is held: "08 giờ 00, thứ Năm, ngày 20/3/2025 (tức 21/2 âm lịch)". */
export interface Moment {
  /** First and last day; both are one day for a date, and absent where the year is not said. */
  readonly from?: IsoDay;
  readonly to?: IsoDay;
  /** "08:00" */
  readonly time?: string;
  readonly weekday?: Weekday;
  readonly lunar?: TypedLunar;
  /** "dự kiến", "đầu tháng" */
  readonly tentative: boolean;
}

/** A lunar date as typed; what is not typed is not compared. */
export interface TypedLunar {
  readonly day: number;
  readonly month: number;
  readonly leap: boolean;
  readonly year?: number;
  /** "Ất Tỵ" */
  readonly yearName?: string;
}

const WEEKDAYS: readonly (readonly [RegExp, Weekday])[] = [
  [/^(?:chủ|chúa) nhật$/iu, 1],
  [/^thứ (?:hai|2)$/iu, 2],
  [/^thứ (?:ba|3)$/iu, 3],
  [/^thứ (?:tư|bốn|4)$/iu, 4],
  [/^thứ (?:năm|5)$/iu, 5],
  [/^thứ (?:sáu|6)$/iu, 6],
  [/^thứ (?:bảy|bẩy|7)$/iu, 7],
];
const NAMES = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;
export const weekdayName = (weekday: Weekday): string => NAMES[weekday - 1] ?? '';

const LUNAR_DAY = String.raw`(?:ngày )?(?:(?:mùng|mồng) )?(?<d>\d{1,2}|rằm)`;
const LUNAR_MONTH = String.raw`(?:\s*/\s*| tháng )(?<m>\d{1,2}|giêng|chạp)(?!\d)(?<leap> nhuận|N(?!\p{L}))?`;
const LUNAR_YEAR = String.raw`(?:(?:\s*/\s*|,? năm )(?<y>\d{4})|,? năm (?<name>\p{L}+ \p{L}+))?`;
const SOLAR_CALENDAR = '(?: \\(?(?:âm lịch|ÂL|AL)\\)?)';
/** Either it is announced ("tức", "nhằm") or it says that it is lunar. */
const LUNAR = new RegExp(
  `[,;]?\\s*\\(?(?:(?:tức là|tức|nhằm vào|nhằm|âm lịch:?) ${LUNAR_DAY}${LUNAR_MONTH}(?:${SOLAR_CALENDAR}(?=\\)|,|$))?${LUNAR_YEAR}${SOLAR_CALENDAR}?)\\)?`,
  'iu',
);
const LUNAR_AFTER = new RegExp(
  `[,;]?\\s*\\(${LUNAR_DAY}${LUNAR_MONTH}${LUNAR_YEAR}${SOLAR_CALENDAR}\\)`,
  'iu',
);
/** The names that only lunar days and months have: "(rằm tháng Giêng)". */
const LUNAR_NAMED =
  /[,;]?\s*\(?(?:ngày )?(?:(?<d>rằm) tháng (?<m>\d{1,2}|giêng|chạp)|(?:mùng|mồng) (?<d1>\d{1,2}) tháng (?<m1>giêng|chạp))\)?$/iu;
const CLOCK = String.raw`(\d{1,2})\s*(?:giờ|h|g|:)\s*([0-5]\d)?(?!\d)\s*(?:phút|')?(?:\s*(?:sáng|trưa|chiều|tối))?`;
const TIME = new RegExp(`(?:từ |vào )?(?:lúc |hồi )?${CLOCK}(?:\\s*(?:-|–|đến)\\s*${CLOCK})?`, 'iu');
const WEEKDAY = /\(?(?:thứ (?:hai|ba|tư|bốn|năm|sáu|bảy|bẩy|[2-7])(?![\p{L}\d])|(?:chủ|chúa) nhật)\)?/iu;
const AROUND =
  /^(?:[,;:\s]|thời gian|vào|lúc|hồi|buổi|sáng|trưa|chiều|tối|cả ngày|(?:hai|ba|bốn|năm|\d{1,2}) ngày(?=,? (?:ngày )?(?:từ |\d))|tổ chức|khai mạc|trong|từ|(?<guess>dự kiến|vào khoảng|khoảng))(?!\p{L})/iu;

/** Undefined for what names neither a day nor a month, and where something is left that was not read. */
export function readMoment(text: string, year?: number): Moment | undefined {
  let rest = plainFact(text);
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match !== null)
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`
        .replace(/ +/g, ' ')
        .trim();
    return match;
  };
  const lunar = readLunar((take(LUNAR_AFTER) ?? take(LUNAR) ?? take(LUNAR_NAMED))?.groups);
  if (lunar === null) return undefined;
  const clock = take(TIME);
  const time = clock && readTime(clock);
  if (clock && !time) return undefined;
  const weekday = readWeekday(take(WEEKDAY)?.[0]);
  const around = takeAround(rest);
  const days = readDays(around.rest, year);
  return (
    days && {
      ...days,
      ...(time && { time }),
      ...(weekday && { weekday }),
      ...(lunar && { lunar }),
      tentative: days.tentative || around.tentative,
    }
  );
}

function takeAround(text: string): { readonly rest: string; readonly tentative: boolean } {
  let rest = text.trim();
  let tentative = /\(dự kiến\)$/iu.test(rest);
  rest = rest.replace(/\(dự kiến\)$/iu, '').trim();
  for (let word = AROUND.exec(rest); word !== null; word = AROUND.exec(rest)) {
    if (word.groups?.['guess'] !== undefined) tentative = true;
    rest = rest.slice(word[0].length).trim();
  }
  return { rest: rest.replace(/[\s,;.]+$/u, ''), tentative };
}

function readDays(
  text: string,
  year: number | undefined,
): Pick<Moment, 'from' | 'to' | 'tentative'> | undefined {
  const pair = readPeriods(text);
  if (pair === undefined || pair.length < text.length) return undefined;
  const given = year === undefined ? {} : { year };
  const first = resolvePeriod(fillPeriod(pair.first, given));
  const last = pair.second ? resolvePeriod(fillPeriod(pair.second, given)) : first;
  if (first !== undefined && last !== undefined)
    return first.first > last.last
      ? undefined
      : { from: first.first, to: last.last, tentative: first.loose || last.loose };
  return year === undefined && lacksOnlyYear(pair.second ?? pair.first) ? { tentative: false } : undefined;
}

function readTime([text, hour = '', minute = '00']: RegExpExecArray): string | undefined {
  const afternoon = /(?:chiều|tối)/iu.test(text) && Number(hour) < 12 ? 12 : 0;
  return Number(hour) + afternoon < 24
    ? `${String(Number(hour) + afternoon).padStart(2, '0')}:${minute}`
    : undefined;
}

const readWeekday = (text = ''): Weekday | undefined =>
  WEEKDAYS.find(([pattern]) => pattern.test(text.replace(/[()]/g, '').trim()))?.[1];

/** Null for a lunar day that there never is. */
function readLunar(
  groups: Readonly<Record<string, string | undefined>> | undefined,
): TypedLunar | undefined | null {
  if (groups === undefined) return undefined;
  const { d = groups['d1'] ?? '', m = groups['m1'] ?? '', leap, y, name } = groups;
  const day = /rằm/iu.test(d) ? 15 : Number(d);
  const month = /giêng/iu.test(m) ? 1 : /chạp/iu.test(m) ? 12 : Number(m);
  if (day < 1 || day > 30 || month < 1 || month > 12) return null;
  const yearName = name === undefined || /^âm lịch$/iu.test(name) ? undefined : name;
  return {
    day,
    month,
    leap: leap !== undefined,
    ...(y !== undefined && { year: Number(y) }),
    ...(yearName !== undefined && { yearName }),
  };
}

export interface MomentFault {
  readonly type: 'weekday' | 'lunar';
  readonly typed: string;
  readonly expected: string;
}

/** What does not fit the date: the weekday, the lunar date. Nothing is said of what lasts for several days. */
export function momentFaults({ from, to, weekday, lunar }: Moment): readonly MomentFault[] {
  if (from === undefined || from !== to) return [];
  const faults: MomentFault[] = [];
  const actual = weekdayOf(from);
  if (weekday !== undefined && actual !== undefined && weekday !== actual)
    faults.push({ type: 'weekday', typed: weekdayName(weekday), expected: weekdayName(actual) });
  const moon = lunarDate(from);
  if (lunar === undefined || moon === undefined) return faults;
  const leap = moon.leap ? ' nhuận' : '';
  const named = `${moon.day}/${moon.month}${leap} năm ${lunarYearName(moon.year)}`;
  const fits =
    lunar.day === moon.day &&
    lunar.month === moon.month &&
    (!lunar.leap || moon.leap) &&
    (lunar.year === undefined || lunar.year === moon.year) &&
    (lunar.yearName === undefined || sameName(lunar.yearName, lunarYearName(moon.year)));
  if (!fits) faults.push({ type: 'lunar', typed: lunarText(lunar), expected: named });
  return faults;
}

/** "Kỷ Tị" is "Kỷ Tỵ", and "Tân Mẹo" of the south "Tân Mão". */
const sameName = (a: string, b: string): boolean => spelling(a) === spelling(b);
const spelling = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFC')
    .replace(/y/g, 'i')
    .replace(/ỷ/g, 'ỉ')
    .replace(/ý/g, 'í')
    .replace(/ỵ/g, 'ị')
    .replace(/mẹo$/, 'mão');

const lunarText = ({ day, month, leap, year, yearName }: TypedLunar): string =>
  `${day}/${month}${leap ? ' nhuận' : ''}${yearName === undefined ? '' : ` năm ${yearName}`}${year === undefined ? '' : ` năm ${year}`}`;

/** "20/3/2025", "từ ngày 20/3/2025 đến ngày 22/3/2025"; "" where the year is not known. */
export function momentDays({ from, to }: Moment): string {
  if (from === undefined || to === undefined) return '';
  return from === to ? shortDate(from) : `từ ngày ${shortDate(from)} đến ngày ${shortDate(to)}`;
}
