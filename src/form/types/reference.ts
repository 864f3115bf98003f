import { type SourceText, sliceText, trimText } from '../source-text.js';

const BLANK = /^[\s.…_]*$/;

/**
 * "91/KH-LĐLĐ" parted at its first "/". Dots in the number's place ("…/KH-LĐLĐ") are a blank, as is nothing; without a
 * "/" digits are the number, and anything else the symbol.
 */
export function splitReference(value: SourceText): {
  readonly so?: SourceText;
  readonly ky_hieu?: SourceText;
} {
  const slash = value.text.indexOf('/');
  if (slash < 0) return /^\s*\d/.test(value.text) ? { so: trimText(value) } : { ky_hieu: trimText(value) };
  const number = trimText(sliceText(value, 0, slash));
  const symbol = trimText(sliceText(value, slash + 1));
  return {
    ...(!BLANK.test(number.text) && { so: number }),
    ...(symbol.text !== '' && { ky_hieu: symbol }),
  };
}
