/**
 * What Vietnamese official papers are written with, and no more: these bytes are in every PDF (all four faces of
 * Tinos together stay under 45 kB). A paper with another letter gets a subset of its own. Inclusive ranges.
 */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x7e], // ASCII
  [0xa0, 0xa0], // the space that never breaks
  [0xa7, 0xa7], // §
  [0xab, 0xab], // «
  [0xb0, 0xb3], // ° ± ² ³
  [0xb7, 0xb7], // ·
  [0xbb, 0xbb], // »
  [0xc0, 0xc3], // À Á Â Ã
  [0xc8, 0xca], // È É Ê
  [0xcc, 0xcd], // Ì Í
  [0xd2, 0xd5], // Ò Ó Ô Õ
  [0xd7, 0xd7], // ×
  [0xd9, 0xda], // Ù Ú
  [0xdd, 0xdd], // Ý
  [0xe0, 0xe3],
  [0xe8, 0xea],
  [0xec, 0xed],
  [0xf2, 0xf5],
  [0xf7, 0xf7], // ÷
  [0xf9, 0xfa],
  [0xfd, 0xfd],
  [0x102, 0x103], // Ă
  [0x110, 0x111], // Đ
  [0x128, 0x129], // Ĩ
  [0x168, 0x169], // Ũ
  [0x1a0, 0x1a1], // Ơ
  [0x1af, 0x1b0], // Ư
  [0x1ea0, 0x1ef9], // the precomposed letters with two marks, with a dot below or a hook above
  [0x2010, 0x2011], // hyphens
  [0x2013, 0x2014], // dashes
  [0x2018, 0x2019], // quotes
  [0x201c, 0x201d],
  [0x2022, 0x2022], // •
  [0x2026, 0x2026], // …
  [0x2032, 0x2033], // minutes and seconds
  [0x20ab, 0x20ab], // ₫
  [0x2190, 0x2190], // arrows
  [0x2192, 0x2192],
  [0x2212, 0x2212], // minus
  [0x221a, 0x221a], // √
  [0x2264, 0x2265], // ≤ ≥
  [0x25a0, 0x25a1], // ■ □
  [0x25aa, 0x25aa], // ▪
  [0x25cb, 0x25cb], // ○
  [0x25cf, 0x25cf], // ●
];

/** Code points of the subset that is made once per face: what nearly every paper is written with. */
export const REPERTOIRE: ReadonlySet<number> = new Set(
  RANGES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
);

/** The letters, digits and signs without which no paper can be written: ASCII and the Vietnamese letters. */
export const LETTERS: ReadonlySet<number> = new Set(
  [...REPERTOIRE].filter((codePoint) => codePoint < 0x7f || /\p{L}/u.test(String.fromCodePoint(codePoint))),
);
