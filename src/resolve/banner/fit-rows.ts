import type { BannerRole } from '../../document/banner.js';
import { arrangementsOf, type RankedRow } from './arrangements.js';
import type { BannerSpec, Rectangle, Word } from './banner-layout.js';
import { type Breaks, type MeasuredRow, startsOf, waysToBreak } from './break-row.js';
import { gapCosts } from './word-gaps.js';

/** A row with the lines that were chosen for it. */
export interface FittedRow extends RankedRow {
  readonly measured: MeasuredRow;
  readonly breaks: Breaks;
}

/** Rows as they are printed, and the size of the main lines. */
export interface Fit {
  readonly size: number;
  readonly rows: readonly FittedRow[];
}

/** A row with all its ways to be broken. */
interface ReadyRow extends RankedRow {
  readonly measured: MeasuredRow;
  readonly ways: readonly Breaks[];
}

/** How much the look of a row counts. */
const WEIGHT: Readonly<Record<BannerRole, number>> = {
  main: 1,
  unit: 0.7,
  opening: 0.6,
  occasion: 0.6,
  parent: 0.6,
  place: 0.6,
};
/** What one more line of a row may cost in its looks: the choices of rows are made with each of these. */
const LINE_COSTS = [0.01, 0.06, 0.2, 10];

/**
 * The fit for a room: as large as can be, but rather a little smaller than ragged. Sizes at which some way of breaking a row
 * just fits its width are tried one after the other; a row then takes the best of its ways that fit.
 */
export function fitRows(spec: BannerSpec, room: Rectangle, most: number): Fit {
  const measured = new Map<string, Pick<ReadyRow, 'measured' | 'ways'>>();
  const ready = (row: RankedRow): ReadyRow => {
    const key = row.words.map((word) => word.map(({ typed }) => typed).join('')).join(' ');
    const known = measured.get(key) ?? measureRow(row.words, spec);
    measured.set(key, known);
    return { ...row, ...known };
  };
  let best: Fit & { readonly value: number } = { size: 0, rows: [], value: -1 };
  for (const { rows, worth } of arrangementsOf(spec.rows, spec.figures.text.rank)) {
    for (const fit of fitsOf(rows.map(ready), spec, room, most)) {
      const badness = fit.rows.reduce((sum, row) => sum + WEIGHT[row.role] * row.breaks.badness, 0);
      const value = fit.size * worth * Math.exp(-badness);
      if (value > best.value) best = { ...fit, value };
    }
  }
  return best;
}

function* fitsOf(rows: readonly ReadyRow[], spec: BannerSpec, room: Rectangle, most: number): Generator<Fit> {
  const { widest, highest } = spec.figures.text;
  const largest = (row: RankedRow, { width }: Breaks): number => (room.width * widest) / (row.rank * width);
  const sizes = new Set(rows.flatMap((row) => row.ways.map((way) => Math.min(most, largest(row, way)))));
  for (const size of sizes) {
    for (const lineCost of LINE_COSTS) {
      const chosen = rows.map((row): FittedRow | undefined => {
        const ways = row.ways.filter((way) => largest(row, way) >= size);
        const [first, ...others] = ways;
        if (first === undefined) return undefined;
        const cost = (way: Breaks): number => way.badness + lineCost * way.lines.length;
        return { ...row, breaks: others.reduce((a, b) => (cost(b) < cost(a) ? b : a), first) };
      });
      const fitted = chosen.filter((row) => row !== undefined);
      if (fitted.length < rows.length) continue;
      const height = (room.height * highest) / heightOf(fitted, spec);
      yield {
        rows: fitted,
        size: Math.min(most, height, ...fitted.map((row) => largest(row, row.breaks))),
      };
    }
  }
}

/** Height of all rows with main lines of size 1. */
const heightOf = (rows: readonly FittedRow[], spec: BannerSpec): number =>
  rows.reduce(
    (sum, row, i) =>
      sum + gapAbove(rows, i, spec) + row.breaks.lines.length * row.rank * spec.figures.text.pitch,
    0,
  );

/** Above a row, with main lines of size 1. */
export function gapAbove(rows: readonly RankedRow[], i: number, { figures }: BannerSpec): number {
  const [before, row] = [rows[i - 1], rows[i]!];
  if (before === undefined) return 0;
  if (row.role === 'place' && before.role !== 'place') return figures.text.footGap * row.rank;
  return before.role === row.role ? 0 : figures.text.gap;
}

function measureRow(
  words: readonly Word[],
  { face, names }: BannerSpec,
): { readonly measured: MeasuredRow; readonly ways: readonly Breaks[] } {
  const advance = (text: string): number => {
    let units = 0;
    for (const letter of text) units += face.advance(letter.codePointAt(0)!) ?? 0;
    return units / face.metrics.unitsPerEm;
  };
  const typed = words.map((word) => word.map((fragment) => fragment.typed).join('')).join(' ');
  const parts = words.map((word) => word.map(({ text }) => advance(text)));
  const widths = parts.map((each) => each.reduce((sum, width) => sum + width, 0));
  const space = advance(' ');
  const measured = { widths, parts, space, gaps: gapCosts(typed, names), starts: startsOf(widths, space) };
  return { measured, ways: waysToBreak(measured) };
}
