/** A stretch of a text that becomes another, and what is selected then. */
export interface MarkChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: { readonly from: number; readonly to: number };
}

export type Mark = '**' | '*';

/** Puts the selected words between marks of bold or italics, or takes these away. Blanks at the ends stay outside. */
export function toggleMark(text: string, from: number, to: number, mark: Mark): MarkChange {
  const picked = text.slice(from, to);
  const start = from + (picked.length - picked.trimStart().length);
  const end = Math.max(start, to - (picked.length - picked.trimEnd().length));
  const words = text.slice(start, end);
  const size = mark.length;
  if (
    stars(text, start, -1) >= size &&
    stars(text, end, 1) >= size &&
    carries(stars(text, start, -1), mark)
  ) {
    const at = start - size;
    return { from: at, to: end + size, insert: words, select: { from: at, to: at + words.length } };
  }
  if (
    words.length > 2 * size &&
    words.startsWith(mark) &&
    words.endsWith(mark) &&
    carries(leading(words), mark)
  ) {
    const bare = words.slice(size, -size);
    return { from: start, to: end, insert: bare, select: { from: start, to: start + bare.length } };
  }
  const at = start + size;
  return {
    from: start,
    to: end,
    insert: `${mark}${words}${mark}`,
    select: { from: at, to: at + words.length },
  };
}

/** Three stars are bold and italics, two bold, one italics. */
const carries = (count: number, mark: Mark): boolean => count >= 3 || count === mark.length;
const leading = (text: string): number => /^\**/.exec(text)?.[0].length ?? 0;

function stars(text: string, at: number, step: 1 | -1): number {
  let count = 0;
  while (text[step < 0 ? at - 1 - count : at + count] === '*') count += 1;
  return count;
}
