/** The longest name that still leaves room for a folder and an extension within Windows' 260 characters. */
const LONGEST = 100;
/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file name in plain ASCII from number, symbol and subject: "91-KH-LDLD-to-chuc-hoi-nghi". The symbol keeps its capitals;
 * the name is cut between words. Empty when the paper has none of the three.
 */
export function paperName(name: { number: string; symbol: string; subject: string }): string {
  const parts = [asciiWords(name.number), asciiWords(name.symbol), asciiWords(name.subject).toLowerCase()];
  const whole = parts.filter((part) => part !== '').join('-');
  const cut = whole.length <= LONGEST ? whole : whole.slice(0, whole.lastIndexOf('-', LONGEST));
  return RESERVED.test(cut) ? `${cut}-van-ban` : cut;
}

/** Letters without their marks, everything else between words as one hyphen. */
export function asciiWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
