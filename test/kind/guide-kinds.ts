import { expect } from 'vitest';
import type { Document } from '../../src/document/ast.js';
import type { FieldDefinition } from '../../src/form/field.js';
import type { FormValue } from '../../src/form/form.js';
import { partsOf } from '../../src/form/key-table.js';
import { readForm } from '../../src/form/read-form.js';
import { evaluateTemplate } from '../../src/host-node/evaluate-template.js';
import type { Kind } from '../../src/kind/kind.js';
import { type KindHost, loadKind } from '../../src/kind/load-kind.js';
import { parseMarkup } from '../../src/markup/parse-markup.js';
import { expandOutlines } from '../../src/outline/expand-outlines.js';
import { renderTemplate } from '../../src/template/render-template.js';
import { fileHost } from './file-host.js';

/** Where the groups and partials stand that kinds share. */
export const COMMON = 'templates/_common';
const FOLDER = 'mau/thong-bao-hop';

/** A fenced block: what stands behind its opening fence ("yaml form"), its text, and the "## …" that it stands under. */
export interface Block {
  readonly tag: string;
  readonly text: string;
  readonly line: number;
  readonly part: string;
}

export const readBlocks = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map((found) => {
    const before = markdown.slice(0, found.index);
    const part = [...before.matchAll(/^## (.*)$/gm)].at(-1)?.[1] ?? '';
    return { tag: found[1]!, text: found[2]!, line: before.split('\n').length, part };
  });

/** A row of a table: its cells, "\\|" within one undone, with the part that it stands in. */
export interface Row {
  readonly part: string;
  readonly cells: readonly string[];
}

export const readRows = (markdown: string): readonly Row[] =>
  markdown.split(/^## /m).flatMap((part) =>
    [...part.matchAll(/^\|(.*)\|$/gm)].map((row) => ({
      part: part.split('\n', 1)[0]!,
      cells: row[1]!.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim()),
    })),
  );

/** A folder in memory, beside the groups and partials that come with the program. */
export function load(definition: string, template: string, sample = 'x\n') {
  const files = new Map([
    [`${FOLDER}/kind.yaml`, definition],
    [`${FOLDER}/template.hbs`, template],
    [`${FOLDER}/sample.yaml`, sample],
  ]);
  const host: KindHost = {
    readFile: async (file) => {
      const text = files.get(file);
      return text === undefined ? fileHost.readFile(file) : new TextEncoder().encode(text);
    },
    listFolder: async (folder) => (folder === FOLDER ? [] : fileHost.listFolder(folder)),
  };
  return loadKind(host, FOLDER, evaluateTemplate, COMMON);
}

export const DOCUMENT = '<document kind="{{@kind.slug}}" kind-name="{{@kind.name}}">';
/** A kind of these fields, and the one that every kind has. */
export const kindOf = (fields: string, checks = ''): string =>
  `format: 1\nname: Thử\nabbreviation: T\nprofile: nd30\nfields:\n${fields}` +
  `  - { key: loai_van_ban, label: Loại văn bản, type: text }\n${checks && `checks:\n${checks}`}`;

/** A form of a kind, which must be read without a finding. */
export function read({ definition }: Kind, text: string): { readonly [key: string]: FormValue } {
  const { value, diagnostics } = readForm({ file: 'f.yaml', text }, () => definition, [definition.name]);
  expect(diagnostics).toEqual([]);
  return value!.values as { readonly [key: string]: FormValue };
}

/** What a template makes of values; no stage may find anything. */
export function treeOf(kind: Kind, values: { readonly [key: string]: FormValue }): [string, Document] {
  const markup = renderTemplate(kind.template, values);
  expect(markup.diagnostics).toEqual([]);
  const parsed = parseMarkup(markup.value!, { file: kind.template.file });
  expect(parsed.diagnostics).toEqual([]);
  const expanded = expandOutlines(parsed.value!, () => undefined);
  expect(expanded.diagnostics).toEqual([]);
  return [markup.value!, expanded.value!];
}

/** A template that prints every leaf of the fields. */
const printAll = (fields: readonly FieldDefinition[], at = ''): string =>
  fields.map((field) => printOne(field, at + field.key)).join('\n');

function printOne(field: FieldDefinition, at: string): string {
  if (field.unprinted) return '';
  const { item } = field;
  if (field.type === 'outline') return `<outline>{{${at}}}</outline>`;
  if (field.type === 'sentence') return `<p><rich>{{${at}}}</rich></p>`;
  if (field.type === 'list' && item !== undefined)
    return `{{#each ${at}}}${item.type === 'group' ? printAll(partsOf(item)) : printOne(item, 'this')}{{/each}}`;
  const parts = partsOf(field);
  return parts.length > 0 ? printAll(parts, `${at}.`) : `<p>{{${at}}}</p>`;
}

/** Loads a kind of these fields with a template that prints them all: neither may have a finding. */
export async function loadFields(fields: string, checks = ''): Promise<Kind> {
  const bare = await load(kindOf(fields, checks), `${DOCUMENT}<section role="main"/></document>`);
  expect(bare.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const body = printAll(bare.value!.definition.fields);
  const template = `${DOCUMENT}<section role="main">${body}</section></document>`;
  const { value, diagnostics } = await load(kindOf(fields, checks), template);
  expect(diagnostics).toEqual([]);
  return value!;
}

export const isFilled = (value: FormValue | undefined): boolean =>
  typeof value === 'string' ? value !== '' : Object.values(value ?? {}).some(isFilled);

export const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');
