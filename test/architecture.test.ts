import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { brokenImports, withTree } from './architecture/cruise.js';
import { LAYERS, PACKAGES } from './architecture/import-rules.js';
import { brokenSourceRules, brokenTemplateRules, readSources } from './architecture/source-rules.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

describe('the project', () => {
  test('imports only what it may', { timeout: 60_000 }, async () => {
    expect(await brokenImports(ROOT)).toEqual([]);
  });

  test('is written by the rules of docs/ARCHITECTURE.md', { timeout: 60_000 }, () => {
    const sources = readSources(ROOT, 'src', '.ts');
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.flatMap(brokenSourceRules)).toEqual([]);
  });

  test('has no template that prints data unescaped', () => {
    expect(readSources(ROOT, 'templates', '.hbs').flatMap(brokenTemplateRules)).toEqual([]);
  });

  test('names every folder once in the layers', () => {
    const folders = LAYERS.flat();
    expect(new Set(folders).size).toBe(folders.length);
    expect(
      Object.values(PACKAGES)
        .flat()
        .filter((folder) => !folders.includes(folder)),
    ).toEqual([]);
  });
});

/** Trees that break one import rule each: without them a rule that matches nothing would pass for a rule that holds. */
const BAD_TREES: readonly (readonly [
  name: string,
  broken: string,
  files: Readonly<Record<string, string>>,
])[] = [
  [
    'a lower layer asks a higher one',
    'layer-form',
    {
      'src/form/a.ts': "import { b } from '../resolve/b.js';\nb;",
      'src/resolve/b.ts': 'export const b = 1;',
    },
  ],
  [
    'the two writers know each other',
    'layer-docx',
    {
      'src/docx/a.ts': "import { b } from '../typeset/b.js';\nb;",
      'src/typeset/b.ts': 'export const b = 1;',
    },
  ],
  [
    'a reader takes a type of a writer',
    'layer-markup',
    {
      'src/markup/a.ts': "import type { B } from '../docx/b.js';\nexport type A = B;",
      'src/docx/b.ts': 'export type B = 1;',
    },
  ],
  [
    'a stage calls the pipeline',
    'layer-pdf',
    {
      'src/pdf/a.ts': "import { b } from '../compile.js';\nb;",
      'src/compile.ts': 'export const b = 1;',
    },
  ],
  [
    'the tree knows a neighbour',
    'document-is-pure',
    {
      'src/document/a.ts': "import { b } from '../font/b.js';\nb;",
      'src/font/b.ts': 'export const b = 1;',
    },
  ],
  [
    'the PDF writer reads the typesetter',
    'page-writers-see-only-frames',
    {
      'src/pdf/a.ts': "import { b } from '../typeset/flow.js';\nb;",
      'src/typeset/flow.ts': 'export const b = 1;',
    },
  ],
  [
    'Node in a browser layer',
    'browser-safe',
    { 'src/resolve/a.ts': "import { sep } from 'node:path';\nsep;" },
  ],
  [
    'a package at home elsewhere',
    'package-zod',
    {
      'src/kind/a.ts': "import { z } from 'zod';\nz;",
      'node_modules/zod/package.json': '{"name":"zod","main":"index.js"}',
      'node_modules/zod/index.js': 'exports.z = 1;',
    },
  ],
  [
    'only the type of such a package',
    'package-pdf-lib',
    { 'src/svg/a.ts': "import type { PDFName } from 'pdf-lib';\nexport type A = PDFName;" },
  ],
  [
    'a package by a path within it',
    'package-handlebars',
    { 'src/markup/a.ts': "import runtime from 'handlebars/runtime.js';\nruntime;" },
  ],
  [
    'a package that nobody chose',
    'known-packages-only',
    {
      'src/cli/a.ts': "import chalk from 'chalk';\nchalk;",
      'node_modules/chalk/package.json': '{"name":"chalk","main":"index.js"}',
      'node_modules/chalk/index.js': 'module.exports = 1;',
    },
  ],
  [
    'a circle',
    'no-cycle',
    {
      'src/resolve/a.ts': "import { b } from './b.js';\nexport const a = b;",
      'src/resolve/b.ts': "import { a } from './a.js';\nexport const b = a;",
    },
  ],
  ['an import that leads nowhere', 'resolvable', { 'src/resolve/a.ts': "import { b } from './b.js';\nb;" }],
];

