import { plainFact } from './whole-number.js';

/** An amount in đồng, whole; both ends included. An end that is absent is open. */
export interface Money {
  readonly from?: number;
  readonly to?: number;
  /** "khoảng 250 triệu": not meant to the đồng, so it cannot be summed. */
  readonly approximate: boolean;
}

const UNITS: Readonly<Record<string, number>> = {
  tỷ: 1_000_000_000,
  tỉ: 1_000_000_000,
  triệu: 1_000_000,
  tr: 1_000_000,
  nghìn: 1000,
  ngàn: 1000,
};
const FIGURE = String.raw`\d{1,3}(?:[. ]\d{3})+(?:,\d{1,3})?|\d{1,15}(?:[.,]\d{1,9})?`;
const UNIT = 'tỷ|tỉ|triệu|tr|nghìn|ngàn';
const DONG = String.raw`(?:\s*(?:đồng|VNĐ|VND|đ))?`;
const ONE = `(?:(?:${FIGURE})(?:\\s*(?:${UNIT})(?![\\p{L}\\d]))?\\s*){1,3}`;
const AMOUNT = new RegExp(`^(?<low>${ONE})${DONG}$`, 'iu');
const RANGE = new RegExp(
  `^(?:từ )?(?<low>${ONE})${DONG}\\s*(?:-|–|đến|tới)\\s*(?<high>${ONE})${DONG}$`,
  'iu',
);
const UP = new RegExp(`^(?:từ )?(?<low>${ONE})${DONG} trở lên$`, 'iu');
const DOWN = new RegExp(`^(?:từ )?(?<low>${ONE})${DONG} trở xuống$`, 'iu');
const BOUND = new RegExp(
  `^(?:(?<above>trên|hơn)|(?<below>dưới|chưa đến)|(?<least>không dưới|ít nhất|tối thiểu|từ)|(?<most>không quá|tối đa không quá|tối đa|nhiều nhất|đến)) (?<low>${ONE})${DONG}$`,
  'iu',
);

/** "200 - 300 triệu đồng", "từ 150 triệu trở lên", "1,2 tỷ", "250.000.000 đồng"; undefined for what is no amount. */
export function readMoney(text: string): Money | undefined {
  const plain = plainFact(
    text.normalize('NFC').replace(/\((?:bằng chữ|viết bằng chữ)[^()]*\)/giu, ''),
  ).replace(/đ\//giu, 'đ');
  const guess = /^(?:dự kiến khoảng|ước tính khoảng|khoảng|ước tính|ước|dự kiến|gần) /iu;
  const approximate = guess.test(plain);
  const range = readRange(plain.replace(guess, '').replace(/^(?:là|trị giá|số tiền) /iu, ''));
  return range && { ...range, approximate };
}

function readRange(text: string): Omit<Money, 'approximate'> | undefined {
  const range = RANGE.exec(text)?.groups;
  if (range !== undefined) return readTwo(range['low'] ?? '', range['high'] ?? '');
  const up = UP.exec(text)?.groups;
  if (up !== undefined) return bounds(readAmount(up['low']), undefined);
  const down = DOWN.exec(text)?.groups;
  if (down !== undefined) return bounds(undefined, readAmount(down['low']));
  const bound = BOUND.exec(text)?.groups;
  if (bound !== undefined) return readBound(bound);
  const amount = readAmount(AMOUNT.exec(text)?.groups?.['low']);
  return bounds(amount, amount);
}

/** Of "200 - 300 triệu đồng" the unit holds for both. */
function readTwo(low: string, high: string): Omit<Money, 'approximate'> | undefined {
  const [, unit = ''] = new RegExp(`(${UNIT})\\s*$`, 'iu').exec(high) ?? [];
  const bare = /^[\d., ]+$/.test(low);
  const from = readAmount(bare ? `${low.trim()} ${unit}` : low);
  const to = readAmount(high);
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

function readBound(
  groups: Readonly<Record<string, string | undefined>>,
): Omit<Money, 'approximate'> | undefined {
  const amount = readAmount(groups['low']);
  if (amount === undefined) return undefined;
  if (groups['above'] !== undefined) return { from: amount + 1 };
  if (groups['least'] !== undefined) return { from: amount };
  return { to: groups['below'] === undefined ? amount : amount - 1 };
}

const bounds = (from: number | undefined, to: number | undefined): Omit<Money, 'approximate'> | undefined =>
  from === undefined && to === undefined
    ? undefined
    : { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };

/** Whatever is no whole number of đồng, and a small number without a unit ("250" may be triệu), is no amount. */
function readAmount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const parts = [...text.matchAll(new RegExp(`(${FIGURE})\\s*(${UNIT})?`, 'giu'))];
  let total = 0;
  let last = Number.POSITIVE_INFINITY;
  for (const [, figure = '', unit] of parts) {
    const worth = unit === undefined ? 1 : (UNITS[unit.toLowerCase()] ?? 0);
    // "2 tỷ 500 triệu": from large to small.
    if (worth >= last || (unit === undefined && parts.length === 1 && !isWhole(figure))) return undefined;
    last = worth;
    const amount = worthOf(figure, worth);
    if (amount === undefined) return undefined;
    total += amount;
  }
  return parts.length > 0 && Number.isSafeInteger(total) ? total : undefined;
}

const isWhole = (figure: string): boolean => /^\d{1,3}([. ]\d{3})+$|^\d{4,}$|^0$/.test(figure);

/** "1.200" is one thousand two hundred, "0.25" and "1,2" have decimals; a figure that may be either is read by its commas. */
function worthOf(figure: string, worth: number): number | undefined {
  const grouped = /^[1-9]\d{0,2}([. ]\d{3})+(,\d+)?$/.test(figure);
  const [whole = '', decimals = ''] = grouped ? figure.replace(/[. ]/g, '').split(',') : figure.split(/[.,]/);
  const scale = 10 ** decimals.length;
  // Whole numbers all through: 1.1 * 1e9 would already be inexact.
  const scaled = Number(whole + decimals) * (worth / scale);
  return worth % scale === 0 && Number.isSafeInteger(scaled) ? scaled : undefined;
}
