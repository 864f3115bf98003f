import { parseOutline } from '../../outline/parse-outline.js';
import { MOST_COLUMNS } from '../../outline/raw-table.js';
import { normalise } from '../../vietnamese/normalise.js';
import { isBold, writeCell, writeLine } from './marked-line.js';
import { outlineOfText } from './outline-of-text.js';
import { isDropped, isElement, type PasteNode, styleOf } from './paste-node.js';
import type { PasteRow } from './read-rows.js';
import { type PasteBlock, readTree } from './read-tree.js';

/** What a program put on the clipboard: a page, where it gave one, and its plain text. */
export interface Clipboard {
  readonly page?: PasteNode;
  readonly text: string;
}

/** The text in the grammar of docs/noi-dung.md. Nothing but letters comes out, whatever the page holds. */
export function outlineOfClipboard({ page, text }: Clipboard): string {
  if (page === undefined || !saysMore(page)) return outlineOfText(text);
  const made = outlineOfTree(page);
  return made === '' ? outlineOfText(text) : made;
}

/** A page that has lists, tables or marked letters; another one has nothing that its plain text has not. */
function saysMore(node: PasteNode): boolean {
  if (!isElement(node)) return false;
  if (isDropped(node)) return false;
  const style = styleOf(node);
  return (
    /^(?:table|ol|ul|b|strong|i|em)$/.test(node.name) ||
    ['font-weight', 'font-style', 'mso-list'].some((name) => style.has(name)) ||
    node.children.some(saysMore)
  );
}

export function outlineOfTree(page: PasteNode): string {
  const blocks = readTree(page);
  // A title is bold by itself: which lines are titles is known once they are written without.
  const titles = titleOffsets(write(blocks, (block) => isBold(block.line)).text);
  const { text } = write(
    blocks,
    (block, at) => isBold(block.line) && titles.some(([from, to]) => at >= from && at < to),
  );
  return normalise(text).text;
}

type LineBlock = Extract<PasteBlock, { type: 'line' }>;

/** Offsets of lines in the text without bold stand for the same lines with it: `plainAt` is counted alongside. */
function write(
  blocks: readonly PasteBlock[],
  isPlain: (block: LineBlock, plainAt: number) => boolean,
): { readonly text: string } {
  const lines: string[] = [];
  let plainAt = 0;
  for (const [at, block] of blocks.entries()) {
    const written =
      block.type === 'line'
        ? [writeLine(block.line, isPlain(block, plainAt))]
        : writeTable(block.rows, at > 0, blocks[at - 1]?.type === 'table');
    const plain = block.type === 'line' ? [writeLine(block.line, isBold(block.line))] : written;
    lines.push(...written);
    plainAt += plain.reduce((length, line) => length + line.length + 1, 0);
  }
  return { text: lines.join('\n') };
}

/** From and to of the lines that are titles; a heading's title may be several lines. */
function titleOffsets(text: string): readonly (readonly [number, number])[] {
  const { value = [] } = parseOutline(text, '', () => undefined);
  return value.flatMap((block) => {
    if (block.type !== 'unit' || !block.isTitle) return [];
    const offsets = [
      block.origin,
      ...block.content.map((inline) => ('origin' in inline ? inline.origin : undefined)),
    ].flatMap((origin) => (origin?.type === 'field' && origin.offset !== undefined ? [origin.offset] : []));
    if (offsets.length === 0) return [];
    const start = text.lastIndexOf('\n', Math.min(...offsets) - 1) + 1;
    const end = text.indexOf('\n', Math.max(...offsets));
    return [[start, end < 0 ? text.length : end] as const];
  });
}

function writeTable(rows: readonly PasteRow[], hasBefore: boolean, afterTable: boolean): readonly string[] {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const written = rows.map((row, at) => {
    const isHead = at === 0 && row.every((lines) => lines.every(isBold));
    const cells = Array.from({ length: columns }, (_, column) => writeCell(row[column] ?? [], isHead));
    return columns > MOST_COLUMNS ? cells.join(' ').trim() : `| ${cells.join(' | ')} |`;
  });
  // The rule tells the grammar that another table begins.
  const rule = afterTable ? [`|${'---|'.repeat(columns)}`] : [];
  return [...(hasBefore ? [''] : []), ...written.slice(0, 1), ...rule, ...written.slice(1)];
}
