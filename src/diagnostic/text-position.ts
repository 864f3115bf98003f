/** Where an offset stands in a text, as people count: from 1. Columns count letters (code points), a tab as one. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
  /** Offsets of the line's first character and behind its last. */
  readonly lineStart: number;
  readonly lineEnd: number;
}

export function textPosition(text: string, offset: number): TextPosition {
  const at = Math.max(0, Math.min(offset, text.length));
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  let line = 1;
  for (let found = text.indexOf('\n'); found >= 0 && found < at; found = text.indexOf('\n', found + 1))
    line += 1;
  const column = [...text.slice(lineStart, at)].length + 1;
  return { line, column, lineStart: at === 0 ? 0 : lineStart, lineEnd: newline < 0 ? text.length : newline };
}
