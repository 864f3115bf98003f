import { zip } from '../../src/archive/zip.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface WorkbookParts {
  /** Inside `sheetData`. */
  readonly data?: string;
  /** Behind `sheetData`. */
  readonly behind?: string;
  /** The `si` elements. */
  readonly strings?: string;
  /** The codes of custom formats, which get numbers from 164 on; each gives a cell style, from 1 on. */
  readonly formats?: readonly (string | number)[];
  readonly workbookPr?: string;
  readonly sheets?: string;
  /** Parts that replace those made here, by name. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** A workbook as another program writes it, made of the pieces that a test is about. */
export function xlsx(made: WorkbookParts): Uint8Array {
  const { data = '', behind = '', strings, formats = [], workbookPr = '', parts = {} } = made;
  const sheets = made.sheets ?? '<sheet name="Đơn vị" sheetId="1" r:id="rId1"/>';
  const codes = formats.map((format, at) => ({ id: typeof format === 'number' ? format : 164 + at, format }));
  const all: Record<string, string> = {
    '_rels/.rels': `<Relationships><Relationship Id="rId9" Type="${RELS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}">${workbookPr}<sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELS}/worksheet" Target="../xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${behind}</worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${MAIN}"><sheetData><row><c t="inlineStr"><is><t>hai</t></is></c></row></sheetData></worksheet>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts>${codes
      .filter(({ format }) => typeof format === 'string')
      .map(
        ({ id, format }) =>
          `<numFmt numFmtId="${id}" formatCode="${String(format).replaceAll('"', '&quot;')}"/>`,
      )
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map(({ id }) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ...(strings !== undefined && { 'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...parts,
  };
  return zip(Object.entries(all).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) })));
}
