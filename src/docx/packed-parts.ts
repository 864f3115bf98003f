import { type PackedEntry, packEntry } from '../archive/zip.js';
import { createMemory } from '../base/memory.js';
import {
  contentTypesPart,
  documentRelationshipsPart,
  packageRelationshipsPart,
  type StoryPart,
} from './package.js';
import { appPart } from './properties.js';
import { xmlPart } from './serialise.js';
import { fontTablePart, settingsPart } from './settings.js';
import type { StyleSheet } from './style-sheet.js';
import { stylesPart } from './styles.js';
import { themePart } from './theme.js';

/**
 * Parts deflated once and put into many papers. They are always deflated by our own compressor, never by the host's, so
 * that the bytes of a paper do not depend on who wrote the paper before it.
 */
const recurring = createMemory<Omit<PackedEntry, 'name'>>(100);
const listings = createMemory<ListingParts>(100);
const apps = createMemory<PackedEntry>(10);
const stylesOf = new WeakMap<StyleSheet, PackedEntry>();
let fixed: readonly PackedEntry[] | undefined;
let formRelationships: PackedEntry | undefined;

const encoder = new TextEncoder();

/** A part that is likely to be the same in the next paper, as a header. */
export function recurringPart(name: string, xml: string): PackedEntry {
  return { ...recurring.take(xml, () => pack(name, xml)), name };
}

/** The parts that say what the others are. */
interface ListingParts {
  readonly contentTypes: PackedEntry;
  readonly relationships: PackedEntry;
}

/** [Content_Types].xml and the relationships of the document, which names and ids of headers and footers follow from. */
export function listingParts(
  stories: readonly StoryPart[],
  hasFacts: boolean,
  isForm: boolean,
): ListingParts {
  const key = `${hasFacts} ${isForm} ${stories.map(({ name, id }) => `${name} ${id}`).join(' ')}`;
  return listings.take(key, () => ({
    contentTypes: pack('[Content_Types].xml', xmlPart(contentTypesPart(stories, hasFacts, isForm))),
    relationships: pack(
      'word/_rels/document.xml.rels',
      xmlPart(documentRelationshipsPart(stories, hasFacts)),
    ),
  }));
}

/** docProps/app.xml */
export const appEntry = (producer: string): PackedEntry =>
  apps.take(producer, () => pack('docProps/app.xml', xmlPart(appPart(producer))));

/** styles.xml; papers of one set of styles do not make it again. */
export function packedStyles(sheet: StyleSheet): PackedEntry {
  const known = stylesOf.get(sheet);
  if (known !== undefined) return known;
  const packed = pack('word/styles.xml', xmlPart(stylesPart(sheet.styles)));
  stylesOf.set(sheet, packed);
  return packed;
}

/** The parts that no paper changes; a fillable form has one part more, which its relationships name. */
export function fixedParts(isForm = false): readonly PackedEntry[] {
  fixed ??= [
    pack('_rels/.rels', xmlPart(packageRelationshipsPart())),
    pack('word/settings.xml', xmlPart(settingsPart())),
    pack('word/fontTable.xml', xmlPart(fontTablePart())),
    pack('word/theme/theme1.xml', xmlPart(themePart())),
  ];
  if (!isForm) return fixed;
  formRelationships ??= pack('_rels/.rels', xmlPart(packageRelationshipsPart(true)));
  return [formRelationships, ...fixed.slice(1)];
}

function pack(name: string, xml: string): PackedEntry {
  return packEntry({ name, bytes: encoder.encode(xml) });
}
