import type { ParagraphStyle, StyleName } from '../resolve/resolved-document.js';
import { element, valued, type XmlChild, type XmlElement } from './element.js';
import { optional, runProperties, styleParagraphProperties } from './format.js';
import { WORDPROCESSING } from './namespaces.js';

/** The only font of a paper (R8). A machine without it takes a metric twin. */
export const FONT = 'Times New Roman';

/**
 * The style of the paragraph that Enter begins. What is not named is followed by itself: the next basis, item or recipient.
 * A heading is followed by text, a line of the title by the next line of the title.
 */
const NEXT: { readonly [name in StyleName]?: StyleName } = {
  NationalName: 'NationalMotto',
  ParentAgency: 'IssuingAgency',
  KindTitle: 'Subject',
  Subject: 'Body',
  RuleLine: 'Body',
  AppendixLabel: 'AppendixTitle',
  AppendixTitle: 'ReferenceLine',
  ReferenceLine: 'Body',
  PartLabel: 'PartTitle',
  PartTitle: 'Body',
  Article: 'Body',
  Heading1: 'Body',
  Heading2: 'Body',
  Heading3: 'Body',
  Heading4: 'Body',
  RecipientsLabel: 'Recipient',
  SignatureCapacity: 'SignaturePosition',
  SignaturePosition: 'SignatureSpace',
  SignatureSpace: 'SignerName',
};

/** Word's own styles that a list of styles needs; all others of Word's stay out of the clerk's sight. */
const LATENT_STYLES = element('w:latentStyles', {
  'w:defLockedState': 0,
  'w:defUIPriority': 99,
  'w:defSemiHidden': 1,
  'w:defUnhideWhenUsed': 0,
  'w:defQFormat': 0,
  'w:count': 376,
});

/** styles.xml: Normal, and on it the styles of the paper in their order, each complete. */
export function stylesPart(styles: readonly ParagraphStyle[]): XmlElement {
  const names = new Set(styles.map((style) => style.name));
  return element('w:styles', { 'xmlns:w': WORDPROCESSING }, [
    documentDefaults(),
    LATENT_STYLES,
    normalStyle(styles.find((style) => style.name === 'Body')),
    ...WORD_DEFAULTS,
    ...styles.map((style, index) => paragraphStyle(style, index + 1, names)),
  ]);
}

function documentDefaults(): XmlElement {
  const fonts = { 'w:ascii': FONT, 'w:hAnsi': FONT, 'w:eastAsia': FONT, 'w:cs': FONT };
  const language = { 'w:val': 'vi-VN', 'w:eastAsia': 'vi-VN', 'w:bidi': 'vi-VN' };
  return element('w:docDefaults', undefined, [
    element('w:rPrDefault', undefined, [
      element('w:rPr', undefined, [element('w:rFonts', fonts), element('w:lang', language)]),
    ]),
    element('w:pPrDefault'),
  ]);
}

/** What a clerk gets who removes a style: text of the body's size, without its indent and spacing. */
function normalStyle(body: ParagraphStyle | undefined): XmlElement {
  const size =
    body === undefined ? [] : optional(runProperties({ ...body.run, bold: false, italic: false }, undefined));
  return element('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }, [
    valued('w:name', 'Normal'),
    ...size,
  ]);
}

/** The defaults of the other three types, as Word itself writes them; tables made by hand get their usual cell margins. */
const WORD_DEFAULTS: readonly XmlElement[] = [
  hiddenStyle('character', 'DefaultParagraphFont', 'Default Paragraph Font', 1, []),
  hiddenStyle('table', 'TableNormal', 'Normal Table', 99, [
    element('w:tblPr', undefined, [
      element('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
      element(
        'w:tblCellMar',
        undefined,
        Object.entries({ top: 0, left: 108, bottom: 0, right: 108 }).map(([side, width]) =>
          element(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' }),
        ),
      ),
    ]),
  ]),
  hiddenStyle('numbering', 'NoList', 'No List', 99, []),
];

function hiddenStyle(
  type: string,
  id: string,
  name: string,
  priority: number,
  content: readonly XmlChild[],
): XmlElement {
  return element('w:style', { 'w:type': type, 'w:default': 1, 'w:styleId': id }, [
    valued('w:name', name),
    valued('w:uiPriority', priority),
    element('w:semiHidden'),
    element('w:unhideWhenUsed'),
    ...content,
  ]);
}

function paragraphStyle(style: ParagraphStyle, priority: number, names: ReadonlySet<StyleName>): XmlElement {
  const next = NEXT[style.name];
  return element('w:style', { 'w:type': 'paragraph', 'w:customStyle': 1, 'w:styleId': style.name }, [
    valued('w:name', styleLabel(style)),
    valued('w:basedOn', 'Normal'),
    ...(next !== undefined && names.has(next) ? [valued('w:next', next)] : []),
    valued('w:uiPriority', priority),
    element('w:qFormat'),
    ...optional(styleParagraphProperties(style)),
    ...optional(runProperties(style.run, undefined)),
  ]);
}

/** In a style's name Word reads a comma as the beginning of another name for it. */
function styleLabel(style: ParagraphStyle): string {
  return style.label.replaceAll(',', '');
}
