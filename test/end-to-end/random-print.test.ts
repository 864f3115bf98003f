import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { CompileContext, Paper } from '../../src/compile.js';
import { LETTERHEAD_KEYS } from '../../src/resolve/form-blank.js';
import type { Page, TextItem } from '../../src/typeset/frame.js';
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

const definitionOf = (slug: string) =>
  context.kinds.find(({ definition }) => definition.slug === slug)!.definition;

/** Forms of a kind: most keep to its fields; how many of them became papers. */
function press(slug: string, numRuns: number, look: (paper: Paper) => void): number {
  const { name, fields } = definitionOf(slug);
  const form = (values: Filled) => ({
    'Loại văn bản': name,
    ...Object.fromEntries(Object.entries(values as object).filter(([label]) => label !== 'Loại văn bản')),
  });
  let papers = 0;
  const values = fc.oneof(
    { arbitrary: filled(fields) as fc.Arbitrary<Filled>, weight: 4 },
    { arbitrary: spoiled(fields), weight: 1 },
  );
  fc.assert(
    fc.property(values, writing, (each, how) => {
      if (pressForm(writeForm(form(each), how), context, look)) papers += 1;
    }),
    { numRuns, ...seeded },
  );
  return papers / numRuns;
}

const textsOf = ({ items }: Page): readonly TextItem[] =>
  items.filter((item): item is TextItem => item.type === 'text');

/** Dots that stand for something to be written, and that nobody typed. */
const isBlank = ({ text, origin, style }: TextItem): boolean =>
  /[.…]{4}/u.test(text) && origin?.type !== 'field' && !OPEN.includes(style);
/** Number, place and date are given after approval: open on paper even in a finished form. */
const OPEN: readonly string[] = ['Reference', 'PlaceAndDate', 'ReferenceLine'];

const LETTERHEAD: readonly string[] = [
  'Reference',
  'PlaceAndDate',
  'ParentAgency',
  'IssuingAgency',
  'NationalName',
  'NationalMotto',
];

function expectInside(
  { x, y, width, size, style, text: words }: TextItem,
  area: { width: number; height: number },
): void {
  const text = `${style}: ${words}`;
  expect([x, y, width, size].every(Number.isFinite), text).toBe(true);
  expect(x, text).toBeGreaterThanOrEqual(-0.01);
  expect(x + width, text).toBeLessThanOrEqual(area.width + 0.01);
  expect(y - size, text).toBeGreaterThanOrEqual(-size);
  expect(y, text).toBeLessThanOrEqual(area.height + 0.01);
}

describe('any form, whatever is in it,', () => {
  test('of a hall banner: every letter is within the trim, and no dot is printed that nobody typed', () => {
    let banners = 0;
    const share = press('hall-banner', 500, ({ print, pages }) => {
      for (const page of pages().pages) for (const item of textsOf(page)) expect(isBlank(item)).toBe(false);
      for (const page of print?.().pages ?? []) {
        banners += 1;
        const { trim } = page.print!;
        for (const item of textsOf(page)) {
          expect(isBlank(item), item.text).toBe(false);
          if (item.style === 'BannerCaption') expectInside(item, page);
          else
            expectInside(
              { ...item, x: (item.x - trim.x) as typeof item.x, y: (item.y - trim.y) as typeof item.y },
              trim,
            );
        }
      }
    });
    process.stdout.write(`random banners: ${banners}, ${share} of the forms became papers\n`);
    expect(share).toBeGreaterThan(0.4);
    expect(banners).toBeGreaterThan(200);
  });

  test('of a registration form: every blank is declared, and stands on the page', () => {
    let blanks = 0;
    const letterhead = new Set<string>(Object.values(LETTERHEAD_KEYS));
    const share = press('registration-form', 150, ({ document, resolved, pages }) => {
      const declared = new Set(resolved.form?.blanks.map(({ key }) => key));
      for (const page of pages().pages) {
        for (const item of textsOf(page)) {
          // Number and date keep to one line whatever the place is called, which may crowd out the agencies beside them.
          if (!LETTERHEAD.includes(item.style)) expectInside(item, page);
          if (item.blank !== undefined) {
            blanks += 1;
            expect(declared).toContain(item.blank);
          } else expect(isBlank(item), item.text).toBe(false);
        }
        for (const field of page.fields ?? []) {
          expect(declared).toContain(field.blank.key);
          expect(field.width).toBeGreaterThan(0);
          if (field.blank.key !== 'ten_don_vi' && !letterhead.has(field.blank.key))
            expectInside({ ...field, text: field.blank.key } as unknown as TextItem, page);
        }
      }
      if (document.settings.formMode === 'filled')
        expect([...declared].filter((key) => !letterhead.has(key))).toEqual([]);
    });
    process.stdout.write(
      `random registration forms: ${blanks} blanks, ${share} of the forms became papers\n`,
    );
    expect(share).toBeGreaterThan(0.4);
    expect(blanks).toBeGreaterThan(150);
  });
});
