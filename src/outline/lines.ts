/** A line that is not blank. `start` to `end` is without white space at its edges, `rawStart` to `rawEnd` with it. */
export interface Line {
  readonly rawStart: number;
  readonly rawEnd: number;
  readonly start: number;
  readonly end: number;
  /** One or more blank lines stand before it. */
  readonly afterBlank: boolean;
}

// Word's soft line break is pasted as U+000B, a browser's as U+2028.
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

/** The lines of a text that have something on them. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let rawStart = 0;
  let afterBlank = false;
  const take = (rawEnd: number) => {
    const raw = text.slice(rawStart, rawEnd);
    const left = raw.trimStart();
    afterBlank ||= left === '';
    if (left === '') return;
    const start = rawEnd - left.length;
    lines.push({ rawStart, rawEnd, start, end: start + left.trimEnd().length, afterBlank });
    afterBlank = false;
  };
  for (const found of text.matchAll(LINE_END)) {
    take(found.index);
    rawStart = found.index + found[0].length;
  }
  take(text.length);
  return lines;
}
