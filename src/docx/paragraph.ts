import { assertNever } from '../base/assert-never.js';
import { escapeXml } from '../base/escape-xml.js';
import type { ParagraphStyle, ResolvedInline, ResolvedParagraph } from '../resolve/resolved-document.js';
import type { Verbatim, XmlElement } from './element.js';
import { bookmarkedBlank, contentControl, type Stretch, stretchesOf } from './form-fields.js';
import { toXml } from './serialise.js';
import { paragraphPropertiesXml, runPropertiesXml, type StyleSheet, styleNamed } from './style-sheet.js';

/** What the parts of one paper share while they are written. */
export interface StoryContext {
  readonly sheet: StyleSheet;
  /** How many there are so far; their ids are 1, 2, 3 … */
  readonly count: { bookmarks: number; drawings: number };
  /** What becomes of blanks; in a paper without any there is nothing to look for. */
  readonly blanks: 'none' | 'bookmarks' | 'fields';
}

/** What the place of a paragraph asks of it, beyond what it says of itself. */
interface ParagraphPlace {
  /** The row stays with the next: so must each of its paragraphs. */
  readonly keepNext?: boolean;
  /** The paragraph ends a section, whose properties it carries. */
  readonly section?: XmlElement;
  /** Runs before the text, with shapes that have their place on the sheet. */
  readonly anchored?: readonly XmlElement[];
}

/**
 * `w:p`: style, what differs from it, and runs. Made as text at once: this is where a paper's time goes, and its
 * properties are ready as text. Whatever comes from the paper goes through `escapeXml`.
 */
export function paragraphElement(
  paragraph: ResolvedParagraph,
  context: StoryContext,
  place: ParagraphPlace = {},
): Verbatim {
  return { _xml: paragraphXml(paragraph, context, place) };
}

export function paragraphXml(
  paragraph: ResolvedParagraph,
  context: StoryContext,
  place: ParagraphPlace = {},
): string {
  const style = styleNamed(paragraph.style, context.sheet);
  const text =
    context.blanks === 'none'
      ? runsXml(paragraph.inlines, style, context.sheet)
      : stretchesOf(paragraph.inlines)
          .map((each) => stretchXml(each, style, context))
          .join('');
  const runs = paragraph.bookmark === undefined ? text : bookmarked(text, context);
  const anchored = place.anchored?.map(toXml).join('') ?? '';
  return `<w:p>${propertiesXml(paragraph, style, context, place)}${anchored}${runs}</w:p>`;
}

/** `w:t`; spaces at its ends, and blanks of many spaces, are kept. */
export function textXml(text: string): string {
  return `<w:t xml:space="preserve">${escapeXml(text)}</w:t>`;
}

function propertiesXml(
  paragraph: ResolvedParagraph,
  style: ParagraphStyle,
  context: StoryContext,
  place: ParagraphPlace,
): string {
  const { format, bookmark, rule } = paragraph;
  const kept = place.keepNext === true && !format.keepNext ? { ...format, keepNext: true } : format;
  // Word's navigation pane shows what the PDF's bookmarks show: the paragraphs that have one. 9 is body text.
  const extras = {
    ...(bookmark?.level === style.outlineLevel ? {} : { outlineLevel: bookmark?.level ?? 9 }),
    ...(rule === undefined ? {} : { topBorder: rule.thickness }),
    ...tabStop(paragraph),
  };
  const properties = paragraphPropertiesXml(style, kept, extras, context.sheet);
  const section = place.section === undefined ? '' : toXml(place.section);
  return `<w:pPr>${properties}${section}</w:pPr>`;
}

/** The place of a tab that fills the rest of its line with dots. */
function tabStop({ inlines }: ResolvedParagraph): { readonly tabStop?: number } {
  for (const inline of inlines) {
    if (inline.type === 'text' && inline.leader !== undefined) return { tabStop: inline.leader };
  }
  return {};
}

/** The runs of a form: its blanks are content controls, or dots in a bookmark where it is to be filled in by hand. */
function stretchXml({ inlines, blank }: Stretch, style: ParagraphStyle, context: StoryContext): string {
  const dots = runsXml(inlines, style, context.sheet);
  const first = inlines[0];
  if (blank === undefined || first?.type !== 'text') return dots;
  context.count.bookmarks += 1;
  if (context.blanks === 'bookmarks') return bookmarkedBlank(blank, dots, context.count.bookmarks);
  const { spacing: _, ...plain } = first;
  const words = blank.value.split('\n').flatMap((text, index): readonly ResolvedInline[] => {
    const run = { ...plain, text };
    return index === 0 ? [run] : [{ type: 'line-break' }, run];
  });
  const value = blank.value === '' ? '' : runsXml(words, style, context.sheet);
  return contentControl(blank, dots, value, context.count.bookmarks);
}

/** Texts of one face next to each other are one run, wherever they come from: what reads as one is edited as one. */
function runsXml(inlines: readonly ResolvedInline[], style: ParagraphStyle, sheet: StyleSheet): string {
  let xml = '';
  let properties = '';
  let text = '';
  const endRun = (): void => {
    if (text !== '') xml += `<w:r>${properties}${textXml(text)}</w:r>`;
    text = '';
  };
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text': {
        if (inline.leader !== undefined) {
          endRun();
          xml += `<w:r>${runPropertiesXml(style, inline, sheet)}<w:tab/></w:r>`;
          break;
        }
        const own = runPropertiesXml(style, inline, sheet);
        if (own !== properties) endRun();
        properties = own;
        text += inline.text;
        break;
      }
      case 'line-break':
        endRun();
        xml += '<w:r><w:br/></w:r>';
        break;
      default:
        assertNever(inline);
    }
  }
  endRun();
  return xml;
}

/** Bookmarks whose names begin with an underscore are Word's hidden ones, as those of its own tables of contents. */
function bookmarked(runs: string, context: StoryContext): string {
  context.count.bookmarks += 1;
  const id = context.count.bookmarks;
  return `<w:bookmarkStart w:id="${id}" w:name="_Muc${id}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;
}
