import { type Pt, type Twip, twipToPt } from '../base/lengths.js';
import type { Blank, Inline } from '../document/ast.js';
import { type FontSet, faceName } from '../font/font.js';
import { breakLines } from '../measure/break-lines.js';
import { textWidth } from '../measure/text-width.js';
import { formBlank } from './form-blank.js';
import { type Gluing, glue } from './glue.js';
import type { ResolvedInline, ResolvedText, RunFormat } from './resolved-document.js';

/** Inlines of the tree in the format of their style: a style's weight and slope hold, a run may add to them. */
export function resolveInlines(
  inlines: readonly Inline[],
  run: RunFormat,
  { caps = false, gluing = 'text' }: { readonly caps?: boolean; readonly gluing?: Gluing } = {},
): readonly ResolvedInline[] {
  return inlines.map((inline): ResolvedInline => {
    if (inline.type === 'line-break') return inline;
    if (inline.type === 'raw-inline') throw new Error('resolve takes a document whose sentences are read');
    if (inline.type === 'blank') return pendingBlank(inline, run);
    const italic = run.italic || inline.italic === true;
    // LibreOffice widens every no-break space and hyphen of slanted text, so that lines would break elsewhere than in Word.
    const glued = italic ? inline.text : glue(inline.text, gluing);
    return {
      type: 'text',
      text: caps ? glued.toUpperCase() : glued,
      size: run.size,
      bold: run.bold || inline.bold === true,
      italic,
      color: run.color,
      ...(inline.origin === undefined ? {} : { origin: inline.origin }),
    };
  });
}

/** Where a blank stands: `fitBlanks` puts its dots there. */
const pendingBlank = (blank: Blank, run: RunFormat): ResolvedText => ({
  ...generated('', run, 'R163'),
  bold: run.bold || blank.bold === true,
  // Slanted dots look no different, but need room behind them.
  italic: false,
  blank: formBlank(blank),
});

/** Words that no one typed, with the rule that asks for them. */
export const generated = (text: string, run: RunFormat, rule: string): ResolvedText => ({
  type: 'text',
  text,
  size: run.size,
  bold: run.bold,
  italic: run.italic,
  color: run.color,
  origin: { type: 'generated', rule },
});

/** How a blank shows: as empty room for a stamp or a pen, or as dots that ask to be written on. */
export type BlankLook = 'empty' | 'dotted';

/** A blank at least `width` wide (R163): as many no-break spaces, or dots, as it takes. */
export function blank(
  width: Pt,
  look: BlankLook,
  run: RunFormat,
  fonts: FontSet,
  rule: string,
): ResolvedText {
  const face = fonts.faces[faceName(run.bold, run.italic)];
  const mark = look === 'dotted' ? '.' : '\u00a0';
  const one = twipToPt(textWidth(mark, run.size, face));
  return generated(mark.repeat(Math.ceil(width / one)), run, rule);
}

/** Width of a text on one line, in twips, with the room that italics need. */
export function lineWidth(inlines: readonly ResolvedInline[], fonts: FontSet): number {
  const [line] = breakLines(inlines, UNLIMITED, UNLIMITED, fonts);
  return line === undefined ? 0 : line.width + line.overhang;
}

const UNLIMITED = 1_000_000 as Twip;

export const lineCount = (
  inlines: readonly ResolvedInline[],
  first: Twip,
  rest: Twip,
  fonts: FontSet,
): number => breakLines(inlines, first, rest, fonts).length;

/** Adds to the end of a run of inlines, in the format of its last text. */
export function appendText(
  inlines: readonly ResolvedInline[],
  text: string,
  run: RunFormat,
  rule: string,
): readonly ResolvedInline[] {
  return text === '' ? inlines : [...inlines, generated(text, run, rule)];
}

/** Cuts `count` letters off the end (they may span runs). */
export function cutEnd(inlines: readonly ResolvedInline[], count: number): readonly ResolvedInline[] {
  const last = inlines.at(-1);
  if (count === 0 || last === undefined) return inlines;
  const rest = inlines.slice(0, -1);
  if (last.type === 'line-break') return cutEnd(rest, count);
  if (last.text.length <= count) return cutEnd(rest, count - last.text.length);
  return [...rest, { ...last, text: last.text.slice(0, -count) }];
}

export const textOf = (inlines: readonly ResolvedInline[]): string =>
  inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
