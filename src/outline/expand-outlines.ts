import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { Block, Document } from '../document/ast.js';
import { expandInlines } from './expand-inlines.js';
import { numberUnits, type UnitCounts } from './number-units.js';
import { parseOutline } from './parse-outline.js';
import { collectRemarks, type Remarks } from './remarks.js';

/**
 * Puts units, paragraphs and tables in the place of every raw outline, and labels before the units that the template prints;
 * typed numbers are followed within one outline, and may go on from what was printed before it. `labelOf` names the field in remarks.
 */
export function expandOutlines(
  document: Document,
  locate: Locate,
  labelOf?: (path: string) => string,
): Outcome<Document> {
  const diagnostics: Diagnostic[] = [];
  const sentences: ReturnType<typeof collectRemarks>[] = [];
  const remarksFor = (path: string): Remarks => {
    const remarks = collectRemarks(path, locate, labelOf?.(path));
    sentences.push(remarks);
    return remarks;
  };
  const expand = (block: Block, counts: UnitCounts): readonly Block[] => {
    if (block.type !== 'raw-outline') return [expandInlines(block, remarksFor)];
    const outcome = parseOutline(block.text, block.path, locate, labelOf?.(block.path), counts);
    diagnostics.push(...outcome.diagnostics);
    return outcome.value ?? [];
  };
  const sections = document.sections.map((section) => {
    const numbering = numberUnits();
    const blocks = section.blocks.flatMap((block) => expand(block, numbering.counts).map(numbering.number));
    return { ...section, blocks };
  });
  diagnostics.push(...sentences.flatMap((remarks) => remarks.diagnostics()));
  return { value: { ...document, sections }, diagnostics };
}
