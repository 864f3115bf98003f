const PRIME = 0x01000193;

/** 32-bit FNV-1a of bytes, as an unsigned whole number. `seed` gives independent fingerprints of the same bytes. */
export const fingerprint = (bytes: Uint8Array, seed = 0x811c9dc5): number => {
  let hash = seed;
  for (let i = 0; i < bytes.length; i += 1) hash = Math.imul(hash ^ bytes[i]!, PRIME);
  return hash >>> 0;
};

/** Fingerprints of the same bytes by several seeds, in one go over them. */
export const fingerprints = (
  parts: readonly Uint8Array[],
  seeds: readonly [number, number, number, number],
): readonly number[] => {
  let [a, b, c, d] = seeds;
  for (const bytes of parts) {
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i]!;
      a = Math.imul(a ^ byte, PRIME);
      b = Math.imul(b ^ byte, PRIME);
      c = Math.imul(c ^ byte, PRIME);
      d = Math.imul(d ^ byte, PRIME);
    }
  }
  return [a >>> 0, b >>> 0, c >>> 0, d >>> 0];
};
