import { arc, type Path, placePath, polygon, rectangle, transformPath } from '../../base/path.js';
import type { BannerFigures } from '../../profile/banner.js';

/** A filled outline. */
export interface ColoredPath {
  readonly path: Path;
  readonly fill: string;
}

export type FlagName = 'national' | 'party';

/** A flag's shapes from the back to the front, with the left top corner at 0, 0 and `length` wide; y downwards. */
export function flagShapes(
  name: FlagName,
  length: number,
  figures: BannerFigures['flags'],
): readonly ColoredPath[] {
  const height = length * figures.ratio;
  const [x, y] = [length / 2, height / 2];
  const sign =
    name === 'national'
      ? placePath(STAR, length * figures.starRadius, x, y)
      : placePath(hammerAndSickle(), length * figures.emblemRadius, x, y);
  return [
    { path: rectangle(0, 0, length, height), fill: figures.red },
    { path: sign, fill: figures.yellow },
  ];
}

/** From a point of the star to the next but one is one straight line: so far from the centre its inner corners are. */
const INNER = Math.sin(Math.PI / 10) / Math.sin((3 * Math.PI) / 10);

/** The five-pointed star in a circle of radius 1 around 0, 0, one point upwards; y downwards. */
const STAR: Path = polygon(
  Array.from({ length: 10 }, (_, i): [number, number] => {
    const radius = i % 2 === 0 ? 1 : INNER;
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }),
);

/**
 * With the hammer upright: the height of its top and of the tip, where its head ends, half the width of a handle, how far handles
 * reach.
 */
const SIGN = { top: -Math.SQRT1_2, headEnd: -0.425, half: 0.1, reach: 0.92 };

/**
 * Hammer and sickle in a circle of radius 1, drawn after the words of Quy định 99-QĐ/TW, Điều 1: square to each other, the
 * hammer at 45°, no line where they cross, handles rectangles that end level with each other, the top of the hammer's head in
 * line with the tip of the sickle, the place where handle and head meet in line with the top of the sickle's handle. Drawn with
 * the hammer upright and turned by 45°; no picture of others was copied.
 */
function hammerAndSickle(): Path {
  const { top, headEnd, half, reach } = SIGN;
  const head = polygon([
    [-0.5, top],
    [0.34, top],
    [0.34, headEnd],
    [-0.33, headEnd],
  ]);
  const handle = rectangle(-half, headEnd - 0.05, 2 * half, reach - headEnd + 0.05);
  const grip = rectangle(-reach, -half, reach + headEnd, 2 * half);
  return transformPath([...head, ...handle, ...blade(), ...grip], turned(-Math.PI / 4));
}

/** The crescent: from the tip along an outer circle into the handle, and back along an inner one that meets it in the tip. */
function blade(): Path {
  const tip = { x: -SIGN.top, y: SIGN.top };
  const around = (x: number, y: number) => ({
    x,
    y,
    radius: Math.hypot(tip.x - x, tip.y - y),
    start: Math.atan2(tip.y - y, tip.x - x),
  });
  const outer = around(0.15, -0.15);
  // Meets the handle at its corner.
  const inner = around(0.141, -0.3035);
  const heel = Math.PI * 0.85;
  const heelX = inner.x + inner.radius * Math.cos(heel);
  const heelY = inner.y + inner.radius * Math.sin(heel);
  return [
    { type: 'move', ...tip },
    ...arc(outer.x, outer.y, outer.radius, outer.start, Math.PI * 0.93),
    { type: 'line', x: heelX, y: heelY },
    ...arc(inner.x, inner.y, inner.radius, heel, inner.start),
    { type: 'close' },
  ];
}

/** A turn around 0, 0; with y downwards a positive angle turns clockwise. */
const turned = (angle: number) =>
  [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0] as const;
