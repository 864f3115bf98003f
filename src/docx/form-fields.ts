import { type PackedEntry, packEntry } from '../archive/zip.js';
import { escapeXml } from '../base/escape-xml.js';
import { FACTS_FIELD, formFacts } from '../document/form-facts.js';
import type { FormBlank, ResolvedForm, ResolvedInline } from '../resolve/resolved-document.js';
import { element, type XmlElement } from './element.js';
import { xmlPart } from './serialise.js';

/** A stretch of a paragraph: words, or the dots of one blank. */
export interface Stretch {
  readonly inlines: readonly ResolvedInline[];
  readonly blank?: FormBlank;
}

/** Parts a paragraph at its blanks; line breaks between the dots of one blank are its own. */
export function stretchesOf(inlines: readonly ResolvedInline[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < inlines.length; ) {
    const blank = blankOf(inlines[at]);
    const isEnd = (inline: ResolvedInline): boolean =>
      blank === undefined ? blankOf(inline) !== undefined : blankOf(inline)?.key === blank.key;
    const found =
      blank === undefined ? inlines.slice(at).findIndex(isEnd) : inlines.findLastIndex(isEnd) + 1 - at;
    const end = found < 0 ? inlines.length : at + found;
    stretches.push({ inlines: inlines.slice(at, end), ...(blank !== undefined && { blank }) });
    at = end;
  }
  return stretches;
}

const blankOf = (inline: ResolvedInline | undefined): FormBlank | undefined =>
  inline?.type === 'text' ? inline.blank : undefined;

/**
 * A content control in running text: `dots` as its placeholder, or the value that is sent out with it. LibreOffice drops tag
 * and title when it saves, so a bookmark around it says the key once more. It is of the kind for rich text: out of one for plain
 * text LibreOffice takes the line breaks and the spacing of the dots.
 */
export function contentControl(blank: FormBlank, dots: string, value: string, id: number): string {
  const properties = [
    `<w:alias w:val="${escapeXml(blank.isRequired ? `${blank.label} (bắt buộc)` : blank.label)}"/>`,
    `<w:tag w:val="${escapeXml(blank.key)}"/>`,
    `<w:id w:val="${id}"/>`,
    ...(value === '' ? ['<w:showingPlcHdr/>'] : []),
  ];
  const control = `<w:sdt><w:sdtPr>${properties.join('')}</w:sdtPr><w:sdtContent>${value === '' ? dots : value}</w:sdtContent></w:sdt>`;
  return bookmarkedBlank(blank, control, id);
}

/** What is typed into the dots of a blank is still known by its key. */
export const bookmarkedBlank = ({ key }: FormBlank, content: string, id: number): string =>
  `<w:bookmarkStart w:id="${id}" w:name="f_${key}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;

const PROPERTIES = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';
const VARIANT_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';
/** Custom properties are numbered from 2, in the one set that programs show. */
const PROPERTY_SET = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

/** docProps/custom.xml: what form this is and whom it was made for; LibreOffice keeps it. */
export function formPart(form: ResolvedForm): PackedEntry {
  const root: XmlElement = element('Properties', { xmlns: PROPERTIES, 'xmlns:vt': VARIANT_TYPES }, [
    element('property', { fmtid: PROPERTY_SET, pid: 2, name: FACTS_FIELD }, [
      element('vt:lpwstr', undefined, [formFacts(form)]),
    ]),
  ]);
  return packEntry({ name: FORM_PART.name, bytes: new TextEncoder().encode(xmlPart(root)) });
}

/** What `[Content_Types].xml` and `_rels/.rels` say of the part. */
export const FORM_PART = {
  name: 'docProps/custom.xml',
  type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties',
} as const;
