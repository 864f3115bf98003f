/** The letters that number points (điểm), in order; ă â ê ô ơ ư are skipped, and f j w z are no Vietnamese letters (R53). */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy';

/** 1 for "a", 5 for "đ"; undefined for a letter that numbers no point. */
export function pointLetterValue(letter: string): number | undefined {
  const index = letter.length === 1 ? POINT_LETTERS.indexOf(letter) : -1;
  return index < 0 ? undefined : index + 1;
}

/** "a" for 1; undefined outside the alphabet. */
export const pointLetter = (value: number): string | undefined => POINT_LETTERS[value - 1];
