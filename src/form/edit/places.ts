import type { Line } from '../lines.js';
import type { ListNode, MapEntry, MapNode, YamlNode } from '../tree.js';
import type { Slot } from './form-model.js';

/** A text and its lines. */
export interface Lines {
  readonly text: string;
  readonly lines: readonly Line[];
}

const DASH = /^(?:-(?=[ \t]|$)|-(?=\p{L})|[–•](?=[ \t]|$))/u;

/** Whether a list or a group is written in brackets. */
export const isFlow = (text: string, node: YamlNode): boolean =>
  node.type !== 'scalar' && (text[node.start] === '[' || text[node.start] === '{');

/** Index of the line that an offset is on. */
export function lineIndex({ lines }: Lines, offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

export const lineAt = (source: Lines, offset: number): Line => source.lines[lineIndex(source, offset)]!;

/** The column of an offset, as the reader counts it. */
export function columnOf(source: Lines, offset: number): number {
  const line = lineAt(source, offset);
  return offset <= line.content ? line.indent : line.indent + (offset - line.content);
}

/** White space that puts a line into the column of an offset: that of the offset's own line, and a space for each sign after it. */
export function prefixOf(source: Lines, offset: number): string {
  const line = lineAt(source, offset);
  return source.text.slice(line.start, line.content) + ' '.repeat(Math.max(0, offset - line.content));
}

export const isComment = ({ text }: Lines, line: Line): boolean => !line.blank && text[line.content] === '#';

/** Where the value of a key stands. */
export function entrySlot(text: string, map: MapNode, { key }: MapEntry): Slot {
  const colon = /^[ \t]*:/.exec(text.slice(key.end, key.end + 200));
  const from = colon === null ? key.end : key.end + colon[0].length;
  return { at: key.start, from, isItem: false, isFlow: isFlow(text, map) };
}

/** The offsets of the dashes of a list that is not in brackets. */
export function dashesOf(source: Lines, list: ListNode): readonly number[] {
  const first = columnOf(source, list.start);
  const dashes = [list.start];
  for (const before of list.items.slice(0, -1)) {
    let at = lineIndex(source, before.end) + 1;
    // Deeper lines are those of the item before, also where they belong to no field of it.
    while (at < source.lines.length && !isDash(source, source.lines[at]!, first)) at += 1;
    const line = source.lines[at];
    if (line === undefined) break;
    dashes.push(line.content);
  }
  return dashes;
}

function isDash({ text }: Lines, line: Line, column: number): boolean {
  return !line.blank && line.indent <= column && DASH.test(text.slice(line.content, line.end));
}

/**
 * The end of the last line that belongs to what stands at `at` (a key, a dash) and is known to reach to `end`: deeper lines
 * behind it belong to it too, whether or not they could be read; comments and blank lines behind the last do not.
 */
export function extentEnd(source: Lines, at: number, end: number): number {
  const column = columnOf(source, at);
  let last = lineIndex(source, Math.max(at, end));
  for (let index = last + 1; index < source.lines.length; index++) {
    const line = source.lines[index]!;
    if (line.blank || isComment(source, line)) continue;
    if (line.indent <= column) break;
    last = index;
  }
  // Of a block also what `trailing-lines.ts` speaks of.
  for (let next = source.lines[last + 1]; next?.blank && next.spaces > column; next = source.lines[last + 1])
    last += 1;
  return source.lines[last]!.end;
}
