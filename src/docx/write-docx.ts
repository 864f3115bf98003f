import { type Deflate, type PackedEntry, packEntry, type ZipEntry, zip } from '../archive/zip.js';
import type { PageFoot, ResolvedDocument, ResolvedSection } from '../resolve/resolved-document.js';
import { FACTS_ITEM, factsParts, factsPieces } from './carried-facts.js';
import { element } from './element.js';
import { formPart } from './form-fields.js';
import {
  emptyFooter,
  firstPageFooter,
  firstPageHeader,
  pageNumberHeader,
  STORY_NAMESPACES,
} from './header-footer.js';
import { FIRST_STORY_ID, type StoryPart } from './package.js';
import { appEntry, fixedParts, listingParts, packedStyles, recurringPart } from './packed-parts.js';
import type { StoryContext } from './paragraph.js';
import { corePart } from './properties.js';
import { type SectionParts, sectionPieces, sectionProperties } from './section.js';
import { toXml, xmlPart } from './serialise.js';
import { styleSheetOf } from './style-sheet.js';
import { joinPieces, type Piece } from './utf8.js';

/** What the host gives beyond the paper. */
interface DocxOptions {
  /** The host's raw deflate; without it fflate's. */
  readonly deflate?: Deflate;
  /** ISO date or time for the document properties; without it the paper's own date. */
  readonly now?: string;
  /** The paper's facts as JSON, to be carried with it. */
  readonly facts?: string;
}

/**
 * The paper as a Word file (Office Open XML, transitional). The same document and options give the same bytes. Throws only
 * on a document that contradicts itself, as one that uses a style it does not have.
 */
export function writeDocx(document: ResolvedDocument, options: DocxOptions = {}): Uint8Array {
  const context: StoryContext = {
    sheet: styleSheetOf(document.styles),
    count: { bookmarks: 0, drawings: 0 },
    blanks: document.form === undefined ? 'none' : document.form.isFillable ? 'fields' : 'bookmarks',
  };
  // Headers and footers first: the sections name them by their ids.
  const stories: Stories = new Map();
  const feet = document.sections.map((section) =>
    section.furniture.find((item) => item.type === 'page-foot'),
  );
  const parts = document.sections.map((section, index) => {
    // A section shows the first-page footer of the one before it, unless it has its own.
    const inherits = feet.slice(0, index).some((foot) => foot !== undefined);
    return sectionParts(section, feet[index], inherits, stories, context);
  });
  const { facts, deflate } = options;
  const isForm = document.form !== undefined;
  const listing = listingParts([...stories.values()], facts !== undefined, isForm);
  const plainPart = (name: string, pieces: readonly Piece[]): PackedEntry =>
    packEntry({ name, bytes: joinPieces(pieces) }, deflate);
  const entries: readonly (ZipEntry | PackedEntry)[] = [
    listing.contentTypes,
    plainPart('word/document.xml', documentPieces(document, parts, context)),
    listing.relationships,
    packedStyles(context.sheet),
    ...[...stories].map(([xml, part]) => recurringPart(`word/${part.name}`, xml)),
    ...fixedParts(isForm),
    plainPart('docProps/core.xml', [xmlPart(corePart(document.properties, options.now))]),
    appEntry(document.properties.producer),
    ...(facts === undefined ? [] : [plainPart(FACTS_ITEM, factsPieces(facts)), ...factsParts()]),
    ...(document.form === undefined ? [] : [formPart(document.form)]),
  ];
  return zip(entries, deflate);
}

/** Headers and footers by their text: sections whose headers are alike share one part. */
type Stories = Map<string, StoryPart>;

function sectionParts(
  { pageNumber }: ResolvedSection,
  foot: PageFoot | undefined,
  inherits: boolean,
  stories: Stories,
  context: StoryContext,
): SectionParts {
  const footer = foot ? firstPageFooter(foot, context) : inherits ? emptyFooter() : undefined;
  return {
    header: storyId('header', pageNumberHeader(pageNumber, context.sheet), stories),
    firstHeader: storyId('header', firstPageHeader(pageNumber, context.sheet), stories),
    ...(footer && {
      firstFooter: { id: storyId('footer', xmlPart(footer), stories), isEmpty: foot === undefined },
    }),
  };
}

function storyId(type: StoryPart['type'], xml: string, stories: Stories): string {
  const known = stories.get(xml);
  if (known !== undefined) return known.id;
  const number = [...stories.values()].filter((story) => story.type === type).length + 1;
  const part = { id: `rId${FIRST_STORY_ID + stories.size}`, name: `${type}${number}.xml`, type };
  stories.set(xml, part);
  return part.id;
}

/** What stands before and after the text of every document. */
const [BEFORE_TEXT = '', AFTER_TEXT = ''] = xmlPart(
  element('w:document', STORY_NAMESPACES, [element('w:body', undefined, ['|'])]),
).split('|');

function documentPieces(
  document: ResolvedDocument,
  parts: readonly SectionParts[],
  context: StoryContext,
): readonly Piece[] {
  const last = document.sections.length - 1;
  const pieces: Piece[] = [BEFORE_TEXT];
  document.sections.forEach((section, index) => {
    const properties = sectionProperties(section, parts[index]!);
    if (index < last) pieces.push(...sectionPieces(section, properties, context));
    else pieces.push(...sectionPieces(section, undefined, context), toXml(properties));
  });
  pieces.push(AFTER_TEXT);
  return pieces;
}
