import { placePath, rectangle } from '../../base/path.js';
import type { BannerSpec, LaidBannerRow, PlacedFlag, Rectangle } from './banner-layout.js';
import { type ColoredPath, flagShapes } from './flags.js';

/** R162: seen from the hall the Party's flag left and the national one right of it, both at stage left. */
export function placeFlags(
  { flags, figures }: BannerSpec,
  width: number,
  height: number,
): readonly PlacedFlag[] {
  const { fromTop, ratio, gap, edge, edgeColor } = figures.flags;
  const { length, left } = flagMeasure(figures.flags, width, height);
  const flagHeight = length * ratio;
  // On a streamer an eighth of the height would be no room.
  const top = flagHeight > height / 2 ? (height - flagHeight) / 2 : fromTop * height;
  return flags.map((name, i): PlacedFlag => {
    const x = left + i * length * (1 + gap);
    const around = edge * flagHeight;
    const line = rectangle(x - around, top - around, length + 2 * around, flagHeight + 2 * around);
    const shapes = flagShapes(name, length, figures.flags).map(
      ({ path, fill }): ColoredPath => ({ path: placePath(path, 1, x, top), fill }),
    );
    return {
      name,
      x,
      y: top,
      width: length,
      height: flagHeight,
      shapes: [{ path: line, fill: edgeColor }, ...shapes],
    };
  });
}

const flagMeasure = (figures: BannerSpec['figures']['flags'], width: number, height: number) => ({
  length: Math.min(figures.ofWidth * width, figures.ofHeight * height),
  left: Math.min(figures.fromLeft * width, figures.fromLeftOfHeight * height),
});

/** Beside the flags; below them stands the bust, whose room is as wide where there are none. */
export function textLeft(
  { bust, figures }: BannerSpec,
  flags: readonly PlacedFlag[],
  width: number,
  height: number,
  margin: number,
): number {
  const { length, left } = flagMeasure(figures.flags, width, height);
  const last = flags.at(-1);
  if (last !== undefined) return last.x + last.width + Math.max(margin, length * 0.3);
  return bust ? left + 2 * length + margin : margin;
}

export function placeEmblem({ emblemRatio, align }: BannerSpec, room: Rectangle): Rectangle | undefined {
  if (emblemRatio === undefined) return undefined;
  const height = Math.min(room.height * 0.17, (room.width * 0.5) / emblemRatio);
  const width = height * emblemRatio;
  const x = align === 'left' ? room.x : room.x + (room.width - width) / 2;
  return { x, y: room.y, width, height };
}

/** Our own design: a line in gold around, and a short one above place and date. */
export function ornaments(
  spec: BannerSpec,
  width: number,
  height: number,
  margin: number,
  rows: readonly LaidBannerRow[],
): readonly ColoredPath[] {
  const fill = spec.figures.flags.edgeColor;
  const inset = margin * 0.36;
  const thick = margin * 0.07;
  const [innerWidth, innerHeight] = [width - 2 * inset, height - 2 * inset];
  const frame = [
    rectangle(inset, inset, innerWidth, thick),
    rectangle(inset, height - inset - thick, innerWidth, thick),
    rectangle(inset, inset, thick, innerHeight),
    rectangle(width - inset - thick, inset, thick, innerHeight),
  ].map((path) => ({ path, fill }));
  const foot = rows.find(({ role }) => role === 'place');
  const widest = Math.max(0, ...rows.flatMap((row) => row.lines.map((line) => line.width)));
  const line = foot?.lines[0];
  if (foot === undefined || line === undefined) return frame;
  // Rather a rule of its own than a line under what is above.
  const length = Math.min(widest * 0.4, line.width * 0.8);
  const middle = spec.align === 'left' ? line.x + length / 2 : line.x + line.width / 2;
  const y = foot.top - foot.size * spec.figures.text.footGap * 0.6;
  return [...frame, { path: rectangle(middle - length / 2, y, length, thick), fill }];
}
