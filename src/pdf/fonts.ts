import {
  type PDFContext,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib/cjs/core/index.js';
import { deflateZlib } from '../archive/deflate.js';
import { FACE_NAMES, type Face, type FaceName, type FaceSubset, type FontSet } from '../font/font.js';
import type { PagedDocument } from '../typeset/frame.js';
import { toUnicode } from './to-unicode.js';

/** A face with the subset that a document embeds. */
interface PdfFont {
  readonly face: Face;
  readonly subset: FaceSubset;
  /** What is written in a literal string for a code point. An array, as it is read once per letter of a paper. */
  readonly codes: readonly (string | undefined)[];
}

/** All faces, also those that the document has no text in. */
export type PdfFonts = Readonly<Record<FaceName, PdfFont>>;

/** The subsets that a document needs, by face; `used` are the faces that it has text in, in a fixed order. */
export const chooseFonts = (
  document: PagedDocument,
  fonts: FontSet,
): { readonly fonts: PdfFonts; readonly used: readonly FaceName[] } => {
  const codePoints: Record<FaceName, Set<number>> = {
    regular: new Set(),
    bold: new Set(),
    italic: new Set(),
    boldItalic: new Set(),
    sansBold: new Set(),
  };
  for (const page of document.pages) {
    for (const item of page.items) {
      if (item.type !== 'text') continue;
      const ofFace = codePoints[item.face];
      for (const character of item.text) ofFace.add(character.codePointAt(0)!);
    }
  }
  // What will be typed into a form is not known: its fields have the whole regular face.
  if (document.form !== undefined) for (const codePoint of WHOLE) codePoints.regular.add(codePoint);
  const choose = (name: FaceName): PdfFont => {
    const face = fonts.faces[name];
    const subset = face.subset(codePoints[name]);
    const codes = writtenCodes.get(subset) ?? writeCodes(subset);
    writtenCodes.set(subset, codes);
    return { face, subset, codes };
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

/** All code points of two bytes but controls, halves of pairs and private ones; a face gives those that it has. */
const WHOLE: readonly number[] = Array.from({ length: 0xfffe - 0x20 }, (_, index) => 0x20 + index).filter(
  (codePoint) => !(codePoint >= 0x7f && codePoint < 0xa0) && !(codePoint >= 0xd800 && codePoint < 0xf900),
);

const writtenCodes = new WeakMap<FaceSubset, PdfFont['codes']>();

/** A glyph's two bytes, where brackets, backslash and the line ends have to be escaped. */
const writeCodes = ({ glyphOf }: FaceSubset): PdfFont['codes'] => {
  const codes: string[] = [];
  for (const [codePoint, glyph] of glyphOf) codes[codePoint] = byte(glyph >> 8) + byte(glyph & 0xff);
  return codes;
};

/** A text as a literal string in the font's codes; a letter that the face lacks is its empty box. */
export const literal = (text: string, { codes }: PdfFont): string =>
  `(${[...text].map((character) => codes[character.codePointAt(0)!] ?? '\0\0').join('')})`;

const ESCAPED: ReadonlyMap<number, string> = new Map([
  [0x28, '\\('],
  [0x29, '\\)'],
  [0x5c, '\\\\'],
  [0x0d, '\\r'],
  [0x0a, '\\n'],
]);

const byte = (value: number): string => ESCAPED.get(value) ?? String.fromCharCode(value);

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

const makeFixedParts = (context: PDFContext, face: Face, subset: FaceSubset): FixedParts => {
  const stream = (deflated: Uint8Array, entries: Record<string, number>): PDFObject =>
    PDFRawStream.of(context.obj({ ...entries, Filter: 'FlateDecode', Length: deflated.length }), deflated);
  const exact = (units: number): number => Math.round((units * 1e6) / face.metrics.unitsPerEm) / 1e3;
  return {
    program: stream(subset.deflated ?? deflateZlib(subset.bytes), { Length1: subset.bytes.length }),
    toUnicode: stream(deflateZlib(toUnicode(subset.glyphOf)), {}),
    widths: context.obj([0, subset.advances.map(exact)]),
  };
};
