import { romanNumeral } from '../../vietnamese/roman.js';

const ODD_BULLET = /^[–—‒―‐‑−•·●○◦▪▫■□◆◇➢➤❖✓✔‣⁃§Ø\uf000-\uf0ff]$/u;

/** What a program drew before an item: a number stays as it is, a bullet becomes the dash or plus of its depth. */
export function markOf(drawn: string, depth: number): string {
  const mark = drawn.trim();
  if (mark === '' || /^[-+*]$/.test(mark)) return mark;
  return ODD_BULLET.test(mark) || mark === 'o' ? bulletOf(depth) : mark;
}

export const bulletOf = (depth: number): string => (depth <= 1 ? '-' : '+');

const ODD_START =
  /^\s*([–—‒―−•·●◆◇➢➤❖✓✔‣⁃■Ø\uf02d\uf0b7\uf0d8\uf076\uf0fc]|[o§▪▫□○◦\uf0a7\uf06f](?=\s))(\s+)/u;

/** A line that begins with a bullet typed or drawn: the bullet as the grammar has it, and where the text after it begins. */
export function typedBullet(line: string): { readonly mark: string; readonly length: number } | undefined {
  const plain = /^\s*([-+*])\s+/.exec(line);
  if (plain) return { mark: plain[1] ?? '-', length: plain[0].length };
  const odd = ODD_START.exec(line);
  // "o" and a space is a word of its own in some texts; Word puts a TAB or several spaces there.
  if (!odd || (odd[1] === 'o' && odd[2] === ' ')) return undefined;
  return { mark: /[o§▪▫□○◦\uf0a7\uf06f]/u.test(odd[1] ?? '') ? '+' : '-', length: odd[0].length };
}

export type ListStyle =
  | 'decimal'
  | 'lower-alpha'
  | 'upper-alpha'
  | 'lower-roman'
  | 'upper-roman'
  | 'bullet'
  | 'none';

const TYPES: Readonly<Record<string, ListStyle>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
};
const NAMES: Readonly<Record<string, ListStyle>> = {
  decimal: 'decimal',
  'decimal-leading-zero': 'decimal',
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
  disc: 'bullet',
  circle: 'bullet',
  square: 'bullet',
  none: 'none',
};

/** How a list or an item is numbered, by its `type` and by what its style says; undefined where neither says it. */
export function listStyle(type: string | undefined, styleType: string | undefined): ListStyle | undefined {
  return NAMES[styleType ?? ''] ?? TYPES[type ?? ''];
}

/**
 * "3.", "c)", "II.": the number as the grammar writes its level, with the letter that was seen ("e", where an official would
 * count "đ": the text may speak of it). `above`: that of the item around it, "2.".
 */
export function numberOf(style: ListStyle, value: number, above: string): string {
  switch (style) {
    case 'decimal':
      return /^(?:\d+\.){1,2}$/.test(above) ? `${above}${value}.` : `${value}.`;
    case 'lower-alpha':
      return `${letterOf(value)})`;
    case 'upper-alpha':
      return `${letterOf(value).toUpperCase()}.`;
    case 'lower-roman':
      return `${romanNumeral(value).toLowerCase()})`;
    case 'upper-roman':
      return `${romanNumeral(value)}.`;
    default:
      return '';
  }
}

const letterOf = (value: number): string =>
  value < 1 ? '' : letterOf(Math.floor((value - 1) / 26)) + String.fromCharCode(97 + ((value - 1) % 26));
