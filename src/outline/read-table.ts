import type { Table } from '../document/ast.js';
import { readBarTable } from './bar-table.js';
import type { BlockReader } from './block-reader.js';
import { buildTable } from './build-table.js';
import type { Line } from './lines.js';
import { readTabTable } from './tab-table.js';

/** Reads the table that begins at a line; nothing where none does. */
export function readTable(
  reader: BlockReader,
  lines: readonly Line[],
  at: number,
): { readonly block: Table; readonly lineCount: number } | undefined {
  const raw = readBarTable(reader.text, lines, at) ?? readTabTable(reader.text, lines, at);
  return raw && { block: buildTable(reader, raw), lineCount: raw.lineCount };
}
