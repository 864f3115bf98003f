/** A date of which the day, the day and month, or everything may be missing. */
interface DateParts {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** A piece of a date phrase: words, figures, or a place left blank to be written or stamped in. */
export type DatePiece =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'blank'; readonly part: 'day' | 'month' | 'year' };

const words = (text: string): DatePiece => ({ type: 'words', text });

/** R35: a day below 10 and the months 1 and 2 take a leading zero, the months 3 to 9 do not. */
export const dayFigures = (day: number): string => String(day).padStart(2, '0');
export const monthFigures = (month: number): string => (month <= 2 ? `0${month}` : String(month));

/** "ngày 05 tháng 3 năm 2020", with blanks for what is missing (R35). */
export function datePhrase(date: DateParts): readonly DatePiece[] {
  const figures = (part: 'day' | 'month' | 'year', text: string | undefined): DatePiece =>
    text === undefined ? { type: 'blank', part } : words(text);
  return [
    words('ngày '),
    figures('day', date.day === undefined ? undefined : dayFigures(date.day)),
    words(' tháng '),
    figures('month', date.month === undefined ? undefined : monthFigures(date.month)),
    words(' năm '),
    figures('year', date.year === undefined ? undefined : String(date.year)),
  ];
}
