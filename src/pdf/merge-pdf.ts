import { type PDFContext, PDFHexString, PDFParser } from 'pdf-lib/cjs/core/index.js';
import { createObjectCopier } from './copy-objects.js';
import { createPageGroups } from './page-groups.js';
import {
  createVolumeObjects,
  type Digest,
  fingerprints,
  latin1,
  type VolumeObjects,
} from './volume-objects.js';
import { copyPage, pagesOf, type VolumePage } from './volume-page.js';

/** Many papers as one file for the printer, written as it grows: what is kept of a paper are a few numbers. */
export interface PdfVolume {
  /**
   * Puts a paper at the end; gives its number of pages. Papers of one title that follow each other share a bookmark.
   * Throws a PdfMergeError where the bytes are no PDF that can be read; the volume is then as it was.
   */
  readonly add: (bytes: Uint8Array, title: string) => Promise<number>;
  readonly close: () => Promise<VolumeTotals>;
}

export interface VolumeTotals {
  readonly papers: number;
  /** Blank ones too. */
  readonly pages: number;
}

export interface PdfVolumeOptions {
  /** What a viewer shows in its title bar. */
  readonly title?: string;
  /** A blank page after a paper with an odd number of them, so that on both sides of the sheets each begins a new one. */
  readonly evenPages?: boolean;
  /** By which equal objects are found; the host's SHA-256 where it has one. */
  readonly digest?: Digest;
}

/** A Vietnamese sentence without a final dot, that says of a file what it is: the caller knows its name. */
export class PdfMergeError extends Error {
  override readonly name = 'PdfMergeError';
}

interface Bookmark {
  readonly number: number;
  readonly title: string;
  readonly page: number;
  readonly before: number | undefined;
}

/**
 * The printer's file of many papers. It holds pages and bookmarks and nothing else of the papers: no form (fields are drawn
 * as they look), no attachment, no date. The same papers give the same bytes. `write` is waited for.
 */
export function createPdfVolume(
  write: (bytes: Uint8Array) => Promise<void> | void,
  options: PdfVolumeOptions = {},
): PdfVolume {
  const objects = createVolumeObjects(write, options.digest ?? fingerprints);
  const groups = createPageGroups(objects);
  const outline = createOutline(objects);
  let papers = 0;

  const putPage = (entries: string): number => {
    const number = objects.reserve();
    const parent = groups.parent();
    objects.put(number, latin1(`<< /Type /Page /Parent ${parent} 0 R${entries} >>`));
    groups.add(number);
    return number;
  };
  const add = async (bytes: Uint8Array, title: string): Promise<number> => {
    const pages = copyPages(await parse(bytes), objects);
    const numbers = pages.map(({ entries }) => putPage(entries));
    outline.add(title, numbers[0]!);
    if (options.evenPages && pages.length % 2 === 1) putPage(`${pages.at(-1)!.sheet} /Resources << >>`);
    papers += 1;
    await objects.flush();
    return pages.length;
  };
  const close = async (): Promise<VolumeTotals> => {
    const pages = groups.finish();
    const bookmarks = outline.finish();
    const shown = bookmarks === undefined ? '' : ` /Outlines ${bookmarks} 0 R /PageMode /UseOutlines`;
    const root = objects.reserve();
    objects.put(
      root,
      latin1(
        `<< /Type /Catalog /Pages ${pages} 0 R /Lang ${hexText('vi-VN')} /ViewerPreferences << /DisplayDocTitle true >>${shown} >>`,
      ),
    );
    const info = objects.reserve();
    objects.put(
      info,
      latin1(options.title === undefined ? '<< >>' : `<< /Title ${hexText(options.title)} >>`),
    );
    await objects.finish(root, info);
    return { papers, pages: groups.count() };
  };
  return { add, close };
}

async function parse(bytes: Uint8Array): Promise<PDFContext> {
  let context: PDFContext;
  try {
    // Told to be strict: otherwise it says to the console what it passes over.
    context = await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true).parseDocument();
  } catch (cause) {
    throw new PdfMergeError('không đọc được tệp PDF này', { cause });
  }
  if (context.trailerInfo.Encrypt !== undefined) throw new PdfMergeError('tệp PDF này có mật khẩu');
  return context;
}

/** All pages of a paper, or none of it in the volume. */
function copyPages(context: PDFContext, objects: VolumeObjects): readonly VolumePage[] {
  const copier = createObjectCopier(context, objects);
  try {
    const pages = pagesOf(context).map((page) => copyPage(page, copier, objects));
    if (pages.length > 0) return pages;
  } catch (cause) {
    objects.drop();
    throw new PdfMergeError('không đọc được các trang của tệp PDF này', { cause });
  }
  throw new PdfMergeError('tệp PDF này không có trang nào');
}

interface Outline {
  readonly add: (title: string, page: number) => void;
  /** The root; undefined where there is no bookmark. */
  readonly finish: () => number | undefined;
}

/** A bookmark is written when its follower is known. */
function createOutline(objects: VolumeObjects): Outline {
  let root: number | undefined;
  let first: number | undefined;
  let last: Bookmark | undefined;
  let count = 0;

  const put = ({ number, title, page, before }: Bookmark, next?: number): void => {
    const around = `${before === undefined ? '' : ` /Prev ${before} 0 R`}${next === undefined ? '' : ` /Next ${next} 0 R`}`;
    const entries = `/Title ${hexText(title)} /Parent ${root} 0 R${around} /Dest [${page} 0 R /Fit]`;
    objects.put(number, latin1(`<< ${entries} >>`));
  };
  return {
    add: (title, page) => {
      if (last?.title === title) return;
      root ??= objects.reserve();
      const number = objects.reserve();
      first ??= number;
      if (last !== undefined) put(last, number);
      last = { number, title, page, before: last?.number };
      count += 1;
    },
    finish: () => {
      if (root === undefined || last === undefined) return undefined;
      put(last);
      const ends = `/First ${first} 0 R /Last ${last.number} 0 R /Count ${count}`;
      objects.put(root, latin1(`<< /Type /Outlines ${ends} >>`));
      return root;
    },
  };
}

const hexText = (text: string): string => PDFHexString.fromText(text).toString();
