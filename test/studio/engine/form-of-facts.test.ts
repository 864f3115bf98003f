import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CompileContext, compileForm } from '../../../src/compile.js';
import { readFactSheet } from '../../../src/fact/fact-sheet.js';
import type { Kind } from '../../../src/kind/kind.js';
import { textOfFacts } from '../../../src/studio/engine/form-of-facts.js';
import { loadContext } from '../../end-to-end/papers.js';
import { filled, writeForm } from '../../end-to-end/random-form.js';

let context: CompileContext;
beforeAll(async () => {
  context = await loadContext();
}, 120_000);

const seeded = process.env['RANDOM_SEED'] === undefined ? {} : { seed: Number(process.env['RANDOM_SEED']) };

const kindOf = (slug: string): Kind => context.kinds.find(({ definition }) => definition.slug === slug)!;

/** What a paper made of a form carries; undefined where no paper is made of it. */
function factsOf(text: string): string | undefined {
  const { value } = compileForm({ file: 'a.yaml', text }, context);
  return value?.[0]?.facts();
}

/** White space behind the last word says nothing. */
const read = (facts: string): unknown =>
  JSON.parse(facts, (_, value) => (typeof value === 'string' ? value.trimEnd() : value));

describe('the form that a finished paper becomes', () => {
  test.each([
    ['plan', 30],
    ['registration-form', 20],
    ['hall-banner', 20],
    ['emulation-launch-plan', 5],
  ])('of any %s carries the same facts again', (slug, numRuns) => {
    const kind = kindOf(slug);
    let papers = 0;
    fc.assert(
      fc.property(filled(kind.definition.fields), (values) => {
        const carried = factsOf(writeForm({ ...values, 'Loại văn bản': kind.definition.name }, 'quoted'));
        if (carried === undefined) return;
        papers += 1;
        const { text, diagnostics } = textOfFacts(readFactSheet(carried).value!, kind);
        expect(diagnostics).toEqual([]);
        expect(read(factsOf(text) ?? '{}')).toEqual(read(carried));
      }),
      { numRuns, ...seeded },
    );
    expect(papers).toBeGreaterThan(0);
  });

  test('says what it could not take, and takes the rest', () => {
    const kind = kindOf('plan');
    const sheet = readFactSheet(factsOf(kind.sample)!).value!;
    // A field that was a list when the paper was made.
    const old = { ...sheet, values: { ...sheet.values, trich_yeu: ['a', 'b'] } };
    const { text, diagnostics } = textOfFacts(old, kind);
    expect(diagnostics).toMatchObject([{ message: expect.stringContaining('"Trích yếu"') }]);
    expect(text).toContain('Địa danh: ');
    expect(text).toMatch(/^Trích yếu:$/m);
  });
});
