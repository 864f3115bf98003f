import { describe, expect, test } from 'vitest';
import type { Block, Document, NumberedLevel, RawInline } from '../../src/document/ast.js';
import { documentText } from '../../src/document/tree-text.js';
import { expandOutlines } from '../../src/outline/expand-outlines.js';
import { locate } from './fields.js';

const document: Document = {
  type: 'document',
  kind: 'plan',
  kindName: 'Kế hoạch',
  settings: { medium: 'paper' },
  sections: [
    {
      role: 'main',
      orientation: 'portrait',
      blocks: [
        { type: 'raw-outline', path: 'noi_dung', text: 'I. MỘT\n1. Hai.\n3. Bốn.' },
        { type: 'contact-line', lines: [[{ type: 'text', text: 'Số 1 phố A' }]] },
      ],
    },
    {
      role: 'appendix',
      orientation: 'landscape',
      blocks: [{ type: 'raw-outline', path: 'kem_theo.0.noi_dung', text: '1. Ba\n| A | B |\n| 1 | *x* |' }],
    },
  ],
};

test('every raw outline gives way to its blocks, and each starts its numbers afresh', () => {
  const { value, diagnostics } = expandOutlines(document, locate, (path) => `mục ${path}`);
  expect(value && documentText(value)).toBe(
    [
      'document plan "Kế hoạch" medium="paper"',
      '  section main portrait',
      '    roman "I." title "MỘT"',
      '      clause "1." "Hai."',
      '      clause "3." "Bốn."',
      '    contact-line',
      '      line "Số 1 phố A"',
      '  section appendix landscape',
      '    clause "1." title "Ba"',
      '      table 2',
      '        head "A" | "B"',
      '        body "1" | i"x"',
      '',
    ].join('\n'),
  );
  expect(diagnostics.map((d) => `${d.code} ${d.field}`)).toEqual(['outline/number-order mục noi_dung']);
});

test('the places of an outline are offsets into its own field', () => {
  const { value } = expandOutlines(document, locate);
  const table = value?.sections[1]?.blocks[1];
  expect(table).toMatchObject({
    type: 'table',
    origin: { type: 'field', path: 'kem_theo.0.noi_dung', offset: 6 },
  });
});

test('a finding that fills the field is counted after the fiftieth', () => {
  const text = '• Một\n'.repeat(60);
  const raw = { type: 'raw-outline', path: 'noi_dung', text } as const;
  const { diagnostics } = expandOutlines(
    { ...document, sections: [{ role: 'main', orientation: 'portrait', blocks: [raw] }] },
    locate,
  );
  expect(diagnostics.length).toBe(51);
  expect(diagnostics.at(-1)?.message).toBe('Còn 10 chỗ nữa như 50 chỗ đã nêu');
});

/** One section of these blocks, expanded: its dump without the first two lines, and the codes of the remarks. */
function expanded(...blocks: readonly Block[]): { readonly tree: string; readonly codes: readonly string[] } {
  const section = { role: 'main', orientation: 'portrait', blocks } as const;
  const { value, diagnostics } = expandOutlines({ ...document, sections: [section] }, locate);
  const tree = documentText(value!)
    .split('\n')
    .slice(2)
    .map((line) => line.slice(4));
  return { tree: tree.join('\n').trimEnd(), codes: diagnostics.map(({ code }) => code) };
}

const unit = (level: NumberedLevel, text: string, isTitle = false): Block => ({
  type: 'numbered-unit',
  level,
  isTitle,
  content: [{ type: 'text', text }],
});
const outline = (text: string): Block => ({ type: 'raw-outline', path: 'them', text });

