import type { AppendixTitle, Block } from '../../document/ast.js';
import { plainText } from '../../resolve/regime.js';
import { originOf, type Rule } from '../rule.js';

/** R78 [V]: a paper that has an appendix points to it. How it does is free, so that this is no error. */
export const announcedAppendix: Rule = {
  id: 'R78',
  clause: 'Phụ lục I, Mục III.1.a',
  check: ({ document }) => {
    const appendices = document.sections.filter((section) => section.role === 'appendix');
    // An appendix by itself points to the paper that it goes with; that paper is not here.
    const isWhole = document.sections.some((section) => section.role === 'main');
    if (appendices.length === 0 || !isWhole) return [];
    const text = document.sections
      .filter((s) => s.role === 'main')
      .flatMap((s) => s.blocks)
      .map(blockText)
      .join('\n');
    if (/phụ lục|kèm theo|gửi kèm/iu.test(text)) return [];
    const first = appendices
      .flatMap((section) => section.blocks)
      .find((block): block is AppendixTitle => block.type === 'appendix-title');
    const title = first?.title ?? [];
    return [
      {
        severity: 'warning',
        message: 'Văn bản có phụ lục nhưng nội dung không nhắc đến phụ lục đó',
        origin: originOf(title),
        length: plainText(title).length,
        hints: ['Thêm chỉ dẫn trong nội dung, ví dụ "(có Phụ lục kèm theo)"'],
      },
    ];
  },
};

const blockText = (block: Block): string => {
  if (block.type === 'paragraph' || block.type === 'unit') return plainText(block.content);
  if (block.type === 'table')
    return block.rows.flatMap((row) => row.cells.map((cell) => plainText(cell.content))).join(' ');
  return '';
};
