import type {
  ResolvedBlock,
  ResolvedDocument,
  ResolvedParagraph,
} from '../../../src/resolve/resolved-document.js';
import { cell, document, paragraph, row, section, table, tw } from '../../typeset/build.js';
import { chance } from './invented-text.js';

/** What a paper made by chance holds: paragraphs kept together, tables whose rows stay whole, or tables whose rows may split. */
export type PaperKind = 'keep' | 'table' | 'split';

const COLUMNS = [1000, 3000, 5000];

/** A paper of sixty blocks and five to ten pages; every line is another word ("d17"), so that it is known where each stands. */
export function chancePaper(kind: PaperKind, seed: number): ResolvedDocument {
  const next = chance(seed);
  const pick = <T>(values: readonly T[]): T => values[next(values.length)]!;
  let count = 0;
  const words = (lines: number): string => Array.from({ length: lines }, () => `d${count++}`).join('\n');

  const prose = (): ResolvedParagraph =>
    paragraph(words(1 + next(next(4) === 0 ? 9 : 4)), {
      before: pick([0, 0, 120, 60]),
      pitch: pick([354, 354, 322, 400, 370]),
      keepNext: next(3) === 0,
      keepLines: kind === 'keep' && next(9) === 0,
      widowControl: kind !== 'keep' || next(6) > 0,
    });
  const grid = (): ResolvedBlock => {
    const heads = pick([0, 1, 1, 2]);
    const most = kind === 'split' ? 8 : 3;
    const rows = Array.from({ length: heads + 1 + next(10) }, (_, i) =>
      row(
        [
          words(1 + next(3)),
          cell([
            paragraph(words(1 + next(most)), { before: pick([0, 40]) }),
            ...(next(3) === 0 ? [paragraph(words(2))] : []),
          ]),
          cell(words(1), { verticalAlign: i < heads ? 'center' : 'top' }),
        ],
        { isHead: i < heads, cantSplit: kind === 'table' || i < heads, keepNext: i < heads || next(6) === 0 },
      ),
    );
    return table(COLUMNS, rows, { before: tw(pick([0, 0, 120])), grid: pick(['all', 'all', 'none']) });
  };

  const blocks = Array.from({ length: 60 }, () => {
    const first = prose();
    return kind !== 'keep' && next(6) === 0 ? [first, grid()] : [first];
  }).flat();
  return document(section(blocks));
}
