import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type CompileContext, compileForm } from '../../../src/compile.js';
import type { FieldDefinition } from '../../../src/form/field.js';
import { createEngine } from '../../../src/studio/engine/create-engine.js';
import type { Engine, FormSource, KindInfo, Look } from '../../../src/studio/protocol.js';
import { loadContext } from '../../end-to-end/papers.js';
import { loadParts } from './engine-parts.js';
import { SAMPLES, sample } from './samples.js';

let engine: Engine;
let kinds: readonly KindInfo[];
let context: CompileContext;
beforeAll(async () => {
  engine = createEngine(await loadParts());
  kinds = await engine.kinds();
  context = await loadContext();
}, 120_000);

const LONG = 300_000;

const lookAt = (text: string, source: Partial<FormSource> = {}): Promise<Look> =>
  engine.look({ source: { file: 'a.yaml', given: [], ...source, text }, known: [] });

const pagesOf = ({ papers }: Look): number => papers.flatMap(({ pages }) => pages).length;

/** The words on the pages. */
const wordsOf = ({ papers }: Look): string =>
  papers
    .flatMap(({ pages }) => pages)
    .flatMap(({ svg = '' }) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text))
    .join(' ')
    .replaceAll('\u00a0', ' ');

test('an empty text has no kind, no pages, and says what is missing', async () => {
  const look = await lookAt('');
  expect(look).toMatchObject({ papers: [], problems: [{ code: 'form/empty', severity: 'error' }] });
  expect(look.kind).toBeUndefined();
});

test('a kind that there is not has no pages', async () => {
  const look = await lookAt('Loại văn bản: Thiệp cưới\n');
  expect(look.papers).toEqual([]);
  expect(look.problems[0]).toMatchObject({ severity: 'error', range: { from: 14, to: 24 } });
});

test('a kind alone has pages, and its problems have their fields', async () => {
  for (const { slug, name, isDossier } of kinds) {
    const look = await lookAt(`Loại văn bản: ${name}\n`);
    expect([slug, look.kind]).toEqual([slug, slug]);
    if (!isDossier) expect([slug, pagesOf(look)]).toEqual([slug, expect.any(Number)]);
    if (!isDossier) expect([slug, pagesOf(look) > 0]).toEqual([slug, true]);
    const errors = look.problems.filter(({ severity }) => severity === 'error');
    expect([slug, errors.length > 0]).toEqual([slug, true]);
    for (const { path, message } of errors) expect([slug, message, path]).not.toContain(undefined);
  }
});

const requiredOf = (fields: readonly FieldDefinition[]): readonly FieldDefinition[] =>
  fields.filter(({ required, key }) => required && key !== 'loai_van_ban' && key !== 'van_ban');

/** A form without a field: its line, and the deeper ones under it. */
function without(text: string, { label, aliases = [] }: FieldDefinition): string {
  const names = [label, ...aliases].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return text.replace(new RegExp(`^(?:${names}):.*\n(?:(?:[ \t]+.*|)\n)*`, 'imu'), '');
}

test(
  'without any one required field there are pages, and the field is named',
  async () => {
    for (const { slug, sample: text, fields } of kinds) {
      for (const field of requiredOf(fields)) {
        const less = without(text, field);
        const look = await lookAt(less);
        expect([slug, field.key, pagesOf(look) > 0]).toEqual([slug, field.key, true]);
        // A field that another stands in for is not missed.
        if (look.problems.some(({ severity }) => severity === 'error'))
          expect(look.problems.flatMap(({ path = '' }) => path.split('.'))).toContain(field.key);
      }
    }
  },
  LONG,
);

