import { TableProperties } from 'docx';
import { GRID_LINE_EIGHTHS } from '../base/lengths.js';
import { createMemory } from '../base/memory.js';
import type { Backdrop, ResolvedCell, ResolvedRow, ResolvedTable } from '../resolve/resolved-document.js';
import { backdropRun } from './backdrop.js';
import { element, fromDocx, type Verbatim, type XmlChild, type XmlElement } from './element.js';
import { border } from './format.js';
import { knownXml } from './known-blocks.js';
import { paragraphElement, paragraphXml, type StoryContext } from './paragraph.js';
import { toXml } from './serialise.js';

/** `w:tbl`: a fixed layout, and the widths in grid, table and cells, for every reader takes another of the three. */
export function tableElement(table: ResolvedTable, context: StoryContext): XmlElement {
  const grid = table.columns.map((width) => element('w:gridCol', { 'w:w': width }));
  return {
    'w:tbl': [
      tableProperties(table),
      { 'w:tblGrid': grid },
      ...table.rows.map((row) => rowElement(row, table, context)),
    ],
  };
}

/** Of the tables of a batch few differ in them. */
const knownProperties = createMemory<Verbatim>(200);

function tableProperties({ columns, indent, grid, cellMargins }: ResolvedTable): Verbatim {
  const width = columns.reduce((sum, column) => sum + column, 0);
  const { top, bottom, left, right } = cellMargins;
  return knownProperties.take([width, indent, grid, top, bottom, left, right].join(' '), () => {
    const properties = makeProperties(width, { indent, grid, cellMargins });
    return { _xml: properties === undefined ? '' : toXml(properties) };
  });
}

function makeProperties(
  width: number,
  { indent, grid, cellMargins }: Pick<ResolvedTable, 'indent' | 'grid' | 'cellMargins'>,
): XmlElement | undefined {
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
      width: { size: width, type: 'dxa' },
      indent: { size: indent, type: 'dxa' },
      ...(grid === 'all' ? { borders: lines } : {}),
      layout: 'fixed',
      cellMargin: { ...cellMargins, marginUnitType: 'dxa' },
    }),
  );
}

function rowElement(row: ResolvedRow, table: ResolvedTable, context: StoryContext): XmlElement {
  const cells: XmlElement[] = [];
  let column = 0;
  for (const cell of row.cells) {
    let width = 0;
    for (const end = column + cell.columnSpan; column < end; column++) width += table.columns[column] ?? 0;
    cells.push(cellElement(cell, width, row.keepNext, context, table.backdrop));
  }
  return { 'w:tr': [{ _xml: rowPropertiesXml(row, table.backdrop) }, ...cells] };
}

function rowPropertiesXml({ cantSplit, isHead }: ResolvedRow, backdrop: Backdrop | undefined): string {
  const height = backdrop === undefined ? '' : `<w:trHeight w:val="${backdrop.height}" w:hRule="exact"/>`;
  if (!cantSplit && !isHead) return '';
  return `<w:trPr>${cantSplit ? '<w:cantSplit/>' : ''}${height}${isHead ? '<w:tblHeader/>' : ''}</w:trPr>`;
}

function cellElement(
  cell: ResolvedCell,
  width: number,
  keepNext: boolean,
  context: StoryContext,
  backdrop: Backdrop | undefined,
): XmlElement {
  const paragraphs = cell.paragraphs.map((paragraph, i): XmlChild => {
    if (i > 0 || backdrop === undefined) {
      const make = (): string => paragraphXml(paragraph, context, { keepNext });
      return { _xml: knownXml(paragraph, context, make, keepNext) };
    }
    const anchored = backdrop.shapes.map((shape) => backdropRun(shape, context));
    return paragraphElement(paragraph, context, { keepNext, anchored });
  });
  // A cell without a paragraph is a file that Word refuses.
  const content = paragraphs.length > 0 ? paragraphs : [element('w:p')];
  return { 'w:tc': [{ _xml: cellPropertiesXml(cell, width, backdrop) }, ...content] };
}

function cellPropertiesXml(
  { columnSpan, verticalAlign }: ResolvedCell,
  width: number,
  backdrop: Backdrop | undefined,
): string {
  const shade =
    backdrop === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${backdrop.fill}"/>`;
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const align = verticalAlign === 'center' ? '<w:vAlign w:val="center"/>' : '';
  return `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${shade}${align}</w:tcPr>`;
}
