import { describe, expect, it } from 'vitest';
import { zip } from '../../src/archive/zip.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { readTable, type TableOptions } from '../../src/table/read-table.js';
import { type WorkbookParts, xlsx } from './xlsx.js';

const read = (bytes: Uint8Array, options?: TableOptions) => {
  const { value, diagnostics } = readTable('units.xlsx', bytes, options);
  return { texts: value?.rows.map((row) => row.map(({ text }) => text)), value, diagnostics };
};
const textsOf = (parts: WorkbookParts) => read(xlsx(parts)).texts;
const shown = (diagnostics: readonly Diagnostic[]): string =>
  renderDiagnostics(diagnostics, { style: 'short' }).trimEnd();

describe('the cells of a workbook', () => {
  it('are texts, shared or their own, with runs joined and pronunciations left out', () => {
    expect(
      textsOf({
        strings:
          '<si><t>Công đoàn</t></si><si><r><t>Công </t></r><r><rPr><b/></rPr><t>ty</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>',
        data: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> A_x000A_B _x005F_x000D_</t></is></c></row>',
      }),
    ).toEqual([['Công đoàn', 'Công ty', ' A\nB _x000D_']]);
  });

  it('have their places, with gaps where cells and rows are missing', () => {
    const { value, texts } = read(
      xlsx({ data: '<row r="2"><c r="C2"><v>1</v></c></row><row r="402"><c r="B402"><v>2</v></c></row>' }),
    );
    expect(texts).toEqual([
      ['', '', '1'],
      ['', '2'],
    ]);
    expect(value?.rows[1]?.[1]?.place).toEqual({ file: 'units.xlsx', sheet: 'Đơn vị', cell: 'B402' });
  });

  it('need no names: then they follow each other', () => {
    expect(textsOf({ data: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>' })).toEqual([
      ['1', '2'],
      ['3'],
    ]);
  });

  it('that are empty are passed over, wherever they stand and however long their row is', () => {
    const empty = (row: number, from: number) =>
      Array.from(
        { length: 20_000 },
        (_, at) => `<c r="${'ABCDEFGHIJ'[(at + from) % 10]}${row}" s="1"/>`,
      ).join('');
    const data = `<row r="1"><c r="A1"><v>1</v></c>${empty(1, 1)}</row><row r="2">${empty(2, 0)}<c r="B2" s="3"></c><c r="C2"><v>2</v></c></row>`;
    expect(textsOf({ data })).toEqual([['1'], ['', '', '2']]);
  });

  it('count on from an empty one where they have no name, and are none within CDATA', () => {
    expect(textsOf({ data: '<row><c r="B1" s="1"/><c><v>1</v></c></row>' })).toEqual([['', '', '1']]);
    const text = '<c r="B1"/>';
    const data = `<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[${text}]]></t></is></c></row>`;
    expect(textsOf({ data })).toEqual([[text]]);
  });

  it('are the same under another prefix of the namespace', () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>A</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(textsOf({ parts: { 'xl/worksheets/sheet1.xml': sheet } })).toEqual([['A']]);
  });

  it.each([
    ['5', '5'],
    ['0.30000000000000004', '0,3'],
    ['250000000', '250000000'],
    ['1.2', '1,2'],
    ['-5', '-5'],
    ['1E+20', '100000000000000000000'],
    ['1.0000000000000001E-7', '0,0000001'],
    ['4.5E-2', '0,045'],
  ])('numbers are as people type them: %s', (stored, text) => {
    expect(textsOf({ data: `<row><c><v>${stored}</v></c></row>` })).toEqual([[text]]);
  });

  it.each([
    [14, '45547', '12/9/2024'],
    ['dd/mm/yyyy', '45547', '12/9/2024'],
    ['[$-42A]dd\\ "tháng" mm yyyy;@', '45547', '12/9/2024'],
    ['mm/yyyy', '45536', '9/2024'],
    ['yyyy', '45536', '2024'],
    [22, '45547.354166666664', '12/9/2024 08:30'],
    [22, '45547', '12/9/2024'],
    [20, '0.35416666666666669', '08:30'],
    ['h" giờ "mm', '0.35416666666666669', '08:30'],
    ['[h]:mm', '1.5', '36:00'],
    [14, '1', '1/1/1900'],
    [14, '59', '28/2/1900'],
    [14, '61', '1/3/1900'],
    [14, '45658.99999999', '2/1/2025'],
    [9, '0.7', '70%'],
    [10, '0.075', '7,5%'],
    ['00', '5', '05'],
    ['000', '12', '012'],
    ['#,##0 "đ"', '250000', '250000'],
    ['"ngày" 0', '5', '5'],
    ['[Red]0.00', '5', '5'],
    ['@', '5', '5'],
  ])('show what their format %s shows of %s', (format, stored, text) => {
    expect(textsOf({ formats: [format], data: `<row><c s="1"><v>${stored}</v></c></row>` })).toEqual([
      [text],
    ]);
  });

  it('count days from 1904 where the workbook does', () => {
    const data = '<row><c s="1"><v>44085</v></c></row>';
    const workbookPr = '<workbookPr date1904="1"/>';
    expect(textsOf({ formats: [14], data, workbookPr })).toEqual([['12/9/2024']]);
  });

  it('are true or false, a date of ISO, the last value of a formula', () => {
    expect(
      textsOf({
        data: '<row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="d"><v>2024-09-12T00:00:00</v></c><c t="str"><f>A1&amp;"x"</f><v>Ax</v></c><c><f>1+1</f><v>2</v></c></row>',
      }),
    ).toEqual([['TRUE', 'FALSE', '12/9/2024', 'Ax', '2']]);
  });

  it('have their letters composed', () => {
    expect(textsOf({ data: `<row><c t="str"><v>${'Hòa Giang'.normalize('NFD')}</v></c></row>` })).toEqual([
      ['Hòa Giang'],
    ]);
  });
});

