import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodePress } from '../../src/cli/node-press.js';
import { runCli } from '../../src/cli/run-cli.js';
import { renderDiagnostics } from '../../src/diagnostic/render-diagnostics.js';
import { FORM_CHECKS } from '../../src/form/checks/registry.js';
import { readForm } from '../../src/form/read-form.js';
import { GRAMMAR } from '../../src/markup/grammar.js';
import { CONDITION_HELPERS } from '../../src/template/rewrite-condition.js';
import { WORD_HELPERS } from '../../src/template/word-helpers.js';
import {
  COMMON,
  DOCUMENT,
  indent,
  isFilled,
  kindOf,
  load,
  loadFields,
  read,
  readBlocks,
  readRows,
  treeOf,
} from './guide-kinds.js';

const FILE = new URL('../../docs/loai-van-ban.md', import.meta.url);
let guide = readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n');

const ROWS = readRows(guide);
const code = (cell = ''): string => /^`(.*)`$/.exec(cell)?.[1] ?? '';
const partOf = (number: string) => ROWS.filter(({ part }) => part.startsWith(`${number}. `));

describe('the guide names', () => {
  test('every type and every key', async () => {
    const { diagnostics } = await load('format: 1\nzz: 1\nfields:\n  - { zz: 1, type: zzzzzzz }\n', '');
    const lists = diagnostics.flatMap(({ hints }) => hints ?? []).filter((hint) => /^Dùng một/.test(hint));
    expect(lists).toHaveLength(3);
    const first = partOf('3').flatMap(({ cells }) => (cells[0] ?? '').split(', '));
    for (const name of lists.flatMap((list) => list.replace('Dùng một trong: ', '').split(', ')))
      expect(first).toContain(`\`${name}\``);
  });

  test('every check with its parameters', () => {
    for (const { name, parameters, optional = [] } of FORM_CHECKS) {
      const row = partOf('3').find(({ cells }) => code(cells[0]) === name);
      for (const parameter of [...parameters, ...optional])
        expect(row?.cells[1]).toContain(`\`${parameter}\``);
    }
  });

  test('every helper and block', () => {
    const shown = partOf('4').map(({ cells }) => code(cells[0]));
    const helpers = ['path', 'official-number', ...Object.keys(WORD_HELPERS)];
    for (const name of helpers) expect(shown.some((cell) => cell.includes(`{{${name} `))).toBe(true);
    for (const name of CONDITION_HELPERS) expect(shown.some((cell) => cell.includes(`(${name} `))).toBe(true);
    for (const name of ['{{#if ', '{{#unless ', '{{#each ', '@first', '@last', '@root.', '{{../', '{{else}}'])
      expect(shown.some((cell) => cell.includes(name))).toBe(true);
  });

  test.each(Object.entries(GRAMMAR))('<%s>, what it holds and its attributes', (name, rule) => {
    const rows = partOf('5').filter(({ cells }) => new RegExp(`\`<${name}/?>\``).test(cells[0] ?? ''));
    expect(rows).toHaveLength(1);
    const [, inside = '', attributes = ''] = rows[0]!.cells;
    const words = ['b', 'i', 'br', 'rich', 'blank'];
    const said = (child: string): boolean =>
      new RegExp(`<${child}/?>`).test(inside) ||
      child === 'v' ||
      (/chữ/.test(inside) && words.includes(child));
    expect((rule.children ?? []).filter((child) => !said(child))).toEqual([]);
    expect((rule.attributes ?? []).filter((one) => !attributes.includes(`\`${one}\``))).toEqual([]);
  });

  test('every group and every partial that kinds share', () => {
    const part = guide.slice(guide.indexOf('\n## 6. '), guide.indexOf('\n## 7. '));
    for (const file of readdirSync(COMMON)) {
      const name = file.replace(/\.[a-z]+$/, '');
      expect(part).toMatch(
        file.endsWith('.hbs') ? new RegExp(`\\{\\{> ${name}[ }]`) : new RegExp(`\`${name}\``),
      );
    }
  });

  test('messages that there are', () => {
    const sources = ['kind', 'template', 'markup', 'form'].flatMap((folder) =>
      readdirSync(`src/${folder}`)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(`src/${folder}/${file}`, 'utf8')),
    );
    const rows = partOf('9').filter(({ cells }) => code(cells[0]) !== '');
    expect(rows.length).toBeGreaterThan(12);
    for (const { cells } of rows) {
      const pieces = code(cells[0])
        .split('…')
        .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const message = new RegExp(pieces.join('[^`\n]{1,60}'));
      expect(
        sources.some((source) => message.test(source)),
        code(cells[0]),
      ).toBe(true);
    }
  });
});

