import { expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/ast.js';
import { nd30 } from '../../src/profile/nd30.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import { fonts, smallPlan } from './small-plan.js';

const found = (text: string) => {
  const origin = { type: 'field', path: 'noi_dung', offset: 10 } as const;
  const paragraph: Block = { type: 'paragraph', content: [{ type: 'text', text, origin }] };
  const document: Document = {
    ...smallPlan,
    sections: smallPlan.sections.map((s) => ({ ...s, blocks: [paragraph, ...s.blocks] })),
  };
  const locate = (_path: string, start = 0, end = 0) => ({ file: 'a.yaml', start, end });
  return resolveDocument(document, nd30, fonts, locate).diagnostics;
};

it('tells a letter that the font lacks once, at its place', () => {
  const [first, ...others] = found('Nhiệt độ 日 và 日 😀');
  expect(first).toMatchObject({
    code: 'font/missing-letter',
    severity: 'warning',
    actual: '日',
    place: { start: 19, end: 20 },
  });
  expect(others.map((d) => d.actual)).toEqual(['😀']);
});

it('finds nothing in Vietnamese text and the signs of official papers', () => {
  expect(found('Độ ẩm ≥ 80%; 25°C; m²; “trích dẫn” – … ½ ± × ÷ √ • ₫ Ệ')).toEqual([]);
});
