import { eighthsToTwip, type Twip, twip } from '../base/lengths.js';
import type { FontSet } from '../font/font.js';
import { lineCount } from './inlines.js';
import type { ResolvedParagraph } from './resolved-document.js';

/** Height of paragraphs one below the other in a column of `width`; a drawn line's thickness adds to it. */
export const stackHeight = (paragraphs: readonly ResolvedParagraph[], width: Twip, fonts: FontSet): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraphHeight(paragraph, width, fonts), 0);

function paragraphHeight({ format, inlines, rule }: ResolvedParagraph, width: Twip, fonts: FontSet): number {
  const rest = twip(width - format.indentLeft - format.indentRight);
  const lines = lineCount(inlines, twip(rest - format.firstLine), rest, fonts);
  return format.before + format.pitch * lines + (rule === undefined ? 0 : eighthsToTwip(rule.thickness));
}
