/** Many texts held as UTF-8 in a few large blocks: some hundred thousand strings of their own would take several times as much. */
export interface TextStore {
  /** Gives its number: texts count from 0 in the order in which they are added. */
  readonly add: (text: string) => number;
  /** Undefined beyond the last, and for one that was dropped. */
  readonly at: (index: number) => string | undefined;
  /** Forgets a text. Its room is given back with that of the texts that were added at the same time. */
  readonly drop: (index: number) => void;
}

/** A text begins in a block and ends in the same; one that is longer gets a block of its own length. Each is twice as long as the one before. */
const BLOCK = { first: 1 << 12, most: 1 << 20 } as const;
/** UTF-8 of a UTF-16 unit at most. */
const BYTES_A_UNIT = 3;
const EMPTY = new Uint8Array(0);
/** The block of a text that was dropped. */
const NOWHERE = 0xffffffff;

export function textStore(): TextStore {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const blocks: Uint8Array[] = [];
  /** Of each block the texts that are not dropped. */
  const living: number[] = [];
  let room = EMPTY;
  let used = 0;
  let count = 0;
  // Of each text its block, start and end.
  let figures = new Uint32Array(3 * 64);
  const makeRoom = (least: number): void => {
    const full = blocks.length - 1;
    if (living[full] === 0) blocks[full] = EMPTY;
    room = new Uint8Array(Math.max(Math.min(2 * room.length, BLOCK.most), BLOCK.first, least));
    blocks.push(room);
    living.push(0);
    used = 0;
  };
  const isThere = (index: number): boolean =>
    Number.isInteger(index) && index >= 0 && index < count && figures[3 * index] !== NOWHERE;
  return {
    add: (text) => {
      if (blocks.length === 0 || room.length - used < text.length * BYTES_A_UNIT)
        makeRoom(text.length * BYTES_A_UNIT);
      const { written } = encoder.encodeInto(text, room.subarray(used));
      if (3 * count === figures.length) {
        const more = new Uint32Array(2 * figures.length);
        more.set(figures);
        figures = more;
      }
      const block = blocks.length - 1;
      figures.set([block, used, used + written], 3 * count);
      living[block] = (living[block] ?? 0) + 1;
      used += written;
      count += 1;
      return count - 1;
    },
    at: (index) => {
      if (!isThere(index)) return undefined;
      const [block = 0, start, end] = figures.subarray(3 * index, 3 * index + 3);
      return decoder.decode(blocks[block]?.subarray(start, end));
    },
    drop: (index) => {
      if (!isThere(index)) return;
      const block = figures[3 * index] ?? 0;
      figures[3 * index] = NOWHERE;
      living[block] = (living[block] ?? 0) - 1;
      if (living[block] === 0 && blocks[block] !== room) blocks[block] = EMPTY;
    },
  };
}
