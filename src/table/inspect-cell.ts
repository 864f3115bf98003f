import type { Place } from '../diagnostic/diagnostic.js';
import { codePointName, findBadCharacters } from '../vietnamese/bad-characters.js';
import { UNIKEY_HINT } from '../vietnamese/decode-text.js';
import { findLegacyText } from '../vietnamese/legacy-encodings.js';
import { LONGEST_CELL, type Report } from './table.js';

const PLAIN = /^[\x20-\x7e\n\t]*$/;

/**
 * A cell's text as it may be used: letters composed, what no paper can hold made a space. Characters that cannot be printed
 * and text in a legacy encoding are errors, characters without width a remark. Of a text that is too long the beginning comes.
 */
export function inspectCell(typed: string, place: () => Place, report: Report): string {
  if (typed.length > LONGEST_CELL) {
    report({
      code: 'table/too-long',
      severity: 'error',
      message: `Ô có hơn ${LONGEST_CELL} chữ, dài hơn mức một ô của Excel chứa được`,
      place: place(),
      hints: ['Kiểm tra xem ô này có dán nhầm nội dung khác không'],
    });
    return inspectCell(typed.slice(0, LONGEST_CELL), place, report);
  }
  if (PLAIN.test(typed)) return typed;
  const text = typed.replace(/\r\n?/g, '\n').normalize('NFC');
  const legacy = findLegacyText(text);
  if (legacy !== undefined)
    report({
      code: 'text/legacy-encoding',
      severity: 'error',
      message: `Ô gõ bằng bảng mã ${legacy.encoding}, không phải Unicode`,
      place: place(),
      actual: text,
      expected: legacy.decoded,
      hints: [UNIKEY_HINT],
    });
  const bad = findBadCharacters(text);
  const first = bad[0];
  if (first === undefined) return text;
  const broken = bad.find(({ type }) => type !== 'invisible');
  report(
    broken === undefined
      ? {
          code: 'text/invisible-character',
          severity: 'remark',
          message: `Ô có ký tự ẩn ${codePointName(first.code)}, thường do dán từ trang mạng`,
          place: place(),
          hints: ['Gõ lại chữ trong ô này'],
        }
      : {
          code: broken.type === 'replacement' ? 'text/undecodable' : 'text/control-character',
          severity: 'error',
          message: `Ô có ký tự ${codePointName(broken.code)}, không in ra được`,
          place: place(),
          actual: text,
          hints: ['Gõ lại chữ trong ô này'],
        },
  );
  const letters = [...text.split('')];
  for (const { at, type } of bad) letters[at] = type === 'invisible' ? '' : ' ';
  return letters.join('');
}
