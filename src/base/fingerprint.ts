/** 32-bit FNV-1a of bytes, as an unsigned whole number. `seed` gives independent fingerprints of the same bytes. */
export const fingerprint = (bytes: Uint8Array, seed = 0x811c9dc5): number => {
  let hash = seed;
  for (let i = 0; i < bytes.length; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
};
