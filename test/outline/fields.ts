import type { Locate } from '../../src/diagnostic/locate.js';
import type { Inline } from '../../src/document/ast.js';
import type { OutlineBlock } from '../../src/outline/mark-titles.js';
import { parseOutline } from '../../src/outline/parse-outline.js';

export const locate: Locate = (path, start = 0, end = start) => ({ file: path, start, end });

/** Parses a field; the remarks as `code@line`. */
export function parse(text: string): {
  readonly blocks: readonly OutlineBlock[];
  readonly remarks: string[];
} {
  const { value, diagnostics } = parseOutline(text, 'noi_dung', locate);
  if (!value) throw new Error('no value');
  const remarks = diagnostics.map((d) => {
    const start = d.place && 'start' in d.place ? d.place.start : 0;
    return `${d.code}@${text.slice(0, start).split('\n').length}`;
  });
  return { blocks: value, remarks };
}

/** Every inline of a block, in the order of the field. */
export function inlinesOf(block: OutlineBlock): readonly Inline[] {
  if (block.type !== 'table') return block.content;
  return block.rows
    .flatMap((row) => row.cells.flatMap((cell) => cell.content))
    .filter((inline) => inline.type === 'text' && inline.origin?.type === 'field')
    .sort((a, b) => offsetOf(a) - offsetOf(b));
}

export const offsetOf = (inline: Inline): number =>
  inline.type === 'text' && inline.origin?.type === 'field' ? inline.origin.offset : -1;
