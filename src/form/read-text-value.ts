import { isProse, keepsLines } from './key-table.js';
import { type LineReader, textOf, warnOfTab } from './line-reader.js';
import { type Line, splitComment } from './lines.js';
import { readQuoted } from './quoted.js';
import { EMPTY, joinTexts, type SourceText, sliceText, takeText } from './source-text.js';
import { splitKey } from './split-key.js';
import { type Position, refuseList, remarkOnBar, remarkOnComment, remarkOnQuotes } from './text-findings.js';
import type { ScalarNode } from './tree.js';

const BLOCK_HEADER = /^([|>])(?:([1-9])[+-]?|[+-]([1-9])?)?(?:[ \t]+#.*)?$/;

/** Reads a `|` or `>` block whose header is `header`; undefined when it is none. The reader stands on the header's line. */
export function readBlock(reader: LineReader, header: string, position: Position): ScalarNode | undefined {
  const match = BLOCK_HEADER.exec(header.trimEnd());
  if (match === null) return undefined;
  const first = reader.lines[reader.at]!;
  reader.at += 1;
  const lines = takeDeeperLines(reader, position.indent);
  const given = match[2] ?? match[3];
  const indent = given === undefined ? leastIndent(lines) : Math.max(0, position.indent) + Number(given);
  const texts = lines.map((line) => bodyOf(reader, line, indent));
  const joined = match[1] === '|' ? joinTexts(texts, '\n') : foldTexts(texts);
  const value = sliceText(joined, 0, joined.text.replace(/\n+$/, '').length);
  const [start, end] = [lines[0]?.start ?? first.end, lines.at(-1)?.end ?? first.end];
  return { type: 'scalar', style: 'block', value, start, end };
}

/** The lines deeper than a column, with the blank ones between them; blank lines behind the last are left. */
function takeDeeperLines(reader: LineReader, indent: number): Line[] {
  const from = reader.at;
  let until = from;
  for (let at = from; at < reader.lines.length; at++) {
    const line = reader.lines[at]!;
    if (line.blank) continue;
    if (line.indent <= indent) break;
    if (line.spaces <= indent) warnOfTab(reader, line, at);
    until = at + 1;
  }
  reader.at = until;
  return reader.lines.slice(from, until);
}

/** The indentation that all lines share: where the first line was pasted deeper than the rest, the rest must not be lost. */
function leastIndent(lines: readonly Line[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) if (!line.blank && line.spaces < least) least = line.spaces;
  return Number.isFinite(least) ? least : 0;
}

function bodyOf(reader: LineReader, line: Line, indent: number): SourceText {
  // What stands in the indentation is white space, or (where a number was given that is too big) must not be lost.
  const start = Math.min(line.start + indent, line.content);
  return takeText(reader.source, start, line.end);
}

/** A `>` block: lines that follow each other become one; a blank line, or a deeper one, keeps its line end. */
function foldTexts(texts: readonly SourceText[]): SourceText {
  const parts: SourceText[] = [];
  let before = '';
  let blanks = 0;
  for (const text of texts) {
    if (text.text.trim() === '') {
      blanks += 1;
      continue;
    }
    const deep = /^[ \t]/.test(text.text) || /^[ \t]/.test(before);
    const lineEnds = deep || parts.length === 0 ? blanks + 1 : blanks;
    if (parts.length > 0) parts.push({ text: lineEnds === 0 ? ' ' : '\n'.repeat(lineEnds), pieces: [] });
    parts.push(text);
    before = text.text;
    blanks = 0;
  }
  return joinTexts(parts, '');
}

/**
 * Reads a quoted scalar, when the value is one from end to end: it may go on over deeper lines, and only a comment may
 * follow. Otherwise (`"Đoàn kết" và "Đổi mới"`) the quotes are text, and the answer is undefined.
 */
export function readQuotedValue(
  reader: LineReader,
  from: number,
  position: Position,
): ScalarNode | undefined {
  const { source } = reader;
  if (source[from] !== '"' && source[from] !== "'") return undefined;
  const firstIndex = reader.at;
  let last = firstIndex;
  while (last + 1 < reader.lines.length) {
    const line = reader.lines[last + 1]!;
    if (!line.blank && line.indent <= position.indent) break;
    last += 1;
  }
  const quoted = readQuoted(source, from, reader.lines[last]!.end);
  if (quoted === undefined) return undefined;
  let at = firstIndex;
  while (reader.lines[at]!.end < quoted.end) at += 1;
  const behind = splitComment(source, quoted.end, reader.lines[at]!.end);
  if (behind.end > behind.start || behind.comment?.gap === 0) return undefined;
  remarkOnQuotes(reader, from, quoted, position.field);
  reader.at = at + 1;
  return { type: 'scalar', style: 'quoted', value: quoted.value, start: from, end: quoted.end };
}

/**
 * Reads text without quotes or `|`: what stands behind the key, and the deeper lines under it. Every character is text
 * but those of a comment. A deeper line with a key of the same group ends it: there the indentation slipped.
 */
export function readPlain(reader: LineReader, from: number, position: Position): ScalarNode {
  const keeps = keepsLines(position.field);
  const parts: SourceText[] = [];
  let end = from;
  const take = (start: number, line: Line): void => {
    const value = splitComment(reader.source, start, line.end);
    remarkOnComment(reader, value, position.field);
    parts.push(takeText(reader.source, value.start, value.end));
    end = value.end;
  };
  take(from, reader.lines[reader.at]!);
  const started = parts[0]!.text !== '';
  if (!started) parts.pop();
  const deeper = takePlainLines(reader, position, keeps);
  if (!keeps && started) refuseList(reader, deeper, position);
  for (const line of deeper) {
    if (!line.blank) take(line.content, line);
    else if (keeps) parts.push(EMPTY);
  }
  const value = joinTexts(parts, keeps ? '\n' : ' ');
  const start = value.pieces[0]?.source ?? from;
  if (deeper.length > 0 && isProse(position.field) && keeps) remarkOnBar(reader, position, start, end);
  return { type: 'scalar', style: 'plain', value, start, end: Math.max(start, end) };
}

function takePlainLines(reader: LineReader, position: Position, keeps: boolean): Line[] {
  const lines: Line[] = [];
  let until = reader.at + 1;
  for (let at = until; at < reader.lines.length; at++) {
    const line = reader.lines[at]!;
    if (isComment(reader, line)) continue;
    if (!line.blank) {
      if (line.indent <= position.indent) break;
      if (!keeps && isSlippedKey(reader, line, position)) break;
      warnOfTab(reader, line, at);
      until = at + 1;
    }
    lines.push(line);
  }
  reader.at = until;
  while (lines.at(-1)?.blank) lines.pop();
  return lines;
}

/** Within text only `#` and a space make a comment of a line, so that "#8 …" is not lost. */
const isComment = (reader: LineReader, line: Line): boolean => /^#(?:[ \t]|$)/.test(textOf(reader, line));

function isSlippedKey(reader: LineReader, line: Line, { siblings }: Position): boolean {
  const split = splitKey(reader.source, line.content, line.end, siblings);
  return split !== undefined && siblings.find(split.key.value.text) !== undefined;
}
