import { type PackedEntry, packEntry } from '../archive/zip.js';
import { FACTS_ELEMENT, FACTS_NAMESPACE } from '../base/carried-facts.js';
import { element, type XmlElement } from './element.js';
import { RELATIONSHIPS } from './namespaces.js';
import { xmlPart } from './serialise.js';
import type { Piece } from './utf8.js';

const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Names the part within its file; the same in every file, since no file has two. */
const ITEM_ID = '{8C2F5A3E-6B1D-4E57-9A40-3D7E1C9B2F64}';

/** The content type of `customXml/itemProps1.xml`; that of the item itself is the default of `.xml`. */
export const FACTS_PROPERTIES = {
  name: 'customXml/itemProps1.xml',
  type: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
} as const;

/** What `word/_rels/document.xml.rels` says of the part. */
export const FACTS_RELATION = {
  type: `${RELATIONSHIPS}/customXml`,
  target: '../customXml/item1.xml',
} as const;

const encoder = new TextEncoder();
let fixed: readonly PackedEntry[] | undefined;

const [BEFORE_FACTS = '', AFTER_FACTS = ''] = xmlPart(
  element(FACTS_ELEMENT, { xmlns: FACTS_NAMESPACE }, ['|']),
).split('|');

/** A custom XML part, which Word and LibreOffice keep when they save. */
export const FACTS_ITEM = 'customXml/item1.xml';

/** The part itself: the facts are the text of one element of ours. */
export const factsPieces = (facts: string): readonly Piece[] => [BEFORE_FACTS, escaped(facts), AFTER_FACTS];

/** What the package says of the part, the same in every file. */
export function factsParts(): readonly PackedEntry[] {
  fixed ??= [
    part(FACTS_PROPERTIES.name, properties()),
    part('customXml/_rels/item1.xml.rels', relationships()),
  ];
  return fixed;
}

/** JSON is full of quotes, which mean nothing in the text of an element. Its control characters are escaped already. */
const escaped = (json: string): string =>
  json.replace(/[&<>]/g, (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'));

const part = (name: string, root: XmlElement): PackedEntry =>
  packEntry({ name, bytes: encoder.encode(xmlPart(root)) });

const properties = (): XmlElement =>
  element('ds:datastoreItem', { 'ds:itemID': ITEM_ID, 'xmlns:ds': CUSTOM_XML }, [
    element('ds:schemaRefs', undefined, [element('ds:schemaRef', { 'ds:uri': FACTS_NAMESPACE })]),
  ]);

const relationships = (): XmlElement =>
  element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }, [
    element('Relationship', {
      Id: 'rId1',
      Type: `${RELATIONSHIPS}/customXmlProps`,
      Target: 'itemProps1.xml',
    }),
  ]);
