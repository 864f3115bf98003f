import { expect, test } from 'vitest';
import { paperName } from '../../src/batch/paper-name.js';

test.each([
  [['91', 'KH-LĐLĐ', 'Tổ chức hội nghị'], '91-KH-LDLD-to-chuc-hoi-nghi'],
  [
    ['', 'KH-LĐLĐ', 'Phát động thi đua: đợt 1, "Đoàn kết - Đổi mới"'],
    'KH-LDLD-phat-dong-thi-dua-dot-1-doan-ket-doi-moi',
  ],
  [['05', 'QĐ/ĐU', ''], '05-QD-DU'],
  [['', '', ' … '], ''],
  [['', '', 'Con'], 'con-van-ban'],
])('%j -> %s', ([number, symbol, subject], name) => {
  expect(paperName({ number: number!, symbol: symbol!, subject: subject! })).toBe(name);
});

test('Unicode tổ hợp gives the same name', () => {
  const name = { number: '1', symbol: 'KH-LĐLĐ', subject: 'Về việc tổ chức' };
  expect(paperName({ ...name, subject: name.subject.normalize('NFD') })).toBe(paperName(name));
});

test('a long subject is cut between words', () => {
  const cut = paperName({ number: '1', symbol: 'KH', subject: 'tuyên dương '.repeat(20) });
  expect(cut.length).toBeLessThanOrEqual(100);
  expect(cut).toMatch(/^1-KH-(tuyen-duong-)+(tuyen|tuyen-duong)$/);
});
