import type { Twip } from '../../base/lengths.js';
import { createMemory } from '../../base/memory.js';
import type { ResolvedParagraph, ResolvedSection } from '../../resolve/resolved-document.js';
import { endsWithSeam, SEAM_HEIGHT, seamBefore } from '../../resolve/seam.js';
import { layTable } from '../table/lay-table.js';
import type { LaidBlock } from './laid-block.js';
import { type LayContext, layParagraph } from './lay-paragraph.js';

/** The blocks of a section in order, with the seams around tables, each broken into lines. */
export function collectBlocks({ blocks, sheet }: ResolvedSection, context: LayContext): readonly LaidBlock[] {
  const columnWidth = sheet.width - sheet.margins.left - sheet.margins.right;
  const laid: LaidBlock[] = [];
  for (const [i, block] of blocks.entries()) {
    if (block.type === 'paragraph') {
      laid.push(layParagraph(block, columnWidth, context));
      continue;
    }
    const before = seamBefore(block, blocks[i - 1]);
    if (before !== undefined) laid.push(laySeam(before, true, context));
    laid.push(layTable(block, context));
  }
  if (endsWithSeam(blocks)) laid.push(laySeam(0 as Twip, false, context));
  return laid;
}

const laySeam = (before: Twip, keepNext: boolean, context: LayContext): LaidBlock =>
  layParagraph(
    seams.take(`${before} ${keepNext}`, () => seamOf(before, keepNext)),
    0,
    context,
  );

/** Papers share them, so that a page with a table is known too. */
const seams = createMemory<ResolvedParagraph>(50);

const seamOf = (before: Twip, keepNext: boolean): ResolvedParagraph => ({
  type: 'paragraph',
  style: 'Body',
  format: {
    align: 'left',
    indentLeft: 0 as Twip,
    indentRight: 0 as Twip,
    firstLine: 0 as Twip,
    before,
    pitch: SEAM_HEIGHT,
    pitchRule: 'exact',
    keepNext,
    keepLines: false,
    widowControl: true,
  },
  inlines: [],
});