describe('a field of the guide', () => {
  const rows = partOf('3').filter(({ cells }) => cells.length === 4 && code(cells[2]).startsWith('{ key'));
  test('there are', () => expect(rows.length).toBeGreaterThan(12));

  test.each(rows.map(({ cells }) => cells.map(code)))('%s', async (type, _use, declared, typed) => {
    const kind = await loadFields(`  - ${declared}\n`);
    const [field] = kind.definition.fields;
    expect(field!.type).toBe(type);
    const values = read(kind, `Loại văn bản: Thử\n${typed}\n`);
    expect(isFilled(values[field!.key])).toBe(true);
    treeOf(kind, values);
  });

  const blocks = readBlocks(guide).filter(({ part }) => part.startsWith('3. '));
  const pairs = blocks.flatMap((block, index) => {
    const [form, hbs] = blocks.slice(index + 1);
    return block.tag === 'yaml fields' && form?.tag === 'yaml form' ? [{ ...block, form, hbs }] : [];
  });
  test.each(pairs)('line $line: every field of the block is filled', async ({ text, form, hbs }) => {
    const kind = await loadFields(indent(text));
    const values = read(kind, `Loại văn bản: Thử\n${form.text}`);
    for (const { key } of kind.definition.fields) expect(isFilled(values[key])).toBe(true);
    treeOf(kind, values);
    if (hbs?.tag !== 'hbs') return;
    const example = await load(
      kindOf(indent(text)),
      `${DOCUMENT}<section role="main">${hbs.text}</section></document>`,
    );
    expect(example.diagnostics).toEqual([]);
    treeOf(example.value!, values);
  });
});

test('the checks of the guide find what it says', async () => {
  const at = readBlocks(guide).findIndex(({ tag }) => tag === 'yaml checks');
  const [fields, checks, form, findings] = readBlocks(guide).slice(at - 1);
  const kind = await loadFields(indent(fields!.text), indent(checks!.text));
  expect(kind.definition.checks.map(({ name }) => name).sort()).toEqual(
    FORM_CHECKS.map(({ name }) => name).sort(),
  );
  const source = { file: 'thu.yaml', text: `${form!.text}Loại văn bản: Thử\n` };
  const { diagnostics } = readForm(source, () => kind.definition, ['Thử']);
  const said = renderDiagnostics(diagnostics, { style: 'short', source: () => source.text });
  const text = said.replace(/ \[[a-z/-]+\]$/gm, '');
  if (process.env['GOLDEN'] === 'update') {
    guide = guide.replace(
      /(```text findings\n)[\s\S]*?(```)/,
      (_, open: string, close: string) => open + text + close,
    );
    writeFileSync(FILE, guide);
    return;
  }
  expect(text).toBe(findings!.text);
});

