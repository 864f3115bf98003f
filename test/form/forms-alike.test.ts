import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formWith, read, SPECIFIED, valuesOf } from './plan-fields.js';

describe('ways of writing the same', () => {
  const base = valuesOf(SPECIFIED);

  it.each([
    ['with a byte order mark', `\uFEFF${SPECIFIED}`],
    ['with CR LF', SPECIFIED.replaceAll('\n', '\r\n')],
    ['with CR', SPECIFIED.replaceAll('\n', '\r')],
    ['without a last line end', SPECIFIED.trimEnd()],
    ['decomposed', SPECIFIED.normalize('NFD')],
    ['behind "---"', `---\n${SPECIFIED}`],
    ['indented as a whole', SPECIFIED.replace(/^/gm, '  ')],
    [
      'with other names of the fields',
      SPECIFIED.replace('Loại văn bản', 'loai').replace('Ngày ban hành', 'NGÀY').replace('Người ký', 'ky'),
    ],
    ['in capitals', SPECIFIED.replace(/^[^\s:]+[^:\n]*:/gm, (key) => key.toUpperCase())],
    [
      'with folded keys',
      SPECIFIED.replace('Số, ký hiệu', 'so_ky_hieu')
        .replace('Trích yếu', 'trich-yeu')
        .replace('Địa danh', 'dia danh'),
    ],
    [
      'with number and symbol apart',
      SPECIFIED.replace('Số, ký hiệu: 91/KH-LĐLĐ ', 'Số: 91\nKý hiệu: KH-LĐLĐ '),
    ],
    ['with lists in the column of their keys', SPECIFIED.replace(/^ {2}- (Thường|Các|Lưu|Luật)/gm, '- $1')],
    ['with the date in words', SPECIFIED.replace('12/9/2024  ', 'ngày 12 tháng 9 năm 2024  ')],
    [
      'with quotes',
      SPECIFIED.replace('Lai Châu\nNgày', '"Lai Ch\\u00e2u"\nNgày').replace('Nguyễn Văn A', "'Nguyễn Văn A'"),
    ],
  ])('%s', (_name, source) => {
    expect(valuesOf(source)).toEqual({ ...base, loai_van_ban: 'Kế hoạch' });
  });

  it.each(['plan', 'PLAN', 'KẾ HOẠCH', 'ke-hoach'])('with the kind as %s', (kind) => {
    expect(valuesOf(SPECIFIED.replace('Kế hoạch ', `${kind} `))).toEqual({ ...base, loai_van_ban: kind });
  });

  it('as JSON, also with tabs', () => {
    const json = {
      'Loại văn bản': 'plan',
      'Cơ quan ban hành': 'A "B" \\ C',
      so: 5,
      'Trích yếu': 'Một\tHai',
      'Nội dung': 'I. MỘT\n- Hai: ba',
      'Nơi nhận': ['Các đơn vị: xã', 'Lưu: VT'],
      'Người ký': { 'Chức vụ': 'D', 'Họ tên': '#8' },
      'Ghi chú': null,
      'Lề trang': [20, 20, 30, 15],
    };
    const text = JSON.stringify(json, null, '\t');
    const { value, diagnostics } = read(text, 'f.json');
    expect(diagnostics).toEqual([]);
    expect(value?.values).toMatchObject({
      co_quan_ban_hanh: 'A "B" \\ C',
      so_ky_hieu: { so: '5', ky_hieu: '' },
      trich_yeu: 'Một\tHai',
      noi_dung: 'I. MỘT\n- Hai: ba',
      noi_nhan: ['Các đơn vị: xã', 'Lưu: VT'],
      nguoi_ky: { chuc_vu: 'D', ho_ten: '#8', quyen_han: [] },
      ghi_chu: '',
      le_trang: { tren: '20', duoi: '20', trai: '30', phai: '15' },
    });
    const place = value?.locate('noi_dung', 7, 14);
    expect(place && 'start' in place && text.slice(place.start, place.end)).toBe('- Hai: ');
  });
});

