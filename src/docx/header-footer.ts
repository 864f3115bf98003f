import { createMemory, createOwned } from '../base/memory.js';
import type { PageFoot, ParagraphStyle, ResolvedSection } from '../resolve/resolved-document.js';
import { element, type XmlElement } from './element.js';
import { COMPATIBILITY, DRAWING, RELATIONSHIPS, SHAPE, WORD_DRAWING, WORDPROCESSING } from './namespaces.js';
import { paragraphElement, type StoryContext, textXml } from './paragraph.js';
import { seam } from './seam.js';
import { xmlPart } from './serialise.js';
import { paragraphPropertiesXml, runPropertiesXml, type StyleSheet, styleNamed } from './style-sheet.js';

/** Word wants to know the newer namespaces that a part uses; those of stamps are declared everywhere, they cost nothing. */
export const STORY_NAMESPACES = {
  'xmlns:w': WORDPROCESSING,
  'xmlns:r': RELATIONSHIPS,
  'xmlns:mc': COMPATIBILITY,
  'xmlns:wp': WORD_DRAWING,
  'xmlns:a': DRAWING,
  'xmlns:wps': SHAPE,
};

type PageNumber = ResolvedSection['pageNumber'];

/** Sections have the same headers, and so have papers: their text, once for a sheet of styles. */
const headersOf = createOwned((_: StyleSheet) => createMemory<string>(50));

/** Header of the pages from the second on: the page's number (R9). */
export const pageNumberHeader = (pageNumber: PageNumber, sheet: StyleSheet): string =>
  headersOf(sheet).take(`${pageNumber.style} ${pageNumber.size} ${pageNumber.pitch}`, () =>
    xmlPart(numberedHeader(pageNumber, sheet)),
  );

/** Header of a section's first page, whose number is not shown. */
export const firstPageHeader = (pageNumber: PageNumber, sheet: StyleSheet): string =>
  headersOf(sheet).take(`first ${pageNumber.style} ${pageNumber.pitch}`, () =>
    xmlPart(header(pageNumber, styleNamed(pageNumber.style, sheet), sheet, '')),
  );

function numberedHeader(pageNumber: PageNumber, sheet: StyleSheet): XmlElement {
  const style = styleNamed(pageNumber.style, sheet);
  const properties = runPropertiesXml(style, { ...style.run, size: pageNumber.size }, sheet);
  const run = (content: string): string => `<w:r>${properties}${content}</w:r>`;
  const character = (type: string): string => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const instruction = run('<w:instrText xml:space="preserve"> PAGE </w:instrText>');
  // "2" is what stands there until a program counts: the first page that shows it.
  const field =
    character('begin') + instruction + character('separate') + run(textXml('2')) + character('end');
  return header(pageNumber, style, sheet, field);
}

/**
 * Footer of the first page: box 13. The section's footer distance is its bottom margin, so these lines end where the text
 * area would end, and the text area of this page is shorter by just their height.
 */
export function firstPageFooter(foot: PageFoot, context: StoryContext): XmlElement {
  const paragraphs = foot.paragraphs.map((paragraph) => paragraphElement(paragraph, context));
  return element('w:ftr', STORY_NAMESPACES, paragraphs);
}

/** For a section after one with box 13: without a footer of its own it would show that one again. */
export function emptyFooter(): XmlElement {
  return element('w:ftr', STORY_NAMESPACES, [seam()]);
}

function header({ pitch }: PageNumber, style: ParagraphStyle, sheet: StyleSheet, runs: string): XmlElement {
  const properties = paragraphPropertiesXml(style, { ...style.paragraph, pitch }, {}, sheet);
  return element('w:hdr', STORY_NAMESPACES, [{ _xml: `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>` }]);
}
