import { type Pt, ptToTwip, type Twip, twip } from '../base/lengths.js';
import { createMemory, createOwned } from '../base/memory.js';
import type { Locate } from '../diagnostic/locate.js';
import type { Document, Inline } from '../document/ast.js';
import type { FontSet } from '../font/font.js';
import type { Profile, StyleName } from '../profile/profile.js';
import { type Figures, resolveFigures } from './figures.js';
import type {
  ParagraphFormat,
  ParagraphStyle,
  ResolvedInline,
  ResolvedParagraph,
} from './resolved-document.js';
import { buildStyles } from './styles.js';

/** What the builders of a resolved document share. */
export interface ResolveContext {
  readonly profile: Profile;
  readonly fonts: FontSet;
  readonly locate: Locate;
  readonly document: Document;
  readonly figures: Figures;
  readonly styles: ReadonlyMap<StyleName, ParagraphStyle>;
  /** Files that the form names, by their names as typed. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export function buildContext(
  document: Document,
  profile: Profile,
  fonts: FontSet,
  locate: Locate,
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): ResolveContext {
  const figures = resolveFigures(document, profile);
  const styles = buildStyles(document, profile, figures, fonts);
  return { profile, fonts, locate, document, figures, styles, files };
}

export function styleOf(context: Pick<ResolveContext, 'styles'>, name: StyleName): ParagraphStyle {
  const style = context.styles.get(name);
  if (style === undefined) throw new Error(`No style ${name}`);
  return style;
}

/**
 * Remembers what is made of a node for the same styles, which are of one profile and one set of fonts: a node that is the same
 * in many papers is resolved once. `key`: all else that goes into it.
 */
export function rememberResolved<N extends object, T>() {
  const known = createOwned((_: ResolveContext['styles']) => createOwned((_: N) => createMemory<T>(5)));
  return ({ styles }: Pick<ResolveContext, 'styles'>, node: N, key: string, make: () => T): T =>
    known(styles)(node).take(key, make);
}

/** The same by words, which papers may have in common though their nodes are their own: a superior's name, an office. */
export function rememberWords<T>() {
  const known = createOwned((_: ResolveContext['styles']) => createMemory<T>(100));
  return (
    { styles }: Pick<ResolveContext, 'styles'>,
    words: readonly Inline[],
    key: string,
    make: () => T,
  ): T => known(styles).take(`${key} ${JSON.stringify(words)}`, make);
}

/** A paragraph in a style, with the figures in which it differs. */
export function buildParagraph(
  context: Pick<ResolveContext, 'styles'>,
  style: StyleName,
  inlines: readonly ResolvedInline[],
  differs: Partial<ParagraphFormat> = {},
): ResolvedParagraph {
  return { type: 'paragraph', style, format: { ...styleOf(context, style).paragraph, ...differs }, inlines };
}

/** A drawn line of `length`, centred in `width` (R17, R24, R39, R82). `shift` moves the centre to the right. */
export function buildRule(
  context: ResolveContext,
  length: Twip,
  width: Twip,
  gapBelow: Pt = context.profile.rules.gapBelow,
): ResolvedParagraph {
  const side = twip((width - length) / 2);
  const differs: Partial<ParagraphFormat> = {
    indentLeft: side,
    indentRight: twip(width - length - side),
    before: ptToTwip(context.profile.rules.gapAbove),
    pitch: ptToTwip(gapBelow),
    pitchRule: 'exact',
  };
  return {
    ...buildParagraph(context, 'RuleLine', [], differs),
    rule: { thickness: context.profile.rules.thickness },
  };
}
