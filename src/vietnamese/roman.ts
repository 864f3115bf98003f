const DIGITS = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** "XIV" for 14. For whole numbers from 1 to 3999; anything else gives "". */
export function romanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return '';
  let left = value;
  let numeral = '';
  for (const [digit, worth] of DIGITS) {
    while (left >= worth) {
      numeral += digit;
      left -= worth;
    }
  }
  return numeral;
}

/** 14 for "XIV" (capitals); undefined for what is not written as a Roman numeral is: "IIII", "IC", "". */
export function romanValue(numeral: string): number | undefined {
  let at = 0;
  let value = 0;
  for (const [digit, worth] of DIGITS) {
    while (numeral.startsWith(digit, at)) {
      value += worth;
      at += digit.length;
    }
  }
  return at === numeral.length && romanNumeral(value) === numeral && value > 0 ? value : undefined;
}
