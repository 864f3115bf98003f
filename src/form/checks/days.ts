import { daysInMonth, type IsoDay, isoDay } from '../../vietnamese/calendar-day.js';
import { boundsOf } from '../../vietnamese/deadline.js';
import { readMoment } from '../../vietnamese/moment.js';
import { readDeadline } from '../../vietnamese/read-deadline.js';

/** The days that a value means: a date's value ("2024-09-12", "2024-09", "2024"), a deadline or a moment; {} for all else. */
export function daysOf(text: string): { readonly from?: IsoDay; readonly to?: IsoDay } {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim())?.map(Number) ?? [];
  if (year !== undefined && !Number.isNaN(year)) return ofParts(year, orNone(month), orNone(day));
  const deadline = readDeadline(text);
  return deadline === undefined ? (readMoment(text) ?? {}) : boundsOf(deadline);
}

const orNone = (figure: number | undefined): number | undefined =>
  figure === undefined || Number.isNaN(figure) ? undefined : figure;

function ofParts(
  year: number,
  month: number | undefined,
  day: number | undefined,
): { from?: IsoDay; to?: IsoDay } {
  const from = isoDay(year, month ?? 1, day ?? 1);
  const last = month ?? 12;
  const to = isoDay(year, last, day ?? daysInMonth(last, year));
  return { ...(from && { from }), ...(to && { to }) };
}
