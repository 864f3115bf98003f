import { decodePDFRawStream, PDFContext, PDFParser, PDFRawStream } from 'pdf-lib/cjs/core/index.js';

/** More than any list of objects, or any form that a paper carries; what is longer is made to fill the memory. */
const MOST_INFLATED = 1 << 26;

/** What pdf-lib inflates has no limit of its own: every stream grows its buffer by this one call. */
interface Inflating {
  ensureBuffer: (wanted: number) => Uint8Array;
}

function limitStreams(): void {
  const context = PDFContext.create();
  const dict = context.obj({ Filter: 'FlateDecode' });
  const stream = decodePDFRawStream(PDFRawStream.of(dict, new Uint8Array([0x78, 0x9c])));
  const shared = Object.getPrototypeOf(Object.getPrototypeOf(stream)) as Inflating;
  const { ensureBuffer } = shared;
  shared.ensureBuffer = function (this: Inflating, wanted) {
    if (wanted > MOST_INFLATED) throw new RangeError('A stream of a PDF is too long');
    return ensureBuffer.call(this, wanted);
  };
}

let isLimited = false;

/**
 * The objects of a PDF, read from its beginning to its end, so that of one that an update has written again the last counts,
 * whatever became of the cross-reference tables. Undefined where they cannot be read.
 */
export async function parsePdf(bytes: Uint8Array): Promise<PDFContext | undefined> {
  if (!isLimited) limitStreams();
  isLimited = true;
  try {
    // pdf-lib says to the console what it passes over, so it is told to give up instead.
    return await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true).parseDocument();
  } catch {
    return undefined;
  }
}
