import { atMost, RATIO, type Ratio, ratioText, readRatio } from './ratio.js';
import { plainFact, WHOLE, wholeNumber } from './whole-number.js';

/** So many delegates at most, for all units or for those of a size. */
export interface Limit {
  /** The headcounts that it holds for: `from` is one of them, `below` is the first behind them. Absent: all. */
  readonly band?: Band;
  /** All who are there, when neither `ratio` nor `max` is given. */
  readonly ratio?: Ratio;
  readonly min?: number;
  readonly max?: number;
  /** "khoảng 450": a few more are no breach. */
  readonly approximate: boolean;
}

export interface Band {
  readonly from: number;
  readonly below?: number;
}

/** What a unit may send. `explanation`: "70 % của 260 = 182", "không quá 250". */
export interface DelegatesAllowed {
  readonly max: number;
  readonly min?: number;
  readonly approximate: boolean;
  readonly explanation: string;
}

/** 'no-headcount': a band or a share is given, but not how many people there are. */
export type NoAnswer = 'no-band' | 'two-bands' | 'no-headcount' | 'unreadable';

const PEOPLE = '(?: (?:đoàn viên|người lao động|lao động|CNVCLĐ|NLĐ|người|đại biểu|công nhân|CBCCVC|và|,))*';
const UNIT = '(?:(?:đối với |các |những )*(?:đơn vị|công đoàn cơ sở|CĐCS|nơi)(?: có)? |có )?';
const BAND = [
  {
    pattern: `từ (${WHOLE})${PEOPLE} (?:đến|tới) (?:dưới|trước) (${WHOLE})`,
    read: (a: number, b: number) => ({ from: a, below: b }),
  },
  {
    pattern: `(?:từ )?(${WHOLE})${PEOPLE} ?(?:đến|tới|-|–) ?(${WHOLE})`,
    read: (a: number, b: number) => ({ from: a, below: b + 1 }),
  },
  {
    pattern: `trên (${WHOLE})${PEOPLE} (?:đến|tới) (${WHOLE})`,
    read: (a: number, b: number) => ({ from: a + 1, below: b + 1 }),
  },
  {
    pattern: `trên (${WHOLE})${PEOPLE} (?:đến|tới) dưới (${WHOLE})`,
    read: (a: number, b: number) => ({ from: a + 1, below: b }),
  },
  { pattern: `(?:dưới|ít hơn|chưa đến) (${WHOLE})`, read: (a: number) => ({ from: 0, below: a }) },
  { pattern: `(?:từ )?(${WHOLE})${PEOPLE} trở lên`, read: (a: number) => ({ from: a }) },
  { pattern: `(?:từ )?(${WHOLE})${PEOPLE} trở xuống`, read: (a: number) => ({ from: 0, below: a + 1 }) },
  { pattern: `(?:trên|hơn|quá) (${WHOLE})`, read: (a: number) => ({ from: a + 1 }) },
  // Before a colon "từ 300" can only mean all from there on.
  { pattern: `từ (${WHOLE})`, read: (a: number) => ({ from: a }) },
  { pattern: `(?:đến|không quá|tối đa) (${WHOLE})`, read: (a: number) => ({ from: 0, below: a + 1 }) },
].map(({ pattern, read }) => ({ pattern: new RegExp(`^${UNIT}${pattern}${PEOPLE}$`, 'iu'), read }));

/** "từ 100 đến dưới 300 đoàn viên"; undefined for a band that holds no number too. */
function readBand(text: string): Band | undefined {
  for (const { pattern, read } of BAND) {
    const [match, a = '', b = ''] = pattern.exec(text) ?? [];
    if (match === undefined) continue;
    const band: Band = read(wholeNumber(a), wholeNumber(b));
    return band.below !== undefined && band.below <= band.from ? undefined : band;
  }
  return undefined;
}

const AT_MOST = '(?:nhưng |và )?(?:tối đa không quá|không vượt quá|nhiều nhất|không quá|tối đa)(?: là)?';
const WHOM =
  '(?: (?:đại biểu|người|đoàn viên|đồng chí|đ/c|lao động))*(?: (?:tham dự|dự hội nghị|chính thức))?';
const OF =
  '(?: (?:của |trên )?(?:tổng )?(?:số )?(?:đoàn viên|người lao động|lao động|CNVCLĐ|NLĐ|người|biên chế|,|và)+)*';
const ALL = new RegExp(
  `^(?:toàn thể|toàn bộ|tất cả|100\\s*%)(?: \\p{L}+,?){0,8}(?:, ?${AT_MOST} (?<max>${WHOLE})${WHOM})?$`,
  'iu',
);
const PART = new RegExp(
  `^(?:${AT_MOST} |bằng |(?<about>khoảng ))?(?<ratio>${RATIO})${OF}(?:,? ?${AT_MOST} (?<max>${WHOLE})${WHOM})?$`,
  'iu',
);
const NUMBER = new RegExp(
  `^(?:(?<about>dự kiến khoảng|khoảng|dự kiến) |${AT_MOST} )?(?<max>${WHOLE})${WHOM}$`,
  'iu',
);
const RANGE = new RegExp(
  `^(?<about>(?:dự kiến |khoảng )*)(?:từ )?(?<min>${WHOLE}) ?(?:đến|tới|-|–) ?(?<max>${WHOLE})${WHOM}$`,
  'iu',
);

