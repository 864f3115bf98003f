import type { Twip } from '../base/lengths.js';
import type { FontSet } from '../font/font.js';
import { lineEnds } from './break-lines.js';
import { flattenInlines } from './flat-text.js';
import type { StyledInline } from './styled-text.js';

/**
 * The width at which a title breaks into lines of about one length: the narrowest at which first-fit needs no more lines than
 * at `maxWidth`, plus half the slack up to the next change of a break, so that a renderer that measures a hair differently
 * breaks at the same words.
 */
export function balancedWidth(inlines: readonly StyledInline[], maxWidth: Twip, fonts: FontSet): Twip {
  const flat = flattenInlines(inlines, fonts);
  const endsAt = (width: number) => lineEnds(flat, width, width);
  const fewest = endsAt(maxWidth).length;
  const narrowest = smallest(1, maxWidth, (width) => endsAt(width).length <= fewest);
  const balanced = endsAt(narrowest).join();
  const nextChange = smallest(narrowest, maxWidth, (width) => endsAt(width).join() !== balanced);
  return Math.floor((narrowest + nextChange) / 2) as Twip;
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
