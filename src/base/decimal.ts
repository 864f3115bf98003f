/** A number as PDF and SVG write it: no exponent, at most three decimals (of points: far finer than any device), no trailing zeros. */
export const decimal = (value: number): string => {
  const thousandths = Math.round(value * 1000);
  return thousandths === 0 ? '0' : String(thousandths / 1000);
};
