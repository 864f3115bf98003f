import { pointLetterValue } from '../vietnamese/point-letters.js';
import { romanValue } from '../vietnamese/roman.js';
import { found, GAP, isTight, type Reader, type UnitLabel } from './label.js';

const POINT = new RegExp(String.raw`^([a-zđ])\)${GAP}`, 'u');
const POINT_SLIP = /^(?:\(([a-zđ])\)|([a-zđ])[./]|([A-ZĐ])\))(?<space>\s+)/u;
const POINT_TIGHT = /^([a-zđ])\.(?=\p{Lu}\p{L}*\s)/u;
const LOWER_ROMAN = /^\(?([ivx]{2,6})[.)]\s+/u;

/** "a)"; "(a)", "a.", "a/", "A)" and "ii)" too, all remarked. */
export const readPoint: Reader = (visible) => {
  const proper = POINT.exec(visible);
  const match = proper ?? POINT_SLIP.exec(visible) ?? POINT_TIGHT.exec(visible);
  if (!match) return readLowerRoman(visible);
  const numeral = match[1] ?? match[2] ?? match[3] ?? '';
  const small = numeral.toLowerCase();
  const value = pointLetterValue(small);
  const isRoman = romanValue(small.toUpperCase()) === 1;
  return found({
    level: 'point',
    label: match[0].trimEnd(),
    numeral,
    contentAt: match[0].length,
    readings: [
      ...(value === undefined ? [] : [{ series: 'point' as const, values: [value] }]),
      ...(isRoman ? [{ series: 'lower-roman' as const, values: [1] }] : []),
    ],
    ...((!proper || value === undefined) && {
      expected: value === undefined ? '' : `${small})`,
    }),
    tight: isTight(match),
  });
};

function readLowerRoman(visible: string): UnitLabel | undefined {
  const match = LOWER_ROMAN.exec(visible);
  const numeral = match?.[1] ?? '';
  const value = romanValue(numeral.toUpperCase());
  if (!match || value === undefined) return undefined;
  return found({
    level: 'point',
    label: match[0].trimEnd(),
    numeral,
    contentAt: match[0].length,
    readings: [{ series: 'lower-roman', values: [value] }],
    expected: '',
  });
}
