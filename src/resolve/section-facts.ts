import { assertNever } from '../base/assert-never.js';
import { createOwned } from '../base/memory.js';
import type { Block, Document, DocumentSection, Inline, Title, UnitLevel } from '../document/ast.js';
import type { Banner } from '../document/banner.js';

/** What is asked of a section again and again, found in one walk over its blocks. */
interface SectionFacts {
  readonly title: Title | undefined;
  readonly banners: readonly Banner[];
  /** It has parts, chapters or sections. */
  readonly isParted: boolean;
  readonly hasBlank: boolean;
  /** Nothing of it names the paper that it goes with, or needs a file that the form names. */
  readonly standsAlone: boolean;
}

export const factsOf = createOwned(({ blocks }: DocumentSection): SectionFacts => {
  let title: Title | undefined;
  let isParted = false;
  let hasBlank = false;
  let standsAlone = true;
  const banners: Banner[] = [];
  for (const block of blocks) {
    if (block.type === 'title') title ??= block;
    if (block.type === 'banner') banners.push(block);
    if (block.type === 'unit' && LARGE.has(block.level)) isParted = true;
    hasBlank ||= holdsBlank(block);
    standsAlone &&= !namesOthers(block);
  }
  return { title, banners, isParted, hasBlank, standsAlone };
});

const LARGE: ReadonlySet<UnitLevel> = new Set(['part', 'chapter', 'section', 'subsection']);

/** The first title of a document. */
export function firstTitle({ sections }: Document): Title | undefined {
  for (const section of sections) {
    const { title } = factsOf(section);
    if (title !== undefined) return title;
  }
  return undefined;
}

const namesOthers = (block: Block): boolean =>
  block.type === 'appendix-title' ||
  block.type === 'banner' ||
  (block.type === 'title' && block.hasReferenceLine === true);

const isBlank = (inline: Inline): boolean => inline.type === 'blank';
const areBlank = (lines: readonly (readonly Inline[])[]): boolean => lines.some((line) => line.some(isBlank));

function holdsBlank(block: Block): boolean {
  switch (block.type) {
    case 'unit':
    case 'numbered-unit':
    case 'paragraph':
      return block.content.some(isBlank);
    case 'letterhead':
      return areBlank([block.parentAgency, block.issuingAgency]);
    case 'title':
      return areBlank([block.kindTitle, block.subject]);
    case 'appendix-title':
      return block.title.some(isBlank);
    case 'legal-bases':
      return areBlank(block.items);
    case 'table':
      return block.rows.some(({ cells }) => cells.some(({ content }) => content.some(isBlank)));
    case 'signature': {
      const { capacity, position, fullName } = block.signer;
      return areBlank(block.recipients) || areBlank(capacity) || areBlank([position, fullName]);
    }
    case 'contact-line':
      return areBlank(block.lines);
    case 'banner':
    case 'raw-outline':
      return false;
    default:
      return assertNever(block);
  }
}
