import { decimal } from '../base/decimal.js';
import type { Area, Page } from '../typeset/frame.js';
import { arrayOf } from './object-text.js';

/** Where a banner is cut and how far its ground goes on beyond; UserUnit where the form asks for it. */
export function printBoxes({ print, height }: Page): Record<string, string> {
  if (print === undefined) return {};
  // PDF's y goes up from the foot of the page.
  const box = ({ x, y, width, height: high }: Area): string =>
    arrayOf([x, height - y - high, x + width, height - y].map(decimal));
  return {
    TrimBox: box(print.trim),
    BleedBox: box(print.bleed),
    ...(print.userUnit === undefined ? {} : { UserUnit: String(print.userUnit) }),
  };
}
