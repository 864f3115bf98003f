import { expect, test } from 'vitest';
import { outlineOfText } from '../../../src/studio/paste/outline-of-text.js';

test('a TAB behind a number is a space, odd bullets are dashes, Windows line ends', () => {
  expect(
    outlineOfText(
      'I.\tMỤC ĐÍCH\r\n1.\tBiểu dương.\r\n·\tTập thể\r\no\tCá nhân\r\n\uf0b7\tKhác\r\n\tThời gian:\t8 giờ',
    ),
  ).toBe('I. MỤC ĐÍCH\n1. Biểu dương.\n- Tập thể\n+ Cá nhân\n- Khác\nThời gian: 8 giờ');
});

test('rows with TABs stay a table', () => {
  const rows = 'TT\tNội dung\tĐơn vị\nQUÝ I\t\t\n1\tHọp\tTỉnh\n\ttiếp tục\t';
  expect(outlineOfText(`Lịch:\n${rows}\n\n1.\tHết.`)).toBe(`Lịch:\n${rows}\n\n1. Hết.`);
});

test('letters that nobody sees are dropped, composed letters are made, other text stays', () => {
  expect(outlineOfText('o một  \u00adhai\u00a0ba\u200b Tie\u0302\u0301ng\u0000 **x** ')).toBe(
    'o một  hai ba Tiếng **x** ',
  );
});

test('a soft line break of Word is a line', () => {
  expect(outlineOfText('a\vb\u2028c')).toBe('a\nb\nc');
});
