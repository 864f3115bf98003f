import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Inline } from '../../src/document/ast.js';
import type { FieldDefinition } from '../../src/form/field.js';
import type { FormValue } from '../../src/form/form.js';
import { valueAt } from '../../src/form/value-at.js';
import type { Kind } from '../../src/kind/kind.js';
import { pressForm } from '../end-to-end/press-form.js';
import { filled, type Writing, writeForm } from '../end-to-end/random-form.js';
import {
  alone,
  bodyFields,
  contextOf,
  fullValues,
  holesOf,
  optionalPaths,
  sampleValues,
  textsOf,
  treeOf,
  type Values,
  without,
} from './structured-kind.js';

/** Fields that only say how others are printed: alone they print nothing. */
const SILENT = /(^|\.)(tieu_de|ten_cot(\..*)?|danh_sach\.0\.gui_ve|kieu)$/;

/** What a kind prints otherwise than most: fields that alone print nothing, headings that may stand without text. */
interface Habits {
  readonly silent?: RegExp;
  readonly bareHeading?: RegExp;
}

/** Every field left out, every field alone; over a form filled to the brim, with facts and with the writer's own sentences. */
export function describeHoles(kindOf: () => Kind, { silent = SILENT, bareHeading }: Habits = {}): void {
  const fieldsOf = () => bodyFields(kindOf());
  const framed = (values: Values): Values => ({ ...sampleValues(kindOf()), ...values });
  const expectWhole = (path: string, values: Values) =>
    expect({
      path,
      holes: holesOf(treeOf(kindOf(), framed(values))).filter((hole) => !bareHeading?.test(hole)),
    }).toEqual({ path, holes: [] });

  describe.each([
    ['facts', ['viet_la']],
    ["the writer's own sentences", []],
  ])('no hole in a form of %s', (_name, but) => {
    const full = () => fullValues(fieldsOf(), but);

    test('that is full', () => expectWhole('', full()));

    test('where any one field is left out', () => {
      const paths = optionalPaths(fieldsOf());
      expect(paths.length).toBeGreaterThan(30);
      for (const path of paths) expectWhole(path, without(full(), path, fieldsOf()));
    });

    test('where any one field stands alone, and it is printed', () => {
      for (const path of optionalPaths(fieldsOf()).filter((one) => valueAt(full(), one) !== '')) {
        const values = alone(full(), path, fieldsOf());
        expectWhole(path, values);
        const printed = textsOf(treeOf(kindOf(), framed(values)))
          .join('\n')
          .toLowerCase();
        for (const text of silent.test(path) ? [] : leavesOf(valueAt(values, path)!))
          expect({ path, text, isPrinted: printed.includes(text.toLowerCase()) }).toEqual({
            path,
            text,
            isPrinted: true,
          });
      }
    });
  });

  test('no hole in the sample where any one field is left out', () => {
    const sample = sampleValues(kindOf());
    const fields = kindOf().definition.fields;
    const isThere = (path: string) => ![undefined, ''].includes(valueAt(sample, path) as string | undefined);
    const paths = optionalPaths(fields).filter((path) => isThere(path));
    for (const path of paths) expectWhole(path, without(sample, path, fields));
  });
}

/** For kinds whose titles stand in one group with all that they head. */
export function describeTitles(kindOf: () => Kind): void {
  const fields = () => bodyFields(kindOf());
  test('a title of the own alone prints nothing', () => {
    const full = fullValues(fields(), ['viet_la']);
    const paths = optionalPaths(fields());
    const titles = paths.filter((path) => path.endsWith('.tieu_de'));
    expect(titles.length).toBeGreaterThan(2);
    for (const title of titles) {
      const group = title.slice(0, -'tieu_de'.length);
      const beside = paths.filter(
        (path) => path !== title && path.startsWith(group) && !path.slice(group.length).includes('.'),
      );
      const values = beside.reduce((rest, path) => without(rest, path, fields()), full);
      const count = (of: Values) =>
        textsOf(treeOf(kindOf(), { ...sampleValues(kindOf()), ...of })).join('\n');
      expect({ title, text: count(values) }).toEqual({
        title,
        text: count(without(values, title, fields())),
      });
    }
  });
}

/** The texts of a scalar or of a list of them; of a group none, since its sentence may stand for its facts. */
function leavesOf(value: FormValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Words that nobody typed, with the sign that something is to be filled in there. */
const generatedBlanks = (blocks: readonly Block[]): readonly string[] =>
  JSON.stringify(blocks).includes('"type":"blank"')
    ? ['blank']
    : inlinesOf(blocks).flatMap((inline) =>
        inline.type === 'text' && inline.origin?.type === 'generated' && /\.{2}|…|_{2}/.test(inline.text)
          ? [inline.text]
          : [],
      );

const inlinesOf = (blocks: readonly Block[]): readonly Inline[] =>
  blocks.flatMap((block) => {
    switch (block.type) {
      case 'unit':
      case 'paragraph':
        return block.content;
      case 'table':
        return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content));
      default:
        return [];
    }
  });

/** RANDOM_SEED=… runs again what failed; fast-check prints the seed of a failure. */
const seeded = process.env['RANDOM_SEED'] === undefined ? {} : { seed: Number(process.env['RANDOM_SEED']) };

/** A file that is named must be there. */
const withoutFiles = (fields: readonly FieldDefinition[]): readonly FieldDefinition[] =>
  fields
    .filter(({ type }) => type !== 'file')
    .map((field) => (field.fields ? { ...field, fields: withoutFiles(field.fields) } : field));

/** `least`: how many of 120 forms must become papers; a kind whose numbers must fit each other refuses more of them. */
export function describeRandomForms(kindOf: () => Kind, least = 40): void {
  test('any form goes through every stage, and prints no blank that nobody asked for', () => {
    const kind = kindOf();
    const context = contextOf(kind);
    const named = (values: object) => ({ ...values, 'Loại văn bản': kind.definition.name });
    const writing = fc.constantFrom<Writing>('plain', 'quoted', 'json');
    let papers = 0;
    const run = fc.property(filled(withoutFiles(kind.definition.fields)), writing, (values, how) => {
      const found = pressForm(writeForm(named(values), how), context, ({ document }) =>
        expect(generatedBlanks(document.sections[0]!.blocks)).toEqual([]),
      );
      if (found) papers += 1;
    });
    fc.assert(run, { numRuns: 120, ...seeded });
    expect(papers).toBeGreaterThan(least);
  });
}
