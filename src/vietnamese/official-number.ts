/**
 * Whether officials write a zero before a number: whole numbers from 1 to 9 that count things, "05 năm", "01 buổi". Not
 * before a fraction ("1/2 ngày"), a decimal ("1,2 tỷ"), a percentage, a date or what has a zero already.
 */
export const takesZero = (text: string): boolean => /^[1-9](?!\d|\s*%|[.,/:-]\s*\d)/.test(text);

/** "5" is "05", "1 buổi" is "01 buổi"; "12", "05", "1/2 ngày" and what does not begin with a digit stay as they are. */
export const officialNumber = (text: string): string => (takesZero(text) ? `0${text}` : text);
