import { type Twip, twip } from '../base/lengths.js';
import type { ResolvedBlock, ResolvedTable } from './resolved-document.js';

/** A point: the height of the empty paragraphs that a DOCX has around tables, and so our pages too. */
export const SEAM_HEIGHT = 20 as Twip;

/**
 * The space before a table. A table has none of its own, and two tables without a paragraph between become one: so a seam
 * stands before it, a point high, with the rest as space above it, which a page's top drops as it does of any paragraph.
 * Gives the space above the seam, or undefined where no seam is needed.
 */
export const seamBefore = (table: ResolvedTable, previous: ResolvedBlock | undefined): Twip | undefined =>
  table.before === 0 && previous?.type !== 'table'
    ? undefined
    : twip(Math.max(0, table.before - SEAM_HEIGHT));

/** Word has no body, and no section, that ends with a table: a seam ends it. */
export const endsWithSeam = (blocks: readonly ResolvedBlock[]): boolean =>
  blocks.at(-1)?.type !== 'paragraph';
