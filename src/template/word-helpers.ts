import { dayFigures, monthFigures } from '../vietnamese/date-phrase.js';

/** What a template may do to a field's text before it prints it: `{{lower-first trich_yeu}}`. */
type WordHelper = (text: string) => string;

/** Helpers for text positions. Where they change more than capitals, the words count as generated, not as the field's. */
export const WORD_HELPERS: Readonly<Record<string, WordHelper>> = {
  /** "Tổ chức Hội nghị" to "tổ chức Hội nghị", behind other words; an abbreviation ("UBND tỉnh") stays. */
  'lower-first': (text) =>
    /^\p{Lu}(?:\p{Ll}|\s)/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text,
  /** "không quá 250" to "Không quá 250", at the beginning of a sentence. */
  'upper-first': (text) => (text === '' ? '' : text[0]!.toUpperCase() + text.slice(1)),
  /** A date's value to what is known of it (R35): "ngày 05 tháng 3 năm 2026", "tháng 3 năm 2026", "năm 2026", "". */
  'long-date': longDate,
};

function longDate(value: string): string {
  const [year, month, day] = value.split('-');
  return [
    ...(day ? [`ngày ${dayFigures(Number(day))}`] : []),
    ...(month ? [`tháng ${monthFigures(Number(month))}`] : []),
    ...(year ? [`năm ${year}`] : []),
  ].join(' ');
}

/** What closes a sentence without being its end: "(… 30%)", "**trước 10/3**". */
const CLOSING = /[\s*"'”’»)\]]+$/u;

/** Whether the text begins with one of the words, in capitals or not. */
export const begins = (text: string, words: readonly string[]): boolean =>
  words.some((word) => text.trim().toLowerCase().startsWith(word.toLowerCase()));

/** Whether the text ends with one of the words, in capitals or not; quotes, brackets and marks of weight do not count. */
export function ends(text: string, words: readonly string[]): boolean {
  const bare = text.replace(CLOSING, '').toLowerCase();
  return words.some((word) => bare.endsWith(word.toLowerCase()));
}
