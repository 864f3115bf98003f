import { assertNever } from '../base/assert-never.js';
import type { Blank, Block, Document, DocumentSection, Inline } from '../document/ast.js';
import { LETTERHEAD_KEYS } from './form-blank.js';
import { factsOf } from './section-facts.js';

/**
 * What the form's mode makes of its blanks before anything is measured: where values are printed they become words, a finished
 * paper has no blank left, and every blank that stays has a key that no other has ("kinh_te", "kinh_te_2"). What stays as it
 * is stays the same node, so that it is resolved once for all papers that have it.
 */
export function prepareBlanks(document: Document): Document {
  const mode = document.settings.formMode ?? 'hand';
  const taken = new Set<string>(Object.values(LETTERHEAD_KEYS));
  let changes = 0;
  const prepare = (inline: Inline): readonly Inline[] => {
    if (inline.type !== 'blank') return [inline];
    const hasKey = mode === 'fillable' || (mode === 'hand' && inline.value.length === 0);
    const key = hasKey ? freeKey(inline, taken) : '';
    if (hasKey && key === inline.key) return [inline];
    changes += 1;
    return hasKey ? [{ ...inline, key }] : inline.value;
  };
  const sameUnlessChanged = <T>(one: T, make: () => T): T => {
    const before = changes;
    const made = make();
    return changes === before ? one : made;
  };
  const prepareBlock = (block: Block): Block =>
    sameUnlessChanged(block, () => mapInlines(block, (inlines) => inlines.flatMap(prepare)));
  const prepareSection = (section: DocumentSection): DocumentSection =>
    factsOf(section).hasBlank
      ? sameUnlessChanged(section, () => ({ ...section, blocks: section.blocks.map(prepareBlock) }))
      : section;
  return sameUnlessChanged(document, () => ({
    ...document,
    sections: document.sections.map(prepareSection),
  }));
}

function freeKey({ key }: Blank, taken: Set<string>): string {
  let free = key;
  for (let count = 2; taken.has(free); count += 1) free = `${key}_${count}`;
  taken.add(free);
  return free;
}

/** A block with another running text in every place that has one, in the order of reading. */
function mapInlines(block: Block, map: (inlines: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.type) {
    case 'letterhead':
      return { ...block, parentAgency: map(block.parentAgency), issuingAgency: map(block.issuingAgency) };
    case 'title':
      return { ...block, kindTitle: map(block.kindTitle), subject: map(block.subject) };
    case 'appendix-title':
      return { ...block, title: map(block.title) };
    case 'legal-bases':
      return { ...block, items: block.items.map(map) };
    case 'unit':
    case 'numbered-unit':
    case 'paragraph':
      return { ...block, content: map(block.content) };
    case 'table': {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, content: map(cell.content) })),
      }));
      return { ...block, rows };
    }
    case 'signature': {
      const { capacity, position, fullName } = block.signer;
      const signer = { capacity: capacity.map(map), position: map(position), fullName: map(fullName) };
      return { ...block, recipients: block.recipients.map(map), signer };
    }
    case 'contact-line':
      return { ...block, lines: block.lines.map(map) };
    case 'banner':
      // Its room for something by hand is typed as dots.
      return block;
    case 'raw-outline':
      return block;
    default:
      return assertNever(block);
  }
}
