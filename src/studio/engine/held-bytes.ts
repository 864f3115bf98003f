import { mapBytes, ownMemory } from './port.js';

/** So many files are held on the other side: those of a form are fewer. */
const MOST = 32;

/** Bytes that crossed before are told by their number: a picture of a form need not be copied at every letter typed. */
interface Held {
  readonly held: number;
  /** When they cross for the first time. */
  readonly bytes?: Uint8Array;
}

/** The sending side. It lets go of what the other side lets go of: both see the same messages in the same order. */
export function createHolder(): (value: unknown) => unknown {
  const numbers = new WeakMap<Uint8Array, number>();
  const held = new Map<number, true>();
  let last = 0;
  const hold = (bytes: Uint8Array): Held => {
    const known = numbers.get(bytes);
    if (known !== undefined && held.has(known)) {
      touch(held, known, true);
      return { held: known };
    }
    last += 1;
    numbers.set(bytes, last);
    touch(held, last, true);
    return { held: last, bytes: ownMemory(bytes) };
  };
  return (value) => mapBytes(value, hold);
}

/** The receiving side: the same bytes are the same object each time. */
export function createHeld(): (value: unknown) => unknown {
  const held = new Map<number, Uint8Array>();
  const take = ({ held: number, bytes }: Held): Uint8Array => {
    const found = bytes ?? held.get(number);
    if (found === undefined) throw new Error(`No bytes of number ${number}`);
    touch(held, number, found);
    return found;
  };
  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack);
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
    if ('held' in value) return take(value as Held);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unpack(inner)]));
  };
  return unpack;
}

/** Puts a number at the end, and lets the first go where there are too many. */
function touch<T>(held: Map<number, T>, number: number, value: T): void {
  held.delete(number);
  held.set(number, value);
  const first = held.keys().next().value;
  if (held.size > MOST && first !== undefined) held.delete(first);
}
