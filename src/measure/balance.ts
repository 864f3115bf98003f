import { type Twip, twip } from '../base/lengths.js';
import type { FontSet } from '../font/font.js';
import { lineEnds } from './break-lines.js';
import { flattenInlines } from './flat-text.js';
import type { StyledInline } from './styled-text.js';

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
  const fewest = endsAt(maxWidth).length;
  if (fewest < 2) return [maxWidth];
  const found: Twip[] = [];
  let narrowest = smallest(1, maxWidth, (width) => endsAt(width).length <= fewest);
  while (narrowest <= maxWidth) {
    const ends = endsAt(narrowest).join();
    const isLast = endsAt(maxWidth).join() === ends;
    const next = isLast
      ? maxWidth + 1
      : smallest(narrowest, maxWidth, (width) => endsAt(width).join() !== ends);
    found.push(twip(Math.floor((narrowest + next) / 2)));
    narrowest = next;
  }
  return found;
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
