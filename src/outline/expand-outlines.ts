import { createOwned } from '../base/memory.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { Block, Document, DocumentSection } from '../document/ast.js';
import { expandInlines } from './expand-inlines.js';
import { numberUnits, type UnitCounts } from './number-units.js';
import { outlineReading } from './parse-outline.js';
import { collectRemarks, noteRemarks, type RemarkNote } from './remarks.js';

/**
 * Puts units, paragraphs and tables in the place of every raw outline, and labels before the units that the template prints;
 * typed numbers are followed within one outline, and may go on from what was printed before it. `labelOf` names the field in remarks.
 */
export function expandOutlines(
  document: Document,
  locate: Locate,
  labelOf?: (path: string) => string,
): Outcome<Document> {
  const expanded = document.sections.map(expandedSection);
  const remarks = expanded.flatMap(({ remarks }) => remarks);
  const diagnosticsOf = ({ path, notes }: FieldRemarks): readonly Diagnostic[] => {
    const collected = collectRemarks(path, locate, labelOf?.(path));
    for (const note of notes) collected.add(...note);
    return collected.diagnostics();
  };
  const outlines = remarks.filter(({ isOutline }) => isOutline);
  const sentences = remarks.filter(({ isOutline }) => !isOutline);
  const diagnostics = [...outlines, ...sentences].flatMap(diagnosticsOf);
  return { value: { ...document, sections: expanded.map(({ section }) => section) }, diagnostics };
}

/** What is to be remarked of a field, once it is known where it stands in the form. */
interface FieldRemarks {
  readonly path: string;
  readonly isOutline: boolean;
  readonly notes: readonly RemarkNote[];
}

interface Expanded<T> {
  readonly section: T;
  readonly remarks: readonly FieldRemarks[];
}

/** Numbers are followed within a section, so that nothing outside of it goes into it: the same section is expanded once. */
const expandedSection = createOwned((section: DocumentSection): Expanded<DocumentSection> => {
  const numbering = numberUnits();
  const blocks: Block[] = [];
  const remarks: FieldRemarks[] = [];
  for (const block of section.blocks)
    for (const one of expand(block, numbering.counts, remarks)) blocks.push(numbering.number(one));
  return { section: { ...section, blocks }, remarks };
});

function expand(block: Block, counts: UnitCounts, remarks: FieldRemarks[]): readonly Block[] {
  if (block.type === 'raw-outline') {
    const { blocks, notes } = outlineReading(block, counts);
    if (notes.length > 0) remarks.push({ path: block.path, isOutline: true, notes });
    return blocks;
  }
  if (!MAY_HOLD_SENTENCES.includes(block.type)) return [block];
  const { read, notes } = readSentences(block);
  remarks.push(...notes);
  return [read];
}

/** Letterheads and signatures are new in every paper: nothing is remembered of them. */
const MAY_HOLD_SENTENCES: readonly Block['type'][] = [
  'paragraph',
  'unit',
  'numbered-unit',
  'legal-bases',
  'title',
  'table',
];

/** A block whose sentences are read, with what was found in each of their lines. */
const readSentences = createOwned((block: Block) => {
  const found: FieldRemarks[] = [];
  const read = expandInlines(block, (path) => {
    const notes: RemarkNote[] = [];
    found.push({ path, isOutline: false, notes });
    return noteRemarks(notes);
  });
  return { read, notes: found.filter(({ notes }) => notes.length > 0) };
});
