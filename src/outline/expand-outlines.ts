import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Locate } from '../diagnostic/locate.js';
import type { Block, Document } from '../document/ast.js';
import { parseOutline } from './parse-outline.js';

/** Puts units, paragraphs and tables in the place of every raw outline; numbers are followed within one outline. `labelOf` names the field in remarks. */
export function expandOutlines(
  document: Document,
  locate: Locate,
  labelOf?: (path: string) => string,
): Outcome<Document> {
  const diagnostics: Diagnostic[] = [];
  const expand = (block: Block): readonly Block[] => {
    if (block.type !== 'raw-outline') return [block];
    const outcome = parseOutline(block.text, block.path, locate, labelOf?.(block.path));
    diagnostics.push(...outcome.diagnostics);
    return outcome.value ?? [];
  };
  const sections = document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.flatMap(expand),
  }));
  return { value: { ...document, sections }, diagnostics };
}
