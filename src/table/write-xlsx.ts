import { zip } from '../archive/zip.js';
import { escapeXml } from '../base/escape-xml.js';
import { columnName } from '../diagnostic/cell-name.js';
import type { TableValue } from './write-csv.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The cell styles, by their place in styles.xml. */
const STYLE = { number: 0, text: 1, lines: 2, head: 3 } as const;

const CONTENT_TYPES = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPES}.styles+xml"/></Types>`;
const ROOT = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_TARGETS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/></Relationships>`;
/** Texts have the format "@" (49): what is typed over one stays a text too, so that "05" keeps its nought. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** In letters of the sheet's face: narrower, and a head does not fit; wider, and the next column is out of sight. */
const WIDTHS = { least: 8, most: 50 };

/**
 * A workbook of one sheet whose first row is its head, bold and kept in sight. No cell holds a formula: texts are texts
 * whatever they begin with. Equal rows give equal bytes.
 */
export function writeXlsx(rows: readonly (readonly TableValue[])[], sheet = 'Sheet1'): Uint8Array {
  const workbook = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', ROOT],
    ['xl/workbook.xml', workbook],
    ['xl/_rels/workbook.xml.rels', WORKBOOK_TARGETS],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', worksheet(rows)],
  ];
  const encoder = new TextEncoder();
  return zip(parts.map(([name, text]) => ({ name, bytes: encoder.encode(text) })));
}

function worksheet(rows: readonly (readonly TableValue[])[]): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const widths = Array.from({ length: columns }, (_, column) => widthOf(rows, column));
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${rows.length > 1 ? pane : ''}</sheetView></sheetViews>`;
  const data = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, at, column)).join('')}</row>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}<sheetFormatPr defaultRowHeight="15"/>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${data.join('')}</sheetData></worksheet>`;
}

function widthOf(rows: readonly (readonly TableValue[])[], column: number): number {
  const longest = rows.reduce((most, row) => {
    const lines = String(row[column] ?? '').split('\n');
    return Math.max(most, ...lines.map((line) => line.length));
  }, 0);
  return Math.min(WIDTHS.most, Math.max(WIDTHS.least, longest + 2));
}

function cell(value: TableValue, row: number, column: number): string {
  const name = `${columnName(column + 1)}${row + 1}`;
  if (typeof value === 'number') return `<c r="${name}" s="${STYLE.number}"><v>${value}</v></c>`;
  if (value === '') return '';
  const style = row === 0 ? STYLE.head : value.includes('\n') ? STYLE.lines : STYLE.text;
  return `<c r="${name}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeText(value))}</t></is></c>`;
}

/** What XML cannot hold, and what would be read as its escape. */
const escapeText = (text: string): string =>
  text.replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi, (character) => {
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `_x${hex}_`;
  });
