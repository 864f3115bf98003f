import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/diagnostic/code-frame.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { textPosition } from '../../src/diagnostic/text-position.js';

const TEXT = 'Loại: Kế hoạch\nNgày: 31/2/2024\n\tNơi nhậm: A\n';
const source = (file: string): string | undefined => (file === 'f.yaml' ? TEXT : undefined);
const place = (start: number, end: number, file = 'f.yaml') => ({ file, start, end });

const DATE: Diagnostic = {
  code: 'form/date',
  severity: 'error',
  message: '"Ngày" ghi ngày 31, nhưng tháng 2 chỉ có 29 ngày',
  place: place(21, 30),
  field: 'Ngày',
  actual: '31/2/2024',
  expected: 'ngày từ 1 đến 29',
  clause: 'Phụ lục I, Mục II.4.b',
  hints: ['Sửa lại ngày', 'Viết:\nNgày: 29/2/2024'],
};
const KEY: Diagnostic = {
  code: 'form/unknown-field',
  severity: 'warning',
  message: 'Không có ô nào tên là "Nơi nhậm"',
  place: place(32, 40),
  related: [{ place: place(0, 4), message: 'xem ô này' }],
  hints: ['có phải ý bạn là "Nơi nhận"?'],
};
const RUN: Diagnostic = { code: 'run/x', severity: 'remark', message: 'Cả lượt chạy' };
const CELL: Diagnostic = {
  code: 'batch/x',
  severity: 'error',
  message: 'Ô trống',
  place: { file: 'units.xlsx', sheet: 'Sheet1', cell: 'B402' },
};
const all = [CELL, KEY, DATE, RUN];

describe('findings for people', () => {
  it('show the place, the line with marks, and what is known, in the order of the places', () => {
    expect(renderDiagnostics(all, { style: 'human', source })).toBe(`lưu ý: Cả lượt chạy

units.xlsx:Sheet1!B402: sai: Ô trống

f.yaml:2:7: sai: "Ngày" ghi ngày 31, nhưng tháng 2 chỉ có 29 ngày
   2 | Ngày: 31/2/2024
     |       ^^^^^^^^^
    Ô:        Ngày
    Đang ghi: 31/2/2024
    Cần ghi:  ngày từ 1 đến 29
    Theo:     Phụ lục I, Mục II.4.b, Nghị định 30/2020/NĐ-CP
    Gợi ý:    Sửa lại ngày
    Gợi ý:    Viết:
              Ngày: 29/2/2024

f.yaml:3:2: nên sửa: Không có ô nào tên là "Nơi nhậm"
   3 |     Nơi nhậm: A
     |     ^^^^^^^^
    Gợi ý:    có phải ý bạn là "Nơi nhận"?
    f.yaml:1:1: xem ô này
   1 | Loại: Kế hoạch
     | ^^^^

Tất cả: 2 sai, 1 nên sửa, 1 lưu ý.
`);
  });

  it('are coloured only when asked for', () => {
    expect(renderDiagnostics([DATE], { style: 'human', source, colour: true })).toContain(
      '\x1b[1;31msai:\x1b[0m',
    );
    expect(renderDiagnostics(all, { style: 'human', source })).not.toContain('\x1b');
  });

  it('let no control character of a form through to the terminal', () => {
    const text = 'Ngày: \x1b[31m\u0007\ud800';
    const diagnostic = { ...DATE, message: `"${text}"`, actual: text, place: place(6, 12, 'x') };
    expect(renderDiagnostics([diagnostic], { style: 'human', source: () => text })).not.toMatch(
      /[\x00-\x09\x0b-\x1f\ud800]/,
    );
  });

  it('have no frame where the text is not at hand', () => {
    const text = renderDiagnostics([{ ...DATE, place: place(21, 30, 'gone.yaml') }], {
      style: 'human',
      source,
    });
    expect(text.split('\n').slice(0, 2)).toEqual([
      'gone.yaml: sai: "Ngày" ghi ngày 31, nhưng tháng 2 chỉ có 29 ngày',
      '    Ô:        Ngày',
    ]);
  });
});

