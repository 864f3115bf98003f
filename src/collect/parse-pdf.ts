import { type PDFContext, PDFParser } from 'pdf-lib/cjs/core/index.js';

/**
 * The objects of a PDF, read from its beginning to its end, so that of one that an update has written again the last counts,
 * whatever became of the cross-reference tables. Undefined where they cannot be read.
 */
export async function parsePdf(bytes: Uint8Array): Promise<PDFContext | undefined> {
  try {
    // pdf-lib says to the console what it passes over, so it is told to give up instead.
    return await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true).parseDocument();
  } catch {
    return undefined;
  }
}
