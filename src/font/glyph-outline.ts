import type { Path, PathStep } from '../base/path.js';
import { orBroken, type Sfnt } from './sfnt.js';

/** A point of a contour; between two points off the curve stands one on it, half way. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

type Contour = readonly Point[];

/** Parts of parts: a font that goes deeper is broken. */
const DEEPEST = 8;

/** The outline of a glyph in font units, y upwards; empty for a space. Throws FontFileError. */
export const glyphOutline = (font: Sfnt, glyph: number): Path =>
  orBroken(() => readContours(font, glyph, 0).flatMap(contourPath));

/** Where a glyph's outline lies in the file. */
const outlinePlace = (font: Sfnt, glyph: number): { readonly start: number; readonly end: number } => {
  const { offset } = font.table('glyf');
  const loca = font.table('loca').offset;
  const isLong = font.view.getInt16(font.table('head').offset + 50) !== 0;
  const place = (index: number): number =>
    isLong ? font.view.getUint32(loca + 4 * index) : 2 * font.view.getUint16(loca + 2 * index);
  if (glyph >= font.glyphCount) return { start: offset, end: offset };
  return { start: offset + place(glyph), end: offset + place(glyph + 1) };
};

const readContours = (font: Sfnt, glyph: number, depth: number): readonly Contour[] => {
  const { start, end } = outlinePlace(font, glyph);
  if (end - start < 10) return [];
  const count = font.view.getInt16(start);
  return count >= 0
    ? readSimple(font.view, start + 10, count)
    : depth > DEEPEST
      ? []
      : readComposite(font, start + 10, depth);
};

const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME = 0x10;
const Y_SAME = 0x20;

const readSimple = (view: DataView, at: number, count: number): readonly Contour[] => {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(at + 2 * i));
  const total = (ends.at(-1) ?? -1) + 1;
  let place = at + 2 * count;
  place += 2 + view.getUint16(place);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = view.getUint8(place++);
    const times = flag & REPEAT ? view.getUint8(place++) + 1 : 1;
    for (let i = 0; i < times; i += 1) flags.push(flag);
  }
  const readAxis = (short: number, same: number): readonly number[] => {
    let value = 0;
    return Array.from({ length: total }, (_, i) => {
      const flag = flags[i]!;
      if (flag & short) value += flag & same ? view.getUint8(place++) : -view.getUint8(place++);
      else if (!(flag & same)) {
        value += view.getInt16(place);
        place += 2;
      }
      return value;
    });
  };
  const xs = readAxis(X_SHORT, X_SAME);
  const ys = readAxis(Y_SHORT, Y_SAME);
  return ends.map((end, i) => {
    const from = i === 0 ? 0 : ends[i - 1]! + 1;
    return Array.from({ length: end - from + 1 }, (_, j): Point => {
      const k = from + j;
      return { x: xs[k]!, y: ys[k]!, isOn: (flags[k]! & ON_CURVE) !== 0 };
    });
  });
};

const HAS_WORDS = 0x0001;
const IS_OFFSET = 0x0002;
const HAS_SCALE = 0x0008;
const HAS_MORE = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

/** A letter with marks is put together of the outlines of other glyphs. */
const readComposite = (font: Sfnt, from: number, depth: number): readonly Contour[] => {
  const { view } = font;
  const contours: Contour[] = [];
  let at = from;
  for (let more = true; more; ) {
    const flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    const words = (flags & HAS_WORDS) !== 0;
    const first = words ? view.getInt16(at + 4) : view.getInt8(at + 4);
    const second = words ? view.getInt16(at + 6) : view.getInt8(at + 5);
    at += words ? 8 : 6;
    const fraction = (place: number): number => view.getInt16(place) / 16384;
    let [a, b, c, d] = [1, 0, 0, 1];
    if (flags & HAS_SCALE) {
      a = fraction(at);
      d = a;
      at += 2;
    } else if (flags & HAS_TWO_SCALES) {
      [a, d] = [fraction(at), fraction(at + 2)];
      at += 4;
    } else if (flags & HAS_MATRIX) {
      [a, b, c, d] = [fraction(at), fraction(at + 2), fraction(at + 4), fraction(at + 6)];
      at += 8;
    }
    const part = readContours(font, glyph, depth + 1);
    const shaped = part.map((contour) =>
      contour.map(({ x, y, isOn }) => ({ x: a * x + c * y, y: b * x + d * y, isOn })),
    );
    // Without the flag the two numbers are points of the parts that have to meet.
    const [dx, dy] = flags & IS_OFFSET ? [first, second] : meeting(contours, shaped, first, second);
    contours.push(...shaped.map((contour) => contour.map((p) => ({ ...p, x: p.x + dx, y: p.y + dy }))));
    more = (flags & HAS_MORE) !== 0;
  }
  return contours;
};

const meeting = (
  whole: readonly Contour[],
  part: readonly Contour[],
  parent: number,
  child: number,
): readonly [number, number] => {
  const [to, from] = [whole.flat()[parent & 0xffff], part.flat()[child & 0xffff]];
  return to && from ? [to.x - from.x, to.y - from.y] : [0, 0];
};

/** TrueType's quadratic curves as cubic ones, exactly. */
const contourPath = (contour: Contour): Path => {
  if (contour.length < 2) return [];
  const points = contour.flatMap((point, i) => {
    const next = contour[(i + 1) % contour.length]!;
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isOn: true };
    return point.isOn || next.isOn ? [point] : [point, middle];
  });
  const first = points.findIndex((point) => point.isOn);
  const start = points[first]!;
  const rest = [...points.slice(first + 1), ...points.slice(0, first), start];
  const path: PathStep[] = [{ type: 'move', x: start.x, y: start.y }];
  let from = start;
  for (let i = 0; i < rest.length; i += 1) {
    const point = rest[i]!;
    if (point.isOn) {
      path.push({ type: 'line', x: point.x, y: point.y });
      from = point;
      continue;
    }
    const to = rest[i + 1] ?? start;
    path.push({
      type: 'curve',
      x1: from.x + (2 / 3) * (point.x - from.x),
      y1: from.y + (2 / 3) * (point.y - from.y),
      x2: to.x + (2 / 3) * (point.x - to.x),
      y2: to.y + (2 / 3) * (point.y - to.y),
      x: to.x,
      y: to.y,
    });
    from = to;
    i += 1;
  }
  path.push({ type: 'close' });
  return path;
};
