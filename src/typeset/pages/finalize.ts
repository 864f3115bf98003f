import { twip, twipToPt } from '../../base/lengths.js';
import { createMemory } from '../../base/memory.js';
import type { ResolvedParagraph, ResolvedSection } from '../../resolve/resolved-document.js';
import type { LaidTable } from '../flow/laid-block.js';
import { type LayContext, layParagraph } from '../flow/lay-paragraph.js';
import type { LinesPiece, Piece, RowPiece } from '../flow/piece.js';
import type { Bookmark, Page, PageItem } from '../frame.js';
import { drawBackdrop } from './draw-backdrop.js';
import { drawFurniture } from './draw-furniture.js';
import { drawGrid } from './draw-grid.js';
import { drawRow } from './draw-row.js';
import { drawLines } from './draw-text.js';
import { type FlowPage, knownPage } from './known-pages.js';

/** The pages of one section, and the bookmarks that start on them. `firstPage` is the number of pages before it. */
export function finalizePages(
  pieces: readonly (readonly Piece[])[],
  section: ResolvedSection,
  sectionIndex: number,
  firstPage: number,
  context: LayContext,
): { readonly pages: readonly Page[]; readonly bookmarks: readonly Bookmark[] } {
  const { sheet, pageNumber, label, furniture } = section;
  const around = JSON.stringify([sheet, pageNumber, label, sectionIndex, firstPage]);
  const made = pieces.map((onPage, index): FlowPage => {
    const make = () => finalizePage(onPage, index, section, sectionIndex, firstPage, context);
    const fixed = index === 0 ? JSON.stringify(furniture) : '';
    return knownPage(onPage, `${index} ${around}${fixed}`, context, make);
  });
  const bookmarks: Bookmark[] = [];
  for (const page of made) bookmarks.push(...page.bookmarks);
  return { pages: made.map(({ page }) => page), bookmarks };
}

function finalizePage(
  pieces: readonly Piece[],
  index: number,
  section: ResolvedSection,
  sectionIndex: number,
  firstPage: number,
  context: LayContext,
): FlowPage {
  const items: PageItem[] = [];
  if (index === 0) drawFurniture(section, context, items);
  else drawPageNumber(index + 1, section, context, items);
  for (const piece of pieces) drawPiece(piece, section, items);
  for (const rows of tablesOn(pieces)) {
    const { indent } = rows[0]!.laid.table.table;
    drawGrid(rows, section.sheet.margins.left + indent, section.sheet.margins.top, items);
  }
  const page: Page = {
    width: twipToPt(section.sheet.width),
    height: twipToPt(section.sheet.height),
    section: sectionIndex,
    numberInSection: index + 1,
    sectionLabel: section.label,
    items,
  };
  const bookmarks: Bookmark[] = [];
  for (const piece of pieces) addBookmarks(piece, section, firstPage + index, bookmarks);
  return { page, bookmarks };
}

function drawPiece(piece: Piece, { sheet: { margins } }: ResolvedSection, items: PageItem[]): void {
  if (piece.type === 'lines') {
    drawLines(piece.laid, piece.from, piece.to, margins.left, margins.top + piece.top, items);
  } else {
    const { backdrop, columns, indent } = piece.laid.table.table;
    if (backdrop !== undefined) {
      drawBackdrop(backdrop, columns[0] ?? 0, margins.left + indent, margins.top + piece.top, items);
    }
    drawRow(piece, margins.left + indent, margins.top, items);
  }
}

/** The rows on a page, by table. */
function tablesOn(pieces: readonly Piece[]): readonly (readonly RowPiece[])[] {
  const tables = new Map<LaidTable, RowPiece[]>();
  for (const piece of pieces) {
    if (piece.type !== 'row') continue;
    const rows = tables.get(piece.laid.table);
    if (rows === undefined) tables.set(piece.laid.table, [piece]);
    else rows.push(piece);
  }
  return [...tables.values()];
}

/** Adds the bookmarks of the paragraphs that begin in a piece. */
function addBookmarks(piece: Piece, section: ResolvedSection, page: number, bookmarks: Bookmark[]): void {
  if (piece.type === 'lines') addBookmark(piece, 0, section, page, bookmarks);
  else
    for (const cell of piece.cells)
      for (const lines of cell) addBookmark(lines, piece.top, section, page, bookmarks);
}

/** `within`: where what the lines stand in begins, from the top of the text area. */
function addBookmark(
  { laid, from, top }: LinesPiece,
  within: number,
  { sheet }: ResolvedSection,
  page: number,
  bookmarks: Bookmark[],
): void {
  const { bookmark } = laid.paragraph;
  if (bookmark === undefined || from > 0) return;
  bookmarks.push({ ...bookmark, page, y: twipToPt(sheet.margins.top + within + top) });
}

/** The header of a page: its number within the section, centred between the margins (R10). */
function drawPageNumber(
  number: number,
  { sheet, pageNumber }: ResolvedSection,
  context: LayContext,
  items: PageItem[],
): void {
  const { style, size, pitch } = pageNumber;
  const paragraph = numbers.take(`${number} ${style} ${size} ${pitch}`, () =>
    numberParagraph(number, pageNumber),
  );
  const laid = layParagraph(paragraph, sheet.width - sheet.margins.left - sheet.margins.right, context);
  drawLines(laid, 0, 1, sheet.margins.left, pageNumber.fromTop, items);
}

/** Every paper has the same ones. */
const numbers = createMemory<ResolvedParagraph>(300);

const numberParagraph = (
  number: number,
  { style, size, pitch }: ResolvedSection['pageNumber'],
): ResolvedParagraph => ({
  type: 'paragraph',
  style,
  format: {
    align: 'center',
    indentLeft: twip(0),
    indentRight: twip(0),
    firstLine: twip(0),
    before: twip(0),
    pitch,
    pitchRule: 'atLeast',
    keepNext: false,
    keepLines: false,
    widowControl: false,
  },
  inlines: [
    {
      type: 'text',
      text: String(number),
      size,
      bold: false,
      italic: false,
      color: '000000',
      origin: { type: 'generated', rule: 'R10' },
    },
  ],
});
