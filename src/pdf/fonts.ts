import { createOwned } from '../base/memory.js';
import { FACE_NAMES, type Face, type FaceName, type FaceSubset, type FontSet } from '../font/font.js';
import { REPERTOIRE } from '../font/repertoire.js';
import type { Page, PagedDocument } from '../typeset/frame.js';
import { addText, createByteText, finishText } from './byte-text.js';
import { addCodes, type GlyphCodes, glyphCodes } from './glyph-codes.js';

/** A face with the subset that a document embeds; one and the same object for one face and subset. */
export interface PdfFont {
  readonly face: Face;
  readonly subset: FaceSubset;
  /** What is written in a literal string for a code point. */
  readonly codes: GlyphCodes;
}

const fontOf = createOwned((face: Face) =>
  createOwned((subset: FaceSubset): PdfFont => ({ face, subset, codes: glyphCodes(subset) })),
);

/** All faces, also those that the document has no text in. */
export type PdfFonts = Readonly<Record<FaceName, PdfFont>>;

/** The subsets that a document needs, by face; `used` are the faces that it has text in, in a fixed order. */
export const chooseFonts = (
  document: PagedDocument,
  fonts: FontSet,
): { readonly fonts: PdfFonts; readonly used: readonly FaceName[] } => {
  const codePoints = codePointsOf(document);
  const choose = (name: FaceName): PdfFont => {
    const face = fonts.faces[name];
    return fontOf(face)(face.subset(codePoints[name]));
  };
  return {
    fonts: {
      regular: choose('regular'),
      bold: choose('bold'),
      italic: choose('italic'),
      boldItalic: choose('boldItalic'),
      sansBold: choose('sansBold'),
    },
    used: FACE_NAMES.filter((name) => codePoints[name].size > 0),
  };
};

/**
 * The letters of a document by face. A face is asked for all letters of the repertoire where it needs no other: its subset is
 * the same, and whose letters are whose need not be found out.
 */
const codePointsOf = (document: PagedDocument): Readonly<Record<FaceName, ReadonlySet<number>>> => {
  const rare = document.form !== undefined || document.pages.some((page) => usesOf(page).hasRare);
  if (rare) return lettersOf(document);
  const letters = { ...NO_LETTERS };
  for (const page of document.pages) for (const face of usesOf(page).faces) letters[face] = REPERTOIRE;
  return letters;
};

const NONE: ReadonlySet<number> = new Set();
const NO_LETTERS: Readonly<Record<FaceName, ReadonlySet<number>>> = {
  regular: NONE,
  bold: NONE,
  italic: NONE,
  boldItalic: NONE,
  sansBold: NONE,
};

/** What a page is written with. */
interface PageUses {
  readonly faces: readonly FaceName[];
  /** Whether a letter stands outside the repertoire. */
  readonly hasRare: boolean;
}

/** That of a page, which may stand in many papers. */
const usesOf = createOwned(({ items }: Page): PageUses => {
  const faces = new Set<FaceName>();
  let hasRare = false;
  for (const item of items) {
    if (item.type !== 'text' || item.text === '') continue;
    faces.add(item.face);
    hasRare ||= isRare(item.text);
  }
  return { faces: [...faces], hasRare };
});

/** The repertoire, by code point up to its last. */
const IS_COMMON = new Uint8Array(Math.max(...REPERTOIRE) + 1);
for (const codePoint of REPERTOIRE) IS_COMMON[codePoint] = 1;

const isRare = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (IS_COMMON[text.charCodeAt(at)] !== 1) return true;
  return false;
};

/** The letters of a document by face. */
const lettersOf = ({ pages, form }: PagedDocument): Readonly<Record<FaceName, ReadonlySet<number>>> => {
  const letters: Record<FaceName, Set<number>> = {
    regular: new Set(),
    bold: new Set(),
    italic: new Set(),
    boldItalic: new Set(),
    sansBold: new Set(),
  };
  for (const page of pages)
    for (const { face, found } of lettersOn(page)) for (const letter of found) letters[face].add(letter);
  // What will be typed into a form is not known: its fields have the whole regular face.
  if (form !== undefined) for (const codePoint of WHOLE) letters.regular.add(codePoint);
  return letters;
};

/** Below it stand all letters and signs of Vietnamese papers. */
const COMMON = 0x2200;

/** The letters of a page in one face, each once. */
interface LetterSet {
  readonly face: FaceName;
  readonly found: number[];
  /** By code point below `COMMON`: a set asked for every letter of a paper takes longer than writing them. */
  readonly isFound: Uint8Array;
  readonly rare: Set<number>;
}

/** Those of a page, which may stand in many papers. */
const lettersOn = createOwned(({ items }: Page): readonly Pick<LetterSet, 'face' | 'found'>[] => {
  const sets = new Map<FaceName, LetterSet>();
  for (const item of items) {
    if (item.type !== 'text') continue;
    const { face, text } = item;
    const set = sets.get(face) ?? { face, found: [], isFound: new Uint8Array(COMMON), rare: new Set() };
    sets.set(face, set);
    collectLetters(text, set);
  }
  return [...sets.values()].map(({ face, found }) => ({ face, found }));
});

const collectLetters = (text: string, { found, isFound, rare }: LetterSet): void => {
  for (let at = 0; at < text.length; at += 1) {
    if (isFound[text.charCodeAt(at)] === 1) continue;
    const codePoint = text.codePointAt(at)!;
    if (codePoint > 0xffff) at += 1;
    if (codePoint < COMMON) isFound[codePoint] = 1;
    else if (rare.has(codePoint)) continue;
    else rare.add(codePoint);
    found.push(codePoint);
  }
};

/** All code points of two bytes but controls, halves of pairs and private ones; a face gives those that it has. */
const WHOLE: readonly number[] = Array.from({ length: 0xfffe - 0x20 }, (_, index) => 0x20 + index).filter(
  (codePoint) => !(codePoint >= 0x7f && codePoint < 0xa0) && !(codePoint >= 0xd800 && codePoint < 0xf900),
);

/** A text as a literal string in the font's codes. */
export const literal = (text: string, { codes }: PdfFont): string => {
  const out = createByteText();
  addText(out, '(');
  addCodes(out, text, codes);
  addText(out, ')');
  return String.fromCharCode(...finishText(out));
};
