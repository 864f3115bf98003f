import type { Outcome } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { BlockReader } from './block-reader.js';
import { type Line, splitLines } from './lines.js';
import { markTitles, type OutlineBlock } from './mark-titles.js';
import { followNumbers } from './number-order.js';
import type { UnitCounts } from './number-units.js';
import { readLine } from './read-line.js';
import { readTable } from './read-table.js';
import { collectRemarks } from './remarks.js';

export type { OutlineBlock };

/**
 * Reads official text as officials type it: a line is a paragraph, "I.", "1.", "a)", "-" open a unit of their level, lines of
 * "| … |" or with TABs are a table. The grammar is docs/noi-dung.md. Always gives a value; what it finds are remarks.
 * `field` is the label of the field, for the remarks; `before`: the numbers that stand before it in its section. Every text node is the field's own text from its origin's offset on, but for a space where a TAB or a joined row was.
 */
export function parseOutline(
  text: string,
  path: string,
  locate: Locate,
  field?: string,
  before?: UnitCounts,
): Outcome<readonly OutlineBlock[]> {
  const remarks = collectRemarks(path, locate, field);
  const reader: BlockReader = {
    text,
    path,
    remarks,
    numbers: followNumbers(before),
    blocks: [],
    nextLetter: 'A',
  };
  const lines = splitLines(text);
  let at = 0;
  while (at < lines.length) at += readBlock(reader, lines, at);
  return { value: markTitles(reader.blocks), diagnostics: remarks.diagnostics() };
}

/** Returns how many lines it has read. */
function readBlock(reader: BlockReader, lines: readonly Line[], at: number): number {
  const table = readTable(reader, lines, at);
  if (!table) return readLine(reader, lines, at);
  reader.blocks.push(table.block);
  return table.lineCount;
}
