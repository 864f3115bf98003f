/**
 * Where a line may end: the Unicode line breaking rules in the version that LibreOffice carries (5.0, with its own changes),
 * for Latin text. Found by trying each pair of characters, see docs/AGREEMENT.md.
 */
type BreakClass =
  | 'AL'
  | 'NU'
  | 'SP'
  | 'OP'
  | 'CL'
  | 'QU'
  | 'EX'
  | 'IS'
  | 'SY'
  | 'BS'
  | 'HY'
  | 'B2'
  | 'IN'
  | 'PR'
  | 'PO'
  | 'GL'
  | 'CM';

/** Characters by class; what is not named is a letter (AL). `HY` holds the hyphen and all else that a line may end after. */
const MEMBERS: readonly (readonly [BreakClass, string])[] = [
  ['NU', '0123456789'],
  ['SP', ' '],
  ['OP', '([{\u00a1\u00bf\u201a\u201e'],
  ['CL', ')]}'],
  ['QU', '"\'\u2018\u2019\u201c\u201d\u00ab\u00bb\u2039\u203a'],
  ['EX', '!?'],
  ['IS', '.,:;'],
  ['SY', '/'],
  ['BS', '\\'],
  ['HY', '-|\t\u2010\u2012\u2013'],
  ['B2', '\u2014'],
  ['IN', '\u2024\u2025\u2026'],
  ['PR', '$+\u00a3\u00a4\u00a5\u00b1\u20ab\u20ac'],
  ['PO', '%\u00a2\u2030'],
  ['GL', '\u00a0\u2007\u2011\u202f\u2060'],
];

const CODES: readonly BreakClass[] = ['AL', 'CM', ...MEMBERS.map(([name]) => name)];
const TABLE_SIZE = 0x2100;
const LETTER = 0;
const SLASH = 0x2f;
const COMBINING: readonly [number, number] = [0x300, 0x36f];

const classes = new Uint8Array(TABLE_SIZE).fill(LETTER);
classes.fill(CODES.indexOf('CM'), COMBINING[0], COMBINING[1] + 1);
for (const [name, members] of MEMBERS) {
  for (const member of members) classes[member.charCodeAt(0)] = CODES.indexOf(name);
}

const codeAt = (text: string, index: number): number => {
  const unit = text.charCodeAt(index);
  return unit < TABLE_SIZE ? classes[unit]! : LETTER;
};
const classAt = (text: string, index: number): BreakClass => CODES[codeAt(text, index)]!;

/** Whether a line may end before `text[index]`, 0 < index < length. Spaces hang on the line that they end. */
export function mayBreakBefore(text: string, index: number): boolean {
  // Most pairs are two letters of a word.
  if (codeAt(text, index - 1) === LETTER && codeAt(text, index) === LETTER) return false;
  const before = classAt(text, index - 1);
  const after = classAt(text, index);
  return before === 'SP'
    ? mayBreakAfterSpace(text, index, after)
    : mayBreakBetween(text, index, before, after);
}

/**
 * Whether the line goes back to a space when `text[index]` does not fit: LibreOffice never breaks after a slash, and once the
 * second letter after one stands on the line, it does not break before the slash either, but at a space.
 */
export function forgetsBreaks(text: string, index: number): boolean {
  if (text.charCodeAt(index - 2) !== SLASH) return false;
  const after = classAt(text, index - 1);
  if (after === 'NU') return !endsNumber(text, index - 1);
  return after === 'AL' || after === 'OP' || after === 'PR' || after === 'PO';
}

/** After spaces too, a line does not begin with closing punctuation nor end with an opening bracket. */
function mayBreakAfterSpace(text: string, index: number, after: BreakClass): boolean {
  if (after === 'SP') return false;
  let base = index - 1;
  while (base > 0 && codeAt(text, base) === codeAt(text, index - 1)) base--;
  const beforeSpaces = classAt(text, base);
  if (beforeSpaces === 'GL') return true;
  return beforeSpaces !== 'OP' && !isCloser(after);
}

const isCloser = (each: BreakClass): boolean =>
  each === 'CL' || each === 'EX' || each === 'IS' || each === 'SY' || each === 'BS';

function mayBreakBetween(text: string, index: number, before: BreakClass, after: BreakClass): boolean {
  if (
    isCloser(after) ||
    after === 'SP' ||
    after === 'GL' ||
    after === 'QU' ||
    after === 'HY' ||
    after === 'CM'
  )
    return false;
  switch (before) {
    case 'OP':
    case 'QU':
    case 'GL':
    case 'SY':
      return false;
    case 'HY':
    case 'EX':
      return true;
    case 'IN':
      return after !== 'IN';
    case 'B2':
      return after !== 'B2';
    default:
      return mayBreakAfterWord(text, index, before, after);
  }
}

/** After letters, figures, closing punctuation and signs of currency and share. */
function mayBreakAfterWord(text: string, index: number, before: BreakClass, after: BreakClass): boolean {
  const isWord = before === 'AL' || before === 'NU' || before === 'CM';
  const isSign = before === 'PR' || before === 'PO';
  switch (after) {
    case 'B2':
      return true;
    case 'IN':
      return !isWord;
    case 'OP':
      if (isSign) return classAt(text, index + 1) !== 'NU';
      return !isWord;
    case 'PR':
      return isSign || (!isWord && !endsNumber(text, index));
    case 'PO':
      return isSign || (before !== 'NU' && !endsNumber(text, index));
    case 'NU':
      return before === 'BS' && !endsNumber(text, index);
    default:
      return before === 'BS';
  }
}

/** Whether `text` up to `index` ends in a number with its punctuation, and perhaps a bracket: "1.200)". */
function endsNumber(text: string, index: number): boolean {
  let at = index - 1;
  if (classAt(text, at) === 'CL') at--;
  let hasFigure = false;
  for (; at >= 0; at--) {
    const each = classAt(text, at);
    if (each === 'NU') hasFigure = true;
    else if (each !== 'IS' && each !== 'SY' && each !== 'BS') break;
  }
  return hasFigure;
}
