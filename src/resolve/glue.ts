const NBSP = '\u00a0';
const HYPHEN = '\u2011';

/**
 * How much of a text holds together: `text` numbers and ranges; `title` names too, since a title has few lines and much room
 * to break elsewhere (in a narrow justified cell they would tear the line); `nothing` what others search for as typed.
 */
export type Gluing = 'nothing' | 'text' | 'title';

/** "số 91/KH-LĐLĐ", "lần thứ VI", "Phụ lục II", "2021 - 2026": each space between them becomes one no-break space. */
const IN_TEXT: readonly RegExp[] = [
  /(?<=(?:^|[\s(])số:?) (?=\d+[\d/-])/giu,
  /(?<=lần) (?=thứ [IVXLC]+(?:[\s.,;:)]|$))/giu,
  /(?<=lần[ \u00a0]thứ) (?=[IVXLC]+(?:[\s.,;:)]|$))/giu,
  /(?<=(?:^|[\s(])phụ lục) (?=[IVXLC]+(?:[\s.,;:)]|$))/giu,
  /(?<=\d) (?=[-–] \d)/gu,
  /(?<=\d[ \u00a0][-–]) (?=\d)/gu,
];
const IN_TITLES: readonly RegExp[] = [/(?<=(?:^|\s)việt) (?=nam(?:[\s.,;:)"”]|$))/giu];

/** A person named with a form of address: "đồng chí Nguyễn Văn A". */
const PERSON = /(?<=(?:^|\s)(?:đồng chí|ông|bà) )\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}/gu;

/** "91/KH-LĐLĐ", "2709/HD-UBND", "04-NQ/ĐH": the hyphens of a paper's number never end a line. */
const SYMBOLS = /\d+(?:\/\p{Lu}[\p{L}\d]*(?:-\p{Lu}[\p{L}\d&]*)+|-\p{Lu}[\p{L}]*\/\p{Lu}[\p{L}\d]*)/gu;

/** What a text must hold for anything in it to be glued; most have nothing of it. */
const MAY_GLUE = /số|lần|phụ|\d [-–]|\//iu;

/** Sets no-break spaces and no-break hyphens, letter for letter: the length of the text does not change. */
export function glue(text: string, gluing: Gluing): string {
  if (gluing === 'nothing') return text;
  const inText = MAY_GLUE.test(text)
    ? spaced(
        text.replace(SYMBOLS, (symbol) => symbol.replaceAll('-', HYPHEN)),
        IN_TEXT,
      )
    : text;
  if (gluing === 'text') return inText;
  return spaced(inText, IN_TITLES).replace(PERSON, (name) => name.replaceAll(' ', NBSP));
}

const spaced = (text: string, pairs: readonly RegExp[]): string =>
  pairs.reduce((glued, pair) => glued.replace(pair, NBSP), text);
