/**
 * Text taken from a source, which knows where every character of it came from: also through an indentation taken away,
 * an escape, a line end that became a space.
 */
export interface SourceText {
  readonly text: string;
  /** In order of `at`; between two pieces stands text that the source does not have. */
  readonly pieces: readonly Piece[];
}

export interface Piece {
  /** Offset in the text. */
  readonly at: number;
  readonly length: number;
  /** Offset in the source. */
  readonly source: number;
  /** How long the piece is in the source, when not as long as in the text (`\n`, `''`). */
  readonly sourceLength?: number;
}

export const EMPTY: SourceText = { text: '', pieces: [] };

/** The source between two offsets, as it stands. */
export function takeText(source: string, start: number, end: number): SourceText {
  if (end <= start) return { text: '', pieces: [{ at: 0, length: 0, source: start }] };
  return { text: source.slice(start, end), pieces: [{ at: 0, length: end - start, source: start }] };
}

/** One text after the other, with `separator` (which comes from nowhere) between them. */
export function joinTexts(parts: readonly SourceText[], separator: string): SourceText {
  let text = '';
  const pieces: Piece[] = [];
  parts.forEach((part, index) => {
    if (index > 0) text += separator;
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + text.length });
    text += part.text;
  });
  return { text, pieces };
}

/** A stretch of the text; what it loses at either end is lost from its pieces too. */
export function sliceText(whole: SourceText, start: number, end = whole.text.length): SourceText {
  const pieces: Piece[] = [];
  for (const piece of whole.pieces) {
    const from = Math.max(piece.at, start);
    const to = Math.min(piece.at + piece.length, end);
    if (to < from || (to === from && start < end)) continue;
    const cut = { at: from - start, length: to - from, source: piece.source + (from - piece.at) };
    pieces.push(piece.sourceLength === undefined ? cut : { ...piece, at: from - start });
  }
  return { text: whole.text.slice(start, end), pieces };
}

export function trimText(whole: SourceText): SourceText {
  const start = whole.text.length - whole.text.trimStart().length;
  return sliceText(whole, start, Math.max(start, whole.text.trimEnd().length));
}

/** The same letters, some of them exchanged for others; never more or fewer. */
export function mapText(whole: SourceText, exchange: (text: string) => string): SourceText {
  return { text: exchange(whole.text), pieces: whole.pieces };
}

/** Offsets in the source of a stretch of the text; undefined where the text has no source at all. */
export function sourceRange(
  whole: SourceText,
  start: number,
  end: number,
): { start: number; end: number } | undefined {
  const first = sourceOffset(whole, start);
  if (first === undefined) return undefined;
  if (end <= start) return { start: first.start, end: first.start };
  const last = sourceOffset(whole, end - 1);
  return { start: first.start, end: Math.max(first.start, last?.end ?? first.end) };
}

function sourceOffset(whole: SourceText, offset: number): { start: number; end: number } | undefined {
  let low = 0;
  let high = whole.pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (whole.pieces[middle]!.at <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = whole.pieces[low];
  if (piece === undefined) return undefined;
  const into = Math.max(0, offset - piece.at);
  if (piece.sourceLength !== undefined && into < piece.length) {
    return { start: piece.source, end: piece.source + piece.sourceLength };
  }
  if (into >= piece.length) {
    const after = piece.source + (piece.sourceLength ?? piece.length);
    return { start: after, end: after };
  }
  return { start: piece.source + into, end: piece.source + into + 1 };
}
