import { assertNever } from '../base/assert-never.js';
import { mmToTwip, type Twip, twip } from '../base/lengths.js';
import { createOwned } from '../base/memory.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { Block, Document, DocumentSection, DocumentSettings, Letterhead } from '../document/ast.js';
import type { FontSet } from '../font/font.js';
import type { Profile } from '../profile/profile.js';
import { bannerRoom } from './banner/banner-room.js';
import { findBadEmblems } from './banner/emblem.js';
import { resolveBanner } from './banner/resolve-banner.js';
import type { ResolvedBanner } from './banner/resolved-banner.js';
import { endWith, resolveBodyBlock, resolveLegalBases } from './body.js';
import { buildContext, type ResolveContext, rememberResolved, styleOf } from './context.js';
import { fitBlanks } from './fit-blanks.js';
import { formOf } from './form-of.js';
import { markRoom, moveWithTitle, resolveContact, resolveMarks } from './furniture.js';
import type { BlankLook } from './inlines.js';
import { keepSignatureCompany } from './keep-signature.js';
import { resolveLetterhead } from './letterhead.js';
import { findMissingLetters } from './missing-letters.js';
import { prepareBlanks } from './prepare-blanks.js';
import { plainText, senderLetterhead } from './regime.js';
import type {
  DocumentProperties,
  Furniture,
  ResolvedBlock,
  ResolvedDocument,
  ResolvedParagraph,
  ResolvedSection,
  Sheet,
} from './resolved-document.js';
import { factsOf, firstTitle } from './section-facts.js';
import { resolveSignature } from './signature.js';
import { resolveTable } from './table.js';
import { appendixLabel, resolveAppendixTitle, resolveTitle } from './title.js';

/**
 * Applies the profile to a document: every number, phrase, length and size that both writers print is decided here.
 * The document must have its outlines expanded.
 */
export function resolveDocument(
  given: Document,
  profile: Profile,
  fonts: FontSet,
  locate: Locate,
  files?: ReadonlyMap<string, Uint8Array>,
): Outcome<ResolvedDocument> {
  const document = prepareBlanks(given);
  const context = buildContext(document, profile, fonts, locate, files);
  const appendices = document.sections.filter((section) => section.role === 'appendix');
  const sections = document.sections.map((section) => {
    const index = appendices.indexOf(section);
    const label = index < 0 ? sentLabel(section) : appendixLabel(context, index, appendices.length);
    return knownSection(context, section, label);
  });
  const value: ResolvedDocument = {
    type: 'resolved-document',
    properties: resolveProperties(context),
    styles: styleList(context.styles),
    sections,
    ...formOf(document, sections),
  };
  return { value, diagnostics: [...findMissingLetters(context, sections), ...findBadEmblems(context)] };
}

/** Writers know papers of the same styles by the same list. */
const styleList = createOwned((styles: ResolveContext['styles']) => [...styles.values()]);

/** What page labels call an enclosure or an attached form: its own title. */
function sentLabel(section: DocumentSection): string {
  const title = section.role === 'main' ? undefined : factsOf(section).title;
  return plainText(title?.kindTitle ?? []);
}

/**
 * What is sent with a paper is the same section in many papers: it is resolved once for its styles (which are of one profile and
 * one set of fonts) and the settings of the paper. One that refers to its paper, or to files that the form names, is not.
 */
function knownSection(context: ResolveContext, section: DocumentSection, label: string): ResolvedSection {
  const resolve = () => resolveSection(context, section, label);
  if (section.role === 'main' || !factsOf(section).standsAlone) return resolve();
  const key = `${settingsKey(context.document.settings)} ${label}`;
  return rememberedSection(context, section, key, resolve);
}

const rememberedSection = rememberResolved<DocumentSection, ResolvedSection>();

const settingsKey = createOwned((settings: DocumentSettings) => JSON.stringify(settings));

/** What a section gathers while its blocks are resolved one after the other. */
interface Gathered {
  readonly blocks: ResolvedBlock[];
  readonly furniture: Furniture[];
  readonly banners: ResolvedBanner[];
  room: Twip;
}

