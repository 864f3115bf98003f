import { fingerprint } from '../../base/fingerprint.js';
import { createOwned } from '../../base/memory.js';
import type { FontSet } from '../../font/font.js';
import { writeSvg } from '../../svg/write-svg.js';
import type { Page, PagedDocument, PrintArea } from '../../typeset/frame.js';
import type { LookedPage, PrintSize } from '../protocol.js';

/** What is put over a page's drawing, as SVG. */
export type DrawOver = (page: Page) => string;

const SECOND_SEED = 0x9747b28c;
const encoder = new TextEncoder();

/** The ids of pages without and with something over them: a page object has one sheet, one set of fonts, and so one drawing. */
const ids = { plain: new WeakMap<Page, string>(), drawnOver: new WeakMap<Page, string>() } as const;

/**
 * The pages of a document for one who knows some. A page's id is of what is drawn, so that it is the same in another run of
 * the program; a page that is the same object as before is not drawn again to learn it.
 */
export function lookedPages(
  document: PagedDocument,
  fonts: FontSet,
  isKnown: (id: string) => boolean,
  over: DrawOver | undefined,
  labelOf: (page: Page) => string = labelOfPage,
): readonly LookedPage[] {
  // Without the title: a page would be another with each letter of it, and show it under the pointer.
  const plain = { ...document, properties: { ...document.properties, title: '' } };
  return document.pages.map((page, index): LookedPage => {
    const { width, height } = page;
    const print = page.print === undefined ? {} : { print: printSize(page.print) };
    const shape = { width, height, label: labelOf(page), ...print };
    const known = over === undefined ? ids.plain : ids.drawnOver;
    const before = known.get(page);
    if (before !== undefined && isKnown(before)) return { ...shape, id: before };
    const svg = drawnOver(writeSvg(plain, index, fonts), over?.(page) ?? '');
    const id = before ?? idOf(svg, page);
    known.set(page, id);
    return isKnown(id) ? { ...shape, id } : { ...shape, id, svg };
  });
}

/** A file that says its unit is of true size. */
const printSize = ({ trim, isPixels, userUnit, reducedBy = 1 }: PrintArea): PrintSize => ({
  width: trim.width * reducedBy,
  height: trim.height * reducedBy,
  isPixels,
  reducedBy: userUnit === undefined ? reducedBy : 1,
});

const END = '</svg>';

const drawnOver = (svg: string, over: string): string =>
  over === '' ? svg : `${svg.slice(0, svg.lastIndexOf(END))}${over}${svg.slice(svg.lastIndexOf(END))}`;

/** A photo of some megabytes is read once, not with every letter that is typed beside it. */
const PICTURE_DATA = /(?<=;base64,)[^"]*/g;

function idOf(svg: string, { items }: Page): string {
  const pictures = items.flatMap((item) => (item.type === 'image' ? [pictureId(item.picture.bytes)] : []));
  const drawing = pictures.length === 0 ? svg : svg.replace(PICTURE_DATA, '');
  return [idOfBytes(encoder.encode(drawing)), ...pictures].join('-');
}

const idOfBytes = (bytes: Uint8Array): string =>
  [fingerprint(bytes), fingerprint(bytes, SECOND_SEED), bytes.length]
    .map((part) => part.toString(36))
    .join('-');

const pictureId = createOwned(idOfBytes);

/** "2", "Phụ lục I - 1" */
export const labelOfPage = ({ sectionLabel, numberInSection }: Page): string =>
  sectionLabel === '' ? String(numberInSection) : `${sectionLabel} - ${numberInSection}`;
