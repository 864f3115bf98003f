import { addDays, type IsoDay } from './calendar-day.js';
import type { DatedDeadline, Deadline, DeadlineFault } from './deadline.js';
import {
  fillPeriod,
  lacksOnlyYear,
  type PartialPeriod,
  type Period,
  readPeriods,
  resolvePeriod,
} from './period.js';
import { readRelativeDeadline } from './read-relative-deadline.js';

interface Reading {
  rest: string;
  tentative: boolean;
  completes: boolean;
  includes: boolean;
}

/** The deadline that a text says; undefined where it says none that can be compared. `year`: of dates that name none. */
export function readDeadline(text: string, year?: number): Deadline | undefined {
  const read = parseDeadline(text, year);
  return typeof read === 'string' ? undefined : read;
}

export function deadlineFault(text: string): DeadlineFault | undefined {
  const read = parseDeadline(text, undefined);
  return typeof read === 'string' ? read : undefined;
}

/** What is longer is a text, and is not looked into. */
const LONGEST = 300;

function parseDeadline(text: string, year: number | undefined): Deadline | DeadlineFault {
  const reading: Reading = { ...withoutNotes(text.length > LONGEST ? '' : text), completes: false };
  takeLead(reading);
  if (/(?:hằng|hàng|mỗi)\s+(?:tháng|quý|năm|tuần|ngày)/iu.test(reading.rest)) return 'recurring';
  return readRelativeDeadline(reading.rest, reading.tentative, year) ?? readDates(reading, year);
}

/** Marks of bold, notes in brackets and double spaces are no part of it; some notes say something. */
function withoutNotes(text: string): Omit<Reading, 'completes'> {
  const plain = text.normalize('NFC').replace(/\*+/g, '').replace(/\s+/gu, ' ');
  const notes = [...plain.matchAll(/\(([^()]*)\)/g)].map(([, note = '']) => note);
  const says = (words: RegExp): boolean => notes.some((note) => words.test(note));
  const rest = plain
    .replace(/\((?:(?:không )?(?:tính|kể|bao gồm)|tức|nhằm|dự kiến)[^()]*\)|\([^()\d]*\)/giu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.,;:/]+$/u, '')
    .trim();
  return { rest, tentative: says(/dự kiến/iu), includes: says(/^(?:tính|kể|bao gồm)/iu) };
}

const LEAD =
  /^(?:(?<guess>dự kiến|vào khoảng|khoảng)|(?<work>hoàn thành|hoàn tất|xong|gửi|nộp|báo cáo)|thời gian|thời hạn|thời điểm|hạn cuối|hạn chót|hạn nộp|hạn|tổ chức|tiến hành|thực hiện|triển khai|đăng ký|kết thúc|phải|cần|được|là|vào lúc|lúc|vào|trong|diễn ra|về)(?:\s*:\s*|\s*,\s*|\s+|$)/iu;

/** "hoàn thành", "dự kiến", "thời gian:" before the deadline itself. */
function takeLead(reading: Reading): void {
  for (let lead = LEAD.exec(reading.rest); lead !== null; lead = LEAD.exec(reading.rest)) {
    if (/^trong vòng/iu.test(reading.rest)) return;
    if (lead.groups?.['guess'] !== undefined) reading.tentative = true;
    if (lead.groups?.['work'] !== undefined) reading.completes = true;
    reading.rest = reading.rest.slice(lead[0].length);
  }
}

