import { decodePng } from '../../archive/decode-png.js';
import { type Picture, readPicture } from '../../base/picture.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { Banner } from '../../document/banner.js';
import type { ResolveContext } from '../context.js';
import { factsOf } from '../section-facts.js';

/** The user's picture; undefined where there is none that can be printed. A file that is missing was told before. */
export function emblemOf({ files }: ResolveContext, { emblem }: Banner): Picture | undefined {
  const bytes = emblem && files.get(emblem.text);
  const picture = bytes && readPicture(bytes);
  return picture !== undefined && canPrint(picture) ? picture : undefined;
}

const printable = new WeakMap<Uint8Array, boolean>();

/** A PNG has to be taken apart for the PDF; what breaks off or is interlaced cannot. */
function canPrint(picture: Picture): boolean {
  const { type, bytes } = picture;
  const known = printable.get(bytes);
  if (known !== undefined) return known;
  let isPrintable = picture.width > 0 && picture.height > 0;
  if (type === 'png') {
    try {
      decodePng(bytes);
    } catch {
      isPrintable = false;
    }
  }
  printable.set(bytes, isPrintable);
  return isPrintable;
}

/** Files that are no pictures, or such as we cannot put into a PDF. */
export const findBadEmblems = (context: ResolveContext): readonly Diagnostic[] =>
  context.document.sections
    .flatMap((section) => factsOf(section).banners)
    .flatMap((block): readonly Diagnostic[] => {
      if (block.emblem === undefined) return [];
      if (!context.files.has(block.emblem.text) || emblemOf(context, block) !== undefined) return [];
      const { text, origin } = block.emblem;
      const place = origin?.type === 'field' ? context.locate(origin.path, 0, text.length) : undefined;
      return [
        {
          code: 'banner/bad-picture',
          severity: 'error',
          message: `Tệp biểu trưng "${text}" không phải ảnh PNG hoặc JPEG mà chương trình in được`,
          actual: text,
          expected: 'ảnh PNG thường (không interlaced) hoặc JPEG',
          hints: ['Mở ảnh bằng Paint rồi lưu lại kiểu PNG'],
          ...(place === undefined ? {} : { place }),
        },
      ];
    });
