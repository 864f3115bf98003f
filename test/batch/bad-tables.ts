import { gzipSync } from 'node:zlib';
import { zip } from '../../src/archive/zip.js';
import { xlsx } from '../table/xlsx.js';
import { bytesOf, sheetOf } from './tables.js';

/** A table with something wrong in it, as clerks and mischief make them; `golden/bad-tables.txt` has all that is said of it. */
export interface BadTable {
  readonly name: string;
  readonly file: string;
  readonly bytes: () => Uint8Array;
}

const HEADS = ['STT', 'Mã', 'Cơ quan ban hành', 'Ngày ban hành'];
const GOOD = ['1', 'dv-01', 'Công đoàn xã A', '12/9/2024'];
const OTHER = ['2', 'dv-02', 'Công đoàn xã B', '13/9/2024'];

const sheet = (
  rows: readonly (readonly string[])[],
  more: { readonly attributes?: Readonly<Record<number, string>>; readonly behind?: string } = {},
): Uint8Array => xlsx({ data: sheetOf(rows, more.attributes), behind: more.behind ?? '' });
const csv = (rows: readonly (readonly string[])[], separator = ';'): string =>
  rows.map((row) => `${row.join(separator)}\n`).join('');
const withCell = (cell: string): Uint8Array =>
  xlsx({ data: `${sheetOf([HEADS, GOOD])}<row r="3"><c r="A3"><v>2</v></c>${cell}</row>` });
const bad = (name: string, file: string, bytes: Uint8Array | string | (() => Uint8Array)): BadTable => ({
  name,
  file,
  bytes: typeof bytes === 'function' ? bytes : () => (typeof bytes === 'string' ? bytesOf(bytes) : bytes),
});
const windows1258 = (): Uint8Array =>
  // "Cơ quan ban hành;Địa danh" and a row: letters and tones apart, in one byte each.
  Uint8Array.from(
    [
      ...'C\xf5 quan ban h\xe0nh;\xd0i\xf2a danh\nC\xf4ng \xf0o\xe0n ph\xfd\xf5\xccng T\xe2n H\xf2\xe0;H\xf2a Giang\nC\xf4ng \xf0o\xe0n huy\xea\xf2n;Th\xeam',
    ].map((letter) => letter.charCodeAt(0)),
  );
const LAUGHS = `<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`;

