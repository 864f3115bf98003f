import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZip } from '../../src/archive/unzip.js';
import { readTable } from '../../src/table/read-table.js';
import { type TableValue, writeTable } from '../../src/table/write-table.js';
import { readXml } from '../../src/xml/read-xml.js';

const ROWS: readonly (readonly TableValue[])[] = [
  ['Tên', 'Số tiền', 'Ghi chú'],
  ['Công đoàn cơ sở "Sông Đào"', 250000000, '- Như trên;\n- Lưu: VT'],
  ['05', -1.5, '=HYPERLINK("http://x")'],
  ['<&>', 0.1, ' @a '],
];
const csvOf = (rows: readonly (readonly TableValue[])[]): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeTable(rows, 'csv'));
const textsOf = (bytes: Uint8Array): string[][] | undefined =>
  readTable('a', bytes).value?.rows.map((row) => row.map(({ text }) => text));

describe('a CSV that we write', () => {
  it('opens in a Vietnamese Excel: mark, semicolons, CR LF, quotes where needed', () => {
    expect(
      csvOf([
        ['Tên', 'Số'],
        ['A; "B"', 'c\nd'],
        [' x', 1.5],
      ]),
    ).toBe('\ufeffTên;Số\r\n"A; ""B""";"c\nd"\r\n" x";1,5\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+84 912', "'+84 912"],
    ['-2+3', "'-2+3"],
    ['- Như trên', "'- Như trên"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ["'=1", "''=1"],
    ['-5', '-5'],
    ['-1,5', '-1,5'],
    ['a=1', 'a=1'],
  ])('holds no formula: %j is written %j', (text, written) => {
    expect(csvOf([[text]])).toBe(`\ufeff${written}\r\n`);
  });
});

describe('a workbook that we write', () => {
  it('has sound parts, numbers as numbers, and no formula', () => {
    const zip = openZip(writeTable(ROWS, 'xlsx'));
    const seen: string[] = [];
    for (const name of zip.names) {
      const open = (tag: string, { t = '' }) => seen.push(tag === 'c' ? `c ${t}` : tag);
      expect(readXml(new TextDecoder().decode(zip.read(name)), { open }), name).toBeUndefined();
    }
    expect(seen.filter((tag) => tag === 'c ')).toHaveLength(3);
    expect(seen).not.toContain('f');
  });
});

describe.each(['csv', 'xlsx'] as const)('a table as %s', (format) => {
  it('is the same bytes for the same rows', () => {
    expect(Buffer.from(writeTable(ROWS, format)).equals(writeTable(ROWS, format))).toBe(true);
  });

  it('comes back as it was written', () => {
    expect(textsOf(writeTable(ROWS, format))).toEqual(
      ROWS.map((row) => row.map((value) => String(value).replace(/(?<=^-?\d+)\./, ','))),
    );
  });

  it('comes back whatever its texts are', () => {
    const text = fc
      .oneof(
        fc.constantFrom("'", "'=", '=', '_x000D_', '_', '-', '-5', ';', '"', ' ', '\n', '\t', 'đ', ','),
        fc.string({ maxLength: 5 }).map((typed) => typed.replace(/[^\x20-\x7e]/g, '')),
      )
      .map((typed) => `${typed}`);
    const row = fc.tuple(
      fc.constant('x'),
      fc.array(text, { maxLength: 3 }).map((parts) => parts.join('')),
      text,
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const withHead = [['a', 'b', 'c'], ...rows];
        const back = textsOf(writeTable(withHead, format))?.map((cells) => [...cells, '', ''].slice(0, 3));
        expect(back).toEqual(withHead);
      }),
      { numRuns: 300 },
    );
  });
});
