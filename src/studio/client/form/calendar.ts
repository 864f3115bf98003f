import {
  addDays,
  type CalendarDay,
  dayParts,
  daysInMonth,
  isoDay,
  julianDay,
} from '../../../vietnamese/calendar-day.js';

/** A month that the calendar shows. */
export interface ShownMonth {
  readonly year: number;
  readonly month: number;
}

/** Rows of seven days from Monday on, with days of the months before and behind. */
export function weeksOf({ year, month }: ShownMonth): readonly (readonly CalendarDay[])[] {
  const first = isoDay(year, month, 1);
  if (first === undefined) return [];
  // The astronomers' day 0 is a Monday.
  const before = julianDay({ year, month, day: 1 }) % 7;
  const rows = Math.ceil((before + daysInMonth(month, year)) / 7);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => dayParts(addDays(first, row * 7 + column - before))).filter(
      (day) => day !== undefined,
    ),
  );
}

/** So many months later, or earlier. */
export function monthAfter({ year, month }: ShownMonth, months: number): ShownMonth {
  const count = year * 12 + month - 1 + months;
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

/** Where a key of the calendar leads from a day; undefined for a key that leads nowhere. */
export function dayByKey(iso: string, key: string): string | undefined {
  const parts = dayParts(iso);
  if (parts === undefined) return undefined;
  const column = julianDay(parts) % 7;
  switch (key) {
    case 'ArrowLeft':
      return addDays(iso, -1);
    case 'ArrowRight':
      return addDays(iso, 1);
    case 'ArrowUp':
      return addDays(iso, -7);
    case 'ArrowDown':
      return addDays(iso, 7);
    case 'Home':
      return addDays(iso, -column);
    case 'End':
      return addDays(iso, 6 - column);
    case 'PageUp':
      return sameDayIn(parts, -1);
    case 'PageDown':
      return sameDayIn(parts, 1);
    default:
      return undefined;
  }
}

/** 31/3 a month earlier is 28/2. */
function sameDayIn(parts: CalendarDay, months: number): string | undefined {
  const { year, month } = monthAfter(parts, months);
  return isoDay(year, month, Math.min(parts.day, daysInMonth(month, year)));
}

/** "2024-09-12" → "12/9/2024", "2025-02-05" → "05/02/2025": as a form has it; what is shown is what will be typed. */
export function typedDate(iso: string): string {
  const parts = dayParts(iso);
  if (parts === undefined) return iso;
  const { day, month, year } = parts;
  return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}

/** The day that a calendar begins at: the typed one, as far as it goes; else one nearby. */
export function startDay(iso: string, near: string | undefined): string {
  const [year, month = '01', day = '01'] = iso === '' ? (near ?? '').split('-') : iso.split('-');
  return isoDay(Number(year), Number(month), Number(day)) ?? '2026-01-01';
}
