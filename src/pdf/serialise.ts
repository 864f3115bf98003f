import {
  type PDFContext,
  PDFCrossRefSection,
  type PDFDict,
  PDFHeader,
  PDFRawStream,
  PDFTrailer,
  PDFTrailerDict,
} from 'pdf-lib/cjs/core/index.js';
import { addBytes, addText, type ByteText, createByteText, finishText } from './byte-text.js';

/** What the parts of a file have in common: the text of an object is Latin-1, but for what a stream holds. */
interface Part {
  toString(): string;
}

/**
 * A file of the context's objects, in the order of their numbers. Like pdf-lib's own PDFWriter, but at once instead of in
 * ticks of the event loop, and without measuring every object before it is written: a paper takes a few milliseconds.
 */
export const serialise = (context: PDFContext, trailer: PDFDict): Uint8Array => {
  const out = createByteText();
  addText(out, `${PDFHeader.forVersion(1, 7)}\n\n`);
  const crossReferences = PDFCrossRefSection.create();
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    crossReferences.addEntry(ref, out.length);
    addText(out, `${ref.objectNumber} 0 obj\n`);
    addObject(out, object);
    addText(out, '\nendobj\n');
  }
  const start = out.length;
  const end: readonly Part[] = [
    crossReferences,
    PDFTrailerDict.of(trailer),
    '\n',
    PDFTrailer.forLastCrossRefSectionOffset(start),
  ];
  for (const part of end) addText(out, part.toString());
  return finishText(out);
};

const addObject = (out: ByteText, object: Part): void => {
  if (!(object instanceof PDFRawStream)) {
    addText(out, object.toString());
    return;
  }
  object.updateDict();
  addText(out, `${object.dict}\nstream\n`);
  addBytes(out, object.contents);
  addText(out, '\nendstream');
};
