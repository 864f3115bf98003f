import type { TextChange } from './text-change.js';

/** How many letters two texts have in common at their beginnings and at their ends; no letter of two units is parted. */
export function commonEnds(old: string, made: string): { readonly head: number; readonly tail: number } {
  const most = Math.min(old.length, made.length);
  let head = 0;
  while (head < most && old[head] === made[head]) head += 1;
  while (head > 0 && (isSecondHalf(old, head) || isSecondHalf(made, head))) head -= 1;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === made[made.length - 1 - tail]) tail += 1;
  while (tail > 0 && (isSecondHalf(old, old.length - tail) || isSecondHalf(made, made.length - tail)))
    tail -= 1;
  return { head, tail };
}

const isSecondHalf = (text: string, at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));

/** The change without what it leaves as it is; undefined where that is all. */
export function trimChange(text: string, { from, to, insert }: TextChange): readonly TextChange[] {
  const old = text.slice(from, to);
  if (old === insert) return [];
  const { head, tail } = commonEnds(old, insert);
  return [{ from: from + head, to: to - tail, insert: insert.slice(head, insert.length - tail) }];
}

/** A text made of stretches of an older one and of new words. */
export type Pieces = readonly (string | { readonly from: number; readonly to: number })[];

/** Applies changes to a text that is itself a changed one. */
export function changePieces(pieces: Pieces, changes: readonly TextChange[]): Pieces {
  let made = pieces;
  // Of two changes at one place the first stays the first.
  for (const { from, to, insert } of [...changes].sort((one, other) => one.from - other.from).reverse())
    made = [...slicePieces(made, 0, from), insert, ...slicePieces(made, to, Number.POSITIVE_INFINITY)];
  return made.filter((piece) => lengthOf(piece) > 0);
}

const lengthOf = (piece: Pieces[number]): number =>
  typeof piece === 'string' ? piece.length : piece.to - piece.from;

function slicePieces(pieces: Pieces, start: number, end: number): Pieces {
  let at = 0;
  return pieces.flatMap((piece): Pieces => {
    const length = lengthOf(piece);
    const [from, to] = [Math.max(0, start - at), Math.min(length, end - at)];
    at += length;
    if (to <= from) return [];
    return [
      typeof piece === 'string' ? piece.slice(from, to) : { from: piece.from + from, to: piece.from + to },
    ];
  });
}

/** What has to be done to the older text, in its offsets. */
export function changesOf(old: string, pieces: Pieces): readonly TextChange[] {
  const changes: TextChange[] = [];
  let [at, insert] = [0, ''];
  const flush = (to: number): void => {
    if (insert !== '' || to > at) changes.push(...trimChange(old, { from: at, to, insert }));
    insert = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      insert += piece;
      continue;
    }
    // What was moved to the front comes as new words.
    if (piece.from < at) {
      insert += old.slice(piece.from, piece.to);
      continue;
    }
    flush(piece.from);
    at = piece.to;
  }
  flush(old.length);
  return changes;
}
