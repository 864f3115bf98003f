import {
  type PDFContext,
  PDFHexString,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib/cjs/core/index.js';
import { deflateZlib } from '../archive/deflate.js';
import { createOwned } from '../base/memory.js';
import type { Face, FaceSubset } from '../font/font.js';
import type { PdfFont } from './fonts.js';
import {
  addContext,
  addWritten,
  contextFrom,
  nextNumber,
  type PdfFile,
  type WrittenObjects,
  writeApart,
} from './pdf-file.js';
import { toUnicode } from './to-unicode.js';

/** The objects of a font by the number of the first: fonts stand at a file's beginning, so that there are few such numbers. */
const writtenFonts = createOwned((_: PdfFont) => new Map<number, WrittenObjects>());

/** The objects of an embedded font; the last of them is the font itself, whose number it gives. */
export const writeFont = (file: PdfFile, font: PdfFont): number => {
  const first = nextNumber(file);
  const known = writtenFonts(font);
  const written =
    known.get(first) ??
    writeApart(first, (apart) => {
      const context = contextFrom(first);
      embedFont(context, font);
      addContext(apart, context);
    });
  known.set(first, written);
  addWritten(file, written);
  return nextNumber(file) - 1;
};

/** The parts of an embedded font that are the same under every number; they refer to nothing. */
interface FixedParts {
  readonly program: PDFObject;
  readonly toUnicode: PDFObject;
  readonly widths: PDFObject;
}

const fixedParts = new WeakMap<FaceSubset, FixedParts>();

/** A composite font with two-byte codes that are glyph numbers. Returns its reference. */
const embedFont = (context: PDFContext, { face, subset }: PdfFont): PDFRef => {
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
