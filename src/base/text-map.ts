import { textStore } from './text-store.js';

/**
 * A map from texts to texts for some hundred thousand of them, held as UTF-8 outside the heap: a `Map` of strings takes
 * several times as much. Keys come in the order in which they were set first.
 */
export interface TextMap {
  readonly get: (key: string) => string | undefined;
  readonly has: (key: string) => boolean;
  readonly set: (key: string, value: string) => void;
  readonly delete: (key: string) => void;
  readonly keys: () => Iterable<string>;
  readonly size: number;
}

const LEAST_SLOTS = 64;

export function createTextMap(): TextMap {
  const keys = textStore();
  const values = textStore();
  /** Of each entry its key's hash, and the number of its value; -1 of one that is deleted. */
  let hashes = new Uint32Array(LEAST_SLOTS / 2);
  let numbers = new Int32Array(LEAST_SLOTS / 2);
  /** By hash, an entry's number and one; 0 where nothing is. At most half of them are taken. */
  let slots = new Int32Array(LEAST_SLOTS);
  let entries = 0;
  let size = 0;

  const place = (entry: number): void => {
    const mask = slots.length - 1;
    let slot = hashes[entry]! & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = entry + 1;
  };
  const grow = (): void => {
    hashes = widened(hashes, new Uint32Array(2 * hashes.length));
    numbers = widened(numbers, new Int32Array(2 * numbers.length));
    slots = new Int32Array(2 * slots.length);
    for (let entry = 0; entry < entries; entry += 1) place(entry);
  };
  /** The entry of a key, deleted or not; -1 where there is none. */
  const find = (key: string): number => {
    const hash = hashOf(key);
    const mask = slots.length - 1;
    for (let slot = hash & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const entry = slots[slot]! - 1;
      if (hashes[entry] === hash && keys.at(entry) === key) return entry;
    }
    return -1;
  };
  const valueIn = (entry: number): number => (entry < 0 ? -1 : numbers[entry]!);
  const add = (key: string, value: string): void => {
    if (entries === hashes.length) grow();
    hashes[entries] = hashOf(key);
    numbers[entries] = values.add(value);
    keys.add(key);
    place(entries);
    entries += 1;
    size += 1;
  };
  return {
    get: (key) => values.at(valueIn(find(key))),
    has: (key) => valueIn(find(key)) >= 0,
    set: (key, value) => {
      const entry = find(key);
      if (entry < 0) return add(key, value);
      if (numbers[entry]! < 0) size += 1;
      values.drop(numbers[entry]!);
      numbers[entry] = values.add(value);
    },
    delete: (key) => {
      const entry = find(key);
      if (valueIn(entry) < 0) return;
      values.drop(numbers[entry]!);
      numbers[entry] = -1;
      size -= 1;
    },
    *keys() {
      for (let entry = 0; entry < entries; entry += 1) {
        if (numbers[entry]! >= 0) yield keys.at(entry) ?? '';
      }
    },
    get size() {
      return size;
    },
  };
}

function widened<T extends Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** FNV-1a of the UTF-16 units, mixed so that its last bits depend on all of them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
