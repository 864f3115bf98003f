import { createOwned } from '../../base/memory.js';
import type { LaidParagraph, LaidRow } from '../flow/laid-block.js';
import type { LayContext } from '../flow/lay-paragraph.js';
import type { LinesPiece, Piece } from '../flow/piece.js';
import type { Bookmark, Page } from '../frame.js';

/** A page, and the bookmarks that start on it. */
export interface FlowPage {
  readonly page: Page;
  readonly bookmarks: readonly Bookmark[];
}

interface KnownPage {
  readonly pieces: readonly Piece[];
  readonly around: string;
  readonly made: FlowPage;
}

/** So many pages begin with one and the same paragraph: letterheads of more or fewer lines push the text about. */
const MOST_BEGINNINGS = 8;

/** By what a page begins with, for as long as that is known itself. */
const pagesOf = createOwned((_: LayContext) => new WeakMap<LaidParagraph | LaidRow, KnownPage[]>());

/**
 * A page of the flow; one that has the same pieces at the same places as in a paper before is the same object, so that the
 * writers know it too. `around`: all else that it depends on.
 */
export function knownPage(
  pieces: readonly Piece[],
  around: string,
  context: LayContext,
  make: () => FlowPage,
): FlowPage {
  const beginning = pieces[0]?.laid;
  if (beginning === undefined) return make();
  const begun = pagesOf(context).get(beginning) ?? [];
  const known = begun.find((page) => page.around === around && areSame(page.pieces, pieces));
  if (known !== undefined) return known.made;
  const made = make();
  pagesOf(context).set(beginning, [{ pieces, around, made }, ...begun.slice(0, MOST_BEGINNINGS - 1)]);
  return made;
}

const areSame = (some: readonly Piece[], others: readonly Piece[]): boolean =>
  some.length === others.length && some.every((piece, index) => isSame(piece, others[index]!));

function isSame(one: Piece, other: Piece): boolean {
  if (one.type === 'lines') return other.type === 'lines' && isSameLines(one, other);
  return (
    other.type === 'row' &&
    one.laid === other.laid &&
    one.top === other.top &&
    one.height === other.height &&
    one.cells.every((cell, at) => areSame(cell, other.cells[at]!))
  );
}

const isSameLines = (one: LinesPiece, other: LinesPiece): boolean =>
  one.laid === other.laid && one.from === other.from && one.to === other.to && one.top === other.top;
