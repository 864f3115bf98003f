import { mmToTwip, type Twip, twip } from '../base/lengths.js';
import { createOwned } from '../base/memory.js';
import { type FontSet, faceName } from '../font/font.js';
import { breakLines } from '../measure/break-lines.js';
import { textWidth } from '../measure/text-width.js';
import { type ResolveContext, rememberResolved } from './context.js';
import type {
  FormBlank,
  ResolvedBlock,
  ResolvedInline,
  ResolvedParagraph,
  ResolvedTable,
  ResolvedText,
} from './resolved-document.js';

/**
 * Blanks become dots. `resolveInlines` leaves an empty text where a blank stands; how many dots it takes is known only where
 * the lines are: in a paragraph of a known width.
 */

/** A text that waits for its dots. */
const isPending = (inline: ResolvedInline): inline is ResolvedText & { blank: FormBlank } =>
  inline.type === 'text' && inline.text === '' && inline.blank !== undefined;

/** All blanks of a block that is `columnWidth` wide. */
export function fitBlanks(context: ResolveContext, block: ResolvedBlock, columnWidth: Twip): ResolvedBlock {
  if (block.type === 'paragraph') return fitParagraph(context, block, columnWidth);
  if (!isWaiting(block)) return block;
  const { columns, cellMargins } = block;
  const rows = block.rows.map((row) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      const span = columns.slice(column, column + cell.columnSpan);
      column += cell.columnSpan;
      const width = twip(span.reduce((sum, each) => sum + each, 0) - cellMargins.left - cellMargins.right);
      return { ...cell, paragraphs: cell.paragraphs.map((each) => fitParagraph(context, each, width)) };
    });
    return { ...row, cells };
  });
  return { ...block, rows };
}

const isWaiting = createOwned(({ rows }: ResolvedTable): boolean =>
  rows.some(({ cells }) =>
    cells.some(({ paragraphs }) => paragraphs.some(({ inlines }) => inlines.some(isPending))),
  ),
);

/** Those blanks whose width does not depend on the line: of the letterhead, before its lines are balanced. */
export function fitShortBlanks(
  inlines: readonly ResolvedInline[],
  fonts: FontSet,
): readonly ResolvedInline[] {
  return inlines.map((inline) => {
    if (!isPending(inline) || typeof inline.blank.width !== 'number') return inline;
    const wanted = mmToTwip(inline.blank.width);
    return { ...inline, text: '.'.repeat(Math.max(1, Math.ceil(wanted / dotWidth(inline, fonts)))) };
  });
}

function fitParagraph(
  context: ResolveContext,
  paragraph: ResolvedParagraph,
  column: Twip,
): ResolvedParagraph {
  if (!paragraph.inlines.some(isPending)) return paragraph;
  const mode = context.document.settings.formMode ?? '';
  return rememberedFit(context, paragraph, `${column} ${mode}`, () => fitPending(context, paragraph, column));
}

const rememberedFit = rememberResolved<ResolvedParagraph, ResolvedParagraph>();

function fitPending(context: ResolveContext, paragraph: ResolvedParagraph, column: Twip): ResolvedParagraph {
  const { indentLeft, indentRight, firstLine } = paragraph.format;
  const rest = twip(column - indentLeft - indentRight);
  const edge = twip(column - indentRight);
  const lines: LineWidths = { first: twip(rest - firstLine), rest, edge };
  const fitted: ResolvedInline[] = [];
  const short = fitShortBlanks(paragraph.inlines, context.fonts);
  for (const [index, inline] of short.entries()) {
    if (!isPending(inline)) {
      fitted.push(inline);
      continue;
    }
    fitted.push(...fill(context, fitted, inline, lines));
    // What follows a full line begins a line of its own.
    if (index < short.length - 1) fitted.push({ type: 'line-break' });
  }
  return { ...paragraph, inlines: fitted };
}

interface LineWidths {
  readonly first: Twip;
  readonly rest: Twip;
  /** From the left of the column. */
  readonly edge: Twip;
}

/**
 * The dots of a blank behind `before`: to the edge of the line, where enough of it is left to write on, then whole lines. A
 * field of several lines is one rectangle, so it begins on a line of its own.
 */