export const BAD_TABLES: readonly BadTable[] = [
  bad(
    'a head that is mistyped',
    'units.xlsx',
    sheet([
      ['Mã', 'Cơ quan ban hàn'],
      ['a', 'b'],
    ]),
  ),
  bad(
    'heads that nobody knows',
    'units.csv',
    csv([
      ['Tên', 'Địa chỉ'],
      ['a', 'b'],
    ]),
  ),
  bad(
    'two heads of one field',
    'units.csv',
    csv([
      ['Ngày', 'Ngày ban hành'],
      ['1/1/2025', '2/1/2025'],
    ]),
  ),
  bad(
    'a list by its items',
    'units.csv',
    csv([
      ['Mã', 'Nơi nhận 1', 'Nơi nhận 2'],
      ['a', 'b', 'c'],
    ]),
  ),
  bad('no heads', 'units.csv', csv([GOOD, OTHER])),
  bad('a title above the heads', 'units.xlsx', sheet([['DANH SÁCH ĐƠN VỊ'], HEADS, GOOD])),
  bad(
    'heads in two lines',
    'units.xlsx',
    sheet(
      [
        ['Mã', 'Người ký', ''],
        ['', 'Quyền hạn', 'Họ tên'],
        ['a', 'b', 'c'],
      ],
      { behind: '<mergeCells><mergeCell ref="B1:C1"/></mergeCells>' },
    ),
  ),
  bad(
    'merged cells',
    'units.xlsx',
    sheet([HEADS, GOOD, OTHER], { behind: '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>' }),
  ),
  bad(
    'two sheets',
    'units.xlsx',
    xlsx({
      data: sheetOf([HEADS, GOOD]),
      sheets: '<sheet name="Xã" sheetId="1" r:id="rId1"/><sheet name="Huyện" sheetId="2" r:id="rId2"/>',
    }),
  ),
  bad(
    'formulas with errors',
    'units.xlsx',
    withCell('<c r="C3" t="e"><f>VLOOKUP(A3,X:Y,2,0)</f><v>#N/A</v></c>'),
  ),
  bad('a formula without its value', 'units.xlsx', withCell('<c r="C3"><f>C2</f></c>')),
  bad(
    'hidden rows',
    'units.xlsx',
    sheet([HEADS, GOOD, OTHER, ['3', 'c', 'd', '']], {
      attributes: { 2: ' hidden="1"', 3: ' hidden="true"' },
    }),
  ),
  bad('rows numbered beforehand', 'units.xlsx', sheet([HEADS, GOOD, ['2'], ['3']])),
  bad(
    'data without a head',
    'units.csv',
    csv([
      ['Mã', '', 'Địa danh'],
      ['a', 'b', 'c'],
      ['d', '', 'e', 'f'],
    ]),
  ),
  bad('text in TCVN3', 'units.xlsx', sheet([HEADS, ['1', 'a', 'C«ng ®oµn c¬ së', '']])),
  bad(
    'heads in TCVN3',
    'units.csv',
    csv([
      ['M·', 'C¬ quan ban hµnh'],
      ['a', 'b'],
    ]),
  ),
  bad('letters apart', 'units.csv', csv([HEADS, GOOD]).normalize('NFD')),
  bad('a byte order mark', 'units.csv', `\ufeff${csv([HEADS, GOOD])}`),
  bad('semicolons', 'units.csv', csv([HEADS, GOOD])),
  bad('commas', 'units.csv', csv([HEADS, GOOD], ',')),
  bad('tabs', 'units.csv', csv([HEADS, GOOD], '\t')),
  bad('Windows-1258', 'units.csv', windows1258),
  bad('a quote that is not closed', 'units.csv', 'Mã;Địa danh\na;"Hòa Giang\nb;Tân Hòa\n'),
  bad('text behind a quote', 'units.csv', 'Mã;Địa danh\na;"Hòa" Giang\nb;Tân Hòa\n'),
  bad(
    '200 columns',
    'units.csv',
    csv([
      ['Mã', ...Array.from({ length: 199 }, (_, at) => `(${at})`)],
      Array.from({ length: 200 }, () => 'a'),
    ]),
  ),
  bad('2,000 columns', 'units.csv', csv([Array.from({ length: 2000 }, (_, at) => `(${at})`), ['a']])),
  bad('2,000 columns in a sheet', 'units.xlsx', sheet([['Mã'], Array.from({ length: 2000 }, () => 'a')])),
  bad('a zip bomb', 'units.xlsx', () =>
    xlsx({ data: `<row><c t="inlineStr"><is><t>${'a'.repeat(40_000_000)}</t></is></c></row>` }),
  ),
  bad('a bomb of shared strings', 'units.xlsx', () =>
    xlsx({ strings: '<si><t>a</t></si>'.repeat(2_000_000), data: sheetOf([HEADS, GOOD]) }),
  ),
  bad(
    'entities of entities',
    'units.xlsx',
    xlsx({
      parts: {
        'xl/worksheets/sheet1.xml': `${LAUGHS}<worksheet><sheetData><row><c t="str"><v>&c;</v></c></row></sheetData></worksheet>`,
      },
    }),
  ),
  bad('aliases of aliases', 'units.yaml', '- Mã: &a [x, x]\n  Địa danh: *a\n'),
  bad('nothing', 'units.csv', ''),
  bad('empty lines', 'units.csv', ';;\n\n ; \n'),
  bad('an empty sheet', 'units.xlsx', xlsx({})),
  bad('a head only', 'units.xlsx', sheet([HEADS])),
  bad(
    'a password, or an old workbook',
    'units.xlsx',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  ),
  bad(
    'a web page under another name',
    'units.xls',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>Mã</td></tr></table></body></html>',
  ),
  bad(
    'a spreadsheet of 2003 in XML',
    'units.xls',
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"></Workbook>',
  ),
  bad('a PDF', 'units.csv', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
  bad("another program's bytes", 'units.csv', () => gzipSync('Mã;Địa danh\n'.repeat(9))),
  bad('a document of Word', 'units.xlsx', () =>
    zip([
      {
        name: '_rels/.rels',
        bytes: bytesOf(
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        ),
      },
      { name: 'word/document.xml', bytes: bytesOf('<w:document xmlns:w="w"/>') },
    ]),
  ),
  bad('a spreadsheet of LibreOffice', 'units.ods', () =>
    zip([{ name: 'content.xml', bytes: bytesOf('<a/>') }]),
  ),
  bad('another archive', 'units.xlsx', () => zip([{ name: 'a.xml', bytes: bytesOf('<a/>') }])),
  bad('a workbook that is cut', 'units.xlsx', () => sheet([HEADS, GOOD]).slice(0, 900)),
  bad(
    'a sheet that is cut',
    'units.xlsx',
    xlsx({
      parts: {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetOf([HEADS, GOOD])}<row r="3"><c r="A3"><v>2`,
      },
    }),
  ),
  bad('JSON as CSV', 'units.csv', '[{"Mã": "a"}]'),
  bad('JSON that is no list', 'units.json', '{"Mã": "a"}'),
  bad('YAML that is no list', 'units.yaml', 'Đơn vị:\n  - Mã: a\n'),
  bad('YAML with a list of groups', 'units.yaml', '- Mã: a\n  Cấp tổ chức:\n    - Tên: b\n'),
  bad('YAML with one bad item', 'units.yaml', '- Mã: a\n- Mã: "b\n- chỉ có chữ\n- Mã: c\n  mã: d\n'),
  bad('dates as numbers', 'units.xlsx', withCell('<c r="D3"><v>45547</v></c>')),
  bad(
    'a time',
    'units.xlsx',
    xlsx({
      formats: [20],
      data: `${sheetOf([HEADS])}<row r="2"><c r="B2" t="str"><v>a</v></c><c r="D2" s="1"><v>0.35</v></c></row>`,
    }),
  ),
  bad(
    'a percentage',
    'units.xlsx',
    xlsx({
      formats: [9],
      data: `${sheetOf([HEADS])}<row r="2"><c r="B2" t="str"><v>a</v></c><c r="D2" s="1"><v>0.7</v></c></row>`,
    }),
  ),
  bad(
    'numbers as text',
    'units.xlsx',
    sheet([
      ['Mã', 'Số bản', 'Số'],
      ['007', '05', '09'],
    ]),
  ),
  bad('a cell that is too long', 'units.xlsx', sheet([HEADS, ['1', 'a', 'x'.repeat(32_768), '']])),
  bad('a cell that is too long in CSV', 'units.csv', csv([HEADS, ['1', 'a', 'x'.repeat(100_000), '']])),
  bad('control characters', 'units.csv', csv([HEADS, ['1', 'a', 'x\u0007y', 'z\u200b']])),
  bad(
    'the last row of a sheet',
    'units.xlsx',
    xlsx({ data: `${sheetOf([HEADS])}<row r="1048576"><c r="B1048576" t="e"><v>#REF!</v></c></row>` }),
  ),
  bad(
    'rows that there cannot be',
    'units.xlsx',
    xlsx({
      data: `${sheetOf([HEADS])}<row r="-5"><c r="B-5" t="e"><v>#REF!</v></c></row><row r="99999999999"><c r="ZZZZ9" t="str"><v>a</v></c></row>`,
    }),
  ),
  bad(
    'cells and rows out of order',
    'units.xlsx',
    xlsx({
      data: `${sheetOf([HEADS])}<row r="5"><c r="D5" t="e"><v>#REF!</v></c><c r="B5" t="str"><v>e</v></c></row><row r="3"><c r="B3" t="e"><v>#NAME?</v></c></row>`,
    }),
  ),
  bad(
    'a sheet that is not there',
    'units.xlsx',
    xlsx({ sheets: '<sheet name="Xã" sheetId="1" r:id="rId99"/>' }),
  ),
];