it('short findings have a line each', () => {
  expect(renderDiagnostics([KEY, DATE], { style: 'short', source })).toBe(
    `f.yaml:2:7: sai: "Ngày" ghi ngày 31, nhưng tháng 2 chỉ có 29 ngày [form/date]
f.yaml:3:2: nên sửa: Không có ô nào tên là "Nơi nhậm" [form/unknown-field]
`,
  );
  expect(renderDiagnostics([], { style: 'short' })).toBe('');
});

it('findings as JSON keep everything and add line and column', () => {
  const json = JSON.parse(renderDiagnostics([KEY, DATE, CELL], { style: 'json', source }));
  expect(json).toEqual([
    { ...DATE, place: { ...place(21, 30), line: 2, column: 7 } },
    {
      ...KEY,
      place: { ...place(32, 40), line: 3, column: 2 },
      related: [{ place: { ...place(0, 4), line: 1, column: 1 }, message: 'xem ô này' }],
    },
    CELL,
  ]);
  expect(renderDiagnostics([], { style: 'json' })).toBe('[]\n');
});

it('findings of one place keep their order', () => {
  const same = ['a', 'b', 'c'].map((message) => ({ ...DATE, message }));
  const text = renderDiagnostics(same, { style: 'short', source });
  expect(text.match(/sai: ./g)).toEqual(['sai: a', 'sai: b', 'sai: c']);
});

describe('a code frame', () => {
  const marked = (text: string, part: string): string => {
    const start = text.indexOf(part);
    const { line, indent, marks } = codeFrame(text, start, start + part.length);
    return `${line}\n${' '.repeat(indent)}${marks}`;
  };
  it.each([
    ['tabs', 'a\tbc\td', 'bc', 'a    bc    d\n     ^^'],
    ['combining marks', 'Kế hoạch'.normalize('NFD'), 'ho', `${'Kế hoạch'.normalize('NFD')}\n   ^^`],
    ['wide characters', '漢字 ab', 'ab', '漢字 ab\n     ^^'],
    ['an emoji', '😀 ab', 'ab', '😀 ab\n   ^^'],
    ['a stretch over two lines', 'xab\ncd', 'ab\ncd', 'xab\n ^^'],
    ['characters without width', 'a\u200bb', 'b', 'ab\n ^'],
  ])('stands right under %s', (_name, text, part, expected) => {
    expect(marked(text, part)).toBe(expected);
  });
  it('marks an empty place, and the end of a text', () => {
    expect(codeFrame('ab', 2, 2)).toEqual({ lineNumber: 1, line: 'ab', indent: 2, marks: '^' });
    expect(codeFrame('ab\n', 3, 3)).toEqual({ lineNumber: 2, line: '', indent: 0, marks: '^' });
    expect(codeFrame('', 5, 9)).toEqual({ lineNumber: 1, line: '', indent: 0, marks: '^' });
  });
  it.each([0, 50, 95, 300, 590])('cuts a long line around its marks: at %i', (at) => {
    const text = `${'a'.repeat(at)}XYZ${'b'.repeat(597 - at)}`;
    const { line, indent, marks } = codeFrame(text, at, at + 3);
    expect([...line].length).toBeLessThanOrEqual(92);
    expect(line.slice(indent, indent + 3)).toBe('XYZ');
    expect(marks).toBe('^^^');
    expect(line.startsWith('…')).toBe(at > 60);
    expect(line.endsWith('…')).toBe(at < 500);
  });
});

it.each([
  [0, 1, 1],
  [4, 1, 5],
  [5, 2, 1],
  [8, 2, 3],
  [99, 3, 1],
])('offset %i is at line %i, column %i', (offset, line, column) => {
  expect(textPosition('abcd\n😀x\n', offset)).toMatchObject({ line, column });
});
