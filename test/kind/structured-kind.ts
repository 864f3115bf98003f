import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { CompileContext } from '../../src/compile.js';
import type { Block, Document, Inline, NumberedLevel } from '../../src/document/ast.js';
import { documentText } from '../../src/document/tree-text.js';
import type { FieldDefinition } from '../../src/form/field.js';
import type { FormValue } from '../../src/form/form.js';
import { readForm } from '../../src/form/read-form.js';
import { emptyValue } from '../../src/form/schema.js';
import { evaluateTemplate } from '../../src/host-node/evaluate-template.js';
import { bundledFonts } from '../../src/host-node/find-fonts.js';
import type { Kind } from '../../src/kind/kind.js';
import { loadKind } from '../../src/kind/load-kind.js';
import { parseMarkup } from '../../src/markup/parse-markup.js';
import { expandOutlines } from '../../src/outline/expand-outlines.js';
import { nd30 } from '../../src/profile/nd30.js';
import { renderTemplate } from '../../src/template/render-template.js';
import { fileHost } from './file-host.js';

/** The values of a form, by key. */
export type Values = { readonly [key: string]: FormValue };

/** A kind whose paper is put together from facts; it must load without a finding. */
export async function loadStructured(slug: string): Promise<Kind> {
  const { value, diagnostics } = await loadKind(fileHost, `templates/${slug}`, evaluateTemplate);
  expect(diagnostics).toEqual([]);
  return value!;
}

export const contextOf = (kind: Kind): CompileContext => ({
  kinds: [kind],
  profile: nd30,
  fonts: bundledFonts().set,
});

/** The values of the kind's sample; it must be read without a finding. */
export function sampleValues(kind: Kind): Values {
  const find = () => kind.definition;
  const read = readForm({ file: 'sample.yaml', text: kind.sample }, find, [kind.definition.name]);
  expect(read.diagnostics).toEqual([]);
  return read.value!.values as Values;
}

/** The tree of a form's values; no stage may find anything. */
export function treeOf(kind: Kind, values: Values): Document {
  const markup = renderTemplate(kind.template, values);
  expect(markup.diagnostics).toEqual([]);
  const parsed = parseMarkup(markup.value!, { file: kind.template.file });
  expect(parsed.diagnostics).toEqual([]);
  const expanded = expandOutlines(parsed.value!, () => undefined);
  expect(expanded.diagnostics).toEqual([]);
  return expanded.value!;
}

/** Holds a tree against test/kind/golden/NAME.txt; GOLDEN=update writes it. */
export function expectGolden(name: string, document: Document): void {
  const file = `test/kind/golden/${name}.txt`;
  const text = documentText(document);
  if (process.env['GOLDEN'] === 'update') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

/** The blocks between title and signature. */
const bodyOf = (document: Document): readonly Block[] =>
  document.sections[0]!.blocks.filter(
    ({ type }) => !['letterhead', 'title', 'signature', 'contact-line'].includes(type),
  );

const plainText = (content: readonly Inline[]): string =>
  content
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'line-break' ? '\n' : ''))
    .join('');

/** Every stretch of running text of the body. */
export const textsOf = (document: Document): readonly string[] =>
  bodyOf(document).flatMap((block) => {
    switch (block.type) {
      case 'unit':
      case 'paragraph':
        return [plainText(block.content)];
      case 'legal-bases':
        return block.items.map(plainText);
      case 'table':
        return block.rows.flatMap((row) => row.cells.map((cell) => plainText(cell.content)));
      default:
        return [];
    }
  });

/** What a sentence looks like from which a fact has fallen out. */
const HOLE =
  /^$|^[\s,.;:)]|\s$| {2}|\s[,.;:)]|\(\s|\(\)|[,:;]\s*[,.;:)]|(?<!\.)\.\.(?!\.)|undefined|\bnull\b/u;
/** Words that lead up to a fact, with none behind them. */
const DANGLING =
  /(?<!\p{L})(?:(?:về|và) (?:trước|chậm nhất|từ|đến|và)|từ đến|(?:về|và|từ|đến|giá trị)[.)]|(?:về|và|từ|đến)$)/u;

/** Texts with a hole, and headings with nothing below them. */
export function holesOf(document: Document): readonly string[] {
  const blocks = bodyOf(document);
  const bare = blocks.flatMap((block, index) => {
    if (block.type !== 'unit' || !block.isTitle) return [];
    const next = blocks[index + 1];
    const isClosed =
      next === undefined || (next.type === 'unit' && rankOf(next.level) <= rankOf(block.level));
    return isClosed ? [`nothing below "${block.label} ${plainText(block.content)}"`] : [];
  });
  return [
    ...textsOf(document).filter((text) =>
      text.split('\n').some((line) => HOLE.test(line) || DANGLING.test(line)),
    ),
    ...bare,
  ];
}

const RANKS = [
  'roman',
  'clause',
  'clause2',
  'clause3',
  'point',
  'star',
  'dash',
  'plus',
] as const satisfies readonly NumberedLevel[];
const rankOf = (level: string): number => (RANKS as readonly string[]).indexOf(level);

