import { type Pt, ptToTwip, type Twip, twip } from '../base/lengths.js';
import type { Document, UnitLevel } from '../document/ast.js';
import type { FontSet } from '../font/font.js';
import type { Profile, StyleFigures, StyleName } from '../profile/profile.js';
import type { Figures } from './figures.js';
import type { ParagraphStyle } from './resolved-document.js';

/** Height of a single line of a font in em: what Word and LibreOffice call "single" (1.149 for Times New Roman). */
function singleLine(fonts: FontSet): number {
  const { ascent, descent, lineGap, unitsPerEm } = fonts.faces.regular.metrics;
  return (ascent - descent + lineGap) / unitsPerEm;
}

/**
 * Height of a line in whole twips. A single line is rounded up, so that "at least" this height is exactly this height; the
 * body's line is never lower (R47).
 */
function linePitch(size: Pt, lines: number, fonts: FontSet): Twip {
  const single = Math.ceil(singleLine(fonts) * size * 20);
  return twip(Math.max(single, Math.round(singleLine(fonts) * size * 20 * lines)));
}

/** The named styles of a paper, in the order of Word's list. */
export function buildStyles(
  document: Document,
  profile: Profile,
  figures: Figures,
  fonts: FontSet,
): ReadonlyMap<StyleName, ParagraphStyle> {
  const levels = outlineLevels(document);
  const hasBanner = document.sections.some(({ blocks }) => blocks.some(({ type }) => type === 'banner'));
  const all = Object.keys(profile.styles) as StyleName[];
  // A paper without a banner has no use for its styles in Word's list.
  const names = hasBanner ? all : all.filter((name) => !name.startsWith('Banner'));
  return new Map(
    names.map((name) => [name, buildStyle(name, profile.styles[name], figures, fonts, levels)] as const),
  );
}

function buildStyle(
  name: StyleName,
  style: StyleFigures,
  figures: Figures,
  fonts: FontSet,
  levels: Readonly<Record<NonNullable<StyleFigures['outline']>, number>>,
): ParagraphStyle {
  const size = figures.sizeOf(style.size);
  return {
    name,
    label: style.label,
    paragraph: {
      align: style.align,
      indentLeft: twip(0),
      indentRight: twip(0),
      firstLine: style.indented ? figures.firstLine : twip(0),
      before: ptToTwip(style.before ?? 0),
      pitch: linePitch(size, style.lines === 'body' ? figures.lineSpacing : 1, fonts),
      pitchRule: 'atLeast',
      keepNext: style.keepNext ?? false,
      keepLines: style.keepLines ?? false,
      widowControl: true,
    },
    run: { size, bold: style.bold ?? false, italic: style.italic ?? false, color: '000000' },
    ...(style.outline === undefined ? {} : { outlineLevel: levels[style.outline] }),
  };
}

/** Levels of the navigation pane: "I." is the highest where the paper has no parts or chapters. */
function outlineLevels(document: Document): Readonly<Record<NonNullable<StyleFigures['outline']>, number>> {
  const large: ReadonlySet<UnitLevel> = new Set(['part', 'chapter', 'section', 'subsection']);
  const parted = document.sections.some((s) => s.blocks.some((b) => b.type === 'unit' && large.has(b.level)));
  const top = parted ? 1 : 0;
  return { part: 0, roman: top, article: top, clause: top + 1, clause2: top + 2, clause3: top + 3 };
}
