import { romanNumeral, romanValue } from '../vietnamese/roman.js';
import { found, GAP, isTight, type Reader } from './label.js';
import { endsOpen, isCapitals } from './sentence.js';

const HEADING =
  /^(phần|chương|mục|tiểu mục)\s+([IVXLC]{1,12}|\d{1,3}|thứ\s+\p{L}+)(\s*[.:])?(?:\s+(.+)|\s*)$/isu;
const HEADINGS = {
  phần: { word: 'Phần', level: 'part', roman: true },
  chương: { word: 'Chương', level: 'chapter', roman: true },
  mục: { word: 'Mục', level: 'section', roman: false },
  'tiểu mục': { word: 'Tiểu mục', level: 'subsection', roman: false },
} as const;
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

function ordinalValue(numeral: string): number | undefined {
  if (/^\d/.test(numeral)) return Number(numeral);
  const word = /^thứ\s+(\p{L}+)$/iu.exec(numeral)?.[1];
  if (word === undefined) return romanValue(numeral);
  const index = ORDINALS.indexOf(word.toLowerCase());
  return index < 0 ? undefined : index + 1;
}

/** "Phần I", "Mục 1": alone on the line, or with a title behind it that can be nothing else. */
export const readHeading: Reader = (visible) => {
  if (!/^[PCMT]/.test(visible)) return undefined;
  const [, word = '', numeral = '', mark = '', title = ''] = HEADING.exec(visible) ?? [];
  const heading = HEADINGS[word.toLowerCase() as keyof typeof HEADINGS];
  const value = ordinalValue(numeral);
  if (!heading || value === undefined) return undefined;
  if (title !== '' && !isCapitals(title) && !(mark !== '' && endsOpen(title))) return undefined;
  const label = visible.slice(0, visible.length - title.length).trimEnd();
  const expected = `${heading.word} ${heading.roman ? romanNumeral(value) : value}`;
  return found({
    level: heading.level,
    label,
    numeral,
    contentAt: visible.length - title.length,
    readings: [{ series: heading.level, values: [value] }],
    ...((label !== expected || title !== '') && { expected }),
  });
};

const ARTICLE = new RegExp(String.raw`^điều\s+(\d{1,3}[a-zđ]?)(?:([.:])${GAP}|$)`, 'iu');

/** "Điều 1.", but not "Điều 8 Luật Công đoàn quy định …". */
export const readArticle: Reader = (visible) => {
  const match = /^[ĐD]/.test(visible) ? ARTICLE.exec(visible) : null;
  if (!match) return undefined;
  const numeral = match[1] ?? '';
  const label = match[0].trimEnd();
  return found({
    level: 'article',
    label,
    numeral,
    contentAt: match[0].length,
    readings: /\d$/.test(numeral) ? [{ series: 'article', values: [Number(numeral)] }] : [],
    ...(label !== `Điều ${numeral}.` && { expected: `Điều ${numeral}.` }),
    tight: isTight(match),
  });
};
