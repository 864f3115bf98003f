/** "250", "1.200", "05": a whole number as people write it, as the source of a pattern. */
export const WHOLE = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d.,]*\d)`;

export const wholeNumber = (text: string): number => Number(text.replaceAll('.', ''));

/** No fact is so long: what is longer is a text, and is not looked into. */
const LONGEST_FACT = 300;

/** Bold marks, double spaces and the mark at the end of a line are no part of a fact. "" for a text too long to be one. */
export const plainFact = (text: string): string =>
  (text.length > LONGEST_FACT ? '' : text)
    .normalize('NFC')
    .replace(/\*+/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.,;]+$/u, '')
    .trim();
