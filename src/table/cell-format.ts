/** How a spreadsheet shows the number of a cell, as far as it changes what people would type. */
export type CellFormat =
  | { readonly type: 'general' }
  | { readonly type: 'percent' }
  /** "000": so many digits at least. */
  | { readonly type: 'digits'; readonly length: number }
  | { readonly type: 'date'; readonly shows: ReadonlySet<DatePart> };

type DatePart = 'day' | 'month' | 'year' | 'time';

export const GENERAL: CellFormat = { type: 'general' };

/** The formats that have a number and no code in the file (ECMA-376, 18.8.30), as far as they matter here. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'd/m/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'd/m/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

/** Dates of East Asian calendars, without a code of their own. */
const isEastAsianDate = (id: number): boolean => (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** `code` is what the file says of a format that is not built in. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  const text = code ?? BUILT_IN[id] ?? (isEastAsianDate(id) ? 'd/m/yyyy' : '');
  // Its first part is for positive numbers; quoted text, escaped letters, colours and locales say nothing of the type.
  const bare = (text.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  if (/^general$/i.test(bare) || bare === '@') return GENERAL;
  if (bare.includes('%')) return { type: 'percent' };
  if (/^0{2,}$/.test(bare)) return { type: 'digits', length: bare.length };
  if (!/[dmyhs]/i.test(bare) || /[#?]/.test(bare)) return GENERAL;
  return { type: 'date', shows: partsOf(bare) };
}

/** An "m" beside hours or seconds is minutes. */
function partsOf(code: string): ReadonlySet<DatePart> {
  const shows = new Set<DatePart>();
  const withoutMinutes = code
    .replace(/am\/pm|a\/p/gi, '')
    .replace(/(h+\]?[^a-z]*)m+/gi, '$1')
    .replace(/m+([^a-z]*\[?s)/gi, '$1');
  if (/d/i.test(code)) shows.add('day');
  if (/m/i.test(withoutMinutes)) shows.add('month');
  if (/y/i.test(code)) shows.add('year');
  if (/[hs]/i.test(code)) shows.add('time');
  return shows;
}

const DAY = 86_400_000;
/** Day 0 of the two calendars of spreadsheets. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The last day of the year 9999 in the calendar of 1900. */
const LAST_DAY = 2_958_465;

/**
 * A stored number as people would type it: "12/9/2024" of a date, "9/2024" where the format shows no day, "08:30", "70%",
 * "05", "1,5" with the comma of Vietnamese. No more than 15 digits count, so 0.1 + 0.2 is "0,3".
 */
export function numberText(stored: string, format: CellFormat, date1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  switch (format.type) {
    case 'general':
      return decimalText(value);
    case 'percent':
      return `${decimalText(value * 100)}%`;
    case 'digits': {
      const text = decimalText(value);
      return /^\d+$/.test(text) ? text.padStart(format.length, '0') : text;
    }
    case 'date':
      return value < 0 || value >= LAST_DAY + 1
        ? decimalText(value)
        : dateText(value, format.shows, date1904);
  }
}

/** Without exponent, and without the noise of binary fractions. */
function decimalText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  const plain = text.includes('e')
    ? Math.abs(rounded) >= 1
      ? BigInt(rounded).toString()
      : rounded.toFixed(20).replace(/0+$/, '')
    : text;
  return plain.replace('.', ',');
}

function dateText(serial: number, shows: ReadonlySet<DatePart>, date1904: boolean): string {
  // The calendar of 1900 has a 29th of February that never was; before it everything stands a day off.
  const days = date1904 || serial >= 60 ? serial : serial + 1;
  const minutes = Math.round(days * 1440);
  const date = new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(minutes / 1440) * DAY);
  const time = minutes % 1440;
  const clock = `${pad(Math.floor(time / 60))}:${pad(time % 60)}`;
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()];
  if (!shows.has('day') && !shows.has('month') && !shows.has('year')) {
    const hours = Math.floor(Math.round(serial * 1440) / 60);
    return serial >= 1 ? `${hours}:${pad(time % 60)}` : clock;
  }
  const shown = shows.has('day')
    ? `${day}/${month}/${year}`
    : shows.has('month')
      ? `${month}/${year}`
      : String(year);
  return shows.has('time') && time > 0 ? `${shown} ${clock}` : shown;
}

const pad = (figure: number): string => String(figure).padStart(2, '0');
