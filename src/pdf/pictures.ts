import { type PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib/cjs/core/index.js';
import { decodePng } from '../archive/decode-png.js';
import { deflateZlib } from '../archive/deflate.js';
import { createOwned } from '../base/memory.js';
import type { Picture } from '../base/picture.js';
import type { Page, PagedDocument } from '../typeset/frame.js';
import { imageName } from './content.js';
import { addContext, contextFrom, nextNumber, type PdfFile } from './pdf-file.js';

/** Adds the pictures of all pages; gives their references by their names in the resources. Nothing where there are none. */
export function writePictures(
  file: PdfFile,
  { pages }: PagedDocument,
): Readonly<Record<string, string>> | undefined {
  if (!pages.some(hasPicture)) return undefined;
  const context = contextFrom(nextNumber(file));
  const refs: Record<string, string> = {};
  for (const item of pages.flatMap((page) => page.items)) {
    if (item.type !== 'image') continue;
    const { picture } = item;
    const write = picture.type === 'jpeg' ? jpeg : png;
    refs[imageName(picture)] ??= write(context, picture).toString();
  }
  addContext(file, context);
  return refs;
}

/** Of a page, which may stand in many papers. */
const hasPicture = createOwned(({ items }: Page) => items.some(({ type }) => type === 'image'));

/** A JPEG stands in a PDF as it is. */
function jpeg(context: PDFContext, { bytes, width, height, channels }: Picture): PDFRef {
  const space = channels === 1 ? 'DeviceGray' : channels === 4 ? 'DeviceCMYK' : 'DeviceRGB';
  const dict = context.obj({
    ...imageEntries(width, height, space),
    Filter: 'DCTDecode',
    Length: bytes.length,
    // Photoshop writes CMYK upside down.
    ...(channels === 4 ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
  });
  return context.register(PDFRawStream.of(dict, bytes));
}

function png(context: PDFContext, { bytes, width, height }: Picture): PDFRef {
  const { rgb, alpha } = decodePng(bytes);
  const stream = (plain: Uint8Array, space: string, more: Record<string, PDFRef>): PDFRef => {
    const deflated = deflateZlib(plain);
    const dict = context.obj({
      ...imageEntries(width, height, space),
      Filter: 'FlateDecode',
      Length: deflated.length,
      ...more,
    });
    return context.register(PDFRawStream.of(dict, deflated));
  };
  const mask = alpha === undefined ? {} : { SMask: stream(alpha, 'DeviceGray', {}) };
  return stream(rgb, 'DeviceRGB', mask);
}

const imageEntries = (width: number, height: number, space: string) => ({
  Type: 'XObject',
  Subtype: 'Image',
  Width: width,
  Height: height,
  BitsPerComponent: 8,
  ColorSpace: space,
});
