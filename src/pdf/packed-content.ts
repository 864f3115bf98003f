import { deflateZlib } from '../archive/deflate.js';
import type { Deflate } from '../archive/zip.js';
import { FACE_NAMES, type FaceSubset } from '../font/font.js';
import type { Page } from '../typeset/frame.js';
import { writeContent } from './content.js';
import type { PdfFonts } from './fonts.js';

/** A page as it was written for one set of subsets, by one compressor. */
interface PackedContent {
  readonly subsets: readonly FaceSubset[];
  readonly deflate: Deflate;
  readonly packed: Uint8Array;
}

const known = new WeakMap<Page, PackedContent>();

/** The content stream of a page, deflated. A page that stands in many papers is written once. */
export const packContent = (page: Page, fonts: PdfFonts, deflate: Deflate): Uint8Array => {
  const last = known.get(page);
  const subsets = FACE_NAMES.map((name) => fonts[name].subset);
  const isSame = last?.deflate === deflate && last.subsets.every((subset, at) => subset === subsets[at]);
  if (last !== undefined && isSame) return last.packed;
  const packed = deflateZlib(writeContent(page, fonts), deflate);
  known.set(page, { subsets, deflate, packed });
  return packed;
};