describe('values', () => {
  const one = (lines: string, key: string): unknown => valuesOf(formWith(lines))[key];
  it.each([
    ['12/9/2024', '2024-09-12'],
    ['12-09-2024', '2024-09-12'],
    ['12.9.2024', '2024-09-12'],
    ['2024-09-12', '2024-09-12'],
    ['29/2/2024', '2024-02-29'],
    ['9/2024', '2024-09'],
    ['tháng 9 năm 2024', '2024-09'],
    ['2024', '2024'],
    ['', ''],
  ])('the date %s', (typed, value) => {
    expect(one(`Ngày: ${typed}`, 'ngay_ban_hanh')).toBe(value);
  });
  it.each([
    ['Số: 5', '5', ''],
    ['Số: 05', '05', ''],
    ['Số, ký hiệu: /KH-A', '', 'KH-A'],
    ['Số, ký hiệu: …/KH-A', '', 'KH-A'],
    ['Số, ký hiệu: ......../KH-A', '', 'KH-A'],
    ['Số, ký hiệu: KH-A', '', 'KH-A'],
    ['Số, ký hiệu: 7', '7', ''],
    ['Số, ký hiệu: 12/2024/KH-A', '12', '2024/KH-A'],
    ['Số, ký hiệu:\n  Số: 3\n  Ký hiệu: KH', '3', 'KH'],
  ])('the reference %j', (lines, so, symbol) => {
    expect(one(lines, 'so_ky_hieu')).toEqual({ so, ky_hieu: symbol });
  });
  it.each([
    ['Lề trang: 25 20 35 20', ['25', '20', '35', '20']],
    ['Lề trang: 25/20/35/20 mm', ['25', '20', '35', '20']],
    ['Lề trang: 2,5 2 3,5 2 cm', ['25', '20', '35', '20']],
    ['Lề trang: 25mm, 20mm, 35mm, 20mm', ['25', '20', '35', '20']],
    ['Lề trang:\n  Trái: 35 mm', ['20', '20', '35', '15']],
    ['Địa danh: A', ['20', '20', '30', '15']],
  ])('the margins %j', (lines, [tren, duoi, trai, phai]) => {
    expect(one(lines, 'le_trang')).toEqual({ tren, duoi, trai, phai });
  });
  it.each([
    ['Thụt đầu dòng: 1,27 cm', 'thut_dau_dong', '12.7'],
    ['Thụt đầu dòng: 1.27cm', 'thut_dau_dong', '12.7'],
    ['Thụt đầu dòng: 12.7', 'thut_dau_dong', '12.7'],
    ['Thụt đầu dòng: 1', 'thut_dau_dong', '10'],
    ['Kết thúc: ./.', 'ket_thuc', './.'],
    ['Kết thúc: .', 'ket_thuc', '.'],
    ['Kết thúc: KHÔNG', 'ket_thuc', 'khong'],
    ['Hình thức văn bản: Văn bản giấy', 'hinh_thuc_van_ban', 'giay'],
    ['Giãn dòng: 1,1', 'gian_dong', '1.1'],
    ['Giãn dòng: 1', 'gian_dong', '1'],
  ])('%s', (lines, key, value) => {
    expect(one(lines, key)).toBe(value);
  });
  it.each([
    ['TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH']],
    ['|\n    TM. ỦY BAN NHÂN DÂN\n    KT. CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH']],
    ['\n    TM. ỦY BAN NHÂN DÂN\n    KT. CHỦ TỊCH', ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH']],
    ['\n    - TM. A / B\n    - KT. CHỦ TỊCH', ['TM. A / B', 'KT. CHỦ TỊCH']],
    ['[TM. A, "KT. B"]', ['TM. A', 'KT. B']],
    ['', []],
  ])('a capacity %j', (typed, lines) => {
    const source = formWith(`Người ký:\n  Quyền hạn: ${typed}\n  Chức vụ: A\n  Họ tên: B`);
    expect(valuesOf(source)['nguoi_ky']).toEqual({ quyen_han: lines, chuc_vu: 'A', ho_ten: 'B' });
  });
  it('bases with a style of their own', () => {
    const source = formWith('Căn cứ:\n  kiểu: câu\n  Danh sách:\n    - Luật A: b\n    - Luật B');
    expect(valuesOf(source)['can_cu']).toEqual({ kieu: 'cau', danh_sach: ['Luật A: b', 'Luật B'] });
  });
  it('text over several lines', () => {
    expect(one('Trích yếu: Một\n  hai\n\n  ba', 'trich_yeu')).toBe('Một hai ba');
    expect(one('Trích yếu: >\n  Một\n  hai', 'trich_yeu')).toBe('Một hai');
    expect(one('Nội dung:\n  Một\n\n  - Hai', 'noi_dung')).toBe('Một\n\n- Hai');
    expect(one('Địa chỉ liên hệ:\n  - Số 1\n    đường A\n  - ĐT', 'dia_chi_lien_he')).toEqual([
      'Số 1 đường A',
      'ĐT',
    ]);
  });
  it('a block with tabs, deeper lines, blank lines and what looks like YAML', () => {
    const block =
      'QUÝ I\t\t\n\ttiếp tục\t\n   sâu hơn\n\n# không phải ghi chú\nNơi nhận: A\n--- \n- a: b # c';
    expect(one(`Nội dung: |  # ghi chú\n${block.replace(/^(?=.)/gm, '  ')}`, 'noi_dung')).toBe(block);
  });
  it('a block whose first line is deeper than the rest loses nothing', () => {
    expect(one('Nội dung: |\n      Một\n  Hai', 'noi_dung')).toBe('    Một\nHai');
  });
});

