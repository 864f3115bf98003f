import { deflateZlib } from '../archive/deflate.js';
import type { Deflate } from '../archive/zip.js';
import { FACE_NAMES } from '../font/font.js';
import type { Page } from '../typeset/frame.js';
import { writeContent } from './content.js';
import type { PdfFonts } from './fonts.js';

/** A page as it was written with one set of fonts, by one compressor. */
interface PackedContent {
  readonly fonts: PdfFonts;
  readonly deflate: Deflate;
  readonly packed: Uint8Array;
}

const known = new WeakMap<Page, PackedContent>();

/** The content stream of a page, deflated. A page that stands in many papers is written once. */
export const packContent = (page: Page, fonts: PdfFonts, deflate: Deflate): Uint8Array => {
  const last = known.get(page);
  if (last?.deflate === deflate && FACE_NAMES.every((name) => last.fonts[name] === fonts[name]))
    return last.packed;
  const packed = deflateZlib(writeContent(page, fonts), deflate);
  known.set(page, { fonts, deflate, packed });
  return packed;
};