describe('parts 4 and 5, with their kind and form', () => {
  const [kind = '', form = ''] = readBlocks(guide)
    .filter(({ part }) => part.startsWith('4. '))
    .map(({ text }) => text);

  /** A template of this kind; what it does not print is not looked at. */
  async function rendered(template: string): Promise<string> {
    const whole = template.startsWith('<document')
      ? template
      : `${DOCUMENT}<section role="main">${template}</section></document>`;
    const { value, diagnostics } = await load(kind, whole, form);
    expect(diagnostics.filter(({ code }) => code !== 'kind/unused-field')).toEqual([]);
    return treeOf(value!, read(value!, form))[0];
  }

  const rows = partOf('4').filter(({ cells }) => code(cells[0]).includes('{{'));
  test('there are', () => expect(rows.length).toBeGreaterThan(20));
  test.each(rows.map(({ cells }) => [code(cells[0]), cells[1] ?? '']))('%s', async (source, expected) => {
    const isAttribute = source.startsWith('{{path');
    const markup = await rendered(isAttribute ? `<outline f="${source}">x</outline>` : `<p>${source}</p>`);
    const printed = isAttribute ? /f="(.*)"/.exec(markup)?.[1] : markup.replace(/<[^>]*>/g, '').trim();
    expect(printed).toBe(expected);
  });

  const examples = readBlocks(guide).filter(({ tag, part }) => tag === 'hbs' && /^[45]\. /.test(part));
  test.each(examples)('line $line renders', async ({ text }) => {
    await rendered(text);
  });

  test('the examples have every element', async () => {
    const all = (await Promise.all(examples.map(({ text }) => rendered(text)))).join('');
    expect(Object.keys(GRAMMAR).filter((name) => !new RegExp(`<${name}[ />]`).test(all))).toEqual([]);
  });
});

test('the dossier of the guide loads', async () => {
  const [block] = readBlocks(guide).filter(({ tag }) => tag === 'yaml dossier');
  const { value, diagnostics } = await load(block!.text, '');
  expect(diagnostics).toEqual([]);
  expect(value!.definition.papers).toEqual({ list: 'van_ban', mainOnly: ['so_ky_hieu', 'trich_yeu'] });
});

describe('the first ten minutes', () => {
  let cwd: string;
  beforeAll(() => {
    cwd = mkdtempSync(path.join(tmpdir(), 'thethuc-guide-'));
  });
  afterAll(() => {
    rmSync(cwd, { recursive: true, force: true });
  });

  /** A command line of the guide; all that it says. */
  async function type(line: string): Promise<string> {
    let said = '';
    const say = (text: string) => {
      said += text;
    };
    const io = {
      stdin: async () => new Uint8Array(),
      stdout: say,
      stderr: say,
      env: {},
      cwd,
      isTerminal: false,
      onInterrupt: () => () => {},
      path,
    };
    const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word);
    await runCli(
      [...words.slice(1), ...(words[1] === 'render' ? ['--format', 'pdf'] : [])],
      io,
      createNodePress(),
    );
    return said;
  }

  function edit(file: string, change: (text: string) => string): void {
    const name = path.join(cwd, 'mau-van-ban', 'thong-bao', file);
    const before = readFileSync(name, 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(name, after);
  }

  test('go as they are written', async () => {
    const blocks = readBlocks(guide).filter(({ part }) => part.startsWith('1. '));
    const tagged = (tag: string) => blocks.filter((block) => block.tag === tag).map(({ text }) => text);
    const [copy, answer, check, use] = tagged('');
    const [label, field, alias, content] = tagged('yaml');
    const [wrong, warned, fine] = tagged('text');
    const [printed] = tagged('hbs');

    const made = await type(copy!);
    expect(made.replaceAll('\\', '/')).toContain(answer);
    edit('kind.yaml', (text) => text.replace(/(- key: noi_dung\n) *label: .*\n/, `$1${label}`));
    edit('kind.yaml', (text) => text.replace('  - use: recipients\n', `${field}  - use: recipients\n`));
    expect((await type(check!)).replaceAll('\\', '/')).toBe(wrong);
    edit('kind.yaml', (text) => text.replace(label!, `${label}${alias}`));
    expect((await type(check!)).replaceAll('\\', '/')).toContain(warned);
    edit('template.hbs', (text) => text.replace('  {{> signature}}\n', `${printed}  {{> signature}}\n`));
    edit('sample.yaml', (text) => text.replace(/^Nội dung: \|\n(?: .*\n)+/m, content!));
    edit('sample.yaml', (text) => text.replace(/^# Không gửi kèm[\s\S]*/m, ''));
    edit('sample.yaml', (text) =>
      text.replace(/^(Trích yếu): .*$/m, '$1: Tổ chức họp giao ban Quý III năm 2025'),
    );
    expect(await type(check!)).toContain(fine);
    const [make, render] = use!.split('\n');
    await type(make!);
    expect(await type(render!)).toContain('thong-bao.pdf\n');
  }, 60_000);
});