/** The labels that are counted, in order: "I.", "1.", "2.1.", "a)". */
export const labelsOf = (document: Document): readonly string[] =>
  bodyOf(document).flatMap((block) =>
    block.type === 'unit' && !['-', '+', '*'].includes(block.label) ? [block.label] : [],
  );

/** The first column of the first table, without its head and group rows. */
export const countersOf = (document: Document): readonly string[] => {
  const table = bodyOf(document).find((block) => block.type === 'table');
  const rows = table?.type === 'table' ? table.rows.filter(({ role }) => role === 'body') : [];
  return rows.map(({ cells }) => plainText(cells[0]!.content));
};

/** A form with every field filled in, but for those whose key is in `but`; a list has two items. */
export function fullValues(fields: readonly FieldDefinition[], but: readonly string[]): Values {
  return Object.fromEntries(
    fields.map((field) => [
      field.key,
      but.includes(field.key) ? emptyValue(field) : fullValue(field, but, field.label),
    ]),
  );
}

function fullValue(field: FieldDefinition, but: readonly string[], name: string): FormValue {
  switch (field.type) {
    case 'group':
      return fullValues(field.fields ?? [], but);
    case 'list':
      return [fullValue(field.item!, but, `${name} một`), fullValue(field.item!, but, `${name} hai`)];
    case 'choice':
    case 'margins':
    case 'date':
    case 'number':
    case 'reference':
    case 'person':
      return emptyValue(field);
    case 'deadline':
      return 'trước ngày 10/3/2026';
    case 'money':
      return 'từ 150 triệu đồng';
    case 'limit':
      return 'không quá 05';
    default:
      // Not the label alone: "Gửi về" would look like words that lead up to nothing.
      return `${name} x`;
  }
}

/** The paths of fields that may be left out, of a list's items the first: "phong_trao.thoi_gian.cac_dot.0.ket_thuc". */
export function optionalPaths(fields: readonly FieldDefinition[], prefix = ''): readonly string[] {
  return fields.flatMap((field) => {
    const path = prefix + field.key;
    const inner =
      field.type === 'group'
        ? optionalPaths(field.fields ?? [], `${path}.`)
        : field.item?.type === 'group'
          ? optionalPaths(field.item.fields ?? [], `${path}.0.`)
          : [];
    return field.required ? inner : [path, ...inner];
  });
}

/** The fields without those of `_common` that every kind has: what stands above the body and below it. */
export const bodyFields = (kind: Kind): readonly FieldDefinition[] => {
  const keys = kind.definition.fields.map(({ key }) => key);
  const from = keys.indexOf('mo_dau');
  return kind.definition.fields.slice(from, keys.indexOf('noi_nhan'));
};

/** The values with nothing at a path. */
export function without(values: Values, path: string, fields: readonly FieldDefinition[]): Values {
  const [key, ...rest] = path.split('.');
  const field = fields.find((one) => one.key === key)!;
  return { ...values, [key!]: rest.length === 0 ? emptyValue(field) : emptied(values[key!]!, rest, field) };
}

function emptied(value: FormValue, rest: readonly string[], field: FieldDefinition): FormValue {
  if (field.type === 'group') return without(value as Values, rest.join('.'), field.fields!);
  const items = value as readonly FormValue[];
  return items.map((item, index) =>
    String(index) === rest[0] ? without(item as Values, rest.slice(1).join('.'), field.item!.fields!) : item,
  );
}

/** The values with nothing but what is required beside a path, in the groups that it goes through. */
export function alone(values: Values, path: string, fields: readonly FieldDefinition[]): Values {
  const [key, ...rest] = path.split('.');
  return Object.fromEntries(
    fields.map((field) => {
      const value = values[field.key]!;
      if (field.key !== key) return [field.key, field.required ? value : emptyValue(field)];
      return [key, rest.length === 0 ? value : aloneIn(value, rest, field)];
    }),
  );
}

function aloneIn(value: FormValue, rest: readonly string[], field: FieldDefinition): FormValue {
  if (field.type === 'group') return alone(value as Values, rest.join('.'), field.fields!);
  const items = value as readonly FormValue[];
  return [alone(items[0] as Values, rest.slice(1).join('.'), field.item!.fields!)];
}

/** The values with another one at a path of groups and lists. */
export function changedAt(values: FormValue, path: string, value: FormValue): Values {
  const [key, ...rest] = path.split('.');
  const inner = (values as Values)[key!]!;
  const replaced = rest.length === 0 ? value : changedAt(inner, rest.join('.'), value);
  return Array.isArray(values)
    ? (values.map((item, index) => (String(index) === key ? replaced : item)) as unknown as Values)
    : { ...(values as Values), [key!]: replaced };
}

/** The texts of units and paragraphs that are bold, titles apart. */
export const boldTextsOf = (document: Document): readonly string[] =>
  bodyOf(document).flatMap((block) =>
    block.type === 'unit' || block.type === 'paragraph'
      ? block.content.flatMap((inline) => (inline.type === 'text' && inline.bold ? [inline.text] : []))
      : [],
  );
