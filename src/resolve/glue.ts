const NBSP = '\u00a0';
const HYPHEN = '\u2011';

/**
 * Pairs that must hold together on a line: "số 91/KH-LĐLĐ", "lần thứ VI", "VIỆT NAM", "Phụ lục II". Each space between
 * them becomes one no-break space, so offsets into the text stay right.
 */
const PAIRS: readonly RegExp[] = [
  /(?<=(?:^|[\s(])số:?) (?=\d+[\d/-])/giu,
  /(?<=lần) (?=thứ [IVXLC]+(?:[\s.,;:)]|$))/giu,
  /(?<=lần[ \u00a0]thứ) (?=[IVXLC]+(?:[\s.,;:)]|$))/giu,
  /(?<=(?:^|\s)việt) (?=nam(?:[\s.,;:)"”]|$))/giu,
  /(?<=(?:^|[\s(])phụ lục) (?=[IVXLC]+(?:[\s.,;:)]|$))/giu,
];

/** "91/KH-LĐLĐ", "2709/HD-UBND", "04-NQ/ĐH": the hyphens of a paper's number never end a line. */
const SYMBOLS = /\d+(?:\/\p{Lu}[\p{L}\d]*(?:-\p{Lu}[\p{L}\d&]*)+|-\p{Lu}[\p{L}]*\/\p{Lu}[\p{L}\d]*)/gu;

/** What one of the pairs must hold, to pass over the many texts that have none. */
const MAY_PAIR = /số|lần|việt|phụ/iu;

/** Sets no-break spaces and no-break hyphens, letter for letter: the length of the text does not change. */
export function glue(text: string): string {
  let glued = text.includes('/') ? text.replace(SYMBOLS, (symbol) => symbol.replaceAll('-', HYPHEN)) : text;
  if (!MAY_PAIR.test(glued)) return glued;
  for (const pair of PAIRS) glued = glued.replace(pair, NBSP);
  return glued;
}
