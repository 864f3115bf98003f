/** A part of a whole as two whole numbers, so that nothing is lost: 70 % is 70/100, 12,5 % 125/1000, "1/3" 1/3. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

export const RATIO = String.raw`(?:\d{1,3}(?:[.,]\d{1,3})?\s*%|\d{1,2}/\d{1,3}(?![\d/]))`;

/** "70 %", "12,5%", "1/3"; undefined for all else, for nothing and for more than the whole. */
export function readRatio(text: string): Ratio | undefined {
  const percent = /^(\d{1,3})(?:[.,](\d{1,3}))?\s*%$/.exec(text.trim());
  const fraction = /^(\d{1,2})\/(\d{1,3})$/.exec(text.trim());
  const [, figures = '', decimals = ''] = percent ?? [];
  const ratio = percent
    ? { part: Number(figures + decimals), whole: 100 * 10 ** decimals.length }
    : fraction && { part: Number(fraction[1]), whole: Number(fraction[2]) };
  return ratio && ratio.part > 0 && ratio.part <= ratio.whole ? ratio : undefined;
}

/** "70 %", "12,5 %"; a fraction that is no percentage stays one: "1/3". */
export function ratioText({ part, whole }: Ratio): string {
  if (!/^10+$/.test(String(whole))) return `${part}/${whole}`;
  return `${String((part * 100) / whole).replace('.', ',')} %`;
}

/** Whole people: an upper bound is rounded down, since one more would be more than the ratio allows. */
export const atMost = ({ part, whole }: Ratio, of: number): number => Math.floor((of * part) / whole);

/** A lower bound is rounded up: one fewer would be less than the ratio asks. */
export const atLeast = ({ part, whole }: Ratio, of: number): number => Math.ceil((of * part) / whole);
