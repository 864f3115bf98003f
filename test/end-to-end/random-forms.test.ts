import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { type CompileContext, compileForm } from '../../src/compile.js';
import { type Diagnostic, hasErrors } from '../../src/diagnostic/diagnostic.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { normalise } from '../../src/vietnamese/normalise.js';
import { itemsOf, readDocxText } from '../contract/printed-text.js';
import { loadContext } from './papers.js';
import { type Filled, filled, spoiled, type Writing, writeForm } from './random-form.js';

vi.setConfig({ testTimeout: 300_000 });

let context: CompileContext;
beforeAll(async () => {
  context = await loadContext();
});

const FILE = 'biểu mẫu.yaml';
const deflate = (bytes: Uint8Array) => deflateRawSync(bytes, { level: 1 });
const writing = fc.constantFrom<Writing>('plain', 'quoted', 'json');

/** RANDOM_SEED=… runs again what failed; fast-check prints the seed of a failure. */
const seeded = process.env['RANDOM_SEED'] === undefined ? {} : { seed: Number(process.env['RANDOM_SEED']) };

/** Findings whose place is missing, or not a stretch of the form as it was read. */
function misplaced(diagnostics: readonly Diagnostic[], source: string): readonly Diagnostic[] {
  const { length } = normalise(source).text;
  return diagnostics.filter(({ place, related = [] }) =>
    [place, ...related.map((one) => one.place)].some(
      (one) =>
        one === undefined ||
        !('start' in one) ||
        one.file !== FILE ||
        !(one.start >= 0 && one.start <= one.end && one.end <= length),
    ),
  );
}

/** All letters but white space, in no order: rows that go over a page are in another order there. */
const letters = (texts: readonly string[]): string =>
  [
    ...texts
      .join('')
      .replace(/[\s\u00a0]/gu, '')
      .replaceAll('\u2011', '-'),
  ]
    .sort()
    .join('');

/** One form through every stage. Returns whether it gave a paper. */
function press(source: string): boolean {
  const { value, diagnostics } = compileForm({ file: FILE, text: source }, context);
  expect(misplaced(diagnostics, source)).toEqual([]);
  // What is refused has a reason.
  if (value === undefined) expect(hasErrors(diagnostics)).toBe(true);
  for (const { resolved, pages } of value ?? []) {
    const docx = readDocxText(writeDocx(resolved, { deflate }));
    const pdf = writePdf(pages(), context.fonts, { deflate });
    expect(Buffer.from(pdf.subarray(-6)).toString()).toContain('%%EOF');
    const items = itemsOf(pages());
    const isRepeated = (style: string) => style === 'TableHead';
    const flow = items.flow.filter(({ style }) => !isRepeated(style)).map(({ text }) => text);
    const body = docx.body.filter(({ style }) => !isRepeated(style)).map(({ text }) => text);
    expect(letters(flow)).toBe(letters(body));
    for (const item of items.flow) expect([item.x, item.y, item.width].every(Number.isFinite)).toBe(true);
  }
  return value !== undefined;
}

const withKind = (values: Filled): { readonly [label: string]: Filled } => ({
  'Loại văn bản': 'Kế hoạch',
  ...Object.fromEntries(Object.entries(values as object).filter(([label]) => label !== 'Loại văn bản')),
});

test('any form that keeps to its fields goes through every stage', () => {
  const { fields } = context.kinds.find(({ definition }) => definition.slug === 'plan')!.definition;
  let [runs, papers] = [0, 0];
  fc.assert(
    fc.property(filled(fields), writing, (values, how) => {
      runs += 1;
      if (press(writeForm(withKind(values), how))) papers += 1;
    }),
    { numRuns: 600, ...seeded },
  );
  process.stdout.write(`random forms: ${papers} of ${runs} became papers\n`);
  expect(papers / runs).toBeGreaterThan(0.5);
});

test('any other form is refused in words, or goes through too', () => {
  const { fields } = context.kinds.find(({ definition }) => definition.slug === 'plan')!.definition;
  let refused = 0;
  fc.assert(
    fc.property(spoiled(fields), writing, (values, how) => {
      if (!press(writeForm(withKind(values), how))) refused += 1;
    }),
    { numRuns: 420, ...seeded },
  );
  expect(refused).toBeGreaterThan(100);
});
