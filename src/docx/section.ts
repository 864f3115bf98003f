import { assertNever } from '../base/assert-never.js';
import type { ResolvedBlock, ResolvedSection, ResolvedTable } from '../resolve/resolved-document.js';
import { endsWithSeam, seamBefore } from '../resolve/seam.js';
import { element, valued, type XmlElement } from './element.js';
import { knownPiece } from './known-blocks.js';
import { paragraphXml, type StoryContext } from './paragraph.js';
import { seam } from './seam.js';
import { toXml } from './serialise.js';
import { stampRun } from './stamp.js';
import { tableElement } from './table.js';
import type { Piece } from './utf8.js';

/** Relationship ids of the parts that stand in the margins of a section's pages. */
export interface SectionParts {
  readonly firstHeader: string;
  readonly header: string;
  readonly firstFooter?: { readonly id: string; readonly isEmpty: boolean };
}

/**
 * The blocks of a section. Of every section but the last the properties stand in its last paragraph; those of the last the
 * caller puts at the end of the body.
 */
export function sectionPieces(
  section: ResolvedSection,
  properties: XmlElement | undefined,
  context: StoryContext,
): readonly Piece[] {
  const { blocks } = section;
  const stamps = section.furniture.filter((item) => item.type === 'stamp-box');
  const anchored = stamps.map((stamp) => stampRun(stamp, context));
  const firstText = blocks.findIndex((block) => block.type === 'paragraph');
  const pieces: Piece[] = [];
  blocks.forEach((block, index) => {
    switch (block.type) {
      case 'paragraph': {
        const ends = properties !== undefined && index === blocks.length - 1;
        const carries = anchored.length > 0 && index === firstText;
        const place = { ...(ends && { section: properties }), ...(carries && { anchored }) };
        const make = (): string => paragraphXml(block, context, place);
        pieces.push(ends || carries ? make() : knownPiece(block, context, make));
        break;
      }
      case 'table':
        pieces.push(seamXml(block, blocks[index - 1]));
        pieces.push(knownPiece(block, context, () => toXml(tableElement(block, context))));
        break;
      default:
        assertNever(block);
    }
  });
  if (endsWithSeam(blocks)) {
    pieces.push(toXml(seam({ section: properties, anchored: firstText < 0 ? anchored : [] })));
  }
  return pieces;
}

function seamXml(table: ResolvedTable, previous: ResolvedBlock | undefined): string {
  const before = seamBefore(table, previous);
  return before === undefined ? '' : toXml(seam({ before, keepNext: true }));
}

/** `w:sectPr`: a new page, the sheet, and pages counted from 1 with the first page's own header (R9, R10). */
export function sectionProperties(section: ResolvedSection, parts: SectionParts): XmlElement {
  const { sheet, pageNumber } = section;
  const reference = (name: string, type: string, id: string): XmlElement =>
    element(name, { 'w:type': type, 'r:id': id });
  const { firstFooter } = parts;
  return element('w:sectPr', undefined, [
    reference('w:headerReference', 'default', parts.header),
    reference('w:headerReference', 'first', parts.firstHeader),
    ...(firstFooter === undefined ? [] : [reference('w:footerReference', 'first', firstFooter.id)]),
    valued('w:type', 'nextPage'),
    element('w:pgSz', { 'w:w': sheet.width, 'w:h': sheet.height, 'w:orient': orientation(section) }),
    element('w:pgMar', {
      'w:top': sheet.margins.top,
      'w:right': sheet.margins.right,
      'w:bottom': sheet.margins.bottom,
      'w:left': sheet.margins.left,
      'w:header': pageNumber.fromTop,
      // Where box 13 stands, it ends at the text area's end; a footer that a clerk adds is as near the edge as the header.
      'w:footer':
        firstFooter === undefined || firstFooter.isEmpty ? pageNumber.fromTop : sheet.margins.bottom,
      'w:gutter': 0,
    }),
    element('w:pgNumType', { 'w:start': 1 }),
    element('w:titlePg'),
  ]);
}

function orientation(section: ResolvedSection): string | undefined {
  return section.sheet.orientation === 'landscape' ? 'landscape' : undefined;
}
