import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBadCharacters } from '../../src/vietnamese/bad-characters.js';
import { decodeText } from '../../src/vietnamese/decode-text.js';
import { foldKey } from '../../src/vietnamese/fold-key.js';
import { nearest } from '../../src/vietnamese/nearest.js';
import { normalise } from '../../src/vietnamese/normalise.js';

describe('foldKey', () => {
  it.each([
    ['TRÍCH YẾU', 'trich_yeu'],
    ['trich-yeu', 'trich_yeu'],
    ['trich_yeu', 'trich_yeu'],
    ['  Trích   yếu ', 'trich_yeu'],
    ['Số, ký hiệu', 'so_ky_hieu'],
    ['Địa danh', 'dia_danh'],
    ['ĐỘ MẬT', 'do_mat'],
    ['Người ký'.normalize('NFD'), 'nguoi_ky'],
    ['./.', ''],
  ])('%j is %j', (label, key) => {
    expect(foldKey(label)).toBe(key);
  });
});

describe('nearest', () => {
  const labels = ['Nơi nhận', 'Nội dung', 'Người ký', 'Số bản'];
  it.each([
    ['Nơi nhậm', 'Nơi nhận'],
    ['noinhan', 'Nơi nhận'],
    ['Ngừoi kýs', 'Người ký'],
    ['Hoàn toàn khác', undefined],
    ['', undefined],
  ])('%j is %j', (word, meant) => {
    expect(nearest(word, labels)).toBe(meant);
  });
});

describe('normalise', () => {
  it('says what it did', () => {
    expect(normalise('\uFEFFa\r\nb\rc\n')).toEqual({
      text: 'a\nb\nc\n',
      byteOrderMark: true,
      carriageReturns: true,
      decomposed: false,
    });
    expect(normalise('Kế'.normalize('NFD'))).toMatchObject({ text: 'Kế', decomposed: true });
    expect(normalise('Kế')).toMatchObject({ text: 'Kế', decomposed: false, byteOrderMark: false });
  });
  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => normalise(normalise(text).text).text === normalise(text).text,
      ),
    );
  });
});

describe('decodeText', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const utf16 = (text: string, big: boolean): Uint8Array =>
    new Uint8Array(
      [...`\uFEFF${text}`].flatMap((c) =>
        big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8],
      ),
    );
  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

  it.each([
    ['UTF-8', bytes('Kế hoạch')],
    ['UTF-8 with a mark', bytes('\uFEFFKế hoạch')],
    ['UTF-16 LE', utf16('Kế hoạch', false)],
    ['UTF-16 BE', utf16('Kế hoạch', true)],
  ])('reads %s', (_name, encoded) => {
    expect(decodeText(encoded, 'f')).toEqual({ value: 'Kế hoạch', diagnostics: [] });
  });
  it.each([
    ['TCVN3 (ABC)', latin1('Tr\u00dd: C\u00abng \u00aeo\u00b5n vi\u00aan ch\u00f8c')],
    ['VNI Windows', latin1('Coâng ñoaøn vieân chöùc')],
  ])('names %s, with the hint of Unikey’s menu', (encoding, encoded) => {
    const [found] = decodeText(encoded, 'f').diagnostics;
    expect(found).toMatchObject({ code: 'text/encoding', severity: 'error', actual: encoding });
    expect(found?.message).toContain(encoding);
    expect(found?.hints?.[0]).toContain('trong Unikey chọn bảng mã Unicode (dựng sẵn)');
  });
  it('names what Notepad calls ANSI where Windows is Vietnamese, which no Unikey menu mends', () => {
    // "Kế hoạch tổ chức Hội nghị"
    const encoded = latin1(
      'K\u00ea\u00ec ho\u00f2ch t\u00f4\u00d2 ch\u00fd\u00ecc H\u00f4\u00f2i ngh\u0069\u00f2',
    );
    const [found] = decodeText(encoded, 'f').diagnostics;
    expect(found).toMatchObject({ code: 'text/encoding', actual: 'ANSI (Windows-1258)' });
    expect(found?.hints?.[0]).toContain('Notepad');
  });
  it('shows where bytes are no UTF-8', () => {
    const outcome = decodeText(new Uint8Array([...bytes('a\nb'), 0xff, 0x63]), 'f');
    expect(outcome.diagnostics[0]).toMatchObject({
      code: 'text/encoding',
      place: { file: 'f', start: 3, end: 4 },
    });
    expect(outcome.value).toBe('a\nb\ufffdc');
  });
  it.each([
    ['PK\u0003\u0004\u0000\u0000\u00ff\u00fe\u0000', 'Word hoặc Excel'],
    ['%PDF-1.7\u0000\u0001\u00ff\u0002\u0003', 'PDF'],
  ])('knows what is no text: %j', (content, name) => {
    const outcome = decodeText(latin1(content), 'f');
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics[0]?.message).toContain(name);
  });
  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (random) =>
        Array.isArray(decodeText(random, 'f').diagnostics),
      ),
    );
  });
});

describe('findBadCharacters', () => {
  it('finds what no paper can hold, and nothing else', () => {
    const found = findBadCharacters('a\tb\nc\u0000\u007f\u0085\ud800x\udc00\u200b\ufeff\ufffd😀\u00a0\u2011');
    expect(found.map(({ type, code }) => `${type} ${code.toString(16)}`)).toEqual([
      'control 0',
      'control 7f',
      'control 85',
      'surrogate d800',
      'surrogate dc00',
      'invisible 200b',
      'invisible feff',
      'replacement fffd',
    ]);
  });
});
