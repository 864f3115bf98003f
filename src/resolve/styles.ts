import { type Pt, ptToTwip, type Twip, twip } from '../base/lengths.js';
import { createMemory, createOwned } from '../base/memory.js';
import type { Document } from '../document/ast.js';
import type { FontSet } from '../font/font.js';
import type { Profile, StyleFigures, StyleName } from '../profile/profile.js';
import type { Figures } from './figures.js';
import type { ParagraphStyle } from './resolved-document.js';
import { factsOf } from './section-facts.js';

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

/** The named styles of a paper, in the order of Word's list; papers whose styles are the same share them. */
export function buildStyles(
  document: Document,
  profile: Profile,
  figures: Figures,
  fonts: FontSet,
): ReadonlyMap<StyleName, ParagraphStyle> {
  const levels = outlineLevels(document);
  const { headerSet, bodySize } = document.settings;
  // Of the figures the sizes follow from these two.
  const key = [
    headerSet,
    bodySize,
    figures.firstLine,
    figures.lineSpacing,
    levels.roman,
    hasBanner(document),
  ];
  return knownStyles(profile)(fonts).take(key.join(' '), () =>
    makeStyles(document, profile, figures, fonts, levels),
  );
}

const knownStyles = createOwned((_: Profile) =>
  createOwned((_: FontSet) => createMemory<ReadonlyMap<StyleName, ParagraphStyle>>(20)),
);

const hasBanner = ({ sections }: Document): boolean =>
  sections.some((section) => factsOf(section).banners.length > 0);

function makeStyles(
  document: Document,
  profile: Profile,
  figures: Figures,
  fonts: FontSet,
  levels: OutlineLevels,
): ReadonlyMap<StyleName, ParagraphStyle> {
  const all = Object.keys(profile.styles) as StyleName[];
  // A paper without a banner has no use for its styles in Word's list.
  const names = hasBanner(document) ? all : all.filter((name) => !name.startsWith('Banner'));
  return new Map(
    names.map((name) => [name, buildStyle(name, profile.styles[name], figures, fonts, levels)] as const),
  );
}

function buildStyle(
  name: StyleName,
  style: StyleFigures,
  figures: Figures,
  fonts: FontSet,
  levels: OutlineLevels,
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

type OutlineLevels = Readonly<Record<NonNullable<StyleFigures['outline']>, number>>;

/** Levels of the navigation pane: "I." is the highest where the paper has no parts or chapters. */
function outlineLevels(document: Document): OutlineLevels {
  const top = document.sections.some((section) => factsOf(section).isParted) ? 1 : 0;
  return { part: 0, roman: top, article: top, clause: top + 1, clause2: top + 2, clause3: top + 3 };
}
