import {
  type PDFContext,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib/cjs/core/index.js';
import { deflateZlib } from '../archive/deflate.js';
import { createOwned } from '../base/memory.js';
import { FACE_NAMES, type Face, type FaceName, type FaceSubset, type FontSet } from '../font/font.js';
import type { Page, PagedDocument } from '../typeset/frame.js';
import { addText, createByteText, finishText } from './byte-text.js';
import { addCodes, type GlyphCodes, glyphCodes } from './glyph-codes.js';
import { toUnicode } from './to-unicode.js';

/** A face with the subset that a document embeds. */
interface PdfFont {
  readonly face: Face;
  readonly subset: FaceSubset;
  /** What is written in a literal string for a code point. */
  readonly codes: GlyphCodes;
}

/** All faces, also those that the document has no text in. */
export type PdfFonts = Readonly<Record<FaceName, PdfFont>>;

/** The subsets that a document needs, by face; `used` are the faces that it has text in, in a fixed order. */
export const chooseFonts = (
  document: PagedDocument,
  fonts: FontSet,
): { readonly fonts: PdfFonts; readonly used: readonly FaceName[] } => {
  const codePoints = codePointsOf(document);
  // What will be typed into a form is not known: its fields have the whole regular face.
  if (document.form !== undefined) for (const codePoint of WHOLE) codePoints.regular.add(codePoint);
  const choose = (name: FaceName): PdfFont => {
    const face = fonts.faces[name];
    const subset = face.subset(codePoints[name]);
    return { face, subset, codes: glyphCodes(subset) };
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

/** The letters of a paper by face, in the order in which they are met. */
const codePointsOf = ({ pages }: PagedDocument): Record<FaceName, Set<number>> => {
  const letters: Record<FaceName, Set<number>> = {
    regular: new Set(),
    bold: new Set(),
    italic: new Set(),
    boldItalic: new Set(),
    sansBold: new Set(),
  };
  for (const page of pages)
    for (const { face, found } of lettersOf(page)) for (const letter of found) letters[face].add(letter);
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
const lettersOf = createOwned(({ items }: Page): readonly Pick<LetterSet, 'face' | 'found'>[] => {
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

/** The parts of an embedded font that are the same in every document; they refer to nothing. */
interface FixedParts {
  readonly program: PDFObject;
  readonly toUnicode: PDFObject;
  readonly widths: PDFObject;
}

const fixedParts = new WeakMap<FaceSubset, FixedParts>();

/** A composite font with two-byte codes that are glyph numbers. Returns its reference. */
export const embedFont = (context: PDFContext, { face, subset }: PdfFont): PDFRef => {
  const parts = fixedParts.get(subset) ?? makeFixedParts(context, face, subset);
  fixedParts.set(subset, parts);
  const { metrics } = face;
  const perMille = (units: number): number => Math.round((units * 1000) / metrics.unitsPerEm);
  const name = `${subset.tag}+${metrics.postScriptName}`;
  const descriptor = context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      // Serif, symbolic (its own glyph numbers), italic.
      Flags: (face.name === 'sansBold' ? 0 : 2) + 4 + (metrics.italicAngle === 0 ? 0 : 64),
      FontBBox: metrics.bbox.map(perMille),
      ItalicAngle: metrics.italicAngle,
      Ascent: perMille(metrics.ascent),
      Descent: perMille(metrics.descent),
      CapHeight: perMille(metrics.capHeight),
      // Not in the file; what a viewer would draw a substitute with.
      StemV: face.name === 'regular' || face.name === 'italic' ? 80 : 140,
      FontFile2: context.register(parts.program),
    }),
  );
  const descendant = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Registry: PDFHexString.of(hex('Adobe')),
        Ordering: PDFHexString.of(hex('Identity')),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      W: parts.widths,
    }),
  );
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: context.register(parts.toUnicode),
    }),
  );
};

const hex = (text: string): string => [...text].map((c) => c.charCodeAt(0).toString(16)).join('');

/** An object whose text is made now: a thousand widths are as many objects. */
const writtenOnce = (object: PDFObject): PDFObject => {
  const text = object.toString();
  return Object.assign(Object.create(object) as PDFObject, { toString: () => text });
};

const makeFixedParts = (context: PDFContext, face: Face, subset: FaceSubset): FixedParts => {
  const stream = (deflated: Uint8Array, entries: Record<string, number>): PDFObject =>
    PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode', Length: deflated.length }), deflated);
  const exact = (units: number): number => Math.round((units * 1e6) / face.metrics.unitsPerEm) / 1e3;
  return {
    program: stream(subset.deflated ?? deflateZlib(subset.bytes), { Length1: subset.bytes.length }),
    toUnicode: stream(deflateZlib(toUnicode(subset.glyphOf)), {}),
    widths: writtenOnce(context.obj([0, subset.advances.map(exact)])),
  };
};
