import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { CompileContext } from '../../src/compile.js';
import { loadContext } from './papers.js';
import { pressForm } from './press-form.js';
import { type Filled, filled, spoiled, type Writing, writeForm } from './random-form.js';

vi.setConfig({ testTimeout: 300_000 });

let context: CompileContext;
beforeAll(async () => {
  context = await loadContext();
});

const writing = fc.constantFrom<Writing>('plain', 'quoted', 'json');

/** RANDOM_SEED=… runs again what failed; fast-check prints the seed of a failure. */
const seeded = process.env['RANDOM_SEED'] === undefined ? {} : { seed: Number(process.env['RANDOM_SEED']) };

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
      if (pressForm(writeForm(withKind(values), how), context)) papers += 1;
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
      if (!pressForm(writeForm(withKind(values), how), context)) refused += 1;
    }),
    { numRuns: 420, ...seeded },
  );
  expect(refused).toBeGreaterThan(100);
});
