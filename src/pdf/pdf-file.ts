import { PDFContext, PDFHeader, type PDFObject, PDFRawStream } from 'pdf-lib/cjs/core/index.js';
import { addBytes, addText, type ByteText, createByteText, finishText, roomFor } from './byte-text.js';

/**
 * A file that is written object by object, in the order of their numbers, which are known before. What every paper has is
 * text of ours, and what many have in common the bytes of the last time: all of it as objects of pdf-lib, as the rest is,
 * takes a paper of a batch twice as long.
 */
export interface PdfFile {
  readonly out: ByteText;
  /** The number of its first object: 1, but for objects that are written apart. */
  readonly first: number;
  /** Where each object begins. */
  readonly places: number[];
}

/** Objects as they stand in a file one behind the other, and where each begins, from the first. */
export interface WrittenObjects {
  readonly bytes: Uint8Array;
  readonly places: readonly number[];
}

export const createPdfFile = (): PdfFile => {
  const out = createByteText();
  addText(out, `${PDFHeader.forVersion(1, 7)}\n\n`);
  return { out, first: 1, places: [] };
};

/** The number that the object added next has. */
export const nextNumber = ({ first, places }: PdfFile): number => first + places.length;

/** Adds an object of this text; gives its number. */
export const addObject = (file: PdfFile, text: string): number => {
  const { out } = file;
  const number = nextNumber(file);
  file.places.push(out.length);
  addText(out, `${number} 0 obj\n${text}\nendobj\n`);
  return number;
};

/** Adds a stream with this dictionary, which says how long it is; gives its number. */
export const addStream = (file: PdfFile, dict: string, bytes: Uint8Array): number => {
  const { out } = file;
  const number = nextNumber(file);
  file.places.push(out.length);
  addText(out, `${number} 0 obj\n${dict}\nstream\n`);
  addBytes(out, bytes);
  addText(out, '\nendstream\nendobj\n');
  return number;
};

/** For objects of pdf-lib, of which the first gets the number `first`. */
export const contextFrom = (first: number): PDFContext => {
  const context = PDFContext.create();
  context.largestObjectNumber = first - 1;
  return context;
};

/** Adds the objects of a context, which begin with the file's next number. */
export const addContext = (file: PdfFile, context: PDFContext): void => {
  for (const [, object] of context.enumerateIndirectObjects()) addPdfObject(file, object);
};

const addPdfObject = (file: PdfFile, object: PDFObject): void => {
  if (object instanceof PDFRawStream) {
    object.updateDict();
    addStream(file, object.dict.toString(), object.contents);
  } else {
    addObject(file, object.toString());
  }
};

/** Objects for files in which the first of them has the number `first`. */
export const writeApart = (first: number, write: (file: PdfFile) => void): WrittenObjects => {
  const file: PdfFile = { out: createByteText(), first, places: [] };
  write(file);
  return { bytes: finishText(file.out), places: file.places };
};

export const addWritten = ({ out, places }: PdfFile, written: WrittenObjects): void => {
  for (const place of written.places) places.push(out.length + place);
  addBytes(out, written.bytes);
};

/** The table of references and the end of the file. `root`, `info`: numbers. `id`: in hex. */
export const finishPdfFile = (file: PdfFile, root: number, info: number, id: string): Uint8Array => {
  const { out, places } = file;
  const start = out.length;
  addText(out, `xref\n0 ${places.length + 1}\n0000000000 65535 f \n`);
  for (const place of places) {
    addFigures(out, place);
    addText(out, ' 00000 n \n');
  }
  addText(
    out,
    `trailer\n<<\n/Size ${places.length + 1}\n/Root ${root} 0 R\n/Info ${info} 0 R\n/ID [ <${id}> <${id}> ]\n>>\nstartxref\n${start}\n%%EOF`,
  );
  return finishText(out);
};

/** Of a place in the table of references. */
const FIGURES = 10;
const ZERO = 0x30;

/** A place with leading zeros. */
const addFigures = (out: ByteText, place: number): void => {
  const buffer = roomFor(out, FIGURES);
  let rest = place;
  for (let at = out.length + FIGURES - 1; at >= out.length; at -= 1) {
    buffer[at] = ZERO + (rest % 10);
    rest = Math.floor(rest / 10);
  }
  out.length += FIGURES;
};