describe('units that a template prints', () => {
  test('count on from one another and from those typed before them', () => {
    const { tree, codes } = expanded(
      unit('roman', 'MỘT', true),
      unit('clause', 'a', true),
      unit('clause2', 'b', true),
      unit('clause3', 'c', true),
      unit('point', 'd'),
      unit('dash', 'e'),
      outline('b) f\n3. g\n4. h'),
      unit('clause', 'i'),
      unit('roman', 'HAI', true),
      unit('clause', 'k'),
    );
    expect(codes).toEqual(['outline/number-order']);
    expect(tree.split('\n').map((line) => line.trim().split(' ')[1])).toEqual([
      '"I."',
      '"1."',
      '"1.1."',
      '"1.1.1."',
      '"a)"',
      '"-"',
      '"b)"',
      '"3."',
      '"4."',
      '"4."',
      '"II."',
      '"1."',
    ]);
  });

  test.each([
    ['2. hai.\n3. ba.', []],
    ['1. một.\n2. hai.', []],
    ['1.2. một hai.\n1.3. ba.', []],
    ['b) bê.\nc) xê.', []],
    ['a) a.\nb) bê.', []],
    ['II. HAI\n1. một.', []],
    ['3. ba.', ['outline/number-order']],
    ['2.2. hai hai.', ['outline/number-order']],
    ['d) dê.', ['outline/number-order']],
  ])('free text behind them may go on or begin again: %j', (text, codes) => {
    const before = [
      unit('roman', 'MỘT', true),
      unit('clause', 'a', true),
      unit('clause2', 'b', true),
      unit('point', 'c'),
    ];
    expect(expanded(...before, outline(text)).codes).toEqual(codes);
  });
});

describe('a sentence of a field', () => {
  const paragraph = (text: string, weight: Pick<RawInline, 'bold' | 'italic'> = {}) =>
    expanded({ type: 'paragraph', content: [{ type: 'raw-inline', path: 'han', text, ...weight }] }).tree;

  test.each([
    ['Nộp **trước 10/3** *đủ*.', {}, 'paragraph "Nộp " b"trước 10/3" " " i"đủ" "."'],
    ['trước 10/3', { bold: true }, 'paragraph b"trước 10/3"'],
    ['chậm nhất **ngày 10/6**', { bold: true }, 'paragraph "chậm nhất " b"ngày 10/6"'],
    ['*trước 5/5*', { bold: true }, 'paragraph i"trước 5/5"'],
    ['một\nhai', { italic: true }, 'paragraph i"một" br i"hai"'],
    ['cả hai', { bold: true, italic: true }, 'paragraph bi"cả hai"'],
  ] as const)('%j in %j', (text, weight, tree) => {
    expect(paragraph(text, weight)).toBe(tree);
  });
});

test('a remembered outline follows the numbers of each paper, and its remarks have the places of each', () => {
  const outline: Block = { type: 'raw-outline', path: 'a', text: '3. Ba.\n* **Bốn' };
  const sentence: Block = {
    type: 'paragraph',
    content: [{ type: 'raw-inline', path: 'b', text: 'năm * sáu **bảy' }],
  };
  const unit: Block = { type: 'numbered-unit', level: 'clause', isTitle: false, content: [] };
  const paper = (before: number): Document => {
    const [section] = document.sections;
    const blocks = [...Array.from({ length: before }, () => unit), sentence, outline, unit];
    return { ...document, sections: [{ ...section!, blocks }] };
  };
  for (const before of [0, 2, 0, 1, 2]) {
    for (const file of ['một.yaml', 'hai.yaml']) {
      const at = (path: string, start = 0, end = start) => ({ file: `${file} ${path}`, start, end });
      const known = expandOutlines(paper(before), at, (path) => path);
      const afresh = expandOutlines(structuredClone(paper(before)), at, (path) => path);
      expect(known).toEqual(afresh);
      expect(new Set(known.diagnostics.map(({ place }) => place && 'file' in place && place.file))).toEqual(
        new Set([`${file} a`, `${file} b`]),
      );
      const labels = known.value?.sections[0]?.blocks.flatMap((one) =>
        one.type === 'unit' ? [one.label] : [],
      );
      expect(labels?.at(-1)).toBe(`${before + 2}.`);
      expect(labels?.slice(0, before)).toEqual(['1.', '2.'].slice(0, before));
    }
  }
});
