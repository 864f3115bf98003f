import { type PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib/cjs/core/index.js';
import { decodePng } from '../archive/decode-png.js';
import { deflateZlib } from '../archive/deflate.js';
import type { Picture } from '../base/picture.js';
import type { PagedDocument } from '../typeset/frame.js';
import { imageName } from './content.js';

/** The pictures of all pages as resources; nothing where there are none. */
export function writePictures(
  context: PDFContext,
  document: PagedDocument,
): { readonly XObject?: Record<string, PDFRef> } {
  const refs: Record<string, PDFRef> = {};
  for (const item of document.pages.flatMap((page) => page.items)) {
    if (item.type !== 'image') continue;
    const name = imageName(item.picture);
    refs[name] ??= item.picture.type === 'jpeg' ? jpeg(context, item.picture) : png(context, item.picture);
  }
  return Object.keys(refs).length === 0 ? {} : { XObject: refs };
}

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
