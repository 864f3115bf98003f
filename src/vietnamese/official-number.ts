/**
 * Whether officials write a zero before a number: whole numbers from 1 to 9 that count things, "05 năm", "01 buổi". Not
 * before a fraction ("1/2 ngày"), a decimal ("1,2 tỷ"), a percentage, a date or what has a zero already.
 */
export const takesZero = (text: string): boolean => /^[1-9](?!\d|\s*%|[.,/:-]\s*\d)/.test(text);
