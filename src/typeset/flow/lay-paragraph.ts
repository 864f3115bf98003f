import { eighthsToTwip, type Twip } from '../../base/lengths.js';
import { createOwned } from '../../base/memory.js';
import type { FontSet } from '../../font/font.js';
import { faceName } from '../../font/font.js';
import { breakLines, type Line } from '../../measure/break-lines.js';
import type { ParagraphStyle, ResolvedParagraph, ResolvedTable } from '../../resolve/resolved-document.js';
import type { LaidParagraph, LaidTable } from './laid-block.js';

/** An `exact` line's baseline stands at four fifths of it. */
const EXACT_ASCENT = 0.8;

/** What laying a paragraph needs besides the paragraph. */
export interface LayContext {
  readonly fonts: FontSet;
  readonly styles: ReadonlyMap<string, ParagraphStyle>;
  /** Paragraphs that were laid before, in papers of the same styles and fonts. */
  readonly known: WeakMap<ResolvedParagraph, KnownParagraph>;
  readonly knownTables: WeakMap<ResolvedTable, LaidTable>;
}

interface KnownParagraph {
  readonly columnWidth: number;
  readonly laid: LaidParagraph;
}

/** The context of a document; papers of the same list of styles have the same one. */
export const layContextOf = (styles: readonly ParagraphStyle[], fonts: FontSet): LayContext =>
  contextsOf(styles)(fonts);

const contextsOf = createOwned((styles: readonly ParagraphStyle[]) =>
  createOwned(
    (fonts: FontSet): LayContext => ({
      fonts,
      styles: new Map(styles.map((style) => [style.name, style])),
      known: new WeakMap(),
      knownTables: new WeakMap(),
    }),
  ),
);

/** Breaks a paragraph's lines in a column of `columnWidth` twips and finds their baselines; of one paragraph once. */
export function layParagraph(
  paragraph: ResolvedParagraph,
  columnWidth: number,
  context: LayContext,
): LaidParagraph {
  const known = context.known.get(paragraph);
  if (known?.columnWidth === columnWidth) return known.laid;
  const laid = findParagraph(paragraph, columnWidth, context);
  context.known.set(paragraph, { columnWidth, laid });
  return laid;
}

function findParagraph(
  paragraph: ResolvedParagraph,
  columnWidth: number,
  context: LayContext,
): LaidParagraph {
  const { indentLeft, indentRight, firstLine, pitch } = paragraph.format;
  const width = columnWidth - indentLeft - indentRight;
  const lines = breakLines(paragraph.inlines, (width - firstLine) as Twip, width as Twip, context.fonts);
  return {
    type: 'paragraph',
    paragraph,
    lines,
    left: indentLeft,
    width,
    firstLine,
    pitch,
    baselines: lines.map((line) => baselineOf(line, paragraph, context)),
    drawn: [],
  };
}

function baselineOf(line: Line, paragraph: ResolvedParagraph, context: LayContext): number {
  const { pitch, pitchRule } = paragraph.format;
  if (pitchRule === 'exact') return Math.floor(pitch * EXACT_ASCENT);
  return pitch - lineDescent(line, paragraph, context);
}

/** The depth of the line's deepest text, in whole twips. */
function lineDescent(line: Line, paragraph: ResolvedParagraph, { fonts, styles }: LayContext): number {
  let deepest = 0;
  for (const { inlineIndex } of line.fragments) {
    const inline = paragraph.inlines[inlineIndex];
    if (inline?.type !== 'text') continue;
    deepest = Math.max(deepest, descentOf(fonts, inline));
  }
  if (deepest > 0) return deepest;
  const style = styles.get(paragraph.style);
  return style === undefined ? 0 : descentOf(fonts, style.run);
}

function descentOf(
  fonts: FontSet,
  run: { size: number; bold: boolean; italic: boolean; sans?: true },
): number {
  const { descent, unitsPerEm } = fonts.faces[faceName(run.bold, run.italic, run.sans)].metrics;
  return Math.round((-descent * run.size * 20) / unitsPerEm);
}

/** Height of a paragraph without the space before: its lines, and the stroke that is a rule's top border. */
export const linesHeight = (laid: LaidParagraph): number =>
  laid.lines.length * laid.pitch + ruleThickness(laid);

/** In whole twips; 0 where the paragraph is no rule. */
export const ruleThickness = ({ paragraph: { rule } }: LaidParagraph): number =>
  rule === undefined ? 0 : eighthsToTwip(rule.thickness);
