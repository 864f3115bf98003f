import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { openTable, readTable } from '../../src/table/read-table.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (input: string | Uint8Array) => {
  const bytes = typeof input === 'string' ? bytesOf(input) : input;
  const { value, diagnostics } = readTable('units.csv', bytes);
  return { texts: value?.rows.map((row) => row.map(({ text }) => text)), value, diagnostics };
};
const shown = (diagnostics: readonly Diagnostic[]): string[] =>
  renderDiagnostics(diagnostics, { style: 'short' }).trimEnd().split('\n');
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...text.split('').map((letter) => letter.charCodeAt(0))].forEach((unit, at) => {
    view.setUint16(at * 2, unit, littleEndian);
  });
  return bytes;
};

describe('a CSV', () => {
  it.each([
    ['semicolons', 'Tên;Số, ký hiệu\nA;05\n'],
    ['tabs', 'Tên\tSố, ký hiệu\nA\t05\n'],
    ['commas', 'Tên,"Số, ký hiệu"\nA,05\n'],
    ['a line that says it', 'sep=,\nTên,"Số, ký hiệu"\nA,05\n'],
    ['a mark, CR LF and no last line end', '\ufeffTên;Số, ký hiệu\r\nA;05'],
    ['letters apart', 'Tên;Số, ký hiệu\nA;05\n'.normalize('NFD')],
    ['quotes everywhere', '"Tên";"Số, ký hiệu"\n"A";"05"\n'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject({
      texts: [
        ['Tên', 'Số, ký hiệu'],
        ['A', '05'],
      ],
      diagnostics: [],
    });
  });

  it.each([true, false])('is read in UTF-16 with its mark (little endian: %s)', (littleEndian) => {
    expect(read(utf16('Tên\tSố\r\nHòa Giang\t05', littleEndian)).texts).toEqual([
      ['Tên', 'Số'],
      ['Hòa Giang', '05'],
    ]);
  });

  it('has line ends, separators and quotes within quotes', () => {
    expect(read('Tên;Nơi nhận\n"A ""B""; C";"- Như trên\r\n- Lưu: VT"\n').texts).toEqual([
      ['Tên', 'Nơi nhận'],
      ['A "B"; C', '- Như trên\n- Lưu: VT'],
    ]);
  });

  it('counts rows and columns as a spreadsheet does, empty lines and lines in quotes too', () => {
    const { value } = read('Tên;Ghi chú\n\n"a\nb";x\n;\nc;y\n');
    expect(value?.rows.map((row) => row[0]?.place.cell)).toEqual(['A1', 'A3', 'A5']);
    expect(value?.rows[2]?.[1]?.place).toEqual({ file: 'units.csv', sheet: '', cell: 'B5' });
  });

  it('agrees with another reader on whatever is written as the standard says', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'a', '05', 'Công đoàn', ';', '"', '""', 'a\nb', ' a ', ',', 'x"y;\n"', '\t'),
      fc.string({ maxLength: 6 }).map((text) => text.replace(/[^\x20-\x7e]/g, '')),
    );
    const quote = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const text = ['Tên;Số', ...rows.map((row) => row.map(quote).join(';'))].join('\n');
        const others = (
          parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: '\n' }) as string[][]
        ).filter((row) => row.some((cellText) => cellText.trim() !== ''));
        const unguarded = others.map((row) =>
          row.map((cellText) => cellText.replace(/^'(?='*[=+\-@\t])/, '')),
        );
        expect(read(text).texts).toEqual(unguarded);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is wrong in a CSV is said at its cell', () => {
  it('a quote that is not closed: what is below is taken into the cell', () => {
    const { texts, diagnostics } = read('Tên;Số\nA;"05\nB;06\n');
    expect(shown(diagnostics)).toEqual([
      'units.csv:2:2: sai: Dấu ngoặc kép mở ở đầu ô này không được đóng lại [table/unclosed-quote]',
    ]);
    expect(texts).toEqual([
      ['Tên', 'Số'],
      ['A', '05\nB;06\n'],
    ]);
  });

  it('text behind a closing quote', () => {
    const { diagnostics } = read('Tên;Số\n"A" B;05\n');
    expect(shown(diagnostics)).toEqual([
      'units.csv:2:1: sai: Sau dấu ngoặc kép đóng của ô này còn có chữ [table/stray-quote]',
    ]);
  });

  it('more columns than can be', () => {
    const { diagnostics } = read(`Tên;Số\n${';'.repeat(1200)}A`);
    expect(shown(diagnostics)).toEqual([
      'units.csv:2:1000: sai: Dòng có 1201 cột, nhiều nhất đọc được 1000 cột [table/too-wide]',
    ]);
  });

  it('text of a legacy font, and a hidden character as a remark', () => {
    const { texts, diagnostics } = read('Tên;Số\nC«ng ®oµn c¬ së;0\u200b5\n');
    expect(shown(diagnostics)).toEqual([
      'units.csv:2:1: sai: Ô gõ bằng bảng mã TCVN3 (ABC), không phải Unicode [text/legacy-encoding]',
      'units.csv:2:2: lưu ý: Ô có ký tự ẩn U+200B, thường do dán từ trang mạng [text/invisible-character]',
    ]);
    expect(texts?.[1]?.[1]).toBe('05');
  });

  it.each([
    ['TCVN3 (ABC)', 'T\xaan;C\xabng \xaeo\xb5n c\xac s\xeb\n'],
    ['ANSI (Windows-1258)', 'Tên;C\xf4ng \xf0o\xe0n c\xf5 s\xf5\xd2; t\xf4\xf2 ch\xfd\xecc\xec\n'],
  ])('bytes in %s, with the way out', (encoding, latin1) => {
    const bytes = Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));
    const { value, diagnostics } = readTable('units.csv', bytes);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe('text/encoding');
    if (encoding.startsWith('TCVN3')) expect(diagnostics[0]?.message).toContain(encoding);
    expect(diagnostics[0]?.hints?.[0]).toMatch(/UTF-8|Unikey/);
  });

  it('a file that is no table at all', () => {
    expect(read(Uint8Array.from({ length: 300 }, (_, at) => (at % 7) * 40)).diagnostics[0]?.hints).toEqual([
      'Chọn tệp bảng .xlsx hoặc .csv',
    ]);
    expect(shown(read('\n \n').diagnostics)).toEqual([
      'units.csv: sai: Bảng không có dòng nào [table/empty]',
    ]);
  });
});

