import type { FontSet } from '../font/font.js';
import type { ResolvedDocument, ResolvedSection } from '../resolve/resolved-document.js';
import { collectBlocks } from './flow/collect.js';
import { distributeBlocks } from './flow/distribute.js';
import { layContextOf } from './flow/lay-paragraph.js';
import type { Bookmark, Page, PagedDocument } from './frame.js';
import { footHeight } from './pages/draw-furniture.js';
import { finalizePages } from './pages/finalize.js';
import { placeFields } from './pages/place-fields.js';

/** Sets a resolved document on pages: the same lines at the same places as a word processor gives its DOCX. */
export function layoutDocument(document: ResolvedDocument, fonts: FontSet): PagedDocument {
  const context = layContextOf(document.styles, fonts);
  const pages: Page[] = [];
  const bookmarks: Bookmark[] = [];
  for (const [index, section] of document.sections.entries()) {
    // Break every paragraph and cell into lines; heights are known from here on.
    const blocks = collectBlocks(section, context);
    // Put the blocks on pages one below the other.
    const pieces = distributeBlocks(blocks, flowHeights(section));
    // Draw each page: what stands in the flow, and around it.
    const set = finalizePages(pieces, section, index, pages.length, context);
    pages.push(...set.pages);
    bookmarks.push(...set.bookmarks);
  }
  const paged: PagedDocument = { type: 'paged-document', properties: document.properties, pages, bookmarks };
  // The places of a fillable form's fields.
  return document.form?.isFillable !== true ? paged : placeFields(paged, document.form, fonts);
}

function flowHeights(section: ResolvedSection): { first: number; rest: number } {
  const { height, margins } = section.sheet;
  const rest = height - margins.top - margins.bottom;
  return { first: rest - footHeight(section), rest };
}
