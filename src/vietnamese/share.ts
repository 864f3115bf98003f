import { atLeast, atMost, RATIO, type Ratio, ratioText, readRatio } from './ratio.js';
import { plainFact } from './whole-number.js';

/** What part of the delegates are of a sort: "không dưới 70 % tổng số đại biểu". */
export interface Share {
  readonly direction: 'at-least' | 'at-most' | 'exactly' | 'about' | 'between';
  readonly ratio: Ratio;
  /** Of `between`: "từ 10 % đến 15 %". */
  readonly upper?: Ratio;
  /** The whole that it is a part of: all delegates, or the official ones. */
  readonly base: 'all' | 'official';
}

const DIRECTIONS: readonly (readonly [RegExp, Share['direction']])[] = [
  [/^(?:tối đa không quá|không quá|không vượt quá|tối đa|nhiều nhất|cao nhất|dưới)(?: là)? /iu, 'at-most'],
  [/^(?:không dưới|không ít hơn|ít nhất|tối thiểu|trên|đạt|từ)(?: là)? /iu, 'at-least'],
  [/^(?:khoảng|dự kiến|khoảng chừng) /iu, 'about'],
];
const ONE = new RegExp(`^(${RATIO})(?<up> trở lên)?(?<rest>.*)$`, 'iu');
const TWO = new RegExp(
  `^(\\d{1,3}(?:[.,]\\d{1,3})?\\s*%?|\\d{1,2}/\\d{1,3}) ?(?:đến|tới|-|–) ?(${RATIO})(?<rest>.*)$`,
  'iu',
);
const BASE =
  /^(?:(?:so với|trên|của|trong|\/)\s*)?(?:tổng )?(?:số )?(?:lượng )?(?:đại biểu|thành viên)?(?<official> chính thức)?(?: (?:tham dự|dự hội nghị|được triệu tập|triệu tập|hội nghị))*$/iu;

/** Undefined for what is no share, and for one of nothing or of more than the whole. */
export function readShare(text: string): Share | undefined {
  const plain = plainFact(text);
  const [words, direction] = DIRECTIONS.find(([pattern]) => pattern.test(plain)) ?? [/^/, 'exactly' as const];
  const behind = plain.replace(words, '').trim();
  const [, low = '', high = ''] = TWO.exec(behind) ?? [];
  const match = TWO.exec(behind) ?? ONE.exec(behind);
  const base = readBase(match?.groups?.['rest'] ?? 'none');
  if (match === null || base === undefined) return undefined;
  if (high !== '') return between(low.includes('%') || low.includes('/') ? low : `${low}%`, high, base);
  const ratio = readRatio(match[1] ?? '');
  if (ratio === undefined) return undefined;
  const from = match.groups?.['up'] !== undefined;
  // "từ 70 %" alone leaves open what is meant.
  if (/^từ/iu.test(plain) && !from) return undefined;
  return { direction: from ? 'at-least' : direction, ratio, base };
}

function between(low: string, high: string, base: Share['base']): Share | undefined {
  const [ratio, upper] = [readRatio(low), readRatio(high)];
  const isRange = ratio && upper && ratio.part * upper.whole <= upper.part * ratio.whole;
  return isRange ? { direction: 'between', ratio, upper, base } : undefined;
}

function readBase(rest: string): Share['base'] | undefined {
  const match = BASE.exec(rest.trim().replace(/^\((.*)\)$/, '$1'));
  if (match === null) return undefined;
  return match.groups?.['official'] === undefined ? 'all' : 'official';
}

/**
 * How many of so many delegates a share allows, whole people within its bounds. A share without a bound ("khoảng 30 %") gives
 * neither. `explanation`: "không dưới 70 % của 182 là 128".
 */
export function shareBounds(
  { direction, ratio, upper }: Share,
  of: number,
): { readonly min?: number; readonly max?: number; readonly explanation: string } {
  const [least, most] = [atLeast(ratio, of), atMost(upper ?? ratio, of)];
  const part = `${ratioText(ratio)} của ${of}`;
  switch (direction) {
    case 'at-least':
      return { min: least, explanation: `không dưới ${part} là ${least}` };
    case 'at-most':
      return { max: most, explanation: `không quá ${part} là ${most}` };
    case 'between':
      return {
        min: least,
        max: most,
        explanation: `từ ${ratioText(ratio)} đến ${ratioText(upper ?? ratio)} của ${of} là ${least} đến ${most}`,
      };
    case 'exactly':
      // Of people there is no half: both neighbours of the exact figure are right.
      return {
        min: most,
        max: least,
        explanation: `${part} là ${most === least ? most : `${most} hoặc ${least}`}`,
      };
    case 'about':
      return { explanation: `khoảng ${part}` };
  }
}
