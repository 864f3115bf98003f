import { twip, twipToPt } from '../../base/lengths.js';
import type { ResolvedParagraph, ResolvedSection } from '../../resolve/resolved-document.js';
import type { LaidTable } from '../flow/laid-block.js';
import { type LayContext, layParagraph } from '../flow/lay-paragraph.js';
import type { Piece, RowPiece } from '../flow/piece.js';
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
  const { sheet, pageNumber, label } = section;
  const around = JSON.stringify([sheet, pageNumber, label, sectionIndex, firstPage]);
  const made = pieces.map((onPage, index): FlowPage => {
    const make = () => finalizePage(onPage, index, section, sectionIndex, firstPage, context);
    // What stands at fixed places of the first page is every paper's own.
    return index === 0 ? make() : knownPage(onPage, `${index} ${around}`, context, make);
  });
  return { pages: made.map(({ page }) => page), bookmarks: made.flatMap(({ bookmarks }) => bookmarks) };
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
  return { page, bookmarks: pieces.flatMap((piece) => bookmarksOf(piece, section, firstPage + index)) };
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

/** Bookmarks of the paragraphs that begin in a piece. */
function bookmarksOf(piece: Piece, { sheet }: ResolvedSection, page: number): readonly Bookmark[] {
  const [within, pieces] = piece.type === 'row' ? [piece.top, piece.cells.flat()] : [0, [piece]];
  return pieces.flatMap(({ laid, from, top }) => {
    const { bookmark } = laid.paragraph;
    if (bookmark === undefined || from > 0) return [];
    return [{ ...bookmark, page, y: twipToPt(sheet.margins.top + within + top) }];
  });
}

/** The header of a page: its number within the section, centred between the margins (R10). */
function drawPageNumber(
  number: number,
  section: ResolvedSection,
  context: LayContext,
  items: PageItem[],
): void {
  const { sheet, pageNumber } = section;
  const paragraph: ResolvedParagraph = {
    type: 'paragraph',
    style: pageNumber.style,
    format: {
      align: 'center',
      indentLeft: twip(0),
      indentRight: twip(0),
      firstLine: twip(0),
      before: twip(0),
      pitch: pageNumber.pitch,
      pitchRule: 'atLeast',
      keepNext: false,
      keepLines: false,
      widowControl: false,
    },
    inlines: [
      {
        type: 'text',
        text: String(number),
        size: pageNumber.size,
        bold: false,
        italic: false,
        color: '000000',
        origin: { type: 'generated', rule: 'R10' },
      },
    ],
  };
  const laid = layParagraph(paragraph, sheet.width - sheet.margins.left - sheet.margins.right, context);
  drawLines(laid, 0, 1, sheet.margins.left, pageNumber.fromTop, items);
}