describe('what is wrong in a workbook is said at its cell', () => {
  it.each([
    [
      'an error',
      { data: '<row r="3"><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>' },
      'units.xlsx:Đơn vị!B3: sai: Ô có công thức bị lỗi "#DIV/0!" [table/formula-error]',
    ],
    [
      'a formula without value',
      { data: '<row r="3"><c r="B3"><f>1+1</f></c></row>' },
      'units.xlsx:Đơn vị!B3: sai: Ô có công thức nhưng tệp không ghi kết quả của công thức [table/formula-without-value]',
    ],
    [
      'text of a legacy font',
      { data: '<row r="3"><c r="B3" t="str"><v>C«ng ®oµn c¬ së</v></c></row>' },
      'units.xlsx:Đơn vị!B3: sai: Ô gõ bằng bảng mã TCVN3 (ABC), không phải Unicode [text/legacy-encoding]',
    ],
    [
      'a control character',
      { data: '<row r="3"><c r="B3" t="inlineStr"><is><t>A_x0007_B</t></is></c></row>' },
      'units.xlsx:Đơn vị!B3: sai: Ô có ký tự U+0007, không in ra được [text/control-character]',
    ],
    [
      'merged cells',
      {
        data: '<row r="3"><c r="B3"><v>1</v></c></row>',
        behind: '<mergeCells><mergeCell ref="B3:C4"/></mergeCells>',
      },
      'units.xlsx:Đơn vị!B3: nên sửa: Bảng có ô gộp (B3:C4): chỉ ô đầu của vùng gộp có chữ, các ô còn lại được coi là trống [table/merged-cells]',
    ],
    [
      'too many columns',
      { data: '<row r="3"><c r="A3"><v>1</v></c><c r="XFD3"><v>1</v></c></row>' },
      'units.xlsx:Đơn vị!XFD3: sai: Ô ở cột thứ 16384, nhiều nhất đọc được 1000 cột [table/too-wide]',
    ],
    [
      'an empty sheet',
      { data: '<row r="3"><c r="B3" t="str"><v> </v></c></row>' },
      'units.xlsx: sai: Bảng không có dòng nào [table/empty]',
    ],
  ])('%s', (_, parts, expected) => {
    expect(shown(read(xlsx(parts)).diagnostics)).toBe(expected);
  });

  it('the first sheet that is not hidden is read, and the others are named', () => {
    const sheets =
      '<sheet name="Ẩn" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Hai" sheetId="2" r:id="rId2"/><sheet name="Ba" sheetId="3" r:id="rId1"/>';
    const workbook = xlsx({ sheets, data: '<row><c><v>1</v></c></row>' });
    const first = read(workbook);
    expect(first.texts).toEqual([['hai']]);
    expect(shown(first.diagnostics)).toBe(
      'units.xlsx:Hai!A1: lưu ý: Chỉ đọc trang tính "Hai", không đọc "Ba" [table/other-sheets]',
    );
    expect(read(workbook, { sheet: 'Ba' })).toMatchObject({ texts: [['1']], diagnostics: [] });
    expect(shown(read(workbook, { sheet: 'Bốn' }).diagnostics)).toBe(
      'units.xlsx: sai: Không có trang tính tên là "Bốn" [table/no-sheet]',
    );
  });
});

describe('a file that is no sound workbook', () => {
  const message = (bytes: Uint8Array): string => shown(read(bytes).diagnostics);

  it('is refused: another archive, an old workbook, a cut one', () => {
    expect(message(zip([{ name: 'a.txt', bytes: new Uint8Array(3) }]))).toBe(
      'units.xlsx: sai: Tệp không phải bảng Excel (.xlsx) [table/unreadable]',
    );
    expect(message(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toContain('[table/old-excel]');
    const sound = xlsx({ data: '<row><c><v>1</v></c></row>' });
    expect(message(sound.slice(0, -30))).toContain('[table/unreadable]');
  });

  it('is refused when it defines entities', () => {
    const sheet =
      '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
    expect(message(xlsx({ parts: { 'xl/worksheets/sheet1.xml': sheet } }))).toContain('[table/unreadable]');
  });

  it('gives the rows before the damage', () => {
    const sheet = '<worksheet><sheetData><row><c><v>1</v></c></row><row><c></row></sheetData></worksheet>';
    const { texts, diagnostics } = read(xlsx({ parts: { 'xl/worksheets/sheet1.xml': sheet } }));
    expect(texts).toEqual([['1']]);
    expect(shown(diagnostics)).toBe('units.xlsx: sai: Tệp Excel bị hỏng, không đọc được [table/unreadable]');
  });

  it('ends at its limit when it swells without end', () => {
    const swollen = zip([
      { name: '_rels/.rels', bytes: new Uint8Array((1 << 24) + 1) },
      { name: 'xl/workbook.xml', bytes: new Uint8Array(1) },
    ]);
    expect(swollen.length).toBeLessThan(40_000);
    expect(message(swollen)).toBe(
      'units.xlsx: sai: Tệp Excel khi mở ra quá lớn, có thể là tệp độc hại [table/unreadable]',
    );
  });
});
