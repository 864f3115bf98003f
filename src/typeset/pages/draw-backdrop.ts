import { twipToPt } from '../../base/lengths.js';
import { placePath, rectangle } from '../../base/path.js';
import type { Backdrop } from '../../resolve/resolved-document.js';
import type { PageItem } from '../frame.js';

/** Draws what stands behind the text of a banner's mock-up, whose left top corner is at `x`, `y` (twips). */
export function drawBackdrop(
  backdrop: Backdrop,
  width: number,
  x: number,
  y: number,
  items: PageItem[],
): void {
  const ground = rectangle(twipToPt(x), twipToPt(y), twipToPt(width), twipToPt(backdrop.height));
  items.push({ type: 'path', path: ground, fill: backdrop.fill });
  for (const { shapes } of backdrop.shapes) {
    for (const { path, fill } of shapes) {
      items.push({ type: 'path', path: placePath(path, 1 / 20, twipToPt(x), twipToPt(y)), fill });
    }
  }
}
