import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { FieldDefinition } from '../../src/form/field.js';
import type { BuiltKind } from '../../src/kind/built-kind.js';
import { DIST } from './program.js';

/** Words that would do something where they are taken for more than words. */
export const HOSTILE = [
  '<script>window.hacked=1</script>',
  '"><img src=x onerror=window.hacked=1>',
  'javascript:window.hacked=1',
  '</svg><script>window.hacked=1</script>',
  '{{lookup this "constructor"}}',
] as const;

export const ALL_HOSTILE = HOSTILE.join(' ');

/** The same as an official text, and as what other formats take for links. */
const HOSTILE_OUTLINE = [
  ...HOSTILE.map((words, index) => `${index + 1}. ${words}`),
  ...HOSTILE.map((words) => `- ${words}`),
  '[bấm vào đây](javascript:window.hacked=1)',
  '<a href="javascript:window.hacked=1">bấm vào đây</a>',
  `**${HOSTILE[0]}** *${HOSTILE[1]}*`,
];

/** The kinds as they were built. */
export async function builtKinds(): Promise<readonly BuiltKind[]> {
  const folder = join(DIST, 'kinds');
  const names = readdirSync(folder).filter((name) => name.endsWith('.js') && name !== 'index.js');
  const modules = names.map((name) => import(pathToFileURL(join(folder, name)).href));
  return (await Promise.all(modules)).map(({ kind }: { readonly kind: BuiltKind }) => kind);
}

/** A form of a kind that says hostile words in every field but the one that names the kind. */
export function hostileForm({ definition }: BuiltKind, others: readonly BuiltKind[]): string {
  const { name, fields, papers } = definition;
  const lines = fields.flatMap((field) => {
    if (field.key === 'loai_van_ban') return [`${field.label}: ${name}`];
    return field.key === papers?.list ? papersOf(field, others) : linesOf(field);
  });
  return `${lines.join('\n')}\n`;
}

/** One paper of every kind, and one of a kind that there is not. */
function papersOf(list: FieldDefinition, kinds: readonly BuiltKind[]): readonly string[] {
  const plain = kinds.map(({ definition }) => definition).filter(({ papers }) => papers === undefined);
  const papers = plain.map(({ name, fields }) => [
    `Loại văn bản: ${name}`,
    ...fields.filter(({ key }) => key !== 'loai_van_ban').flatMap(linesOf),
  ]);
  const unknown = list.item?.fields?.flatMap(linesOf) ?? [];
  return [`${list.label}:`, ...[...papers, unknown].flatMap(asItem)];
}

function linesOf(field: FieldDefinition): readonly string[] {
  const { label, type, item, fields } = field;
  if (type === 'group') return [`${label}:`, ...(fields ?? []).flatMap(linesOf).map(indented)];
  if (type === 'list')
    return [
      `${label}:`,
      ...asItem(item?.type === 'group' ? (item.fields ?? []).flatMap(linesOf) : [ALL_HOSTILE]),
    ];
  if (type === 'outline' || type === 'paragraph') return [`${label}: |`, ...HOSTILE_OUTLINE.map(indented)];
  return [`${label}: ${ALL_HOSTILE}`];
}

const indented = (line: string): string => `  ${line}`;
const asItem = (lines: readonly string[]): readonly string[] =>
  lines.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`);

/** Notes from its first moment on what the page would do if words became more than words. */
export async function watchHarm(page: Page): Promise<readonly string[]> {
  const harm: string[] = [];
  page.on('dialog', (dialog) => {
    harm.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    const isHere = hostname === '127.0.0.1' || protocol === 'data:' || protocol === 'blob:';
    if (!isHere) harm.push(`request: ${request.url()}`);
  });
  await page.addInitScript(`
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.refused.push(event.violatedDirective + ' ' + event.blockedURI));
  `);
  return harm;
}

/** What of a page only hostile words could have brought into it. */
const BROUGHT_IN = `({
  hacked: window.hacked,
  refused: window.refused,
  scripts: document.querySelectorAll('script:not([src]), section.pages script').length,
  images: document.querySelectorAll('img, iframe, object, embed, foreignObject').length,
  links: [...document.querySelectorAll('[href]')].map((one) => one.getAttribute('href')).filter((href) => /script/i.test(href)),
  handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => /^on/i.test(name)),
})`;

export async function expectHarmless(page: Page, harm: readonly string[]): Promise<void> {
  expect(await page.evaluate(BROUGHT_IN)).toEqual({
    hacked: undefined,
    refused: [],
    scripts: 0,
    images: 0,
    links: [],
    handlers: [],
  });
  expect(harm).toEqual([]);
}
