import { type PackedEntry, packEntry } from '../archive/zip.js';
import { packageRelationshipsPart } from './package.js';
import { xmlPart } from './serialise.js';
import { fontTablePart, settingsPart } from './settings.js';
import type { StyleSheet } from './style-sheet.js';
import { stylesPart } from './styles.js';
import { themePart } from './theme.js';

/**
 * Parts deflated once and put into many papers. They are always deflated by our own compressor, never by the host's, so
 * that the bytes of a paper do not depend on who wrote the paper before it.
 */
const recurring = new Map<string, PackedEntry>();
/** A batch has a few dozen of them; beyond this number something is no recurring part, and memory must not grow. */
const MOST_RECURRING = 200;
const stylesOf = new WeakMap<StyleSheet, PackedEntry>();
let fixed: readonly PackedEntry[] | undefined;
let formRelationships: PackedEntry | undefined;

const encoder = new TextEncoder();

/** A part that is likely to be the same in the next paper, as a header. */
export function recurringPart(name: string, xml: string): PackedEntry {
  const key = `${name}\n${xml}`;
  const known = recurring.get(key);
  if (known !== undefined) return known;
  const packed = pack(name, xml);
  if (recurring.size >= MOST_RECURRING) recurring.clear();
  recurring.set(key, packed);
  return packed;
}

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
