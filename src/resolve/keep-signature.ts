import { type Twip, twip } from '../base/lengths.js';
import { createOwned } from '../base/memory.js';
import type { FontSet } from '../font/font.js';
import { lineCount } from './inlines.js';
import type { ResolvedBlock, ResolvedParagraph, ResolvedTable } from './resolved-document.js';

/** Lines of text that must stand on the page of the signature. */
const COMPANY = 2;

/**
 * The signature never stands alone on a page: the paragraphs before it that make up its last two lines stay with it. A
 * paragraph that is kept moves as a whole.
 */
export function keepSignatureCompany(
  blocks: readonly ResolvedBlock[],
  textWidth: Twip,
  fonts: FontSet,
): readonly ResolvedBlock[] {
  const signed = blocks.findIndex((block) => block.type === 'table' && block.purpose === 'signature');
  if (signed < 1) return blocks;
  const kept = new Map<number, ResolvedBlock>();
  let lines = 0;
  for (let i = signed - 1; i >= 0 && lines < COMPANY; i -= 1) {
    const block = blocks[i];
    if (block === undefined) break;
    if (block.type === 'table') {
      kept.set(i, keptTable(block));
      break;
    }
    kept.set(i, keptParagraph(block));
    lines += linesOf(block, textWidth, fonts);
  }
  return blocks.map((block, i) => kept.get(i) ?? block);
}

const keptTable = createOwned((table: ResolvedTable): ResolvedTable => {
  const last = table.rows.length - 1;
  return { ...table, rows: table.rows.map((row, r) => (r === last ? { ...row, keepNext: true } : row)) };
});

const keptParagraph = createOwned(
  (paragraph: ResolvedParagraph): ResolvedParagraph => ({
    ...paragraph,
    format: { ...paragraph.format, keepNext: true },
  }),
);

function linesOf(paragraph: ResolvedParagraph, textWidth: Twip, fonts: FontSet): number {
  const { indentLeft, indentRight, firstLine } = paragraph.format;
  const width = twip(textWidth - indentLeft - indentRight);
  return lineCount(paragraph.inlines, twip(width - firstLine), width, fonts);
}
