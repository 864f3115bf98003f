import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Blank, Document, Inline, Table, TableRow } from '../../src/document/ast.js';
import { nd30 } from '../../src/profile/nd30.js';
import { resolveDocument } from '../../src/resolve/resolve-document.js';
import { layoutDocument } from '../../src/typeset/layout-document.js';
import { bundledFonts } from '../font/fonts-for-tests.js';

const blank = (key: string, width: Blank['width']): Blank => ({
  type: 'blank',
  key,
  label: 'Ô',
  width,
  lines: 1,
  isRequired: false,
  shape: 'text',
  value: [],
});

/** Cells of words, of nothing, and of blanks, which ask for room that no text of theirs shows. */
const inline = fc.oneof(
  fc.constantFrom('', ' ', 'Chủ tịch', 'x'.repeat(90)).map((text): Inline => ({ type: 'text', text })),
  fc.constantFrom<Blank['width']>('fill', 0, 15, 400).map((width): Inline => blank('o', width)),
);
const row = (columnCount: number) =>
  fc.record({
    role: fc.constantFrom<TableRow['role']>('head', 'body', 'group'),
    cells: fc.array(fc.record({ content: fc.array(inline, { maxLength: 3 }) }), {
      minLength: columnCount,
      maxLength: columnCount,
    }),
  });
const table = fc.integer({ min: 0, max: 6 }).chain((columnCount) =>
  fc.array(row(columnCount), { maxLength: 4 }).map(
    (rows): Table => ({
      type: 'table',
      columnCount,
      rows: rows.map(({ role, cells }) => ({ role, cells: role === 'group' ? cells.slice(0, 1) : cells })),
    }),
  ),
);

test('whatever stands in a table, and where nothing does, all has a place', () => {
  const run = fc.property(table, (block) => {
    const document: Document = {
      type: 'document',
      kind: 'plan',
      kindName: 'Kế hoạch',
      settings: { medium: 'paper' },
      sections: [{ role: 'main', orientation: 'portrait', blocks: [block] }],
    };
    const { value } = resolveDocument(document, nd30, bundledFonts, () => undefined);
    const items = layoutDocument(value!, bundledFonts).pages.flatMap((page) => page.items);
    for (const item of items)
      for (const figure of Object.values(item).filter((one) => typeof one === 'number'))
        expect(Number.isFinite(figure)).toBe(true);
    for (const found of value!.sections.flatMap(({ blocks }) => blocks))
      if (found.type === 'table')
        expect(found.columns.every((width) => Number.isInteger(width) && width > 0)).toBe(true);
  });
  fc.assert(run, { numRuns: 150 });
});
