import { expect, test } from 'vitest';
import type { Document } from '../../src/document/ast.js';
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