describe('an import rule is broken by', () => {
  test.each(BAD_TREES)('%s (%s)', async (_, rule, files) => {
    const broken = await withTree(files, brokenImports);
    expect(broken.map((line) => line.slice(0, line.indexOf(':')))).toContain(rule);
  });

  test('nothing in a tree that keeps them', async () => {
    const files = {
      'src/form/a.ts': "import { b } from '../vietnamese/b.js';\nb;",
      'src/vietnamese/b.ts': 'export const b = 1;',
      'src/pdf/c.ts': "import type { D } from '../typeset/frame.js';\nexport type C = D;",
      'src/typeset/frame.ts': 'export type D = 1;',
      'src/cli/e.ts': "import { sep } from 'node:path';\nsep;",
    };
    expect(await withTree(files, brokenImports)).toEqual([]);
  });
});

describe('a rule of writing is broken by', () => {
  test.each([
    ['no-process', 'src/form/a.ts', 'export const a = process.env;'],
    ['no-Buffer', 'src/docx/a.ts', 'export const a = Buffer.from("");'],
    ['no-console', 'src/pdf/a.ts', 'console.log(1);'],
    ['no-Date.now', 'src/pdf/a.ts', 'export const a = Date.now();'],
    ['no-new-Date', 'src/docx/a.ts', 'export const a = new Date();'],
    ['no-Math.random', 'src/archive/a.ts', 'export const a = Math.random();'],
    ['no-code-from-strings', 'src/template/a.ts', 'export const a = eval("1");'],
    ['no-code-from-strings', 'src/template/a.ts', 'export const a = new Function("1");'],
    ['no-code-from-strings', 'src/template/a.ts', 'export const a = Handlebars.compile("1");'],
    ['no-default-export', 'src/cli/a.ts', 'export default function a() {}'],
    ['no-default-export', 'src/cli/a.ts', 'const a = 1; export default a;'],
    ['no-any', 'src/cli/a.ts', 'export const a = (b: any) => b;'],
    ['no-enum', 'src/cli/a.ts', 'export enum A { b }'],
    ['no-class-but-errors', 'src/cli/a.ts', 'export class A {}'],
    [
      'assert-never',
      'src/docx/a.ts',
      'export const a = (n: { type: "b" }) => { switch (n.type) { default: return ""; } };',
    ],
    ['exit-code-in-main-only', 'src/cli/render.ts', 'process.exitCode = 1;'],
    ['no-barrel', 'src/form/a.ts', "export { b } from './b.js';"],
    ['at-most-300-lines', 'src/form/a.ts', '//\n'.repeat(301)],
    ['no-grab-bags', 'src/form/utils/a.ts', ''],
    ['known-folder', 'src/stuff/a.ts', ''],
    ['kebab-case', 'src/form/readForm.ts', ''],
  ])('%s', (rule, path, text) => {
    const broken = brokenSourceRules({ path, text });
    expect(broken.map((line) => line.slice(0, line.indexOf(':')))).toEqual([rule]);
  });

  test('nothing in code that keeps them', () => {
    const text = [
      'import { assertNever } from "../base/assert-never.js";',
      '/** No process, no console, no any. */',
      'export class FontFileError extends Error {}',
      'export const a = (n: { process: 1; type: "b" }, at: string) => [n.process, new Date(at), { console: "Date.now()" }];',
      'export const b = (n: { type: "b" }) => { switch (n.type) { case "b": return 1; default: return assertNever(n.type); } };',
    ].join('\n');
    expect(brokenSourceRules({ path: 'src/font/a.ts', text })).toEqual([]);
  });

  test.each(['{{{ten}}}', '{{& ten}}'])('%s in a template', (text) => {
    expect(brokenTemplateRules({ path: 'templates/a.hbs', text })).toHaveLength(1);
  });
});
