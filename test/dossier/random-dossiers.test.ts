import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { CompileContext } from '../../src/compile.js';
import type { FieldDefinition } from '../../src/form/field.js';
import { loadContext } from '../end-to-end/papers.js';
import { pressForm } from '../end-to-end/press-form.js';
import { type Filled, filled, spoiled, type Writing, writeForm } from '../end-to-end/random-form.js';
import { compile, SHARED } from './papers-of.js';

vi.setConfig({ testTimeout: 300_000 });

/** RANDOM_SEED=… runs again what failed; fast-check prints the seed of a failure. */
const seeded = process.env['RANDOM_SEED'] === undefined ? {} : { seed: Number(process.env['RANDOM_SEED']) };

const KIND = 'Loại văn bản';
const named = (kind: string, values: Filled): { readonly [label: string]: Filled } => ({
  [KIND]: kind,
  ...Object.fromEntries(Object.entries(values as object).filter(([label]) => label !== KIND)),
});

/** Files must be there, and of units and superiors there are none. */
const fieldsOf = (context: CompileContext, slug: string): readonly FieldDefinition[] =>
  context.kinds
    .find(({ definition }) => definition.slug === slug)!
    .definition.fields.filter(
      ({ key }) => !['don_vi', 'so_don_vi', 'van_ban', 'ke_hoach_cap_tren'].includes(key),
    );

test('any dossier of any papers goes through every stage, together and each by itself, or is refused in words', async () => {
  const context = await loadContext();
  const ways = fc.constantFrom('', 'văn bản chính', 'gửi kèm', 'phụ lục', 'riêng');
  const plan = fc.oneof(
    { arbitrary: filled(fieldsOf(context, 'plan')), weight: 5 },
    { arbitrary: spoiled(fieldsOf(context, 'plan')), weight: 1 },
  );
  const paper = fc
    .tuple(plan, ways)
    .map(([values, way]) => ({ ...named('Kế hoạch', values), ...(way !== '' && { 'Cách gửi': way }) }));
  const whole = fc
    .tuple(
      filled(fieldsOf(context, 'dossier')),
      fc.array(paper as fc.Arbitrary<Filled>, { minLength: 1, maxLength: 3 }),
    )
    .map(([shared, papers]) => ({ ...named('Bộ văn bản', shared), 'Văn bản': papers }) as Filled);
  const writing = fc.constantFrom<Writing>('plain', 'quoted', 'json');
  let papers = 0;
  const run = fc.property(whole, writing, fc.boolean(), (values, how, split) => {
    if (pressForm(writeForm(values as { readonly [label: string]: Filled }, how), { ...context, split }))
      papers += 1;
  });
  fc.assert(run, { numRuns: 60, ...seeded });
  expect(papers).toBeGreaterThan(5);
});

test('of too many papers no more are read than a dossier may have', async () => {
  const { diagnostics } = await compile(`${SHARED}Văn bản:\n${'  - Kế hoạch\n'.repeat(200)}`);
  expect(diagnostics.map(({ code }) => code)).toContain('dossier/too-many');
  const lacks = diagnostics.filter(({ code }) => code === 'form/missing');
  const words = lacks.map(({ message }) => message).join();
  expect(words).toContain('(mục 50)');
  expect(words).not.toContain('(mục 51)');
});
