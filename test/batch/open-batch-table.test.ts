import { describe, expect, it } from 'vitest';
import { openBatchTable } from '../../src/batch/open-batch-table.js';
import { xlsx } from '../table/xlsx.js';
import { bytesOf, readAll, sheetOf } from './tables.js';

const textsOf = (file: string, bytes: Uint8Array) =>
  readAll(file, bytes).rows.map(({ row, texts }) => [row, ...texts]);

describe('a table of units', () => {
  const expected = [
    [2, 'a', 'Hòa Giang'],
    [3, 'b', 'Tân Hòa'],
  ];
  it.each([
    ['units.csv', bytesOf('Mã;Địa danh\na;Hòa Giang\nb;Tân Hòa\n')],
    [
      'units.xlsx',
      xlsx({
        data: sheetOf([
          ['Mã', 'Địa danh'],
          ['a', 'Hòa Giang'],
          ['b', 'Tân Hòa'],
        ]),
      }),
    ],
    [
      'units.yaml',
      bytesOf('# hai đơn vị\n---\n- Mã: a\n  Địa danh: Hòa Giang\n\n- dia_danh: Tân Hòa\n  Mã: b\n'),
    ],
    [
      'units.yaml',
      bytesOf(
        '\ufeff- Mã: a\r\n  Địa danh: Hòa Giang\r\n- Mã: b\r\n  Địa danh: Tân Hòa\r\n'.normalize('NFD'),
      ),
    ],
    [
      'units.json',
      bytesOf('[{"Mã": "a", "Địa danh": "Hòa Giang"}, {"Mã": "b", "Ghi chú": null, "Địa danh": "Tân Hòa"}]'),
    ],
    [
      'units.yaml',
      xlsx({
        data: sheetOf([
          ['Mã', 'Địa danh'],
          ['a', 'Hòa Giang'],
          ['b', 'Tân Hòa'],
        ]),
      }),
    ],
  ])('is read from %s', (file, bytes) => {
    const rows = textsOf(file, bytes).map((row) => row.filter((text) => text !== ''));
    expect(rows).toEqual(expected);
  });

  it('is read anew each time', () => {
    const { value } = openBatchTable('units.csv', bytesOf('Mã\na\nb\n'));
    const read = () => [...(value?.rows(() => {}) ?? [])].map(({ texts }) => texts[0]);
    expect(read()).toEqual(['a', 'b']);
    expect(read()).toEqual(['a', 'b']);
  });

  it('tells what is wrong in a row before the row, under its number', () => {
    const bytes = xlsx({
      data: `${sheetOf([['Mã', 'Địa danh']])}<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c><c r="B3" t="e"><v>#N/A</v></c></row>`,
      behind: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    });
    const { value } = openBatchTable('units.xlsx', bytes);
    const seen: string[] = [];
    for (const { row } of value?.rows((finding, at) => seen.push(`${finding.code} ${at}`)) ?? [])
      seen.push(`row ${row}`);
    expect(seen).toEqual(['row 2', 'table/formula-error 3', 'row 3', 'table/merged-cells undefined']);
  });

  it('has groups and lists of YAML as cells', () => {
    const text = '- Người ký:\n    Họ tên: A\n  Nơi nhận: [B, "C D"]\n- nguoi_ky: { ho_ten: E }\n';
    expect(openBatchTable('units.yaml', bytesOf(text)).value?.head.texts).toEqual([
      'Người ký.Họ tên',
      'Nơi nhận',
    ]);
    expect(textsOf('units.yaml', bytesOf(text))).toEqual([
      [2, 'A', 'B\nC D'],
      [3, 'E', ''],
    ]);
  });

  it('leaves out merged cells under columns of the clerk alone', () => {
    const bytes = xlsx({
      data: sheetOf([['Mã', '(Huyện)'], ['a', 'x'], ['b']]),
      behind: '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>',
    });
    expect(readAll('units.xlsx', bytes).lines).toEqual([]);
  });

  it.each([
    'nt',
    '"',
    '-nt-',
    'n.t',
    'Như trên',
    '- " -',
    '”',
    'NT ',
    "''",
    '〃',
    'như trên'.normalize('NFD'),
  ])('takes no value from the row above for %j', (mark) => {
    const rows = [
      ['Mã', 'Địa danh', 'Ghi chú'],
      ['a', 'Hòa Giang', 'x'],
      ['b', mark, mark],
    ];
    const { lines } = readAll('units.xlsx', xlsx({ data: sheetOf(rows) }));
    expect(lines).toEqual([
      'units.xlsx:Đơn vị!B3: sai: "Địa danh" ghi dấu "như trên", chương trình không lấy theo dòng trên [table/ditto]',
    ]);
  });

  it.each(['NT-05', 'Ninh Thuận', 'ntl', '-', '5"', 'Như trên đã nói'])('has %j as a value', (text) => {
    expect(readAll('units.csv', bytesOf(`Mã;Địa danh\na;${text}\n`)).lines).toEqual([]);
  });

  it.each(['Tổng', 'TỔNG CỘNG', 'Cộng: 2 đơn vị', 'Tổng số 2', 'Tổng cộng:'.normalize('NFD')])(
    'passes over a row of %j below the units',
    (text) => {
      const { rows, lines } = readAll('units.csv', bytesOf(`STT;Mã\n1;a\n2;b\n${text};2 đơn vị\n`));
      expect(rows.map(({ row }) => row)).toEqual([2, 3]);
      expect(lines).toEqual([
        'units.csv:4:1: lưu ý: Bỏ qua 1 dòng tổng cộng (dòng 4), không phải đơn vị [table/total-row]',
      ]);
    },
  );

  it.each(['Tổng Liên đoàn', 'Tổng công ty Đường sắt', 'Cộng Hòa', 'Tổng A'])(
    'has a unit called %j',
    (name) => {
      expect(readAll('units.csv', bytesOf(`Cơ quan ban hành\n${name}\n`))).toMatchObject({
        rows: [{ row: 2 }],
        lines: [],
      });
    },
  );

  it('names many hidden rows by their first ranges', () => {
    const rows = Array.from({ length: 60 }, (_, at) => [`dv-${at}`]);
    const attributes = Object.fromEntries(
      rows.flatMap((_, at) => (at % 2 === 1 ? [[at + 1, ' hidden="1"']] : [])),
    );
    const { lines } = readAll(
      'units.xlsx',
      xlsx({
        data: sheetOf(
          [['Mã'], ...rows].map((row) => row),
          attributes,
        ),
      }),
    );
    expect(lines).toEqual([
      'units.xlsx:Đơn vị!A2: lưu ý: Bảng có 30 dòng đang bị ẩn hoặc bị lọc (dòng 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, …); các dòng này vẫn được làm [table/hidden-rows]',
    ]);
  });

  it('of YAML is read an item at a time, however many there are', () => {
    const text = Array.from(
      { length: 3000 },
      (_, at) => `- Mã: dv-${at}\n  Nội dung: |\n    - gạch\n    dòng ${at}\n`,
    ).join('');
    const { rows, lines } = readAll('units.yaml', bytesOf(text));
    expect(lines).toEqual([]);
    expect(rows.at(-1)?.texts).toEqual(['dv-2999', '- gạch\ndòng 2999\n']);
  });
});
