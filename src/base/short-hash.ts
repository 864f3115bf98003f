const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const FIGURES = '0123456789abcdef';
const BITS = { hex: 4, short: 6 } as const;
const HEX = /^[0-9a-f]{64}$/;
const SHORT = /^[\w-]{43}$/;

/** A SHA-256 in hex as its 43 letters of base64url; anything else as it is. */
export const shortHash = (hash: string): string =>
  HEX.test(hash) ? recoded(hash, FIGURES, BITS.hex, LETTERS, BITS.short) : hash;

/** The hash of which `shortHash` was taken. */
export const longHash = (hash: string): string =>
  SHORT.test(hash) ? recoded(hash, LETTERS, BITS.short, FIGURES, BITS.hex).slice(0, 64) : hash;

function recoded(text: string, from: string, fromBits: number, to: string, toBits: number): string {
  let made = '';
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    held = (held << fromBits) | from.indexOf(letter);
    bits += fromBits;
    while (bits >= toBits) {
      bits -= toBits;
      made += to[held >> bits];
      held &= (1 << bits) - 1;
    }
  }
  return bits === 0 ? made : made + to[(held << (toBits - bits)) & ((1 << toBits) - 1)];
}
