/** The size of a print: millimetres of cloth, or the points of a wall of lights. */
export interface PrintSize {
  readonly unit: 'mm' | 'px';
  readonly width: number;
  readonly height: number;
}

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const UNIT = '(m|mét|met|cm|mm|px|pixel|pixels|điểm ảnh|điểm)';
const SIZE = new RegExp(`^${NUMBER} ?${UNIT}? ?[x×*] ?${NUMBER} ?${UNIT}?$`, 'u');

/** Millimetres to one of the unit. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['m', 1000],
  ['mét', 1000],
  ['met', 1000],
  ['cm', 10],
  ['mm', 1],
]);

/** A bare number from this on is of points: nobody hangs a cloth of 100 m. */
const LEAST_PIXELS = 100;

/**
 * "6 × 3 m", "6m x 3m", "600 x 300 cm", "7,5 x 3", "1920 × 1080 px", "1920x1080": width, then height. Undefined for anything
 * else. Without a unit figures below 100 are metres, others pixels.
 */
export function readPrintSize(text: string): PrintSize | undefined {
  const found = SIZE.exec(text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' '));
  if (found === null) return undefined;
  const [, first = '', firstUnit, second = '', secondUnit] = found;
  const [width, height] = [first, second].map((figure) => Number(figure.replace(',', '.'))) as [
    number,
    number,
  ];
  if (width === 0 || height === 0) return undefined;
  const unit = secondUnit ?? firstUnit ?? (Math.min(width, height) < LEAST_PIXELS ? 'm' : 'px');
  const toMm = LENGTHS.get(unit);
  const firstToMm = LENGTHS.get(firstUnit ?? unit);
  if (toMm === undefined || firstToMm === undefined) {
    const isWhole = Number.isInteger(width) && Number.isInteger(height);
    return toMm === firstToMm && isWhole ? { unit: 'px', width, height } : undefined;
  }
  return { unit: 'mm', width: Math.round(width * firstToMm), height: Math.round(height * toMm) };
}

/** As people say it: "6 × 3 m", "7,5 × 0,9 m", "1920 × 1080 điểm ảnh". */
export function printSizeText({ unit, width, height }: PrintSize): string {
  if (unit === 'px') return `${width} × ${height} điểm ảnh`;
  const metres = (mm: number): string => String(mm / 1000).replace('.', ',');
  return `${metres(width)} × ${metres(height)} m`;
}

const COLOR = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i;

/** "#C8102E", "c8102e", "#f00": six capital digits; undefined for anything else. */
export function readHexColor(text: string): string | undefined {
  const digits = COLOR.exec(text.trim())?.[1]?.toUpperCase();
  if (digits === undefined) return undefined;
  return digits.length === 6 ? digits : [...digits].map((digit) => digit + digit).join('');
}
