import { pointLetterValue } from '../vietnamese/point-letters.js';
import { romanValue } from '../vietnamese/roman.js';
import { found, isTight, type Reader, type Reading } from './label.js';
import { isCapitals } from './sentence.js';

const ROMAN = /^([IVXL]{1,8})\.(?:(?<space>\s+)|$|(?=[\p{Lu}“"](?!\.)))/u;
// The way of Party papers: "I- MỤC ĐÍCH", "I/ MỤC ĐÍCH".
const ROMAN_OTHER = /^([IVX]{1,6})(?:\s?[-–]|[/):])(?<space>\s+)(?=["“]?\p{Lu}{2})/u;
// "V. I. Lênin", "C. Mác" begin a sentence, not a section.
const INITIAL = /^(?:\p{Lu}\.|Mác|Lênin|Lê-nin|Ăng)/u;

/** "I."; "I-", "I/", "I)" and "I:" too, before capitals, remarked. "C." and the like may also be letters. */
export const readRoman: Reader = (visible) => {
  const match = ROMAN.exec(visible) ?? ROMAN_OTHER.exec(visible);
  const numeral = match?.[1] ?? '';
  const value = romanValue(numeral);
  if (!match || value === undefined || numeral === 'L' || INITIAL.test(visible.slice(match[0].length)))
    return undefined;
  const label = match[0].trimEnd();
  return found({
    level: 'roman',
    label,
    numeral,
    contentAt: match[0].length,
    readings: [{ series: 'roman', values: [value] }, ...letterReading(numeral)],
    ...(label !== `${numeral}.` && { expected: `${numeral}.` }),
    tight: isTight(match),
  });
};

function letterReading(numeral: string): readonly Reading[] {
  const value = pointLetterValue(numeral.toLowerCase());
  return value === undefined ? [] : [{ series: 'letter', values: [value] }];
}

const LETTER = /^([A-ZĐ])\.(?:(?<space>\s+)|(?=\p{Lu}{2}))/u;

/** "A. ĐÁNH GIÁ": no level of the decree's; read as a level beside "I.". "Q. Chủ tịch" is prose. */
export const readLetter: Reader = (visible, nextLetter) => {
  const match = LETTER.exec(visible);
  const numeral = match?.[1] ?? '';
  const content = visible.slice(match?.[0].length);
  if (!match || INITIAL.test(content) || (numeral !== nextLetter && !isCapitals(content))) return undefined;
  return found({
    level: 'roman',
    label: `${numeral}.`,
    numeral,
    contentAt: match[0].length,
    readings: letterReading(numeral),
    expected: '',
    tight: isTight(match),
  });
};
