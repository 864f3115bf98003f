import { pt, twipToPt } from '../../base/lengths.js';
import type { PageFoot, ResolvedSection, StampBox } from '../../resolve/resolved-document.js';
import { type LayContext, layParagraph, linesHeight } from '../flow/lay-paragraph.js';
import type { PageItem } from '../frame.js';
import { drawLines } from './draw-text.js';

/** Height that the page foot takes from the flow of the section's first page, in twips. */
export const footHeight = ({ furniture }: ResolvedSection): number =>
  furniture.reduce((sum, each) => sum + (each.type === 'page-foot' ? each.height : 0), 0);

/** Draws what stands at fixed places of a section's first page. */
export function drawFurniture(section: ResolvedSection, context: LayContext, items: PageItem[]): void {
  for (const furniture of section.furniture) {
    if (furniture.type === 'stamp-box') drawStampBox(furniture, context, items);
    else drawPageFoot(furniture, section, context, items);
  }
}

function drawStampBox(box: StampBox, context: LayContext, items: PageItem[]): void {
  items.push({
    type: 'box',
    x: twipToPt(box.left),
    y: twipToPt(box.top),
    width: twipToPt(box.width),
    height: twipToPt(box.height),
    thickness: pt(box.border / 20),
    color: box.color,
  });
  const laid = layParagraph(box.paragraph, box.width, context);
  const top = box.top + Math.floor((box.height - linesHeight(laid)) / 2);
  drawLines(laid, 0, laid.lines.length, box.left, top, items);
}

function drawPageFoot(
  foot: PageFoot,
  { sheet }: ResolvedSection,
  context: LayContext,
  items: PageItem[],
): void {
  const width = sheet.width - sheet.margins.left - sheet.margins.right;
  let top = sheet.height - sheet.margins.bottom - foot.height;
  for (const paragraph of foot.paragraphs) {
    const laid = layParagraph(paragraph, width, context);
    top += paragraph.format.before;
    drawLines(laid, 0, laid.lines.length, sheet.margins.left, top, items);
    top += linesHeight(laid);
  }
}
