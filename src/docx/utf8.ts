/** A stretch of a part: text, or text that is UTF-8 already. */
export type Piece = string | Uint8Array;

/** A unit of a string is three bytes of UTF-8 at most. */
const MOST_BYTES = 3;
/** A paper of three hundred pages; what a longer one needs is not kept. */
const MOST_KEPT = 1 << 21;

const encoder = new TextEncoder();
let kept = new Uint8Array(1 << 17);

/**
 * The pieces as UTF-8, one after the other. The bytes stand in memory that the next call takes again, so they are to be
 * packed at once: a paper's text is the largest thing that is made for it, and is not needed once it is packed.
 */
export function joinPieces(pieces: readonly Piece[]): Uint8Array {
  let room = 0;
  for (const piece of pieces) room += piece.length * (typeof piece === 'string' ? MOST_BYTES : 1);
  const out = withRoom(room);
  let at = 0;
  let text = '';
  const endText = (): void => {
    if (text !== '') at += encoder.encodeInto(text, out.subarray(at)).written;
    text = '';
  };
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    endText();
    out.set(piece, at);
    at += piece.length;
  }
  endText();
  return out.subarray(0, at);
}

function withRoom(room: number): Uint8Array {
  if (room <= kept.length) return kept;
  const larger = new Uint8Array(room);
  if (room <= MOST_KEPT) kept = larger;
  return larger;
}
