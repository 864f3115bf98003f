import { type Twip, twip } from '../base/lengths.js';
import type { FontSet } from '../font/font.js';
import { lineCount } from './inlines.js';
import type { ResolvedParagraph } from './resolved-document.js';

/** A drawn line's own thickness adds to the height of its paragraph: eighths of a point in twips. */
const TWIPS_PER_EIGHTH = 2.5;

/** Height of paragraphs one below the other in a column of `width`. */
export const stackHeight = (paragraphs: readonly ResolvedParagraph[], width: Twip, fonts: FontSet): number =>
  paragraphs.reduce((sum, paragraph) => sum + paragraphHeight(paragraph, width, fonts), 0);

function paragraphHeight({ format, inlines, rule }: ResolvedParagraph, width: Twip, fonts: FontSet): number {
  const rest = twip(width - format.indentLeft - format.indentRight);
  const lines = lineCount(inlines, twip(rest - format.firstLine), rest, fonts);
  return format.before + format.pitch * lines + (rule === undefined ? 0 : rule.thickness * TWIPS_PER_EIGHTH);
}
