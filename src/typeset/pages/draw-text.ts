import { eighthsToPt, type Pt, pt, twipToPt } from '../../base/lengths.js';
import { faceName } from '../../font/font.js';
import type { Line } from '../../measure/break-lines.js';
import type { ResolvedText } from '../../resolve/resolved-document.js';
import type { DrawnLines, LaidParagraph } from '../flow/laid-block.js';
import type { PageItem, TextItem } from '../frame.js';

/** A paragraph stands at so many places: letterheads of more or fewer lines push the text about. */
const MOST_PLACES = 6;

/** Draws lines `from` to `to` of a paragraph whose column's left edge is at `x` and whose line `from` has its top at `y` (twips). */
export function drawLines(
  laid: LaidParagraph,
  from: number,
  to: number,
  x: number,
  y: number,
  items: PageItem[],
): void {
  for (const item of linesAt(laid, from, to, x, y)) items.push(item);
}

/** The same objects wherever the same lines stand at the same place, so that the writers know them. */
function linesAt(laid: LaidParagraph, from: number, to: number, x: number, y: number): readonly PageItem[] {
  const { drawn } = laid;
  const known = drawn.find(
    (lines) => lines.y === y && lines.x === x && lines.from === from && lines.to === to,
  );
  if (known !== undefined) return known.items;
  const made: DrawnLines = { from, to, x, y, items: makeLines(laid, from, to, x, y) };
  if (drawn.unshift(made) > MOST_PLACES) drawn.pop();
  return made.items;
}

function makeLines(laid: LaidParagraph, from: number, to: number, x: number, y: number): readonly PageItem[] {
  const { rule } = laid.paragraph;
  if (rule !== undefined) return [ruleAt(laid, eighthsToPt(rule.thickness), x, y)];
  const items: PageItem[] = [];
  for (let i = from; i < to; i++) {
    const baseline = y + (i - from) * laid.pitch + laid.baselines[i]!;
    drawLine(laid, laid.lines[i]!, i === 0, x, baseline, items);
  }
  return items;
}

function ruleAt(laid: LaidParagraph, thickness: Pt, x: number, y: number): PageItem {
  const middle = pt(y / 20 + thickness / 2);
  return {
    type: 'rule',
    x0: twipToPt(x + laid.left),
    y0: middle,
    x1: twipToPt(x + laid.left + laid.width),
    y1: middle,
    thickness,
    color: '000000',
  };
}

function drawLine(
  laid: LaidParagraph,
  line: Line,
  isFirst: boolean,
  x: number,
  baseline: number,
  items: PageItem[],
): void {
  const { inlines, style, format } = laid.paragraph;
  const indent = isFirst ? laid.firstLine : 0;
  const isJustified = format.align === 'justify' && !line.endsParagraph && !line.endsWithBreak;
  // LibreOffice ends a justified line in italics before the margin too; ours ends at it, as R47 asks.
  const slack = laid.width - indent - line.width - (isJustified ? 0 : line.overhang);
  const wordSpace = isJustified && line.spaceCount > 0 && slack > 0 ? slack / 20 / line.spaceCount : 0;
  let at = (x + laid.left + indent + alignOffset(format.align, slack)) / 20;
  for (const fragment of line.fragments) {
    const inline = inlines[fragment.inlineIndex] as ResolvedText;
    const text = inline.text.slice(fragment.start, fragment.end);
    const width = fragment.width / 20 + (wordSpace === 0 ? 0 : wordSpace * countSpaces(text));
    const { origin } = inline;
    const item: TextItem = {
      type: 'text',
      x: pt(at),
      y: twipToPt(baseline),
      text,
      face: faceName(inline.bold, inline.italic, inline.sans),
      size: inline.size,
      color: inline.color,
      wordSpace: wordSpace as Pt,
      width: pt(width),
      style,
      ...(inline.blank !== undefined && { blank: inline.blank.key }),
      ...(origin !== undefined && { origin: shiftOrigin(origin, fragment.start) }),
    };
    items.push(item);
    at += width + fragment.gap / 20;
  }
}

function alignOffset(align: 'left' | 'center' | 'right' | 'justify', slack: number): number {
  if (align === 'center') return slack / 2;
  return align === 'right' ? slack : 0;
}

function countSpaces(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) === 0x20) count++;
  return count;
}

/** A line's part of a field's text begins so much further in the field. */
function shiftOrigin(
  origin: NonNullable<ResolvedText['origin']>,
  start: number,
): NonNullable<ResolvedText['origin']> {
  return origin.type === 'field' && start > 0 ? { ...origin, offset: origin.offset + start } : origin;
}
