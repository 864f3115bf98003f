import type { Page, PagedDocument, TextItem } from '../../../src/typeset/frame.js';
import { byPlace, COLUMN_GAP, type Drawn, type DrawnLine, SAME_LINE } from './drawn.js';

/** Our own pages in the form in which LibreOffice's are read. */
export const ourDrawn = ({ pages }: PagedDocument): Drawn => ({
  lines: pages.flatMap(linesOf),
  rules: pages
    .flatMap((page, index) =>
      page.items.flatMap((item) =>
        item.type === 'rule' && item.y0 === item.y1
          ? [{ page: index + 1, x0: item.x0, x1: item.x1, y: item.y0 }]
          : [],
      ),
    )
    .sort(byPlace),
});

function linesOf({ items }: Page, index: number): readonly DrawnLine[] {
  const rows: { y: number; texts: TextItem[] }[] = [];
  for (const item of items) {
    if (item.type !== 'text') continue;
    const row = rows.find((each) => Math.abs(each.y - item.y) < SAME_LINE);
    if (row === undefined) rows.push({ y: item.y, texts: [item] });
    else row.texts.push(item);
  }
  rows.sort((a, b) => a.y - b.y);
  return rows.flatMap(({ y, texts }) =>
    atGaps(texts).map((piece) => ({
      page: index + 1,
      x: piece[0]!.x,
      y,
      text: piece
        .map((item) => item.text)
        .join('')
        .trim(),
    })),
  );
}

function atGaps(items: readonly TextItem[]): readonly (readonly TextItem[])[] {
  const pieces: TextItem[][] = [];
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    const last = pieces.at(-1)?.at(-1);
    if (last === undefined || item.x - (last.x + last.width) > COLUMN_GAP) pieces.push([item]);
    else pieces.at(-1)!.push(item);
  }
  return pieces;
}
