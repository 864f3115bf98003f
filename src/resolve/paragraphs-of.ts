import type { ResolvedBlock, ResolvedParagraph } from './resolved-document.js';

/** The paragraphs of blocks, those in the cells of tables too, in the order of reading. */
export function paragraphsOf(blocks: readonly ResolvedBlock[]): readonly ResolvedParagraph[] {
  const found: ResolvedParagraph[] = [];
  for (const block of blocks) {
    if (block.type === 'paragraph') found.push(block);
    else for (const { cells } of block.rows) for (const { paragraphs } of cells) found.push(...paragraphs);
  }
  return found;
}
