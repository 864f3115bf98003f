import { type Twip, twip } from '../base/lengths.js';
import type { FontSet } from '../font/font.js';
import { lineEnds } from './break-lines.js';
import { type FlatText, flattenInlines } from './flat-text.js';
import type { StyledInline } from './styled-text.js';
import { PARTS_PER_TWIP } from './text-width.js';

/**
 * One width for each way in which first-fit breaks a title into as few lines as at `maxWidth`, the narrowest first: that one
 * gives lines of about one length. Each width stands in the middle between two changes of a break, so that a renderer that
 * measures a hair differently breaks at the same words. A title of one line has one width, `maxWidth`.
 */
export function balancedWidths(
  inlines: readonly StyledInline[],
  maxWidth: Twip,
  fonts: FontSet,
): readonly Twip[] {
  const flat = flattenInlines(inlines, fonts);
  const endsAt = (width: number) => lineEnds(flat, width, width);
  const last = endsAt(maxWidth);
  if (last.length < 2) return [maxWidth];
  const found: Twip[] = [];
  let narrowest = smallest(
    leastWidth(flat, last.length),
    maxWidth,
    (width) => endsAt(width).length <= last.length,
  );
  while (narrowest <= maxWidth) {
    const ends = endsAt(narrowest);
    const next = isSame(ends, last) ? maxWidth + 1 : nextChange(flat, narrowest, maxWidth, ends);
    found.push(twip(Math.floor((narrowest + next) / 2)));
    narrowest = next;
  }
  return found;
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((end, i) => end === b[i]);

/** No width below gives so few lines: they hold the whole text, less the spaces that hang at their ends. */
function leastWidth({ widths }: FlatText, lines: number): number {
  let total = 0;
  for (const width of widths) total += width;
  return Math.max(1, Math.floor(total / PARTS_PER_TWIP / lines) - SPACES);
}

/** The width at which the lines of `from` first break otherwise. */
function nextChange(flat: FlatText, from: number, maxWidth: number, ends: readonly number[]): number {
  const differs = (width: number) => !isSame(lineEnds(flat, width, width), ends);
  // Nearly always the width at which the first of the lines takes its next word, which saves the search.
  const guess = Math.min(maxWidth, widthWithNextWord(flat, ends));
  const isRight =
    guess - SLACK > from && !differs(guess - SLACK) && differs(Math.min(maxWidth, guess + SLACK));
  return isRight ? guess + SLACK : smallest(from, maxWidth, differs);
}

/** Twips on either side of a guessed width: rounding and the room after italics. */
const SLACK = 32;
/** More than the spaces at the end of a line are wide. */
const SPACES = 400;

/** The least width, in twips, at which one of the lines (but the last) would hold its next word too. */
function widthWithNextWord({ text, widths }: FlatText, ends: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let start = 0;
  for (const end of ends.slice(0, -1)) {
    const space = text.indexOf(' ', end);
    let width = 0;
    for (let i = start; i < (space < 0 ? text.length : space); i += 1) width += widths[i]!;
    least = Math.min(least, width / PARTS_PER_TWIP);
    start = end;
  }
  return Math.ceil(least);
}

/** The smallest whole number from `low` to `high` that `holds`, where it holds from some number on; `high` if it never does. */
function smallest(low: number, high: number, holds: (value: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return to;
}
