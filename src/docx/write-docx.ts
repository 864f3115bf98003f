import { type Deflate, type PackedEntry, type ZipEntry, zip } from '../archive/zip.js';
import type { PageFoot, ResolvedDocument, ResolvedSection } from '../resolve/resolved-document.js';
import { factsParts } from './carried-facts.js';
import { element, type XmlElement } from './element.js';
import { formPart } from './form-fields.js';
import {
  emptyFooter,
  firstPageFooter,
  firstPageHeader,
  pageNumberHeader,
  STORY_NAMESPACES,
} from './header-footer.js';
import { contentTypesPart, documentRelationshipsPart, FIRST_STORY_ID, type StoryPart } from './package.js';
import { fixedParts, packedStyles, recurringPart } from './packed-parts.js';
import type { StoryContext } from './paragraph.js';
import { appPart, corePart } from './properties.js';
import { type SectionParts, sectionElements, sectionProperties } from './section.js';
import { xmlPart } from './serialise.js';
import { styleSheetOf } from './style-sheet.js';

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
  const storyParts = [...stories.values()];
  const { facts } = options;
  const entries: readonly (ZipEntry | PackedEntry)[] = [
    recurringPart(
      '[Content_Types].xml',
      xmlPart(contentTypesPart(storyParts, facts !== undefined, document.form !== undefined)),
    ),
    plainPart('word/document.xml', documentPart(document, parts, context)),
    recurringPart(
      'word/_rels/document.xml.rels',
      xmlPart(documentRelationshipsPart(storyParts, facts !== undefined)),
    ),
    packedStyles(context.sheet),
    ...[...stories].map(([xml, part]) => recurringPart(`word/${part.name}`, xml)),
    ...fixedParts(document.form !== undefined),
    plainPart('docProps/core.xml', corePart(document.properties, options.now)),
    recurringPart('docProps/app.xml', xmlPart(appPart(document.properties))),
    ...(facts === undefined ? [] : factsParts(facts)),
    ...(document.form === undefined ? [] : [formPart(document.form)]),
  ];
  return zip(entries, options.deflate);
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
    ...(footer && { firstFooter: { id: storyId('footer', footer, stories), isEmpty: foot === undefined } }),
  };
}

function storyId(type: StoryPart['type'], root: XmlElement, stories: Stories): string {
  const xml = xmlPart(root);
  const known = stories.get(xml);
  if (known !== undefined) return known.id;
  const number = [...stories.values()].filter((story) => story.type === type).length + 1;
  const part = { id: `rId${FIRST_STORY_ID + stories.size}`, name: `${type}${number}.xml`, type };
  stories.set(xml, part);
  return part.id;
}

function documentPart(
  document: ResolvedDocument,
  parts: readonly SectionParts[],
  context: StoryContext,
): XmlElement {
  const last = document.sections.length - 1;
  const body = document.sections.flatMap((section, index) => {
    const properties = sectionProperties(section, parts[index]!);
    return index < last
      ? sectionElements(section, properties, context)
      : [...sectionElements(section, undefined, context), properties];
  });
  return element('w:document', STORY_NAMESPACES, [{ 'w:body': body }]);
}

const encoder = new TextEncoder();

function plainPart(name: string, root: XmlElement): ZipEntry {
  return { name, bytes: encoder.encode(xmlPart(root)) };
}
