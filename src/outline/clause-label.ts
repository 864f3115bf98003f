import { found, GAP, isTight, type Reader } from './label.js';

const DECIMAL = new RegExp(String.raw`^(\d{1,3}(?:\.\d{1,2}){0,5})\.(?!\d)${GAP}`, 'u');
// Without the last dot only before a capital letter: "1.5 triệu đồng" is prose.
const DECIMAL_BARE = /^(\d{1,2}(?:\.\d{1,2}){1,5})(?<space>\s+)(?=[“"(]?\p{Lu})/u;
const CLAUSES = ['clause', 'clause2', 'clause3'] as const;

/** "1.", "1.1.", "1.1.1."; without the last dot and deeper ones too, both remarked. */
export const readClause: Reader = (visible) => {
  const match = DECIMAL.exec(visible) ?? DECIMAL_BARE.exec(visible);
  if (!match) return undefined;
  const numeral = match[1] ?? '';
  const label = match[0].trimEnd();
  const values = numeral.split('.').map(Number);
  const level = CLAUSES[Math.min(values.length, CLAUSES.length) - 1] ?? 'clause3';
  const tooDeep = values.length > CLAUSES.length;
  return found({
    level,
    label,
    numeral,
    contentAt: match[0].length,
    readings: tooDeep ? [] : [{ series: level, values }],
    ...(tooDeep ? { expected: '' } : label !== `${numeral}.` && { expected: `${numeral}.` }),
    tight: isTight(match),
  });
};

const PAREN = /^(?:(\d{1,2})(?:\)(?:\s+|(?=\p{L}))|\/\s+)|\((\d{1,2})\)\s+)/u;

/** "1)", "(1)", "1/": read as a clause, and remarked. "1/2 ngày" is prose. */
export const readParen: Reader = (visible) => {
  const match = PAREN.exec(visible);
  const numeral = match?.[1] ?? match?.[2];
  if (!match || numeral === undefined) return undefined;
  return found({
    level: 'clause',
    label: match[0].trimEnd(),
    numeral,
    contentAt: match[0].length,
    readings: [{ series: 'paren', values: [Number(numeral)] }],
    expected: `${numeral}.`,
  });
};