describe('what YAML has a meaning for is read as YAML reads it', () => {
  const text = fc
    .array(fc.constantFrom(...`a ế " ' \\ # : \t`.split(' '), ' ', '\n', 'b '), { maxLength: 12 })
    .map((parts) => parts.join(''));

  it('in double quotes', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(valuesOf(formWith(`Ghi chú: ${JSON.stringify(value)}`))['ghi_chu']).toBe(
          value.trim() === '' ? '' : value,
        );
      }),
      { numRuns: 150 },
    );
  });
  it.each([
    `'it''s'`,
    `"a\\tb\\x41\\u1ebf\\U0001F600"`,
    `"a\n   b\n\n   c"`,
    `'a \n  b'`,
    `"a\\\n  b"`,
    `"a \\\n  \\ b"`,
  ])('%j', (quoted) => {
    expect(valuesOf(formWith(`Ghi chú: ${quoted}`))['ghi_chu']).toBe(parse(`x: ${quoted}`).x);
  });
  it.each(['|', '>', '|-', '>-', '|2', '|+'])('in a block %s', (header) => {
    const line = fc.constantFrom('a', ' b', '  c', '', 'd: e', '- f', '# g', '"h');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 7 }), (lines) => {
        // The first line sets the indentation; where a later one is not as deep YAML refuses the block, and we do not.
        const body = ['x', ...lines].map((text) => (text === '' ? '' : `  ${text}`)).join('\n');
        const expected = String(parse(`x: ${header}\n${body}\n`).x).replace(/\n+$/, '');
        expect(valuesOf(formWith(`Ghi chú: ${header}\n${body}`))['ghi_chu']).toBe(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever a file holds', () => {
  const alphabet = fc.constantFrom(
    ...'Loại văn bản: Kế hoạch|Nơi nhận:|Nội dung: |Người ký:|Kèm theo:|Họ tên: A|Lề trang:|Số: 1|- |  |\n|\n  |\n    |\t|"|\'|[|]|{|}|: |#| # |&a|*a|!|%|@|>|,|\ud800|\u0000|\uFEFF|\r|ế|e\u0302|C«ng|ñoaøn|🙂|---|? '.split(
      '|',
    ),
    '|',
    '|\n',
  );
  it('nothing is thrown, places are in the text, and the same comes out of NFD, CRLF and BOM', () => {
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 40 }), fc.boolean(), (parts, complete) => {
        const source = complete ? formWith(parts.join('')) : parts.join('');
        const { value, diagnostics } = read(source);
        for (const { place, message } of diagnostics) {
          expect(message).not.toMatch(/undefined|\.$|NaN/);
          if (place === undefined || !('start' in place)) continue;
          expect(place.start).toBeGreaterThanOrEqual(0);
          expect(place.end).toBeGreaterThanOrEqual(place.start);
          expect(place.start).toBeLessThanOrEqual(source.length);
        }
        expect(value === undefined).toBe(diagnostics.some((d) => d.severity === 'error'));
        expect(read(`\uFEFF${source}`).value?.values).toEqual(value?.values);
        expect(read(source.replace(/\r\n?|\n/g, '\r\n')).value?.values).toEqual(value?.values);
        expect(read(source.normalize('NFD')).value?.values).toEqual(value?.values);
      }),
      { numRuns: 600 },
    );
  });
});
