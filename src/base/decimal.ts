/** What stands behind the whole number, by thousandths: "" for none, ".5" for 500. */
const FRACTIONS: readonly string[] = Array.from({ length: 1000 }, (_, thousandths) =>
  String(thousandths / 1000).slice(1),
);

/** Below it the parts of a number are whole numbers of 32 bits. */
const MOST = 2 ** 31;

/** A number as PDF and SVG write it: no exponent, at most three decimals (of points: far finer than any device), no trailing zeros. */
export const decimal = (value: number): string => {
  const thousandths = Math.round(value * 1000);
  if (thousandths === 0) return '0';
  const size = Math.abs(thousandths);
  // Too large, or no number.
  if (!(size < MOST)) return String(thousandths / 1000);
  // A page has hundreds of them, and text of whole numbers is made many times as fast as that of fractions.
  const whole = (size / 1000) | 0;
  return (thousandths < 0 ? '-' : '') + whole + FRACTIONS[size - whole * 1000];
};
