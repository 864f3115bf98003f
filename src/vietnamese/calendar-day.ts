import { dayFigures, monthFigures } from './date-phrase.js';

/** A day of the Gregorian calendar as "2025-03-10"; such texts compare as the days do. */
export type IsoDay = string;

export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const daysInMonth = (month: number, year: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** "2025-03-10"; undefined for a day that there is not, and for years that no paper has. */
export function isoDay(year: number, month: number, day: number): IsoDay | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(month, year))
    return undefined;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The parts of a whole day; undefined for all else ("2025-03", "2025-02-30"). */
export function dayParts(iso: string): CalendarDay | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return isoDay(year, month, day) === undefined ? undefined : { year, month, day };
}

/** Days since an arbitrary first one, Gregorian throughout (the astronomers' count): 2451545 for 2000-01-01. */
export function julianDay({ year, month, day }: CalendarDay): number {
  const a = Math.floor((14 - month) / 12);
  const y = year + 4800 - a;
  const m = month + 12 * a - 3;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + leapDays - 32045;
}

export function dayOfJulian(julian: number): CalendarDay {
  const a = julian + 32044;
  const century = Math.floor((4 * a + 3) / 146097);
  const c = a - Math.floor((146097 * century) / 4);
  const yearOfCentury = Math.floor((4 * c + 3) / 1461);
  const e = c - Math.floor((1461 * yearOfCentury) / 4);
  const m = Math.floor((5 * e + 2) / 153);
  return {
    day: e - Math.floor((153 * m + 2) / 5) + 1,
    month: m + 3 - 12 * Math.floor(m / 10),
    year: 100 * century + yearOfCentury - 4800 + Math.floor(m / 10),
  };
}

/** So many days later, or earlier; what is no day stays as it is. */
export function addDays(iso: IsoDay, days: number): IsoDay {
  const parts = dayParts(iso);
  if (parts === undefined) return iso;
  const { year, month, day } = dayOfJulian(julianDay(parts) + days);
  return isoDay(year, month, day) ?? iso;
}

/** 1 for Chủ nhật, 2 for thứ Hai … 7 for thứ Bảy, as the Vietnamese count them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function weekdayOf(iso: IsoDay): Weekday | undefined {
  const parts = dayParts(iso);
  return parts === undefined ? undefined : ((((julianDay(parts) + 1) % 7) + 1) as Weekday);
}

/** "10/3/2025", "05/02/2025": as dates are written in the middle of a text, days below 10 and months 1 and 2 with a 0 (R35). */
export function shortDate(iso: IsoDay): string {
  const parts = dayParts(iso);
  if (parts === undefined) return iso;
  return `${dayFigures(parts.day)}/${monthFigures(parts.month)}/${parts.year}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');
