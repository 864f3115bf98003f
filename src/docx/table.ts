import { TableProperties } from 'docx';
import { GRID_LINE_EIGHTHS } from '../base/lengths.js';
import type { ResolvedCell, ResolvedRow, ResolvedTable } from '../resolve/resolved-document.js';
import { element, fromDocx, type XmlElement } from './element.js';
import { border, optional } from './format.js';
import { paragraphElement, type StoryContext } from './paragraph.js';

/** `w:tbl`: a fixed layout, and the widths in grid, table and cells, for every reader takes another of the three. */
export function tableElement(table: ResolvedTable, context: StoryContext): XmlElement {
  const grid = table.columns.map((width) => element('w:gridCol', { 'w:w': width }));
  return {
    'w:tbl': [
      ...optional(tableProperties(table)),
      { 'w:tblGrid': grid },
      ...table.rows.map((row) => rowElement(row, table, context)),
    ],
  };
}

function tableProperties(table: ResolvedTable): XmlElement | undefined {
  const line = border(GRID_LINE_EIGHTHS);
  const lines = {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  };
  return fromDocx(
    new TableProperties({
      width: { size: table.columns.reduce((sum, width) => sum + width, 0), type: 'dxa' },
      indent: { size: table.indent, type: 'dxa' },
      ...(table.grid === 'all' ? { borders: lines } : {}),
      layout: 'fixed',
      cellMargin: { ...table.cellMargins, marginUnitType: 'dxa' },
    }),
  );
}

function rowElement(row: ResolvedRow, table: ResolvedTable, context: StoryContext): XmlElement {
  const cells: XmlElement[] = [];
  let column = 0;
  for (const cell of row.cells) {
    let width = 0;
    for (const end = column + cell.columnSpan; column < end; column++) width += table.columns[column] ?? 0;
    cells.push(cellElement(cell, width, row.keepNext, context));
  }
  return { 'w:tr': [{ _xml: rowPropertiesXml(row) }, ...cells] };
}

function rowPropertiesXml({ cantSplit, isHead }: ResolvedRow): string {
  if (!cantSplit && !isHead) return '';
  return `<w:trPr>${cantSplit ? '<w:cantSplit/>' : ''}${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`;
}

function cellElement(
  cell: ResolvedCell,
  width: number,
  keepNext: boolean,
  context: StoryContext,
): XmlElement {
  const paragraphs = cell.paragraphs.map((paragraph) => paragraphElement(paragraph, context, { keepNext }));
  // A cell without a paragraph is a file that Word refuses.
  const content = paragraphs.length > 0 ? paragraphs : [element('w:p')];
  return { 'w:tc': [{ _xml: cellPropertiesXml(cell, width) }, ...content] };
}

function cellPropertiesXml({ columnSpan, verticalAlign }: ResolvedCell, width: number): string {
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const align = verticalAlign === 'center' ? '<w:vAlign w:val="center"/>' : '';
  return `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${align}</w:tcPr>`;
}
