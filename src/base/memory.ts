/** What was made of a key, kept for the next time that it is asked for. */
export interface Memory<T> {
  readonly take: (key: string, make: (kept: string) => T) => T;
}

/**
 * Remembers at most `2 * most` values: those of the last `most` keys, and those before them. Of a batch, what every paper
 * asks for stays, and what only one has goes, so that memory does not grow with the number of papers. What is kept may
 * depend on nothing but its key. `keep`: the key as it is kept, and given to `make`, where the one asked by would keep more
 * than itself alive.
 */
export function createMemory<T>(most: number, keep: (key: string) => string = asItIs): Memory<T> {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return {
    take: (key, make) => {
      const known = recent.get(key);
      if (known !== undefined) return known;
      const kept = keep(key);
      const value = older.get(key) ?? make(kept);
      if (recent.size >= most) {
        older = recent;
        recent = new Map();
      }
      recent.set(kept, value);
      return value;
    },
  };
}

const asItIs = (key: string): string => key;

/** A text of its own: a piece that was cut out of a longer text keeps the whole of that in memory. */
export const detached = (piece: string): string => JSON.parse(JSON.stringify(piece)) as string;

/** The value that belongs to an object for as long as the object lives: to a set of fonts, to a paragraph. */
export function createOwned<K extends object, T>(make: (owner: K) => T): (owner: K) => T {
  const owned = new WeakMap<K, T>();
  return (owner) => {
    const known = owned.get(owner);
    if (known !== undefined) return known;
    const value = make(owner);
    owned.set(owner, value);
    return value;
  };
}
