import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { FieldEdit, FieldModel, TypedValue } from '../../../src/form/edit/form-model.js';
import { readFormModel } from '../../../src/form/edit/read-form-model.js';
import { typedValues, withValue } from '../../../src/form/edit/typed-values.js';
import { keepsLines } from '../../../src/form/key-table.js';
import { normalise } from '../../../src/vietnamese/normalise.js';
import { EVERY, nasty, nastyLines, valueFor, valuesFor } from './every-field.js';
import { bare, edit, leaves, rawOf } from './forms.js';

// Making a failure small takes longer than all runs.
vi.setConfig({ testTimeout: 300_000 });

/** RANDOM_SEED=… runs again what failed; fast-check prints the seed of a failure. */
const seeded: { readonly seed?: number } =
  process.env['RANDOM_SEED'] === undefined ? {} : { seed: Number(process.env['RANDOM_SEED']) };

/** RANDOM_TIMES=10 tries ten times as many. */
const times = Number(process.env['RANDOM_TIMES'] ?? 1);

/** As somebody has it who wrote it by other means: by hand, as JSON, pasted with CR LF and composed letters. */
const written = fc.record({
  values: valuesFor(EVERY.fields),
  how: fc.constantFrom('form', 'form', 'json', 'json-short', 'crlf', 'nfd', 'commented'),
});

function startOf({
  values,
  how,
}: {
  readonly values: { readonly [key: string]: TypedValue };
  readonly how: string;
}): string {
  const whole = { ...values, loai_van_ban: 'Mọi ô' };
  if (how.startsWith('json')) return JSON.stringify(whole, null, how === 'json' ? 2 : undefined);
  const edits = Object.entries(whole).map(([path, value]) => ({ type: 'set' as const, path, value }));
  const { text } = edit('', EVERY, ...edits);
  if (how === 'crlf') return normalise(text.replaceAll('\n', '\r\n')).text;
  if (how === 'nfd') return normalise(text.normalize('NFD')).text;
  if (how === 'commented') return text.replace(/^([^\n:#]+):$/gm, '# ghi chú ở trên\n$1:   # ghi chú');
  return text;
}

/** Writing a whole form takes long: every run is about one of these. */
const STARTS = 40;
const seed = seeded.seed ?? Math.floor(Math.random() * 2 ** 31);
const start = fc.constantFrom(...fc.sample(written, { numRuns: STARTS * times, seed }).map(startOf));

const expected = (field: FieldModel['field'], value: string): string =>
  keepsLines(field) ? normalise(value).text : normalise(value).text.replaceAll('\n', ' ');

describe('a text that is set', () => {
  it('is read back letter for letter, and nothing else has changed', () => {
    const run = fc.property(start, fc.nat(), nastyLines, nastyLines, (text, which, first, second) => {
      const model = readFormModel(text, EVERY);
      const all = leaves(model).filter(({ path }) => path !== 'loai_van_ban');
      const { path, formPath, field } = all[which % all.length]!;
      let made = text;
      for (const value of [first, second, first, '', second]) {
        const before = typedValues(readFormModel(made, EVERY));
        made = edit(made, EVERY, { type: 'set', path, value }).text;
        const after = readFormModel(made, EVERY);
        expect(after.find(path)?.text ?? '', `${path}:\n${made}`).toBe(expected(field, value));
        same(
          typedValues(after),
          withValue(before, path.split('.'), () => expected(field, value)),
        );
        same(bare(rawOf(made, EVERY)), bare(typedValues(after)));
      }
      expect(formPath).toBeDefined();
      expect(commentsOf(made)).toEqual(commentsOf(text));
    });
    fc.assert(run, { numRuns: 600 * times, seed });
  });

  it('is told in changes that do not overlap and are as small as can be', () => {
    const run = fc.property(nasty, nasty, nasty, (head, tail, middle) => {
      const text = edit('', EVERY, { type: 'set', path: 'ten', value: `${head}|${tail}` }).text;
      const { changes } = edit(text, EVERY, { type: 'set', path: 'ten', value: `${head}|${middle}${tail}` });
      const grown = changes.reduce((sum, { from, to, insert }) => sum + insert.length + to - from, 0);
      expect(grown).toBeLessThan(text.length * 2 + middle.length * 6 + 8);
    });
    fc.assert(run, { numRuns: 300 * times, seed });
  });
});

/** As `toEqual`, which takes long to find that there is nothing to tell. */
function same(one: unknown, other: unknown): void {
  if (JSON.stringify(one) !== JSON.stringify(other)) expect(one).toEqual(other);
}

const commentsOf = (text: string): readonly string[] => text.match(/# ghi chú[^\n"']*/g) ?? [];

/** Any edit of any field, by numbers that choose among those that the form has. */
const anyEdit = fc.record({
  which: fc.nat(),
  type: fc.constantFrom('set', 'set', 'insert', 'remove', 'move'),
  at: fc.nat(),
  to: fc.nat(),
  seed: fc.nat(),
  text: nastyLines,
});

function editOf(
  model: ReturnType<typeof readFormModel>,
  wish: typeof anyEdit extends fc.Arbitrary<infer T> ? T : never,
): FieldEdit | undefined {
  const all: FieldModel[] = [];
  const visit = (field: FieldModel): void => {
    all.push(field);
    field.parts.forEach(visit);
    field.items.forEach(visit);
  };
  model.fields.filter(({ path }) => path !== 'loai_van_ban').forEach(visit);
  const { which, at, to } = wish;
  if (wish.type === 'set') {
    const { path, field } = all[which % all.length]!;
    const value = fc.sample(valueFor(field, fc.oneof(nasty, fc.constant(wish.text))), {
      numRuns: 1,
      seed: wish.seed,
    })[0]!;
    return { type: 'set', path, value };
  }
  const lists = all.filter(({ field }) => field.type === 'list');
  const { path, field, items } = lists[which % lists.length]!;
  if (wish.type === 'insert') {
    const value = fc.sample(valueFor(field.item!, nasty), { numRuns: 1, seed: wish.seed })[0]!;
    return { type: 'insert', path, index: at % (items.length + 1), value };
  }
  if (items.length === 0) return undefined;
  if (wish.type === 'remove') return { type: 'remove', path, index: at % items.length };
  return { type: 'move', path, from: at % items.length, to: to % items.length };
}

describe('any edits one after the other', () => {
  it('leave a form that can be read, with every other value as it was', () => {
    const run = fc.property(start, fc.array(anyEdit, { minLength: 1, maxLength: 12 }), (before, wishes) => {
      let text = before;
      for (const wish of wishes) {
        const model = readFormModel(text, EVERY);
        const one = editOf(model, wish);
        if (one === undefined) continue;
        const top = one.path.split('.')[0]!;
        const old = typedValues(model);
        text = edit(text, EVERY, one).text;
        const after = readFormModel(text, EVERY);
        expect(after.strays).toEqual([]);
        same({ ...typedValues(after), [top]: '' }, { ...old, [top]: '' });
        same(bare(rawOf(text, EVERY)), bare(typedValues(after)));
      }
    });
    fc.assert(run, { numRuns: 150 * times, seed });
  });
});
