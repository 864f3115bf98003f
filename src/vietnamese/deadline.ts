import { addDays, dayParts, type IsoDay, shortDate } from './calendar-day.js';

/** What a deadline says, read by `readDeadline`. */
export type Deadline = DatedDeadline | RelativeDeadline | YearlessDeadline;

/** Days, both ends included; an end that is absent is open. */
export interface DatedDeadline {
  readonly type: 'dates';
  readonly from?: IsoDay;
  /** The last day on which it is met: of "trước 10/3/2025" the 9th. */
  readonly to?: IsoDay;
  /** The day named ("trước 10/3/2025") is the one behind `to` and no longer counts. */
  readonly excludesBoundary: boolean;
  /** "17:00" of "trước 17 giờ ngày 10/3/2025"; the day itself counts then. */
  readonly time?: string;
  /** "dự kiến", "khoảng", "đầu tháng": not meant to the day, so nobody is late by it for certain. */
  readonly tentative: boolean;
  /** "hoàn thành trong Quý I": what is done before the first day is done too. */
  readonly mayBeEarly: boolean;
}

/** Counted from another date: "trước 15 ngày so với ngày tổ chức", "trong vòng 10 ngày sau Hội nghị". */
export interface RelativeDeadline {
  readonly type: 'relative';
  readonly days: number;
  readonly direction: 'before' | 'after';
  /** Days on which offices work; without a calendar of holidays nothing is counted. */
  readonly working: boolean;
  /** As typed: "ngày tổ chức"; "" where only "trước 15 ngày" is said. */
  readonly anchor: string;
  readonly tentative: boolean;
}

/** "đến 15/4": a date whose year only the paper knows; give `readDeadline` the year. */
export interface YearlessDeadline {
  readonly type: 'yearless';
  readonly tentative: boolean;
}

/** Why a text is no deadline. */
export type DeadlineFault =
  | 'no-date' // "sớm"
  | 'bad-date' // "trước 31/2/2025"
  | 'short-year' // "trước 10/3/25"
  | 'recurring' // "trước ngày 15 hằng tháng"
  | 'reversed' // "từ 10/3/2025 đến 1/3/2025"
  | 'more'; // something behind the date that may be a second one

export type Standing = 'early' | 'within' | 'late' | 'unknown';

/**
 * Where a day stands to a deadline. `reference`: the day that a relative deadline is counted from; without it, and where the
 * year is not known, 'unknown'.
 */
export function standingOf(deadline: Deadline, day: IsoDay, reference?: IsoDay): Standing {
  if (dayParts(day) === undefined) return 'unknown';
  const { from, to } = boundsOf(deadline, reference);
  if (to !== undefined && day > to) return 'late';
  if (from !== undefined && day < from)
    return deadline.type === 'dates' && deadline.mayBeEarly ? 'within' : 'early';
  return from === undefined && to === undefined ? 'unknown' : 'within';
}

/** The days of a deadline; a relative one needs the day that it is counted from. */
export function boundsOf(
  deadline: Deadline,
  reference?: IsoDay,
): { readonly from?: IsoDay; readonly to?: IsoDay } {
  switch (deadline.type) {
    case 'dates':
      return deadline;
    case 'relative': {
      if (reference === undefined || deadline.working || dayParts(reference) === undefined) return {};
      const { days, direction } = deadline;
      return { to: addDays(reference, direction === 'before' ? -days : days) };
    }
    case 'yearless':
      return {};
  }
}

/**
 * Which ends first: below 0 the first, above 0 the second, 0 both on one day. Undefined where an end is open or not known.
 * Both are counted from one `reference`.
 */
export function compareDeadlines(a: Deadline, b: Deadline, reference?: IsoDay): number | undefined {
  const [one, other] = [boundsOf(a, reference).to, boundsOf(b, reference).to];
  if (one === undefined || other === undefined) return undefined;
  return one === other ? 0 : one < other ? -1 : 1;
}

/**
 * A deadline in words that say which way the boundary day falls: "trước ngày 10/3/2025 (không tính ngày 10/3)", "chậm nhất
 * ngày 10/02/2023", "từ ngày 01/01/2025 đến hết ngày 31/3/2025". Reading them gives the same deadline. "" where the year is missing.
 */
export function deadlinePhrase(deadline: Deadline): string {
  const tentative = deadline.tentative ? 'dự kiến ' : '';
  switch (deadline.type) {
    case 'yearless':
      return '';
    case 'relative': {
      const unit = deadline.working ? 'ngày làm việc' : 'ngày';
      const side = deadline.direction === 'before' ? 'trước' : 'sau';
      const anchor = deadline.anchor === '' ? 'ngày được tính' : deadline.anchor;
      return `${tentative}chậm nhất ${deadline.days} ${unit} ${side} ${anchor}`;
    }
    case 'dates':
      return tentative + datesPhrase(deadline);
  }
}

function datesPhrase(deadline: DatedDeadline): string {
  const { from, to } = deadline;
  if (from === undefined) return to === undefined ? '' : endPhrase(deadline, to, 'alone');
  const work = deadline.mayBeEarly ? 'hoàn thành ' : '';
  if (to === undefined) return `${work}từ ngày ${shortDate(from)}`;
  if (from === to && !deadline.excludesBoundary && deadline.time === undefined)
    return `${work}trong ngày ${shortDate(to)}`;
  return `${work}từ ngày ${shortDate(from)} ${endPhrase(deadline, to, 'behind')}`;
}

function endPhrase({ excludesBoundary, time }: DatedDeadline, to: IsoDay, place: 'alone' | 'behind'): string {
  const until = place === 'behind' ? 'đến ' : '';
  if (excludesBoundary) {
    const named = shortDate(addDays(to, 1));
    return `${until}trước ngày ${named} (không tính ngày ${named.replace(/\/\d+$/, '')})`;
  }
  if (time !== undefined) {
    const clock = time.replace(':', ' giờ ');
    return place === 'behind' ? `đến ${clock} ngày ${shortDate(to)}` : `trước ${clock} ngày ${shortDate(to)}`;
  }
  return `${place === 'behind' ? 'đến hết' : 'chậm nhất'} ngày ${shortDate(to)}`;
}
