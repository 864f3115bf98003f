import { assertNever } from '../base/assert-never.js';
import type { Block, Inline, RawInline } from '../document/ast.js';
import { buildInlines, readSegments } from './read-inlines.js';
import type { Remarks } from './remarks.js';

/** Reads the sentences of fields that stand in a block's text: their `**bold**` and `*italic*`. Without any it is the same block. */
export function expandInlines(block: Block, remarksFor: (path: string) => Remarks): Block {
  if (!holdsSentence(block)) return block;
  const expand = (content: readonly Inline[]): readonly Inline[] =>
    content.some(isSentence) ? content.flatMap((inline) => readRich(inline, remarksFor)) : content;
  switch (block.type) {
    case 'paragraph':
    case 'unit':
    case 'numbered-unit':
      return { ...block, content: expand(block.content) };
    case 'legal-bases':
      return { ...block, items: block.items.map(expand) };
    case 'title':
      return { ...block, kindTitle: expand(block.kindTitle), subject: expand(block.subject) };
    case 'table': {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, content: expand(cell.content) })),
      }));
      return { ...block, rows };
    }
    case 'letterhead':
    case 'appendix-title':
    case 'raw-outline':
    case 'signature':
    case 'contact-line':
    case 'banner':
      return block;
    default:
      return assertNever(block);
  }
}

const isSentence = (inline: Inline): boolean => inline.type === 'raw-inline';

function holdsSentence(block: Block): boolean {
  switch (block.type) {
    case 'paragraph':
    case 'unit':
    case 'numbered-unit':
      return block.content.some(isSentence);
    case 'legal-bases':
      return block.items.some((item) => item.some(isSentence));
    case 'title':
      return block.kindTitle.some(isSentence) || block.subject.some(isSentence);
    case 'table':
      return block.rows.some(({ cells }) => cells.some(({ content }) => content.some(isSentence)));
    case 'letterhead':
    case 'appendix-title':
    case 'raw-outline':
    case 'signature':
    case 'contact-line':
    case 'banner':
      return false;
    default:
      return assertNever(block);
  }
}

function readRich(inline: Inline, remarksFor: (path: string) => Remarks): readonly Inline[] {
  if (inline.type !== 'raw-inline') return [inline];
  const { text, path } = inline;
  return withWeight(inline, readLines(text, path, remarksFor));
}

/** The template's weight holds where the writer marked none: of "chậm nhất **ngày 10/6**" only the date is bold. */
function withWeight({ bold, italic }: RawInline, inlines: readonly Inline[]): readonly Inline[] {
  const isMarked = inlines.some((inline) => inline.type === 'text' && (inline.bold || inline.italic));
  if (isMarked || !(bold || italic)) return inlines;
  const weight = { ...(bold && { bold }), ...(italic && { italic }) };
  return inlines.map((inline) => (inline.type === 'text' ? { ...inline, ...weight } : inline));
}

function readLines(text: string, path: string, remarksFor: (path: string) => Remarks): readonly Inline[] {
  return text.split('\n').flatMap((line, index, lines) => {
    const start = lines.slice(0, index).reduce((sum, before) => sum + before.length + 1, 0);
    const segments = readSegments(text, start, start + line.length, remarksFor(path));
    const words = buildInlines(text, path, segments);
    return index === 0 ? words : [{ type: 'line-break' }, ...words];
  });
}
