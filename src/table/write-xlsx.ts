import { zip } from '../archive/zip.js';
import { escapeXml } from '../base/escape-xml.js';
import { columnName } from '../diagnostic/cell-name.js';
import type { TableValue } from './write-csv.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The cell styles, by their place in styles.xml; `typed` is of cells that are empty yet. */
const STYLE = { number: 0, text: 1, lines: 2, head: 3, typed: 4 } as const;

/** A sheet of a workbook; the first row is its head, bold and kept in sight. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly TableValue[])[];
  /** What is typed under the heads later stays a text, so that "05" keeps its nought. */
  readonly forTyping?: boolean;
  readonly notes?: readonly ColumnNote[];
}

/** What is shown beside a cell of a column, below the head, as long as it is the one that is typed in. */
export interface ColumnNote {
  /** From 1. */
  readonly column: number;
  readonly title: string;
  readonly text: string;
  /** Cells that hold what can be chosen: "'Hướng dẫn'!$E$5:$H$5". Other values can be typed nevertheless. */
  readonly choices?: string;
}

/** As much as a spreadsheet takes; a file with more is called damaged. */
const LONGEST_NOTE = { title: 32, text: 255 } as const;
const LAST_ROW = 1_048_576;

const ROOT = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
/** Texts have the format "@" (49): what is typed over one stays a text too, so that "05" keeps its nought. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** In letters of the sheet's face: narrower, and a head does not fit; wider, and the next column is out of sight. */
const WIDTHS = { least: 8, most: 50 };

/**
 * A workbook; the first sheet is the one that is seen. No cell holds a formula: texts are texts whatever they begin with.
 * Equal sheets give equal bytes.
 */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array {
  const names = sheets.map((_, at) => `worksheets/sheet${at + 1}.xml`);
  const listed = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes(names)],
    ['_rels/.rels', ROOT],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', workbookTargets(names)],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, at) => [`xl/${names[at]}`, worksheet(sheet)] as const),
  ];
  const encoder = new TextEncoder();
  return zip(parts.map(([name, text]) => ({ name, bytes: encoder.encode(text) })));
}

function contentTypes(sheets: readonly string[]): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${SHEET_TYPES}.${type}+xml"/>`;
  const all = [
    override('workbook.xml', 'sheet.main'),
    ...sheets.map((part) => override(part, 'worksheet')),
    override('styles.xml', 'styles'),
  ];
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${all.join('')}</Types>`;
}

function workbookTargets(sheets: readonly string[]): string {
  const target = (id: number, type: string, part: string): string =>
    `<Relationship Id="rId${id}" Type="${RELATIONSHIPS}/${type}" Target="${part}"/>`;
  const all = [
    ...sheets.map((part, at) => target(at + 1, 'worksheet', part)),
    target(sheets.length + 1, 'styles', 'styles.xml'),
  ];
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function worksheet({ rows, forTyping = false, notes = [] }: Sheet): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const style = forTyping ? ` style="${STYLE.typed}"` : '';
  const widths = Array.from({ length: columns }, (_, column) => widthOf(rows, column));
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}"${style} customWidth="1"/>`,
  );
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';
  const view = `<sheetViews><sheetView workbookViewId="0">${rows.length > 1 ? pane : ''}</sheetView></sheetViews>`;
  const data = rows.map(
    (row, at) => `<row r="${at + 1}">${row.map((value, column) => cell(value, at, column)).join('')}</row>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}<sheetFormatPr defaultRowHeight="15"/>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>${data.join('')}</sheetData>${validations(notes)}</worksheet>`;
}

/** The format has notes beside cells only as a part of checks of what is typed; these forbid nothing. */
function validations(notes: readonly ColumnNote[]): string {
  const all = notes.map(({ column, title, text, choices }) => {
    const name = columnName(column);
    const type = choices === undefined ? '' : ' type="list"';
    const list = choices === undefined ? '' : `<formula1>${escapeXml(choices)}</formula1>`;
    return `<dataValidation${type} allowBlank="1" showInputMessage="1" promptTitle="${noteText(title, LONGEST_NOTE.title)}" prompt="${noteText(text, LONGEST_NOTE.text)}" sqref="${name}2:${name}${LAST_ROW}">${list}</dataValidation>`;
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

/** Line ends are kept in an attribute only where they are written as references. */
const noteText = (text: string, longest: number): string => {
  const short = text.length <= longest ? text : `${text.slice(0, longest - 1).trimEnd()}…`;
  return escapeXml(escapeText(short)).replaceAll('\n', '&#10;');
};

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
