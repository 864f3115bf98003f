import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { safeName, sameName } from '../../src/batch/file-name.js';

const plain = (text: string): string => safeName(text, { ascii: false });
const ascii = (text: string): string => safeName(text, { ascii: true });

describe('a safe name', () => {
  test.each([
    ['Công đoàn xã Sông Đào', 'Công đoàn xã Sông Đào'],
    ['Công đoàn'.normalize('NFD'), 'Công đoàn'],
    ['91/KH-LĐLĐ', '91-KH-LĐLĐ'],
    ['a <b>: "c" \\ d | e? f*', 'a -b- c - d - e- f'],
    ['  hai   dấu\tcách\n', 'hai dấu cách'],
    ['tên. . .', 'tên'],
    ['..', 'khong-ten'],
    ['../../etc/passwd', 'etc-passwd'],
    ['..\\..\\x', 'x'],
    ['.ẩn', 'ẩn'],
    ['-rf', 'rf'],
    ['~$tạm', '$tạm'],
    ['', 'khong-ten'],
    ['///', 'khong-ten'],
    ['CON', 'CON-van-ban'],
    ['con.txt', 'con-van-ban.txt'],
    ['Aux .b', 'Aux-van-ban.b'],
    ['COM1', 'COM1-van-ban'],
    ['lpt²', 'lpt²-van-ban'],
    ['nul', 'nul-van-ban'],
    ['Cônsul', 'Cônsul'],
    ['Connie', 'Connie'],
    ['com10', 'com10'],
    ['C:', 'C'],
    ['gộp\u200b lại\u00ad', 'gộp lại'],
    ['\u202egpj.a', 'gpj.a'],
    ['chuông\u0007', 'chuông'],
    ['nửa\ud800', 'nửa'],
    ['a\uff0fb\u2215c', 'a-b-c'],
    ['report.csv', 'report-csv'],
    ['Công ty TNHH A.B', 'Công ty TNHH A.B'],
  ])('%j → %j', (text, name) => expect(plain(text)).toBe(name));

  test.each([
    ['001-Công đoàn xã Sông Đào', '001-Cong-doan-xa-Song-Dao'],
    ['CON', 'CON-van-ban'],
    ['中文', 'khong-ten'],
  ])('plain ASCII: %j → %j', (text, name) => expect(ascii(text)).toBe(name));

  it('is cut between words, and within one only where it has no other', () => {
    expect(plain('Công đoàn '.repeat(30))).toMatch(/^(Công đoàn )+Công( đoàn)?$/);
    expect(plain('Công đoàn '.repeat(30)).length).toBeGreaterThan(90);
    expect(plain('ộ'.repeat(300))).toBe('ộ'.repeat(60));
    expect(plain('x'.repeat(300))).toBe('x'.repeat(100));
    expect(safeName('ab abc def', { ascii: false, most: 6 })).toBe('ab abc');
    expect(plain(`a${'\u0303\u0323'.repeat(20)}`.repeat(4)).normalize('NFC')).not.toMatch(/^\p{M}/u);
  });

  it('is one that every system takes, whatever the text', () => {
    const odd = fc.constantFrom(
      ...[
        '.',
        ' ',
        '/',
        '\\',
        '-',
        ':',
        'CON',
        'com1',
        'ộ',
        'o\u0323',
        '\u202e',
        '\ud83d\ude00',
        '~',
        '.pdf',
        '\n',
      ],
    );
    const texts = fc.oneof(
      fc.array(fc.oneof(odd, fc.string({ unit: 'binary' })), { maxLength: 60 }).map((all) => all.join('')),
      fc.array(odd, { maxLength: 400 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isAscii) => {
        const name = safeName(text, { ascii: isAscii });
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cs}\p{Cf}]/u);
        expect(name).toMatch(/^[^\s.~-](?:.*[^\s.])?$/su);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i);
        expect(name).toBe(name.normalize('NFC'));
        expect(name.length).toBeLessThanOrEqual(115);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(195);
        if (isAscii) expect(name).toMatch(/^[A-Za-z0-9-]+$/);
        expect(safeName(name, { ascii: isAscii })).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});

test('names are compared as Windows and macOS compare them', () => {
  expect(sameName('Công Đoàn'.normalize('NFD'))).toBe(sameName('công đoàn'));
  expect(sameName('cong doan')).not.toBe(sameName('công đoàn'));
});
