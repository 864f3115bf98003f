import { assertNever } from '../base/assert-never.js';
import { createOwned } from '../base/memory.js';
import type { LegalBases, Paragraph, Unit, UnitLevel } from '../document/ast.js';
import { buildParagraph, type ResolveContext, rememberResolved, styleOf } from './context.js';
import { appendText, cutEnd, generated, resolveInlines, textOf } from './inlines.js';
import { plainText } from './regime.js';
import type {
  ResolvedInline,
  ResolvedParagraph,
  ResolvedText,
  RunFormat,
  StyleName,
} from './resolved-document.js';

/**
 * A unit or paragraph of the body. An outline that is the same in many papers is the same units, of which each is resolved once
 * for its styles; nothing else of the paper goes into it.
 */
export function resolveBodyBlock(
  context: ResolveContext,
  block: Unit | Paragraph,
): readonly ResolvedParagraph[] {
  const known = resolvedBlocks(context.styles).get(block);
  if (known !== undefined) return known;
  const resolved = block.type === 'unit' ? resolveUnit(context, block) : [resolveParagraph(context, block)];
  resolvedBlocks(context.styles).set(block, resolved);
  return resolved;
}

const resolvedBlocks = createOwned(
  (_: ResolveContext['styles']) => new WeakMap<Unit | Paragraph, readonly ResolvedParagraph[]>(),
);

/** All that of a context the paragraphs of the body depend on. */
type Styled = Pick<ResolveContext, 'styles'>;

function resolveParagraph(context: Styled, paragraph: Paragraph): ResolvedParagraph {
  return buildParagraph(context, 'Body', resolveInlines(paragraph.content, styleOf(context, 'Body').run));
}

/** Words with which a basis may begin; before any other it gets "Căn cứ" (R43). */
const BASIS_START = /^(căn cứ|thực hiện|theo|xét|để)(\s|$)/iu;

/** R44: italic, each on its own line, ends ";" and "."; or upright sentences as unions write them. */
export const resolveLegalBases = (context: ResolveContext, bases: LegalBases): readonly ResolvedParagraph[] =>
  rememberedBases(context, bases, '', () => makeLegalBases(context, bases));

const rememberedBases = rememberResolved<LegalBases, readonly ResolvedParagraph[]>();

function makeLegalBases(context: Styled, bases: LegalBases): readonly ResolvedParagraph[] {
  const style: StyleName = bases.style === 'italic' ? 'LegalBasis' : 'Body';
  const run = styleOf(context, style).run;
  return bases.items.map((item, index) => {
    const isLast = index === bases.items.length - 1;
    const end = bases.style === 'italic' && !isLast ? ';' : '.';
    const text = resolveInlines(item, run);
    const begun = BASIS_START.test(plainText(item)) ? text : [generated('Căn cứ ', run, 'R43'), ...text];
    return buildParagraph(context, style, endWith(begun, end, run, 'R44'));
  });
}

/** Replaces the final punctuation of a text, or adds it; what already ends so stays as typed. */
export function endWith(
  inlines: readonly ResolvedInline[],
  end: string,
  run: RunFormat,
  rule: string,
): readonly ResolvedInline[] {
  const text = textOf(inlines);
  if (text.endsWith(end) && !(end === '.' && text.endsWith('./.'))) return inlines;
  const typed = /(?:[;,.\s]|\.\/\.)*$/u.exec(text)?.[0] ?? '';
  // An ellipsis belongs to the sentence.
  const kept = /^(?:\.\.\.|…)/u.exec(typed)?.[0].length ?? 0;
  return appendText(cutEnd(inlines, typed.length - kept), end, run, rule);
}

/** A unit of the outline: one paragraph, or two for a part, chapter or section (R49, R50). */
function resolveUnit(context: Styled, unit: Unit): readonly ResolvedParagraph[] {
  const style = unitStyle(unit);
  if (style === 'PartLabel') return resolvePart(context, unit);
  const run = styleOf(context, style).run;
  const labelRun = unit.level === 'article' ? { ...run, bold: true } : run;
  const inlines = joinLabel(labelText(unit, labelRun), resolveInlines(unit.content, run));
  const level = styleOf(context, style).outlineLevel;
  const paragraph = buildParagraph(context, style, inlines);
  return [level === undefined ? paragraph : { ...paragraph, bookmark: { level, text: textOf(inlines) } }];
}

function resolvePart(context: Styled, unit: Unit): readonly ResolvedParagraph[] {
  const label = buildParagraph(context, 'PartLabel', [labelText(unit, styleOf(context, 'PartLabel').run)]);
  const bookmark = { level: 0, text: [unit.label, plainText(unit.content)].join(' ').trim() };
  if (unit.content.length === 0) return [{ ...label, bookmark }];
  const run = styleOf(context, 'PartTitle').run;
  return [
    { ...label, bookmark },
    buildParagraph(context, 'PartTitle', resolveInlines(unit.content, run, { caps: true, gluing: 'title' })),
  ];
}

function labelText(unit: Unit, run: RunFormat): ResolvedText {
  const text = generated(unit.label, run, 'R54');
  return unit.origin === undefined ? text : { ...text, origin: unit.origin };
}

/** "1. Biểu dương …" is one run where label and text look alike and stand one space apart in the form. */
function joinLabel(label: ResolvedText, content: readonly ResolvedInline[]): readonly ResolvedInline[] {
  const [first, ...rest] = content;
  if (first === undefined) return [label];
  const alike =
    first.type === 'text' &&
    first.blank === undefined &&
    first.bold === label.bold &&
    first.italic === label.italic;
  if (!alike) return [{ ...label, text: `${label.text} ` }, ...content];
  const together =
    first.origin?.type === 'field' &&
    label.origin?.type === 'field' &&
    first.origin.offset === label.origin.offset + label.text.length + 1;
  if (together) return [{ ...label, text: `${label.text} ${first.text}` }, ...rest];
  return [{ ...label, text: `${label.text} ` }, ...content];
}

function unitStyle(unit: Unit): StyleName {
  const level: UnitLevel = unit.level;
  switch (level) {
    case 'part':
    case 'chapter':
    case 'section':
    case 'subsection':
      return 'PartLabel';
    case 'article':
      return unit.isTitle ? 'Article' : 'Item';
    case 'roman':
      return unit.isTitle ? 'Heading1' : 'Item';
    case 'clause':
      return unit.isTitle ? 'Heading2' : 'Item';
    case 'clause2':
      return unit.isTitle ? 'Heading3' : 'Item';
    case 'clause3':
      return unit.isTitle ? 'Heading4' : 'Item';
    case 'point':
    case 'dash':
    case 'plus':
    case 'star':
      return 'Item';
    default:
      return assertNever(level);
  }
}
