import { assertNever } from '../base/assert-never.js';
import { mmToTwip, type Twip, twip } from '../base/lengths.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { Block, Document, DocumentSection, Title } from '../document/ast.js';
import type { FontSet } from '../font/font.js';
import type { Profile } from '../profile/profile.js';
import { endWith, resolveLegalBases, resolveParagraph, resolveUnit } from './body.js';
import { buildContext, type ResolveContext, styleOf } from './context.js';
import { markRoom, moveWithTitle, resolveContact, resolveMarks } from './furniture.js';
import type { BlankLook } from './inlines.js';
import { keepSignatureCompany } from './keep-signature.js';
import { resolveLetterhead } from './letterhead.js';
import { findMissingLetters } from './missing-letters.js';
import { mainLetterhead, plainText } from './regime.js';
import type {
  DocumentProperties,
  Furniture,
  ResolvedBlock,
  ResolvedDocument,
  ResolvedSection,
  Sheet,
} from './resolved-document.js';
import { resolveSignature } from './signature.js';
import { resolveTable } from './table.js';
import { appendixLabel, resolveAppendixTitle, resolveTitle } from './title.js';

/**
 * Applies the profile to a document: every number, phrase, length and size that both writers print is decided here.
 * The document must have its outlines expanded.
 */
export function resolveDocument(
  document: Document,
  profile: Profile,
  fonts: FontSet,
  locate: Locate,
): Outcome<ResolvedDocument> {
  const context = buildContext(document, profile, fonts, locate);
  const appendices = document.sections.filter((section) => section.role === 'appendix');
  const sections = document.sections.map((section) => {
    const index = appendices.indexOf(section);
    const label = index < 0 ? sentLabel(section) : appendixLabel(context, index, appendices.length);
    return resolveSection(context, section, label);
  });
  const value: ResolvedDocument = {
    type: 'resolved-document',
    properties: resolveProperties(context),
    styles: [...context.styles.values()],
    sections,
  };
  const blocks = sections.flatMap((section) => section.blocks);
  return { value, diagnostics: findMissingLetters(context, blocks) };
}

/** What page labels call an enclosure or an attached form: its own title. */
function sentLabel({ role, blocks }: DocumentSection): string {
  const title = role === 'main' ? undefined : blocks.find((block): block is Title => block.type === 'title');
  return plainText(title?.kindTitle ?? []);
}

/** What a section gathers while its blocks are resolved one after the other. */
interface Gathered {
  readonly blocks: ResolvedBlock[];
  readonly furniture: Furniture[];
  room: Twip;
}

function resolveSection(context: ResolveContext, section: DocumentSection, label: string): ResolvedSection {
  const sheet = resolveSheet(context, section);
  const textWidth = twip(sheet.width - sheet.margins.left - sheet.margins.right);
  const gathered: Gathered = { blocks: [], furniture: [], room: twip(0) };
  const look = section.role === 'form' ? 'dotted' : 'empty';
  for (const block of section.blocks)
    resolveBlock(
      context,
      block,
      { sheet, textWidth, label, look, isSent: section.role !== 'main' },
      gathered,
    );
  const ended =
    section.role === 'main' || section.role === 'appendix'
      ? endText(context, gathered.blocks)
      : gathered.blocks;
  return {
    role: section.role,
    sheet,
    pageNumber: {
      style: 'PageNumber',
      size: styleOf(context, 'PageNumber').run.size,
      fromTop: mmToTwip(context.profile.pageNumber.fromTop),
      pitch: styleOf(context, 'PageNumber').paragraph.pitch,
    },
    furniture: gathered.furniture,
    blocks: keepSignatureCompany(ended, textWidth, context.fonts),
    label,
  };
}

function resolveBlock(
  context: ResolveContext,
  block: Block,
  where: {
    readonly sheet: Sheet;
    readonly textWidth: Twip;
    readonly label: string;
    readonly look: BlankLook;
    readonly isSent: boolean;
  },
  gathered: Gathered,
): void {
  const { textWidth } = where;
  switch (block.type) {
    case 'letterhead': {
      const letterhead = resolveLetterhead(context, block, textWidth, where.look);
      const marks = resolveMarks(context, block, letterhead, where.sheet);
      gathered.room = markRoom(context, marks, where.sheet, letterhead.height);
      gathered.furniture.push(
        ...moveWithTitle(context, marks, where.sheet, letterhead.height, gathered.room),
      );
      gathered.blocks.push(letterhead.table);
      return;
    }
    case 'title':
      gathered.blocks.push(
        ...resolveTitle(context, block, textWidth, {
          first: gathered.blocks.length === 0,
          room: gathered.room,
          isEntry: where.isSent,
        }),
      );
      return;
    case 'appendix-title':
      gathered.blocks.push(...resolveAppendixTitle(context, block, where.label, textWidth));
      return;
    case 'legal-bases':
      gathered.blocks.push(...resolveLegalBases(context, block));
      return;
    case 'unit':
      gathered.blocks.push(...resolveUnit(context, block));
      return;
    case 'paragraph':
      gathered.blocks.push(resolveParagraph(context, block));
      return;
    case 'table':
      gathered.blocks.push(...resolveTable(context, block, textWidth, textHeight(where.sheet)));
      return;
    case 'signature':
      gathered.blocks.push(resolveSignature(context, block, textWidth));
      return;
    case 'contact-line':
      gathered.furniture.push(resolveContact(context, block, textWidth));
      return;
    case 'raw-outline':
      throw new Error('resolveDocument takes a document whose outlines are expanded');
    default:
      assertNever(block);
  }
}

function resolveSheet(context: ResolveContext, section: DocumentSection): Sheet {
  const [short, long] = [mmToTwip(context.profile.sheet.width), mmToTwip(context.profile.sheet.height)];
  const upright = section.orientation === 'portrait';
  return {
    width: upright ? short : long,
    height: upright ? long : short,
    orientation: section.orientation,
    margins: context.figures.margins,
  };
}

const textHeight = ({ height, margins }: Sheet): Twip => twip(height - margins.top - margins.bottom);

/** R57: the last paragraph of the text, before the signature, ends "./." (or what the form says). A table ends itself. */
function endText(context: ResolveContext, blocks: readonly ResolvedBlock[]): readonly ResolvedBlock[] {
  const { ending } = context.figures;
  const signed = blocks.findIndex((block) => block.type === 'table' && block.purpose === 'signature');
  const at = (signed < 0 ? blocks.length : signed) - 1;
  const last = blocks[at];
  if (ending === '' || last?.type !== 'paragraph' || !['Body', 'Item', 'LegalBasis'].includes(last.style))
    return blocks;
  const inlines = endWith(last.inlines, ending, styleOf(context, last.style).run, 'R57');
  return blocks.map((block, i) => (i === at ? { ...last, inlines } : block));
}

function resolveProperties(context: ResolveContext): DocumentProperties {
  const letterhead = mainLetterhead(context.document);
  const title = context.document.sections
    .flatMap((s) => s.blocks)
    .find((b): b is Title => b.type === 'title');
  const subject = plainText(title?.subject ?? []);
  const { year, month, day } = letterhead?.placeAndDate?.issuedOn ?? {};
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    title: [context.document.kindName, subject].filter((text) => text !== '').join(' '),
    author: plainText(letterhead?.issuingAgency ?? []),
    subject,
    language: 'vi-VN',
    ...(year !== undefined && month !== undefined && day !== undefined
      ? { issuedOn: `${year}-${two(month)}-${two(day)}` }
      : {}),
    producer: 'Thể Thức',
  };
}