/** One limit: "từ 100 đến dưới 300: 70 %, không quá 200", "không quá 250", "khoảng 450", "toàn thể". */
export function readLimit(text: string): Limit | undefined {
  const plain = plainFact(text);
  const colon = plain.indexOf(':');
  const head = plain.slice(0, Math.max(0, colon)).trim();
  const amount = readAmount(plain.slice(colon + 1).trim());
  if (colon < 0 || /^(?:mức|số lượng(?: đại biểu)?)$/iu.test(head)) return amount;
  const band = readBand(head);
  return band && amount && { band, ...amount };
}

/** Several limits in one text, parted by ";" or line ends; undefined when one of them cannot be read. */
export function readLimits(text: string): readonly Limit[] | undefined {
  const parts = text.split(/[;\n]/).filter((part) => part.trim() !== '');
  const limits = parts.map(readLimit).filter((limit) => limit !== undefined);
  return parts.length > 0 && limits.length === parts.length ? limits : undefined;
}

function readAmount(text: string): Limit | undefined {
  const groups = [ALL, PART, RANGE, NUMBER].map(
    (form) => form.exec(text)?.groups ?? (form.test(text) ? {} : undefined),
  );
  const found = groups.find((one) => one !== undefined);
  if (found === undefined) return undefined;
  const { ratio: typed, about, min, max } = found;
  const ratio = typed === undefined ? undefined : readRatio(typed);
  if (typed !== undefined && ratio === undefined) return undefined;
  const limit: Limit = {
    ...(ratio && { ratio }),
    ...(min !== undefined && { min: wholeNumber(min) }),
    ...(max !== undefined && { max: wholeNumber(max) }),
    approximate: (about ?? '') !== '',
  };
  return limit.max === 0 || (limit.min ?? 0) > (limit.max ?? Number.POSITIVE_INFINITY) ? undefined : limit;
}

/**
 * How many delegates the limits allow a unit of so many people. Limits without a band hold for every unit, beside the one band
 * that fits; the smallest counts.
 */
export function delegatesAllowed(texts: readonly string[], headcount?: number): DelegatesAllowed | NoAnswer {
  const read = texts.filter((text) => text.trim() !== '').map(readLimits);
  const limits = read.flatMap((some) => some ?? []);
  if (limits.length === 0 || read.includes(undefined)) return 'unreadable';
  const banded = limits.filter(({ band }) => band !== undefined);
  if (headcount === undefined && limits.some(needsHeadcount)) return 'no-headcount';
  const count = headcount ?? 0;
  const fitting = banded.filter(({ band }) => band !== undefined && contains(band, count));
  if (banded.length > 0 && fitting.length === 0) return 'no-band';
  if (fitting.length > 1) return 'two-bands';
  const [smallest, ...others] = limits
    .filter(({ band }) => band === undefined)
    .concat(fitting)
    .map((limit) => allowedBy(limit, count));
  return others.reduce((least, one) => (one.max < least.max ? one : least), smallest!);
}

const contains = ({ from, below = Number.POSITIVE_INFINITY }: Band, count: number): boolean =>
  from <= count && count < below;

const needsHeadcount = ({ band, ratio, max }: Limit): boolean =>
  band !== undefined || ratio !== undefined || max === undefined;

function allowedBy({ ratio, min, max, approximate }: Limit, headcount: number): DelegatesAllowed {
  const share = ratio === undefined ? headcount : atMost(ratio, headcount);
  const uncapped = ratio !== undefined || max === undefined;
  const most = uncapped ? Math.min(share, max ?? share) : max;
  const words =
    ratio === undefined ? `toàn thể ${headcount} người` : `${ratioText(ratio)} của ${headcount} = ${share}`;
  const cap = max === undefined || most >= share ? '' : `, nhưng không quá ${max}`;
  const alone = approximate
    ? `khoảng ${max}`
    : min === undefined
      ? `không quá ${max}`
      : `từ ${min} đến ${max}`;
  return {
    max: most,
    ...(min !== undefined && { min }),
    approximate,
    explanation: uncapped ? words + cap : alone,
  };
}

/** "từ 100 đến dưới 300", "dưới 100", "từ 300 trở lên". */
export function bandText({ from, below }: Band): string {
  if (below === undefined) return `từ ${from} trở lên`;
  return from === 0 ? `dưới ${below}` : `từ ${from} đến dưới ${below}`;
}
