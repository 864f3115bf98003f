import { createMemory, createOwned } from '../../base/memory.js';
import type { Face } from '../../font/font.js';
import type {
  BannerLayout,
  BannerSpec,
  LaidBannerLine,
  LaidBannerRow,
  LaidPiece,
  Rectangle,
  Word,
} from './banner-layout.js';
import { type Fit, type FittedRow, fitRows, gapAbove } from './fit-rows.js';
import { ornaments, placeEmblem, placeFlags, textLeft } from './surroundings.js';

/**
 * Sets a banner `width` wide and `height` high (any unit; the places come in the same): large letters with which every line
 * keeps to the room beside the flags, sizes by rank, breaks between phrases, lines of like lengths. Twice the size gives everything at twice the
 * place.
 */
export function layoutBanner(spec: BannerSpec, width: number, height: number): BannerLayout {
  const { figures } = spec;
  const margin = figures.text.margin * Math.min(width, 2 * height);
  const flags = placeFlags(spec, width, height);
  const left = textLeft(spec, flags, width, height, margin);
  const textRoom = { x: left, y: margin, width: width - margin - left, height: height - 2 * margin };
  const emblem = placeEmblem(spec, textRoom);
  const used = emblem === undefined ? 0 : emblem.height * 1.12;
  const room = { ...textRoom, y: textRoom.y + used, height: textRoom.height - used };
  const rows = layRows(spec, room, width / height, height);
  return {
    width,
    height,
    background: spec.colors.background,
    ornaments: spec.design === 'framed' ? ornaments(spec, width, height, margin, rows) : [],
    flags,
    ...(emblem === undefined ? {} : { emblem }),
    textRoom,
    rows,
  };
}

function layRows(spec: BannerSpec, room: Rectangle, ratio: number, height: number): readonly LaidBannerRow[] {
  const { largest } = spec.figures.text;
  const most = height * Math.min(largest.max, Math.max(largest.min, largest.perRatio * ratio));
  const { face, ...rest } = spec;
  const key = JSON.stringify([rest, room, most]);
  const fit = fitsOf(face).take(key, () => fitRows(spec, room, most));
  return placeRows(fit, spec, room);
}

/** Trying all ways to break the lines is most of a banner's work, and the banners of many units are often alike. */
const MOST_FITS = 40;
const fitsOf = createOwned((_face: Face) => createMemory<Fit>(MOST_FITS));

/** Place and date stand at the foot, the other rows in the middle of what is above. */
function placeRows({ rows, size }: Fit, spec: BannerSpec, room: Rectangle): readonly LaidBannerRow[] {
  const { pitch } = spec.figures.text;
  const heights = rows.map((row, i) => ({
    gap: gapAbove(rows, i, spec) * size,
    height: row.breaks.lines.length * row.rank * size * pitch,
  }));
  const sum = (isFoot: boolean): number =>
    heights.reduce(
      (all, { gap, height }, i) => all + ((rows[i]!.role === 'place') === isFoot ? gap + height : 0),
      0,
    );
  let top = room.y + Math.max(0, (room.height - sum(false) - sum(true)) / 2);
  let foot = room.y + room.height - sum(true);
  return rows.map((row, i): LaidBannerRow => {
    const { gap, height } = heights[i]!;
    const isFoot = row.role === 'place';
    const at = (isFoot ? foot : top) + gap;
    if (isFoot) foot = at + height;
    else top = at + height;
    return placeRow(row, at, row.rank * size, spec, room);
  });
}

function placeRow(
  row: FittedRow,
  top: number,
  size: number,
  spec: BannerSpec,
  room: Rectangle,
): LaidBannerRow {
  const { pitch, baseline } = spec.figures.text;
  const lines = row.breaks.lines.map(({ from, to, width }, i): LaidBannerLine => {
    const free = room.width - width * size;
    const x = room.x + (spec.align === 'left' ? 0 : free / 2);
    return {
      baseline: top + (i + baseline) * pitch * size,
      x,
      width: width * size,
      pieces: piecesOf(row, from, to, x, size),
    };
  });
  const isMain = row.role === 'main' || row.role === 'occasion';
  const color = isMain ? spec.colors.main : spec.colors.other;
  return { role: row.role, size, top, pitch: pitch * size, color, lines };
}

/** Words of a line as few pieces: what follows in one field is one text, with its spaces. */
function piecesOf(
  { words, measured }: FittedRow,
  from: number,
  to: number,
  x: number,
  size: number,
): LaidPiece[] {
  const pieces: LaidPiece[] = [];
  let at = x;
  for (let i = from; i < to; i += 1) {
    if (i > from) at += measured.space * size;
    for (const [part, { text, origin }] of words[i]!.entries()) {
      const width = measured.parts[i]![part]! * size;
      const last = pieces.at(-1);
      if (part === 0 && words[i]!.length === 1 && last !== undefined && goesOn(last, words[i]![0]!)) {
        pieces[pieces.length - 1] = { ...last, text: `${last.text} ${text}`, width: at + width - last.x };
      } else {
        const glued = part > 0 ? { isGlued: true as const } : {};
        pieces.push({ x: at, width, text, ...(origin === undefined ? {} : { origin }), ...glued });
      }
      at += width;
    }
  }
  return pieces;
}

function goesOn(before: LaidPiece, { origin }: Word[number]): boolean {
  if (before.origin?.type !== 'field')
    return origin?.type !== 'field' && before.origin?.rule === origin?.rule;
  if (origin?.type !== 'field' || origin.path !== before.origin.path) return false;
  return origin.offset === before.origin.offset + before.text.length + 1;
}