describe('an opened table', () => {
  it('is not read on after very many quotes that are none of a pair, and says so once', () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `"A"${at};"05"`);
    const found: Diagnostic[] = [];
    const table = openTable('units.csv', bytesOf(`Tên;Số\n${rows.join('\n')}`)).value!;
    const read = [...table.rows((finding) => found.push(finding))];
    expect(read.length).toBeLessThan(rows.length);
    expect(found.filter(({ code }) => code === 'table/stray-quote')).toHaveLength(found.length - 1);
    expect(found.at(-1)).toMatchObject({ code: 'table/too-many-quotes', severity: 'error' });
    expect(found.at(-1)!.message).toContain(`dòng 201`);
  });

  it('gives its rows one by one, each time anew', () => {
    const table = openTable('units.csv', bytesOf('Tên;Số\nA;05\n"B;06')).value!;
    const found: string[] = [];
    const rows = table.rows(({ code }) => found.push(code));
    expect(rows.next().value).toEqual({ row: 1, texts: ['Tên', 'Số'] });
    expect(rows.next().value).toEqual({ row: 2, texts: ['A', '05'] });
    expect(rows.next().value).toEqual({ row: 3, texts: ['B;06'] });
    expect(found).toEqual(['table/unclosed-quote']);
    expect([...table.rows(() => {})]).toHaveLength(3);
  });
});
