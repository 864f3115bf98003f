import { dayParts, type IsoDay, julianDay } from './calendar-day.js';

/**
 * The Vietnamese lunar calendar, reckoned by the mean and true new moons and the sun's longitude at Hanoi's meridian (UTC+7):
 * the formulas of Meeus, "Astronomical Algorithms", chapters 25 and 49, cut to what decides between two days, as Hồ Ngọc Đức
 * published them. From 1968, when Vietnam set its calendar by this meridian, to 2053 every day agrees with his tables; later a new
 * moon within minutes of midnight may fall on the other day. China reckons by UTC+8: 1985, 2007 and 2030 have another Tết there.
 */
export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The second of two months of one number: "tháng 6 nhuận". */
  readonly leap: boolean;
}

const TIME_ZONE = 7 / 24;
const MONTH = 29.530588853;
/** New moons are counted from that of 1900-01-01. */
const FIRST_MOON = 2415021.076998695;
const RADIANS = Math.PI / 180;

/** The day in Hanoi on which the k-th new moon falls. */
function newMoonDay(k: number): number {
  const T = k / 1236.85;
  const sin = (degrees: number): number => Math.sin(degrees * RADIANS);
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * T ** 2 -
    0.000000155 * T ** 3 +
    0.00033 * sin(166.56 + 132.87 * T - 0.009173 * T ** 2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * T ** 2 - 0.00000347 * T ** 3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * T ** 2 + 0.00001236 * T ** 3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * T ** 2 - 0.00000239 * T ** 3;
  const correction =
    (0.1734 - 0.000393 * T) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const terrestrial =
    T < -11 ? 0.001 + 0.000839 * T + 0.0002261 * T ** 2 : -0.000278 + 0.000265 * T + 0.000262 * T ** 2;
  return Math.floor(mean + correction - terrestrial + 0.5 + TIME_ZONE);
}

/** In which of the twelve parts of its way the sun stands at midnight: 9 from the winter solstice on. */
function sunPart(julian: number): number {
  const T = (julian - 0.5 - TIME_ZONE - 2451545) / 36525;
  const anomaly = (357.5291 + 35999.0503 * T - 0.0001559 * T ** 2 - 0.00000048 * T ** 3) * RADIANS;
  const centre =
    (1.9146 - 0.004817 * T - 0.000014 * T ** 2) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * T) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = 280.46645 + 36000.76983 * T + 0.0003032 * T ** 2 + centre;
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

interface Month {
  /** Its first day, and the number of its new moon. */
  readonly start: number;
  readonly k: number;
}

/** The month that a day is in. The mean length of a month only tells it to within one. */
function monthAt(julian: number): Month {
  const guess = Math.floor((julian - FIRST_MOON) / MONTH) + 1;
  for (let k = guess; ; k--) {
    const start = newMoonDay(k);
    if (start <= julian) return { start, k };
  }
}

/** The eleventh month: the one in which the winter solstice of that year falls. */
function eleventhMonth(year: number): Month {
  const last = monthAt(julianDay({ year, month: 12, day: 31 }));
  return sunPart(last.start) >= 9 ? { start: newMoonDay(last.k - 1), k: last.k - 1 } : last;
}

/** Of thirteen months between two winter solstices the first in which the sun enters no new part is the leap one. */
function leapOffset(k: number): number {
  let part = sunPart(newMoonDay(k + 1));
  for (let offset = 2; offset < 14; offset++) {
    const next = sunPart(newMoonDay(k + offset));
    if (next === part) return offset - 1;
    part = next;
  }
  return 13;
}

/** The lunar date of a day: 21/2/2025 of 2025-03-20. Undefined for what is no day. */
export function lunarDate(iso: IsoDay): LunarDate | undefined {
  const parts = dayParts(iso);
  if (parts === undefined) return undefined;
  const julian = julianDay(parts);
  const { start } = monthAt(julian);
  const own = eleventhMonth(parts.year);
  const [before, after] =
    own.start >= start ? [eleventhMonth(parts.year - 1), own] : [own, eleventhMonth(parts.year + 1)];
  const offset = Math.floor((start - before.start) / 29);
  const leapAt = after.start - before.start > 365 ? leapOffset(before.k) : Number.POSITIVE_INFINITY;
  const number = offset + 11 - (offset >= leapAt ? 1 : 0);
  const month = number > 12 ? number - 12 : number;
  const lunarYear = own.start >= start ? parts.year : parts.year + 1;
  return {
    year: month >= 11 && offset < 4 ? lunarYear - 1 : lunarYear,
    month,
    day: julian - start + 1,
    leap: offset === leapAt,
  };
}

const STEMS = ['Canh', 'Tân', 'Nhâm', 'Quý', 'Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ'];
const BRANCHES = ['Thân', 'Dậu', 'Tuất', 'Hợi', 'Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi'];

/** "Ất Tỵ" for the lunar year 2025. */
export const lunarYearName = (year: number): string => `${STEMS[year % 10]} ${BRANCHES[year % 12]}`;
