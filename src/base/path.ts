/** Outlines of filled shapes: glyphs, flags, emblems. Points of a path are in whatever unit its owner says. */
export type PathStep =
  | { readonly type: 'move'; readonly x: number; readonly y: number }
  | { readonly type: 'line'; readonly x: number; readonly y: number }
  | {
      readonly type: 'curve';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
      readonly x: number;
      readonly y: number;
    }
  | { readonly type: 'close' };

/** Closed contours one after the other, filled by the non-zero rule. */
export type Path = readonly PathStep[];

/** `x' = a x + c y + e`, `y' = b x + d y + f`: the six numbers of PDF and SVG. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const transformPath = (path: Path, [a, b, c, d, e, f]: Matrix): Path => {
  const at = (x: number, y: number) => ({ x: a * x + c * y + e, y: b * x + d * y + f });
  return path.map((step): PathStep => {
    if (step.type === 'close') return step;
    if (step.type !== 'curve') return { type: step.type, ...at(step.x, step.y) };
    const first = at(step.x1, step.y1);
    const second = at(step.x2, step.y2);
    return { type: 'curve', x1: first.x, y1: first.y, x2: second.x, y2: second.y, ...at(step.x, step.y) };
  });
};

/** The path `scale` times as large, then moved by `x` and `y`. */
export const placePath = (path: Path, scale: number, x: number, y: number): Path =>
  transformPath(path, [scale, 0, 0, scale, x, y]);

/** A closed contour with straight sides. */
export const polygon = (points: readonly (readonly [number, number])[]): Path => [
  ...points.map(([x, y], i): PathStep => ({ type: i === 0 ? 'move' : 'line', x, y })),
  { type: 'close' },
];

export const rectangle = (x: number, y: number, width: number, height: number): Path =>
  polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);

/** Curves along a circle from angle `from` to angle `to` (radians, either way round), without the move to its start. */
export const arc = (x: number, y: number, radius: number, from: number, to: number): Path => {
  const parts = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 4)));
  const step = (to - from) / parts;
  const handle = (4 / 3) * Math.tan(step / 4) * radius;
  return Array.from({ length: parts }, (_, i): PathStep => {
    const [start, end] = [from + i * step, from + (i + 1) * step];
    return {
      type: 'curve',
      x1: x + radius * Math.cos(start) - handle * Math.sin(start),
      y1: y + radius * Math.sin(start) + handle * Math.cos(start),
      x2: x + radius * Math.cos(end) + handle * Math.sin(end),
      y2: y + radius * Math.sin(end) - handle * Math.cos(end),
      x: x + radius * Math.cos(end),
      y: y + radius * Math.sin(end),
    };
  });
};

/** The smallest box around the points of a path and their handles. */
export const pathBounds = (path: Path): { x: number; y: number; width: number; height: number } => {
  const xs = path.flatMap((s) => (s.type === 'close' ? [] : s.type === 'curve' ? [s.x1, s.x2, s.x] : [s.x]));
  const ys = path.flatMap((s) => (s.type === 'close' ? [] : s.type === 'curve' ? [s.y1, s.y2, s.y] : [s.y]));
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
};