function resolveSection(context: ResolveContext, section: DocumentSection, label: string): ResolvedSection {
  const sheet = resolveSheet(context, section);
  const textWidth = twip(sheet.width - sheet.margins.left - sheet.margins.right);
  const gathered: Gathered = { blocks: [], furniture: [], banners: [], room: twip(0) };
  const look = section.role === 'form' ? 'dotted' : 'empty';
  for (const block of section.blocks)
    resolveBlock(
      context,
      block,
      { sheet, textWidth, label, look, isSent: section.role !== 'main' },
      gathered,
    );
  const fitted = gathered.blocks.map((block) => fitBlanks(context, block, textWidth));
  const ended = section.role === 'main' || section.role === 'appendix' ? endText(context, fitted) : fitted;
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
    ...(gathered.banners.length === 0 ? {} : { banners: gathered.banners }),
    blocks: keepSignatureCompany(ended, textWidth, context.fonts),
    label,
  };
}

/** What the blocks of a section need to know of it. */
interface Where {
  readonly sheet: Sheet;
  readonly textWidth: Twip;
  readonly label: string;
  readonly look: BlankLook;
  readonly isSent: boolean;
}

function resolveBlock(context: ResolveContext, block: Block, where: Where, gathered: Gathered): void {
  const { textWidth } = where;
  switch (block.type) {
    case 'letterhead':
      gatherLetterhead(context, block, where, gathered);
      return;
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
    case 'paragraph':
      gathered.blocks.push(...resolveBodyBlock(context, block));
      return;
    case 'table':
      gathered.blocks.push(...resolveTable(context, block, textWidth, textHeight(where.sheet)));
      return;
    case 'signature':
      gathered.blocks.push(resolveSignature(context, block, textWidth));
      return;
    case 'banner': {
      const { print, blocks } = resolveBanner(context, block, bannerRoom(context, where, gathered.blocks));
      gathered.banners.push(print);
      gathered.blocks.push(...blocks);
      return;
    }
    case 'contact-line':
      gathered.furniture.push(resolveContact(context, block, textWidth));
      return;
    case 'raw-outline':
    case 'numbered-unit':
      throw new Error('resolveDocument takes a document whose outlines are expanded');
    default:
      assertNever(block);
  }
}

/** The letterhead, and the marks that hang on what it leaves free. */
function gatherLetterhead(
  context: ResolveContext,
  block: Letterhead,
  { sheet, textWidth, look }: Where,
  gathered: Gathered,
): void {
  const letterhead = resolveLetterhead(context, block, textWidth, look);
  const marks = resolveMarks(context, block, letterhead, sheet);
  gathered.room = markRoom(context, marks, sheet, letterhead.height);
  gathered.furniture.push(...moveWithTitle(context, marks, sheet, letterhead.height, gathered.room));
  gathered.blocks.push(letterhead.table);
}

function resolveSheet(context: ResolveContext, section: DocumentSection): Sheet {
  const { width, height } = context.profile.sheet;
  // The short side of A3 is the long one of A4.
  const sides = section.sheet === 'A3' ? [height, 2 * width] : [width, height];
  const [short, long] = sides.map(mmToTwip) as [Twip, Twip];
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
  const end = last.inlines.at(-1);
  if (end?.type === 'text' && end.blank !== undefined) return blocks;
  const ended = rememberedEnd(context, last, ending, () => {
    const inlines = endWith(last.inlines, ending, styleOf(context, last.style).run, 'R57');
    return inlines === last.inlines ? last : { ...last, inlines };
  });
  return ended === last ? blocks : blocks.with(at, ended);
}

const rememberedEnd = rememberResolved<ResolvedParagraph, ResolvedParagraph>();

function resolveProperties(context: ResolveContext): DocumentProperties {
  const letterhead = senderLetterhead(context.document);
  const subject = plainText(firstTitle(context.document)?.subject ?? []);
  const { year, month, day } = letterhead?.placeAndDate?.issuedOn ?? {};
  const two = (n: number) => String(n).padStart(2, '0');
  return {
    title: [context.document.kindName, subject].filter((text) => text !== '').join(' '),
    author: plainText(letterhead?.issuingAgency ?? []).trim(),
    subject,
    language: 'vi-VN',
    ...(year !== undefined && month !== undefined && day !== undefined
      ? { issuedOn: `${year}-${two(month)}-${two(day)}` }
      : {}),
    producer: 'Thể Thức',
  };
}
