import type { FontSet } from '../font/font.js';
import type { Host } from '../host/host.js';
import type { PdfOptions } from '../pdf/write-pdf.js';
import { outlineText } from '../typeset/banner/outline-text.js';
import type { Page, PagedDocument } from '../typeset/frame.js';

/** The longer side of the picture of a cloth, in points: sharp on a screen, small enough to send. */
const LONGER_SIDE = 2400;
const POINTS_PER_INCH = 72;

/** What stands in the names of a paper's files after the form's name: numbers where there are several, and the scale. */
export const bannerParts = (print: PagedDocument): readonly string[] =>
  print.pages.map(({ print: area }, index) =>
    [print.pages.length > 1 ? String(index + 1) : '', area?.scaleName ?? '']
      .filter((part) => part !== '')
      .join('-'),
  );

/** Every banner as a file of its own: who prints it gets just that. */
export async function writeBanners(
  print: PagedDocument,
  format: 'pdf' | 'svg' | 'png',
  fonts: FontSet,
  host: Pick<Host, 'rasterise'>,
  options: PdfOptions,
): Promise<readonly Uint8Array[]> {
  const { writePdf } = await import('../pdf/write-pdf.js');
  const { writeSvg } = await import('../svg/write-svg.js');
  const alone = (page: Page): PagedDocument => ({ ...print, pages: [page] });
  const svgOf = (page: Page): string => writeSvg(alone(page), 0, fonts);
  switch (format) {
    case 'pdf':
      return print.pages.map((page) => writePdf(alone(page), fonts, options));
    case 'svg':
      return print.pages.map((page) => new TextEncoder().encode(svgOf(page)));
    case 'png':
      return Promise.all(
        print.pages.map((page) => {
          // As outlines, so that a picture never depends on the fonts of a machine.
          const svg = svgOf({ ...page, items: outlineText(page.items, fonts) });
          return host.rasterise(svg, pixelsPerInch(page), []);
        }),
      );
  }
}

/** A screen's points are taken as they are. */
const pixelsPerInch = ({ print, width, height }: Page): number =>
  print?.isPixels ? POINTS_PER_INCH : (LONGER_SIDE * POINTS_PER_INCH) / Math.max(width, height);
