/** A line of a form file. Offsets are into the source. */
export interface Line {
  /** Of the line's first character. */
  readonly start: number;
  /** Behind its last character, without the line end. */
  readonly end: number;
  /** Of the first character that is not white space; `end` for a blank line. */
  readonly content: number;
  /** Columns before the content; a tab counts as two, so that a form with tabs can be read on after the error. */
  readonly indent: number;
  /** Spaces before the first character that is not a space: what of the indentation YAML counts. */
  readonly spaces: number;
  readonly blank: boolean;
}

const TAB_COLUMNS = 2;
const SPACE = 0x20;
const TAB = 0x09;
const NO_BREAK_SPACE = 0xa0;

export function splitLines(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start <= source.length) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found;
    lines.push(toLine(source, start, end));
    start = end + 1;
  }
  return lines;
}

function toLine(source: string, start: number, end: number): Line {
  let content = start;
  let indent = 0;
  let spaces = -1;
  for (; content < end; content += 1) {
    const code = source.charCodeAt(content);
    if (code !== SPACE && code !== TAB && code !== NO_BREAK_SPACE) break;
    if (code !== SPACE && spaces < 0) spaces = content - start;
    indent += code === TAB ? TAB_COLUMNS : 1;
  }
  return {
    start,
    end,
    content,
    indent,
    spaces: spaces < 0 ? content - start : spaces,
    blank: content === end,
  };
}

/** A value on a line, parted from the comment behind it. */
export interface Value {
  readonly start: number;
  readonly end: number;
  /** Where the comment begins, and how many white spaces stand before it. */
  readonly comment?: { readonly start: number; readonly gap: number };
}

/** A comment is white space, `#`, and white space or the line's end; so " #8" is text. The value comes back trimmed. */
export function splitComment(source: string, from: number, to: number): Value {
  let start = from;
  while (start < to && isBlank(source[start])) start += 1;
  for (let hash = start; hash < to; hash++) {
    if (source[hash] !== '#' || (hash > from && !isBlank(source[hash - 1]))) continue;
    if (hash + 1 < to && !isBlank(source[hash + 1])) continue;
    const end = trimEnd(source, from, hash);
    return { start: Math.min(start, end), end, comment: { start: hash, gap: hash - end } };
  }
  const end = trimEnd(source, start, to);
  return { start, end };
}

function trimEnd(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(source[end - 1])) end -= 1;
  return end;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';