describe('what is wrong', () => {
  test('is shown as typed, but for what no template could take', async () => {
    const text = sample('plan.yaml')
      .text.replace(/^Ngày ban hành:.*$/m, 'Ngày ban hành: hôm qua')
      .replace(/^Số, ký hiệu:.*$/m, 'Số, ký hiệu: 9a/KH-CĐVC');
    const look = await lookAt(text);
    expect(look.problems.filter(({ severity }) => severity === 'error').map(({ path }) => path)).toEqual(
      expect.arrayContaining(['ngay_ban_hanh']),
    );
    expect(wordsOf(look)).toContain('Tổ chức Hội nghị biểu dương');
    expect(wordsOf(look)).not.toContain('hôm qua');
    expect(wordsOf(look)).toMatch(/ngày\s+tháng\s+năm/);
  });

  test('a sheet of margins that there cannot be has the usual ones', async () => {
    const { text } = sample('plan.yaml');
    const right = await lookAt(text);
    const wrong = await lookAt(`${text}\nLề trang: 99 chín 1 0\nCỡ chữ nội dung: 72\nGiãn dòng: 500\n`);
    expect(wrong.problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(1);
    expect(wordsOf(wrong)).toBe(wordsOf(right));
  });

  test('a file that is not given is told at its field, and the pages are there', async () => {
    const look = await lookAt(`${sample('plan.yaml').text}\nĐơn vị: cd-a\nSổ đơn vị: so-don-vi.yaml\n`);
    expect(look.problems.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    expect(pagesOf(look)).toBeGreaterThan(0);
  });

  test('in one paper of a dossier leaves the others', async () => {
    const { text } = sample('dossier.yaml');
    const right = await lookAt(text);
    const wrong = await lookAt(text.replace(/^ {4}Trích yếu: Phát động.*\n/m, ''));
    expect(wrong.problems.some(({ severity }) => severity === 'error')).toBe(true);
    expect(pagesOf(wrong)).toBeGreaterThanOrEqual(pagesOf(right) - 1);
    expect(wordsOf(wrong)).toContain('ĐỀ CƯƠNG BÁO CÁO');
  });
});

test(
  'findings are those of the command, and a form without errors is the same paper',
  async () => {
    for (const source of SAMPLES) {
      const texts = [source.text, source.text.replace(/^Ngày ban hành:.*$/m, 'Ngày ban hành: 31/2/2025')];
      for (const text of texts) {
        const form = { file: source.file, text };
        const plain = compileForm({ ...form }, context);
        const draft = compileForm({ ...form }, { ...context, draft: true });
        expect(draft.diagnostics).toEqual(plain.diagnostics);
        if (plain.value !== undefined)
          expect(JSON.stringify(draft.value?.map(({ resolved }) => resolved))).toBe(
            JSON.stringify(plain.value.map(({ resolved }) => resolved)),
          );
      }
    }
  },
  LONG,
);

test(
  'texts cut off anywhere never throw, and have pages whenever the kind is known',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SAMPLES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (source, from, to) => {
          const { text } = source;
          const [start, end] = [from, to].map((part) => Math.floor(part * text.length)).sort((a, b) => a - b);
          // Cut off at the end, or a piece out of the middle.
          const cut = from < 0.5 ? text.slice(0, end) : text.slice(0, start) + text.slice(end);
          const look = await lookAt(cut, source);
          const kind = kinds.find(({ slug }) => slug === look.kind);
          if (kind !== undefined && !kind.isDossier) expect(pagesOf(look)).toBeGreaterThan(0);
          for (const { range } of look.problems)
            if (range !== undefined) expect(range.to).toBeLessThanOrEqual(cut.length);
        },
      ),
      { numRuns: 200, seed: 1 },
    );
  },
  LONG,
);

test(
  'letters changed, lines swapped and values emptied never throw',
  async () => {
    const lines = (text: string): string[] => text.split('\n');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SAMPLES),
        fc.array(
          fc.tuple(fc.nat(), fc.constantFrom('', '  ', '- ', ': ', '"', 'x', '500', 'hôm qua', '[', '|')),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        async (source, edits) => {
          const all = lines(source.text);
          for (const [place, insert] of edits) {
            const at = place % all.length;
            const line = all[at]!;
            const colon = line.indexOf(':');
            all[at] =
              insert === '' || colon < 0
                ? line.slice(0, Math.max(0, colon))
                : `${line.slice(0, colon + 1)} ${insert}`;
          }
          const look = await lookAt(all.join('\n'), source);
          const kind = kinds.find(({ slug }) => slug === look.kind);
          if (kind !== undefined && !kind.isDossier) expect(pagesOf(look)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 200, seed: 2 },
    );
  },
  LONG,
);
