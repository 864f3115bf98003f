import { fingerprint } from '../../base/fingerprint.js';
import type { FontSet } from '../../font/font.js';
import { writeSvg } from '../../svg/write-svg.js';
import type { Page, PagedDocument } from '../../typeset/frame.js';
import type { LookedPage } from '../protocol.js';

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
    const shape = { width, height, label: labelOf(page) };
    const known = over === undefined ? ids.plain : ids.drawnOver;
    const before = known.get(page);
    if (before !== undefined && isKnown(before)) return { ...shape, id: before };
    const svg = drawnOver(writeSvg(plain, index, fonts), over?.(page) ?? '');
    const id = before ?? idOf(svg);
    known.set(page, id);
    return isKnown(id) ? { ...shape, id } : { ...shape, id, svg };
  });
}

const END = '</svg>';

const drawnOver = (svg: string, over: string): string =>
  over === '' ? svg : `${svg.slice(0, svg.lastIndexOf(END))}${over}${svg.slice(svg.lastIndexOf(END))}`;

function idOf(svg: string): string {
  const bytes = encoder.encode(svg);
  const parts = [fingerprint(bytes), fingerprint(bytes, SECOND_SEED), bytes.length];
  return parts.map((part) => part.toString(36)).join('-');
}

/** "2", "Phụ lục I - 1" */
export const labelOfPage = ({ sectionLabel, numberInSection }: Page): string =>
  sectionLabel === '' ? String(numberInSection) : `${sectionLabel} - ${numberInSection}`;
