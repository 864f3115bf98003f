import type { Twip } from '../../base/lengths.js';
import type { ResolvedBlock, ResolvedParagraph, ResolvedSection } from '../../resolve/resolved-document.js';
import { layTable } from '../table/lay-table.js';
import type { LaidBlock } from './laid-block.js';
import { type LayContext, layParagraph } from './lay-paragraph.js';

/**
 * Height of the empty paragraphs that a DOCX has around tables: one stands before a table that asks for space above or follows
 * another table, and one ends a section that would end with a table.
 */
const SEAM = 20;

/** The blocks of a section in order, with the seams around tables, each broken into lines. */
export function collectBlocks({ blocks, sheet }: ResolvedSection, context: LayContext): readonly LaidBlock[] {
  const columnWidth = sheet.width - sheet.margins.left - sheet.margins.right;
  const laid: LaidBlock[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.type === 'paragraph') {
      laid.push(layParagraph(block, columnWidth, context));
      continue;
    }
    if (needsSeam(block.before, blocks[i - 1]))
      laid.push(laySeam(Math.max(0, block.before - SEAM), true, context));
    laid.push(layTable(block, context));
  }
  if (blocks.at(-1)?.type !== 'paragraph') laid.push(laySeam(0, false, context));
  return laid;
}

const needsSeam = (before: Twip, previous: ResolvedBlock | undefined): boolean =>
  before > 0 || previous?.type === 'table';

function laySeam(before: number, keepNext: boolean, context: LayContext): LaidBlock {
  const seam: ResolvedParagraph = {
    type: 'paragraph',
    style: 'Body',
    format: {
      align: 'left',
      indentLeft: 0 as Twip,
      indentRight: 0 as Twip,
      firstLine: 0 as Twip,
      before: before as Twip,
      pitch: SEAM as Twip,
      pitchRule: 'exact',
      keepNext,
      keepLines: false,
      widowControl: true,
    },
    inlines: [],
  };
  return layParagraph(seam, 0, context);
}
