import { zipSync } from 'fflate';
import type {
  ParagraphFormat,
  ResolvedDocument,
  ResolvedInline,
  ResolvedParagraph,
  ResolvedRow,
  ResolvedSection,
  ResolvedTable,
} from '../../../src/resolve/resolved-document.js';

/**
 * The smallest DOCX that says what a resolved document says, all by direct formatting, so that what LibreOffice does with the
 * markup can be told apart from what the DOCX writer makes of it.
 */
export function minimalDocx(document: ResolvedDocument): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE_TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OFFICE_TYPE}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${OFFICE_TYPE}.settings+xml"/>${document.sections.map((_, i) => `<Override PartName="/word/header${i}.xml" ContentType="${OFFICE_TYPE}.header+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relations([['r1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations([
      ['r1', 'styles', 'styles.xml'],
      ['r2', 'settings', 'settings.xml'],
      ...document.sections.map((_, i): [string, string, string] => [`h${i}`, 'header', `header${i}.xml`]),
    ]),
    'word/styles.xml': `<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults></w:styles>`,
    'word/settings.xml': `<w:settings ${W}><w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    'word/document.xml': `<w:document ${W}><w:body>${document.sections.map((section, i) => sectionXml(section, i, i === document.sections.length - 1)).join('')}</w:body></w:document>`,
  };
  for (const [i, section] of document.sections.entries()) parts[`word/header${i}.xml`] = headerXml(section);
  const encode = new TextEncoder();
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encode.encode(text)])),
  );
}

const OFFICE_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const OFFICE_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const W = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE_RELATION}"`;

const relations = (all: readonly [string, string, string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE_RELATION}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function headerXml({ pageNumber }: ResolvedSection): string {
  const size = `<w:rPr><w:sz w:val="${pageNumber.size * 2}"/></w:rPr>`;
  return `<w:hdr ${W}><w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="${pageNumber.pitch}" w:lineRule="atLeast"/><w:jc w:val="center"/></w:pPr><w:r>${size}<w:fldChar w:fldCharType="begin"/></w:r><w:r>${size}<w:instrText>PAGE</w:instrText></w:r><w:r>${size}<w:fldChar w:fldCharType="separate"/></w:r><w:r>${size}<w:t>2</w:t></w:r><w:r>${size}<w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
}

function sectionXml(section: ResolvedSection, index: number, isLast: boolean): string {
  const { width, height, orientation, margins } = section.sheet;
  const properties = `<w:sectPr><w:headerReference w:type="default" r:id="h${index}"/><w:type w:val="nextPage"/><w:pgSz w:w="${width}" w:h="${height}"${orientation === 'landscape' ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${margins.top}" w:right="${margins.right}" w:bottom="${margins.bottom}" w:left="${margins.left}" w:header="${section.pageNumber.fromTop}" w:footer="0" w:gutter="0"/><w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>`;
  const { blocks } = section;
  const parts = blocks.map((block, i) => {
    if (block.type === 'paragraph')
      return paragraphXml(block, i === blocks.length - 1 && !isLast ? properties : '');
    const needsSeam = block.before > 0 || blocks[i - 1]?.type === 'table';
    return (needsSeam ? seamXml(Math.max(0, block.before - SEAM), true, '') : '') + tableXml(block);
  });
  const closing = blocks.at(-1)?.type === 'table' ? seamXml(0, false, isLast ? '' : properties) : '';
  return parts.join('') + closing + (isLast ? properties : '');
}

/** As the DOCX writer does: a table has no space above of its own, and no section ends with one. */
const SEAM = 20;
const seamXml = (before: number, keepNext: boolean, section: string): string =>
  `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}${spacing(before, SEAM, 'exact')}<w:rPr><w:sz w:val="2"/></w:rPr>${section}</w:pPr></w:p>`;

const spacing = (before: number, line: number, rule: string): string =>
  `<w:spacing w:before="${before}" w:after="0" w:line="${line}" w:lineRule="${rule}"/>`;

function paragraphXml(
  { format, inlines, rule }: ResolvedParagraph,
  section = '',
  keepNext = format.keepNext,
): string {
  const border =
    rule === undefined
      ? ''
      : `<w:pBdr><w:top w:val="single" w:sz="${rule.thickness}" w:space="0" w:color="000000"/></w:pBdr>`;
  return `<w:p><w:pPr>${keepNext ? '<w:keepNext/>' : ''}${format.keepLines ? '<w:keepLines/>' : ''}<w:widowControl w:val="${format.widowControl ? 1 : 0}"/>${border}${spacing(format.before, format.pitch, format.pitchRule)}${indents(format)}<w:jc w:val="${format.align === 'justify' ? 'both' : format.align}"/><w:rPr>${sizeOf(inlines)}</w:rPr>${section}</w:pPr>${inlines.map(inlineXml).join('')}</w:p>`;
}

function indents({ indentLeft, indentRight, firstLine }: ParagraphFormat): string {
  const first = firstLine < 0 ? `w:hanging="${-firstLine}"` : `w:firstLine="${firstLine}"`;
  return `<w:ind w:left="${indentLeft}" w:right="${indentRight}" ${first}/>`;
}

function sizeOf(inlines: readonly ResolvedInline[]): string {
  const first = inlines.find((inline) => inline.type === 'text');
  return `<w:sz w:val="${(first?.size ?? 1) * 2}"/>`;
}

function inlineXml(inline: ResolvedInline): string {
  if (inline.type === 'line-break') return '<w:r><w:br/></w:r>';
  return `<w:r><w:rPr>${inline.bold ? '<w:b/>' : ''}${inline.italic ? '<w:i/>' : ''}<w:sz w:val="${inline.size * 2}"/></w:rPr><w:t xml:space="preserve">${escapeXml(inline.text)}</w:t></w:r>`;
}

function tableXml({ columns, indent, cellMargins, grid, rows }: ResolvedTable): string {
  const line = grid === 'all' ? 'w:val="single" w:sz="4" w:space="0" w:color="000000"' : 'w:val="nil"';
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} ${line}/>`)
    .join('');
  const margins = (['top', 'left', 'bottom', 'right'] as const)
    .map((side) => `<w:${side} w:w="${cellMargins[side]}" w:type="dxa"/>`)
    .join('');
  const width = columns.reduce((sum, column) => sum + column, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblInd w:w="${indent}" w:type="dxa"/><w:tblBorders>${sides}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${columns.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>${rows.map((row) => rowXml(row, columns)).join('')}</w:tbl>`;
}

function rowXml(row: ResolvedRow, columns: readonly number[]): string {
  let column = 0;
  const cells = row.cells.map((cell) => {
    const width = columns.slice(column, column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
    column += cell.columnSpan;
    const content = cell.paragraphs
      .map((each) => paragraphXml(each, '', each.format.keepNext || row.keepNext))
      .join('');
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:gridSpan w:val="${cell.columnSpan}"/><w:vAlign w:val="${cell.verticalAlign}"/></w:tcPr>${content}</w:tc>`;
  });
  return `<w:tr><w:trPr>${row.cantSplit ? '<w:cantSplit/>' : ''}${row.isHead ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}
