import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksText } from '../../src/document/tree-text.js';
import { parseOutline } from '../../src/outline/parse-outline.js';
import { inlinesOf, locate, parse } from './fields.js';

const PIECES = [
  ...[
    'Phần I',
    'Chương II',
    'Mục 1',
    'Tiểu mục 2',
    'PHẦN III',
    'Phần thứ hai',
    'Điều 1.',
    'Điều 8',
    'Điều 2:',
  ],
  ...[
    'I.',
    'II. ',
    'IV.',
    'I- ',
    'A. ',
    'B.',
    '1.',
    '2. ',
    '1.1.',
    '1.1 ',
    '1.2.3.',
    '1.2.3.4.',
    '1)',
    '(2) ',
    '1/',
  ],
  ...[
    'a)',
    'b) ',
    'đ) ',
    'f) ',
    'a. ',
    '(c) ',
    'ii) ',
    'i) ',
    '1.200.000 ',
    '2020 - 2025',
    '1/2 ngày',
    '10/3/2025',
  ],
  ...[
    '- ',
    '-',
    '+ ',
    '– ',
    '• ',
    '·',
    '−',
    '—',
    '\uf0b7',
    '* ',
    '*',
    '**',
    '***',
    '****',
    '** ',
    '\\*',
    '\\|',
  ],
  ...['|', ' | ', '|---|---|', '| :--: |', '\t', '\t\t', ' ', '  ', '\u00a0'],
  ...[
    '\n',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\v',
    '\u2028',
    '.',
    ':',
    ';',
    ',',
    '(',
    ')',
    './.',
    '…',
    '“',
    '”',
    '?',
  ],
  ...[
    'Tổng kết',
    'TỔ CHỨC THỰC HIỆN',
    'QUÝ I',
    'thi đua',
    'Đ',
    'đ',
    'x',
    '5',
    'Lưu ý',
    '\ud83d\ude00',
    '\ud800',
    'e\u0301',
  ],
];
const typed = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''));
const anything = fc.oneof({ weight: 4, arbitrary: typed }, fc.string({ unit: 'binary', maxLength: 200 }));

/** White space, stars, bars, bullets and backslashes may go; a colon only with a line "|:---|". */
const MARKERS = /[\s*|\\:+\-–—‒―‐‑−•·●○◦▪▫■□◆◇➢➤❖✓✔‣⁃\uf02d\uf0a7\uf0b7\uf0d8\uf076\uf0fc\u0085]/gu;
const bare = (text: string): string => text.replace(/(?:^|(?<=[\s+*\-–•·]))o\t/gu, '').replace(MARKERS, '');

test('random text is read without a throw, and nothing but markers is lost', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const { blocks } = parse(text);
      const printed = blocks
        .map((block) => {
          const label = block.type === 'unit' ? block.label : '';
          return (
            label +
            inlinesOf(block)
              .map((inline) => (inline.type === 'text' ? inline.text : ''))
              .join('')
          );
        })
        .join('');
      expect(bare(printed)).toBe(bare(text));
    }),
    { numRuns: 3000 },
  );
});

test('a text node is the field letter for letter, from the offset of its origin', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const block of parse(text).blocks) {
        if (block.type === 'unit' && block.origin?.type === 'field') {
          expect(text.startsWith(block.label, block.origin.offset)).toBe(true);
        }
        for (const inline of inlinesOf(block)) {
          if (inline.type !== 'text') continue;
          expect(inline.text).not.toBe('');
          if (inline.origin?.type === 'field') {
            expect(text.slice(inline.origin.offset, inline.origin.offset + inline.text.length)).toBe(
              inline.text,
            );
          } else {
            expect(inline).toMatchObject({ text: ' ', origin: { type: 'generated' } });
          }
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('line ends, and blank space around a line that has no TAB, change nothing', () => {
  const oneKind = typed.map((text) => text.replace(/[\r\t\v\u2028]/g, ' '));
  fc.assert(
    fc.property(oneKind, (text) => {
      const plain = blocksText(parse(text).blocks);
      expect(blocksText(parse(text.replaceAll('\n', '\r\n')).blocks)).toBe(plain);
      expect(blocksText(parse(text.replaceAll('\n', '  \n  ')).blocks)).toBe(plain);
    }),
    { numRuns: 1000 },
  );
});

test('every row of a table has its columns, a group row one cell', () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const block of parse(text).blocks) {
        if (block.type !== 'table') continue;
        for (const row of block.rows) {
          expect(row.cells.length).toBe(row.role === 'group' ? 1 : block.columnCount);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

/** Long enough that a quadratic step would take minutes. */
const LONG = 500_000;
test.each([
  ['letters', 'x'],
  ['stars', '*'],
  ['stars and letters', '*a '],
  ['double stars', '** a'],
  ['bullets in a line', '- '],
  ['star bullets in a line', '* '],
  ['star lines', '** a\n'],
  ['bars', '|'],
  ['bar rows', '| a | b |\n'],
  ['escaped bars', '\\|'],
  ['TABs', 'a\t'],
  ['continued rows', '\tb\t\n'],
  ['TAB rows', 'a\tb\tc\n\td\t\n'],
  ['brackets', '('],
  ['closing brackets', ') '],
  ['labels', '1.'],
  ['capitals', 'A'],
  ['headings', 'Phần I\n'],
  ['white space', ' \t'],
  ['paragraphs', 'Các cấp công đoàn tổ chức phát động phong trào thi đua trọng tâm\n'],
])('half a megabyte of %s is read', { timeout: 60_000 }, (name, piece) => {
  const head = name === 'continued rows' ? 'a\tb\tc\n1\td\te\n' : '';
  const { value, diagnostics } = parseOutline(head + piece.repeat(LONG / piece.length), 'noi_dung', locate);
  expect(value).toBeDefined();
  // What is found is counted, not listed without end.
  expect(diagnostics.length).toBeLessThan(1000);
});
