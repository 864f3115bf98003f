import { createOwned } from '../base/memory.js';
import type { ResolvedBlock } from '../resolve/resolved-document.js';
import type { StoryContext } from './paragraph.js';
import type { StyleSheet } from './style-sheet.js';
import type { Piece } from './utf8.js';

/** A block as it was written once, and all that its text depends on beside the block itself and the styles. */
interface KnownXml {
  readonly xml: string;
  /** How many bookmarks stood before it, which gives those in it their numbers, and how many it has. */
  readonly before: number;
  readonly bookmarks: number;
  /** Whether its place holds it on the page of the next. */
  readonly keepNext: boolean;
  /** Made when it is written for the second time: of most papers made alone it never is. */
  bytes?: Uint8Array;
}

/** Blocks that many papers of a batch share are the same objects. */
const knownOf = createOwned((_: StyleSheet) => new WeakMap<ResolvedBlock, KnownXml>());

const encoder = new TextEncoder();

/** The text of a block, as `make` writes it, which may use nothing of the paper but `context`. */
export function knownXml(
  block: ResolvedBlock,
  context: StoryContext,
  make: () => string,
  keepNext = false,
): string {
  return isRemembered(block, context)
    ? (find(block, context, keepNext) ?? remember(block, context, make, keepNext)).xml
    : make();
}

/** The same for a block of the text itself: as bytes where it is known already. */
export function knownPiece(block: ResolvedBlock, context: StoryContext, make: () => string): Piece {
  if (!isRemembered(block, context)) return make();
  const known = find(block, context, false);
  if (known === undefined) return remember(block, context, make, false).xml;
  known.bytes ??= encoder.encode(known.xml);
  return known.bytes;
}

/** Blanks and drawings are counted through a paper as bookmarks are; both are rare. */
const isRemembered = (block: ResolvedBlock, { blanks }: StoryContext): boolean =>
  blanks === 'none' && (block.type === 'paragraph' || block.backdrop === undefined);

function find(block: ResolvedBlock, { sheet, count }: StoryContext, keepNext: boolean): KnownXml | undefined {
  const known = knownOf(sheet).get(block);
  if (known === undefined || known.keepNext !== keepNext) return undefined;
  if (known.bookmarks > 0 && known.before !== count.bookmarks) return undefined;
  count.bookmarks += known.bookmarks;
  return known;
}

function remember(
  block: ResolvedBlock,
  { sheet, count }: StoryContext,
  make: () => string,
  keepNext: boolean,
): KnownXml {
  const before = count.bookmarks;
  const xml = make();
  const known = { xml, before, bookmarks: count.bookmarks - before, keepNext };
  knownOf(sheet).set(block, known);
  return known;
}
