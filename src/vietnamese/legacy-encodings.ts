import { isVietnameseSyllable } from './syllable.js';

/** Named as Unikey's menu names them. */
export type LegacyEncoding = 'TCVN3 (ABC)' | 'VNI Windows';

/** Text that was typed in a legacy encoding: its first line, and in how many lines. */
export interface LegacyText {
  readonly encoding: LegacyEncoding;
  readonly start: number;
  readonly end: number;
  /** The line as it was meant. */
  readonly decoded: string;
  readonly lines: number;
}

// TCVN3 gives each letter one byte; read as Latin-1 these bytes are the characters on the left.
const TCVN3_PAIRS =
  '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¶ả·ã¸á¹ạ»ằ¼ẳ½ẵ¾ắÆặÇầÈẩÉẫÊấËậÌèÎẻÏẽÐéÑẹÒềÓểÔễÕếÖệ×ìØỉÜĩÝíÞịßòáỏâõãóäọåồæổçỗèốéộêờëởìỡíớîợïùñủòũóúôụõừöử÷ữøứùựúỳûỷüỹýýþỵ';
const TCVN3 = new Map(pairs(TCVN3_PAIRS));

// VNI writes a base letter, and behind it a character for its marks; some letters are one character of their own.
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_LETTERS = new Map(pairs('ôơöưñđæỉóĩòịîỵ'));
/** Letters that no line read from a legacy encoding holds. */
const UNICODE_ONLY = /[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]/;
/** Characters of the two encodings that Vietnamese in Unicode has no use for. */
const LEGACY_ONLY = /[\u00a1-\u00be\u00ad\u00d7\u00f7øûïåäëüöñæçîßþÿØÛÏÅÄËÜÖÑÆÇÎÞ]/;
const WORD = /[\p{L}\u00a1-\u00be\u00d7\u00f7\u00ad]+/gu;

function pairs(text: string): [string, string][] {
  const characters = [...text];
  return characters.flatMap((character, at) =>
    at % 2 === 0 ? [[character, characters[at + 1]!] as [string, string]] : [],
  );
}

const decodeTcvn3 = (word: string): string => [...word].map((letter) => TCVN3.get(letter) ?? letter).join('');

function decodeVni(word: string): string {
  const letters: string[] = [];
  for (const character of word.toLowerCase()) {
    const marks = VNI_MARKS[character];
    const base = letters.at(-1);
    if (marks !== undefined && base !== undefined && /^[aeouyơư]/.test(base))
      letters[letters.length - 1] = base + marks;
    else letters.push(VNI_LETTERS.get(character) ?? character);
  }
  return letters.join('').normalize('NFC');
}

const DECODERS: readonly (readonly [LegacyEncoding, (word: string) => string])[] = [
  ['TCVN3 (ABC)', decodeTcvn3],
  ['VNI Windows', decodeVni],
];

/**
 * Looks for text in a legacy encoding that was read as if it were Unicode ("C«ng ®oµn", "Coâng ñoaøn" for "Công đoàn").
 * A word counts when it is no Vietnamese syllable as it stands and is one when decoded; a line needs two such words, and
 * they must be at least half of its words that are not plain ASCII, so that single foreign words do not count.
 */
export function findLegacyText(text: string): LegacyText | undefined {
  let best: LegacyText | undefined;
  for (const [encoding, decode] of DECODERS) {
    const found = findIn(text, encoding, decode);
    if (found !== undefined && found.lines > (best?.lines ?? 0)) best = found;
  }
  return best;
}

function findIn(
  text: string,
  encoding: LegacyEncoding,
  decode: (word: string) => string,
): LegacyText | undefined {
  let first: LegacyText | undefined;
  let lines = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const hit = findInLine(text.slice(start, end), decode);
    if (hit !== undefined) {
      lines += 1;
      first ??= { encoding, start: start + hit.start, end: start + hit.end, decoded: hit.decoded, lines };
    }
    start = end + 1;
  }
  return first && { ...first, lines };
}

function findInLine(
  line: string,
  decode: (word: string) => string,
): { start: number; end: number; decoded: string } | undefined {
  if (/^[\x00-\x7f]*$/.test(line)) return undefined;
  // Nearly every line of a form: letters that only Unicode has, and none that only a legacy encoding would bring.
  if (UNICODE_ONLY.test(line) && !LEGACY_ONLY.test(line)) return undefined;
  const hits = new Set<string>();
  let [start, end, marked, hitCount] = [-1, -1, 0, 0];
  for (const match of line.matchAll(WORD)) {
    const word = match[0];
    if (/^[a-z]+$/i.test(word)) continue;
    marked += 1;
    const decoded = decode(word);
    if (decoded === word || isVietnameseSyllable(word) || !isVietnameseSyllable(decoded)) continue;
    hitCount += 1;
    hits.add(word.toLowerCase());
    if (start < 0) start = match.index;
    end = match.index + word.length;
  }
  if (hits.size < 2 || hitCount * 2 < marked) return undefined;
  return { start, end, decoded: line.slice(start, end).replace(WORD, (word) => recase(word, decode(word))) };
}

/**
 * VNI is decoded in small letters, and TCVN3 has its marked capitals in a font of their own: a capital word or first letter
 * comes back as one. In TCVN3 only plain letters tell: "KÕ" is "Kế", and "KÕT" is "KẾT".
 */
function recase(word: string, decoded: string): string {
  const isTcvn3 = decodeTcvn3(word).toLowerCase() === decoded.toLowerCase();
  const telling = isTcvn3 ? word.replace(/[^a-z]/gi, '') : word;
  if (telling.length > 1 && telling === telling.toUpperCase()) return decoded.toUpperCase();
  const first = word[0]!;
  return first !== first.toLowerCase() ? decoded[0]!.toUpperCase() + decoded.slice(1) : decoded;
}