function fill(
  context: ResolveContext,
  before: readonly ResolvedInline[],
  blank: ResolvedText & { blank: FormBlank },
  lines: LineWidths,
): readonly ResolvedInline[] {
  const { fonts, profile, document } = context;
  const count = blank.blank.lines;
  const isBox = document.settings.formMode === 'fillable' && count > 1;
  const room = roomBehind(before, blank, lines, fonts);
  const begins = !isBox && room >= Math.min(mmToTwip(profile.blanks.least), lines.rest);
  const dots: ResolvedInline[] = begins ? [...dotsBehind(before, blank, room, lines, fonts)] : [];
  const isFirst = before.length === 0;
  const isFresh = isFirst || before.at(-1)?.type === 'line-break';
  for (let line = begins ? 1 : 0; line < count; line += 1) {
    if (line > 0 || !isFresh) dots.push({ type: 'line-break' });
    dots.push(...dotsOfWidth(blank, isFirst && line === 0 ? lines.first : lines.rest, fonts));
  }
  return dots;
}

const dotWidth = (run: ResolvedText, fonts: FontSet): number =>
  textWidth('.', run.size, fonts.faces[faceName(run.bold, run.italic)]);

/** Whole twips from the end of `before` to the edge of its line, if a dot still stands on that line. */
function roomBehind(
  before: readonly ResolvedInline[],
  blank: ResolvedText,
  { first, rest }: LineWidths,
  fonts: FontSet,
): number {
  const dot: ResolvedText = { ...blank, text: '.' };
  // No line begins with a dot: where it has no room, the word before it goes along.
  const broken = breakLines([...before, dot], first, rest, fonts);
  const last = broken.at(-1);
  if (last === undefined) return first;
  return (
    (broken.length === 1 ? first : rest) - last.overhang - Math.ceil(last.width - dotWidth(blank, fonts))
  );
}

/** Rounding of the words before may leave a twip less than reckoned: the dots must never go to the next line. */
function dotsBehind(
  before: readonly ResolvedInline[],
  blank: ResolvedText,
  room: number,
  { first, rest, edge }: LineWidths,
  fonts: FontSet,
): readonly ResolvedText[] {
  const lineOf = (more: readonly ResolvedInline[]) =>
    breakLines([...before, ...more], first, rest, fonts).length;
  const wanted = lineOf([{ ...blank, text: '.' }]);
  const ofWidth = (width: number) => withLeader(dotsOfWidth(blank, width, fonts), edge);
  for (const width of [room, room - 1]) {
    const dots = ofWidth(width);
    if (lineOf(dots) === wanted) return dots;
  }
  return ofWidth(room - 2);
}

/** The last dot, which has no spacing, as a leader. */
function withLeader(dots: readonly ResolvedText[], edge: Twip): readonly ResolvedText[] {
  const last = dots.at(-1);
  if (last === undefined) return dots;
  const others = { ...last, text: last.text.slice(1) };
  return [
    ...dots.slice(0, -1),
    ...(others.text === '' ? [] : [others]),
    { ...last, text: '.', leader: edge },
  ];
}

/**
 * Dots exactly `width` twips wide together: what a whole number of them leaves over is shared out between them, a few twips
 * each; the last has none behind it, so that it ends at the edge.
 */
function dotsOfWidth(blank: ResolvedText, width: number, fonts: FontSet): readonly ResolvedText[] {
  const one = dotWidth(blank, fonts);
  const count = Math.max(1, Math.floor(width / one));
  const gaps = count - 1;
  const over = gaps === 0 ? 0 : Math.max(0, Math.floor(width - Math.ceil(count * one)));
  const each = gaps === 0 ? 0 : Math.floor(over / gaps);
  const wider = over - each * gaps;
  const dots = (number: number, spacing: number): readonly ResolvedText[] =>
    number === 0
      ? []
      : [{ ...blank, text: '.'.repeat(number), ...(spacing > 0 && { spacing: twip(spacing) }) }];
  return each === 0
    ? [...dots(wider, 1), ...dots(count - wider, 0)]
    : [...dots(wider, each + 1), ...dots(gaps - wider, each), ...dots(1, 0)];
}
