import { createMemory, createOwned } from '../base/memory.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { RawOutline } from '../document/ast.js';
import type { BlockReader } from './block-reader.js';
import { type Line, splitLines } from './lines.js';
import { markTitles, type OutlineBlock } from './mark-titles.js';
import { followNumbers } from './number-order.js';
import type { UnitCounts } from './number-units.js';
import { readLine } from './read-line.js';
import { readTable } from './read-table.js';
import { collectRemarks, noteRemarks, type RemarkNote } from './remarks.js';

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
  const { blocks, notes } = knownReading(text, path, before);
  const remarks = collectRemarks(path, locate, field);
  for (const note of notes) remarks.add(...note);
  return { value: blocks, diagnostics: remarks.diagnostics() };
}

/** A raw outline as it stands in a document. The same node behind the same numbers is the same blocks. */
export const outlineReading = (outline: RawOutline, before: UnitCounts): Reading =>
  ofOutline(outline).take([...before].join(' '), () => knownReading(outline.text, outline.path, before));

const ofOutline = createOwned((_: RawOutline) => createMemory<Reading>(5));

const knownReading = (text: string, path: string, before: UnitCounts | undefined): Reading =>
  text.length > MOST_LETTERS
    ? readOutline(text, path, before)
    : readings.take(keyOf(text, path, before), () => readOutline(text, path, before));

/** An outline as far as it depends on nothing but its field, its text and the numbers before it; remarks have no places yet. */
export interface Reading {
  readonly blocks: readonly OutlineBlock[];
  readonly notes: readonly RemarkNote[];
}

/** Papers of a batch say much the same: a form's outlines are read once. */
const readings = createMemory<Reading>(10);
/** Of a text as long as a book only the last would be worth its room. */
const MOST_LETTERS = 100_000;

const keyOf = (text: string, path: string, before: UnitCounts | undefined): string =>
  `${path}\n${before === undefined ? '' : [...before].join(' ')}\n${text}`;

function readOutline(text: string, path: string, before: UnitCounts | undefined): Reading {
  const notes: RemarkNote[] = [];
  const reader: BlockReader = {
    text,
    path,
    remarks: noteRemarks(notes),
    numbers: followNumbers(before),
    blocks: [],
    nextLetter: 'A',
  };
  const lines = splitLines(text);
  let at = 0;
  while (at < lines.length) at += readBlock(reader, lines, at);
  return { blocks: markTitles(reader.blocks), notes };
}

/** Returns how many lines it has read. */
function readBlock(reader: BlockReader, lines: readonly Line[], at: number): number {
  const table = readTable(reader, lines, at);
  if (!table) return readLine(reader, lines, at);
  reader.blocks.push(table.block);
  return table.lineCount;
}
