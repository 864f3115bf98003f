/** Many texts held as UTF-8 in a few large blocks: some hundred thousand strings of their own would take several times as much. */
export interface TextStore {
  readonly add: (text: string) => void;
  /** By the order in which they were added; undefined beyond the last. */
  readonly at: (index: number) => string | undefined;
}

/** A text begins in a block and ends in the same; one that is longer gets a block of its own length. */
const BLOCK = 1 << 20;
/** UTF-8 of a UTF-16 unit at most. */
const BYTES_A_UNIT = 3;

export function textStore(): TextStore {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const blocks: Uint8Array[] = [];
  let room = new Uint8Array(0);
  let used = 0;
  let count = 0;
  // Of each text its block, start and end.
  let figures = new Uint32Array(3 * 1024);
  const makeRoom = (least: number): void => {
    room = new Uint8Array(Math.max(BLOCK, least));
    blocks.push(room);
    used = 0;
  };
  return {
    add: (text) => {
      if (room.length - used < text.length * BYTES_A_UNIT) makeRoom(text.length * BYTES_A_UNIT);
      const { written } = encoder.encodeInto(text, room.subarray(used));
      if (3 * count === figures.length) {
        const more = new Uint32Array(2 * figures.length);
        more.set(figures);
        figures = more;
      }
      figures.set([blocks.length - 1, used, used + written], 3 * count);
      used += written;
      count += 1;
    },
    at: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= count) return undefined;
      const [block = 0, start, end] = figures.subarray(3 * index, 3 * index + 3);
      return decoder.decode(blocks[block]?.subarray(start, end));
    },
  };
}
