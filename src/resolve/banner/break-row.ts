import type { GapCosts } from './word-gaps.js';

/** The words of a row with their widths at size 1, and the width of a space. */
export interface MeasuredRow {
  readonly widths: readonly number[];
  /** Of a word that comes from several places, the widths of its parts. */
  readonly parts: readonly (readonly number[])[];
  /** Width of all words before each, with a space behind every one; and of all. */
  readonly starts: readonly number[];
  readonly space: number;
  readonly gaps: GapCosts;
}

/** First and last word (exclusive) of a line, and its width at size 1. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
  readonly width: number;
}

/** One way to part a row into lines. */
export interface Breaks {
  readonly lines: readonly WordRange[];
  /** Of its longest line, at size 1. */
  readonly width: number;
  /** How bad it looks: 0 for even lines that end between phrases. */
  readonly badness: number;
}

/** How much uneven lines weigh against the cost of a gap. */
const UNEVENNESS = 2;
const BADNESS = { gap: 0.2, mean: 0.6, shortest: 0.3 };
/** More lines than this are never needed for a form's 160 letters. */
const MOST_LINES = 12;
/** Ways with the same number of lines, each narrower than the one before. Of long texts two are enough. */
const variants = (words: number): number => (words <= 40 ? 6 : 2);

/** The ways to part a row that are worth a look: for each number of lines the best one, and narrower ones that are worse. */
export function waysToBreak(row: MeasuredRow): readonly Breaks[] {
  const ways: Breaks[] = [];
  for (let count = 1; count <= Math.min(MOST_LINES, row.widths.length); count += 1) {
    let width = Number.POSITIVE_INFINITY;
    for (let i = 0; i < variants(row.widths.length); i += 1) {
      const way = breakRow(row, count, width);
      if (way === undefined) break;
      ways.push(way);
      width = way.width;
    }
  }
  return ways;
}

/** The best way into `count` lines that are all shorter than `width`: even lengths, and ends between phrases. */
function breakRow(row: MeasuredRow, count: number, width: number): Breaks | undefined {
  const total = row.widths.length;
  const even = rangeWidth(row, 0, total) / count;
  // best[k][i]: the cheapest way to set the first i words in k lines.
  const best: (readonly [cost: number, from: number] | undefined)[][] = [[[0, 0]]];
  for (let k = 1; k <= count; k += 1) {
    best.push([]);
    for (let to = k; to <= total - (count - k); to += 1) {
      const gap = to < total ? row.gaps[to - 1]! : 0;
      if (gap === Number.POSITIVE_INFINITY) continue;
      for (let from = to - 1; from >= k - 1; from -= 1) {
        const length = rangeWidth(row, from, to);
        if (length >= width) break;
        const before = best[k - 1]![from];
        if (before === undefined) continue;
        const cost = before[0] + gap + UNEVENNESS * (length / even - 1) ** 2;
        const known = best[k]![to];
        if (known === undefined || cost < known[0]) best[k]![to] = [cost, from];
      }
    }
  }
  if (best[count]![total] === undefined) return undefined;
  const lines: WordRange[] = [];
  let to = total;
  for (let k = count; k > 0; k -= 1) {
    const [, from] = best[k]![to]!;
    lines.unshift({ from, to, width: rangeWidth(row, from, to) });
    to = from;
  }
  return { lines, width: Math.max(...lines.map((line) => line.width)), badness: badnessOf(row, lines) };
}

function badnessOf(row: MeasuredRow, lines: readonly WordRange[]): number {
  const width = Math.max(...lines.map((line) => line.width));
  const gaps = lines.slice(0, -1).reduce((sum, { to }) => sum + Math.max(0, row.gaps[to - 1]!), 0);
  const short = lines.map((line) => (1 - line.width / width) ** 2);
  const mean = short.reduce((sum, each) => sum + each, 0) / lines.length;
  return BADNESS.gap * gaps + BADNESS.mean * mean + BADNESS.shortest * Math.max(...short);
}

const rangeWidth = ({ starts, space }: MeasuredRow, from: number, to: number): number =>
  to > from ? starts[to]! - starts[from]! - space : 0;

/** Widths of words summed up, so that a line is measured at once. */
export function startsOf(widths: readonly number[], space: number): readonly number[] {
  const starts = [0];
  for (const width of widths) starts.push(starts.at(-1)! + width + space);
  return starts;
}