const BY = 'chậm nhất|muộn nhất|trễ nhất|không (?:muộn|chậm|trễ) hơn|không quá|cho đến|đến|tới|hết';
const PREPOSITION = new RegExp(
  `^(?:(?<before>trước)|(?<by>${BY})|(?<from>kể từ|bắt đầu từ|từ)|(?<after>sau)|(?<same>hoặc trong|là|vào|trong|lúc))(?:\\s+|$)`,
  'iu',
);
/** "từ ngày ban hành Kế hoạch đến …", "từ nay đến …": what it begins with has no date. */
const OPEN_START = /^(?:kể )?từ (?:nay|khi [^\d]+?|ngày [^\d]+?) (?=đến|tới)/iu;
const CLOCK =
  /^(?:(?<hour>\d{1,2})\s*(?:giờ|h|g|:)\s*(?<minute>[0-5]\d)?\s*(?:phút|')?|giờ (?:làm việc|hành chính))(?:,?\s+(?:của\s+)?|$)/iu;
const WEEKDAY = /^(?:thứ \p{L}+|thứ \d|chủ nhật)\s*,?\s*(?:,\s*)?/iu;

interface Direction {
  readonly words: ReadonlySet<string>;
  readonly time?: string;
}

function takeDirection(reading: Reading): Direction {
  const words = new Set<string>();
  let time: string | undefined;
  if (OPEN_START.test(reading.rest)) reading.rest = reading.rest.replace(OPEN_START, '');
  for (;;) {
    const preposition = PREPOSITION.exec(reading.rest);
    const found = preposition ?? CLOCK.exec(reading.rest) ?? WEEKDAY.exec(reading.rest);
    if (found === null || found[0] === '') break;
    for (const [name, value] of Object.entries(found.groups ?? {}))
      if (preposition !== null && value !== undefined) words.add(name);
    const { hour, minute = '00' } = found.groups ?? {};
    if (hour !== undefined && Number(hour) <= 24) time = `${hour.padStart(2, '0')}:${minute}`;
    if (preposition === null && hour === undefined && /^giờ/iu.test(found[0])) words.add('hours');
    reading.rest = reading.rest.slice(found[0].length);
  }
  // "trước hoặc trong ngày"
  if (words.has('before') && words.has('same')) {
    words.delete('before');
    words.add('by');
  }
  return { words, ...(time !== undefined && { time }) };
}

function readDates(reading: Reading, year: number | undefined): Deadline | DeadlineFault {
  const { words, time: early } = takeDirection(reading);
  const pair = readPeriods(reading.rest);
  if (pair === undefined) {
    if (/\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2}(?!\d)/.test(reading.rest)) return 'short-year';
    return /\d/.test(reading.rest) ? 'more' : 'no-date';
  }
  const rest = reading.rest.slice(pair.length).trim();
  const range = pair.second ?? laterEnd(rest, pair.first);
  const second = range !== undefined && 'period' in range ? range.period : range;
  const {
    time = early,
    behind,
    joint,
  } = range !== undefined && 'period' in range ? range : { behind: rest, joint: pair.joint };
  if (/^[/.-]?\s*\d|\d/.test(behind)) return /^[/.-]\s*\d{2}(?!\d)/.test(behind) ? 'short-year' : 'more';
  if (behind !== '' && !/^(?:,\s*)?(?:để|về|qua|theo|cho)\s/iu.test(behind)) return 'more';
  if (/^và/iu.test(joint)) return 'more';
  const given = { ...(year !== undefined && { year }) };
  const start = resolvePeriod(fillPeriod(second ? fillPeriod(pair.first, second) : pair.first, given));
  const end = second ? resolvePeriod(fillPeriod(second, given)) : start;
  if (start === undefined || end === undefined)
    return year === undefined && lacksOnlyYear(second ?? pair.first)
      ? { type: 'yearless', tentative: reading.tentative }
      : 'bad-date';
  const excludes = second ? /trước/iu.test(joint) : words.has('before');
  return bounded(reading, start, second ? end : undefined, { words, excludes, time });
}

/** "từ 7 giờ ngày 1/3/2025 đến 17 giờ ngày 5/3/2025": an hour stands between "đến" and the second date. */
function laterEnd(
  rest: string,
  first: PartialPeriod,
): { period: PartialPeriod; time?: string; behind: string; joint: string } | undefined {
  const joint = /^(?:đến|tới|-|–)\s*(?:trước\s+|hết\s+)?/iu.exec(rest);
  if (joint === null) return undefined;
  const reading: Reading = {
    rest: rest.slice(joint[0].length),
    tentative: false,
    completes: false,
    includes: false,
  };
  const { time } = takeDirection(reading);
  const pair = readPeriods(reading.rest);
  if (pair === undefined || pair.second !== undefined) return undefined;
  return {
    period: fillPeriod(pair.first, first),
    ...(time !== undefined && { time }),
    behind: reading.rest.slice(pair.length).trim(),
    joint: time === undefined ? joint[0] : 'đến',
  };
}

interface Ends {
  readonly words: ReadonlySet<string>;
  readonly excludes: boolean;
  readonly time?: string | undefined;
}

function bounded(
  { tentative, completes, includes }: Reading,
  start: Period,
  end: Period | undefined,
  { words, excludes, time }: Ends,
): DatedDeadline | DeadlineFault {
  const loose = start.loose || end?.loose === true;
  const clock =
    time !== undefined && (end !== undefined || words.has('before') || words.has('by')) ? { time } : {};
  const rest = { tentative: tentative || loose, mayBeEarly: false } as const;
  // An hour on the day, and the end of its office hours, are on that day.
  const isOut = excludes && time === undefined && !words.has('hours') && !includes;
  const last = (period: Period): IsoDay => (isOut ? addDays(period.first, -1) : period.last);
  if (end !== undefined) {
    const to = last(end);
    if (start.first > to) return 'reversed';
    return {
      type: 'dates',
      from: start.first,
      to,
      excludesBoundary: isOut,
      ...clock,
      ...rest,
      mayBeEarly: completes,
    };
  }
  if (words.has('before') || words.has('by'))
    return { type: 'dates', to: last(start), excludesBoundary: isOut, ...clock, ...rest };
  if (words.has('after'))
    return { type: 'dates', from: addDays(start.last, 1), excludesBoundary: false, ...rest };
  if (words.has('from'))
    return { type: 'dates', from: start.first, excludesBoundary: false, ...rest, mayBeEarly: completes };
  return {
    type: 'dates',
    from: start.first,
    to: start.last,
    excludesBoundary: false,
    ...rest,
    mayBeEarly: completes,
  };
}
