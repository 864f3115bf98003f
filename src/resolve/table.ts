import { mmToTwip, ptToTwip, type Twip, twip } from '../base/lengths.js';
import type { Table, TableCell, TableRow } from '../document/ast.js';
import { faceName } from '../font/font.js';
import { textWidth } from '../measure/text-width.js';
import { buildParagraph, type ResolveContext, rememberResolved, styleOf } from './context.js';
import { stackHeight } from './height.js';
import { resolveInlines } from './inlines.js';
import type {
  ResolvedCell,
  ResolvedInline,
  ResolvedParagraph,
  ResolvedRow,
  ResolvedTable,
  ResolvedText,
  StyleName,
} from './resolved-document.js';

/** A body table over the whole text width; columns are shared out by what they hold. Before it, a small empty paragraph. */
export const resolveTable = (
  context: ResolveContext,
  table: Table,
  textWidth: Twip,
  textHeight: Twip,
): readonly [ResolvedParagraph, ResolvedTable] =>
  rememberedTable(context, table, `${textWidth} ${textHeight}`, () =>
    makeTable(context, table, textWidth, textHeight),
  );

const rememberedTable = rememberResolved<Table, readonly [ResolvedParagraph, ResolvedTable]>();

function makeTable(
  context: ResolveContext,
  table: Table,
  textWidth: Twip,
  textHeight: Twip,
): readonly [ResolvedParagraph, ResolvedTable] {
  const figures = context.profile.table;
  const columns = columnWidths(context, table, textWidth);
  const marginX = ptToTwip(figures.marginX);
  const marginY = ptToTwip(figures.marginY);
  const spacer = buildParagraph(context, 'RuleLine', [], {
    pitch: ptToTwip(figures.before),
    pitchRule: 'exact',
    keepNext: true,
  });
  return [
    spacer,
    {
      type: 'table',
      purpose: 'body',
      grid: 'all',
      columns,
      indent: twip(0),
      before: twip(0),
      cellMargins: { top: marginY, bottom: marginY, left: marginX, right: marginX },
      rows: table.rows.map((row) => resolveRow(context, row, table, { columns, textWidth, textHeight })),
    },
  ];
}

function resolveRow(
  context: ResolveContext,
  row: TableRow,
  table: Table,
  room: { readonly columns: readonly Twip[]; readonly textWidth: Twip; readonly textHeight: Twip },
): ResolvedRow {
  const isGroup = row.role === 'group';
  const figures = context.profile.table;
  const cells = row.cells.map((cell, index): ResolvedCell => {
    const style = cellStyle(row, table, index);
    const wide = (room.columns[index] ?? 0) >= mmToTwip(context.profile.table.justifiedFrom);
    const differs = style === 'TableCell' && wide ? { align: 'justify' as const } : {};
    const paragraph = buildParagraph(
      context,
      style,
      resolveInlines(cell.content, styleOf(context, style).run),
      differs,
    );
    return {
      columnSpan: isGroup ? table.columnCount : 1,
      verticalAlign: row.role === 'head' ? 'center' : 'top',
      paragraphs: [paragraph],
    };
  });
  const heights = cells.map((cell, index) => {
    const width = isGroup ? room.textWidth : (room.columns[index] ?? twip(0));
    return stackHeight(cell.paragraphs, twip(width - 2 * ptToTwip(figures.marginX)), context.fonts);
  });
  const height = Math.max(0, ...heights) + 2 * ptToTwip(figures.marginY);
  return {
    cells,
    isHead: row.role === 'head',
    // A row that fills more than half a page may split, or it would leave the rest of a page empty.
    cantSplit: height <= room.textHeight / 2,
    keepNext: row.role !== 'body',
  };
}

function cellStyle(row: TableRow, table: Table, column: number): StyleName {
  if (row.role === 'head') return 'TableHead';
  if (row.role === 'group') return 'TableGroup';
  return isNumberColumn(table, column) ? 'TableCellCentred' : 'TableCell';
}

/** A column of numbers ("TT", "1.200", "55%") is centred. */
const isNumberColumn = (table: Table, column: number): boolean =>
  table.rows.every((row) => row.role !== 'body' || /^[\d.,%\s]*$/.test(cellText(row.cells[column])));

const cellText = (cell: TableCell | undefined): string =>
  (cell?.content ?? [])
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'blank' ? '…' : ' '))
    .join('')
    .trim();

/**
 * Widths of the columns: each holds its longest word; what is left over goes to the columns by the square root of what
 * they would take on one line, so that a long column does not starve the others. The sum is exactly `textWidth`.
 */
function columnWidths(context: ResolveContext, table: Table, textWidth: Twip): readonly Twip[] {
  const padding = 2 * ptToTwip(context.profile.table.marginX) + 20;
  const rows = table.rows.filter((row) => row.role !== 'group');
  const wants = Array.from({ length: table.columnCount }, (_, column) => {
    const measured = rows.map((row) => measureCell(context, row, table, column));
    return {
      least: Math.max(...measured.map((m) => m.least), 0) + padding,
      most: Math.max(...measured.map((m) => m.most), 0) + padding,
    };
  });
  const least = wants.reduce((sum, w) => sum + w.least, 0);
  const spare = Math.max(0, textWidth - least);
  const weights = wants.map((w) => Math.sqrt(w.most - w.least));
  const weight = weights.reduce((sum, w) => sum + w, 0);
  const shares = wants.map((w, i) =>
    least > textWidth
      ? (w.least * textWidth) / least
      : w.least + (weight === 0 ? spare / wants.length : (spare * (weights[i] ?? 0)) / weight),
  );
  const whole = shares.map((share) => Math.floor(share));
  const rest = textWidth - whole.reduce((sum, w) => sum + w, 0);
  const widest = whole.indexOf(Math.max(...whole));
  return whole.map((w, i) => twip(i === widest ? w + rest : w));
}

function measureCell(
  context: ResolveContext,
  row: TableRow,
  table: Table,
  column: number,
): { least: number; most: number } {
  const cell = row.cells[column];
  if (cell === undefined) return { least: 0, most: 0 };
  const runs: readonly ResolvedInline[] = resolveInlines(
    cell.content,
    styleOf(context, cellStyle(row, table, column)).run,
  );
  let most = 0;
  let least = 0;
  for (const run of runs) {
    if (run.type !== 'text') continue;
    least = Math.max(least, blankRoom(context, run));
    const face = context.fonts.faces[faceName(run.bold, run.italic)];
    most += textWidth(run.text, run.size, face);
    for (const word of run.text.split(' ')) least = Math.max(least, textWidth(word, run.size, face));
  }
  // A blank asks for room that its text does not show.
  return { least, most: Math.max(least, most) };
}

/** What a blank asks of its column before its dots are there. */
function blankRoom({ profile }: ResolveContext, { text, blank }: ResolvedText): number {
  if (blank === undefined || text !== '') return 0;
  return mmToTwip(blank.width === 'fill' ? profile.blanks.least : blank.width);
}
