import { joinTexts, type SourceText, takeText } from '../source-text.js';
import type { ScalarNode } from '../tree.js';
import { type Lines, lineIndex } from './places.js';

/**
 * A block's text with the line ends behind its last words. They mean nothing, and the reader drops them; but who presses
 * Enter at the end of a text must see the new line. They are lines of white space as deep as the block, which other blank
 * lines behind a block are not.
 */
export function withTrailingLines(source: Lines, { style, value }: ScalarNode): SourceText {
  const indent = style === 'block' ? blockIndent(source, value) : 0;
  if (indent === 0) return value;
  const added: SourceText[] = [];
  const last = value.pieces.at(-1)!;
  for (let index = lineIndex(source, last.source + last.length) + 1; index < source.lines.length; index++) {
    const line = source.lines[index]!;
    if (!line.blank || line.spaces < indent) break;
    added.push(takeText(source.text, line.start + indent, line.end));
  }
  return added.length === 0 ? value : joinTexts([value, ...added], '\n');
}

/** How many white spaces stand before each line of a block; 0 where it has no words. */
export function blockIndent(source: Lines, value: SourceText): number {
  const piece = value.pieces.find(({ at, length }) => /\S/.test(value.text.slice(at, at + length)));
  if (piece === undefined) return 0;
  return piece.source - source.lines[lineIndex(source, piece.source)]!.start;
}
