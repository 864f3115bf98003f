import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { compileForm } from '../../src/compile.js';
import { buildKinds } from '../../src/host-node/build-kinds.js';
import { loadBuiltKinds } from '../../src/host-node/built-kinds.js';
import { evaluateTemplate } from '../../src/host-node/evaluate-template.js';
import { bundledFonts } from '../../src/host-node/find-fonts.js';
import { loadKinds } from '../../src/host-node/load-kinds.js';
import { createNodeHost } from '../../src/host-node/node-host.js';
import { bundledTemplates, packageFolder } from '../../src/host-node/package-folder.js';
import type { Kind } from '../../src/kind/kind.js';
import { loadKind } from '../../src/kind/load-kind.js';
import { nd30 } from '../../src/profile/nd30.js';
import { TEMPLATE_FOLDERS } from '../../src/template/built-template.js';
import { writeBuiltTemplate } from '../../src/template/write-built-template.js';

// Kinds are read many times here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const SLUGS = readdirSync(bundledTemplates).filter((name) =>
  existsSync(join(bundledTemplates, name, 'kind.yaml')),
);

let home: string;
let templates: string;
let built: string;
beforeAll(async () => {
  // Letters that a mark of a place must escape, and that a string of JavaScript ends with.
  home = mkdtempSync(join(tmpdir(), `thethuc a=b & it's "`));
  templates = join(home, 'templates');
  built = join(home, 'kinds');
  cpSync(bundledTemplates, templates, { recursive: true });
  expect(await buildKinds(templates, built)).toEqual([]);
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const folderUrl = (folder: string): URL => pathToFileURL(`${folder}/`);
const readOne = async (slug: string): Promise<Kind> => {
  const { value } = await loadKind(createNodeHost(), join(templates, slug), evaluateTemplate);
  if (value === undefined) throw new Error(slug);
  return value;
};

describe('a built kind', () => {
  test('is there for every folder of a kind', async () => {
    expect(SLUGS.length).toBeGreaterThan(5);
    expect([...(await loadBuiltKinds(templates, folderUrl(built))).keys()].sort()).toEqual(SLUGS);
  });

  test.each(SLUGS)('says what the folder of %s says', async (slug) => {
    const ready = (await loadBuiltKinds(templates, folderUrl(built))).get(slug);
    const read = await readOne(slug);
    expect(ready?.definition).toStrictEqual(read.definition);
    expect(JSON.stringify(ready?.definition)).toBe(JSON.stringify(read.definition));
    expect(ready?.template.sites).toStrictEqual(read.template.sites);
    expect([ready?.folder, ready?.sample, ready?.template.file]).toEqual([
      read.folder,
      read.sample,
      read.template.file,
    ]);
  });

  test('prints every sample as the folder does, with the same findings', async () => {
    const ready = [...(await loadBuiltKinds(templates, folderUrl(built))).values()];
    const read = await Promise.all(SLUGS.map(readOne));
    const printed = new Set<string>();
    for (const { file, text } of sampleForms()) {
      const [one, other] = [print(file, text, ready), print(file, text, read)];
      expect(one).toEqual(other);
      for (const slug of one.slugs) printed.add(slug);
    }
    // The dossier prints nothing itself.
    expect([...printed].sort()).toEqual(SLUGS.filter((slug) => slug !== 'dossier'));
  });
});

/** The samples of the kinds and those beside them. */
function sampleForms(): readonly { readonly file: string; readonly text: string }[] {
  const folder = join(packageFolder, 'samples');
  const beside = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const files = [
    ...SLUGS.map((slug) => join(templates, slug, 'sample.yaml')),
    ...beside.map((name) => join(folder, name)),
  ];
  const forms = files.map((file) => ({ file, text: readFileSync(file, 'utf8') }));
  return forms.filter(({ text }) => /^Loại văn bản:/m.test(text));
}

function print(file: string, text: string, kinds: readonly Kind[]) {
  const markup: string[] = [];
  const slugs: string[] = [];
  const recording = kinds.map((kind): Kind => {
    const { template } = kind;
    const recorded: Kind['template'] = {
      file: template.file,
      sites: template.sites,
      print: (values, faults) => {
        slugs.push(kind.definition.slug);
        markup.push(template.print(values, faults));
        return markup.at(-1) ?? '';
      },
    };
    return { ...kind, template: recorded };
  });
  const folder = join(packageFolder, 'samples');
  const files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
  const context = { kinds: recording, profile: nd30, fonts: bundledFonts().set, files };
  const { diagnostics } = compileForm({ file, text }, context);
  return { slugs, markup, diagnostics };
}

describe('a kind whose files are not those that it was built from', () => {
  const ready = async (): Promise<readonly string[]> =>
    [...(await loadBuiltKinds(templates, folderUrl(built))).keys()].sort();
  const keeping = async (change: (file: string) => void, ...path: readonly string[]) => {
    const file = join(templates, ...path);
    const before = existsSync(file) ? readFileSync(file) : undefined;
    try {
      change(file);
      return await ready();
    } finally {
      if (before) writeFileSync(file, before);
      else rmSync(file);
    }
  };

  test('is left out when a file of its own was changed, added or taken away, and no other is', async () => {
    const others = SLUGS.filter((slug) => slug !== 'plan');
    const comment = (file: string): void => appendFileSync(file, '# Khác.\n');
    expect(await keeping(comment, 'plan', 'kind.yaml')).toEqual(others);
    expect(await keeping(comment, 'plan', 'sample.yaml')).toEqual(others);
    expect(await keeping(comment, 'plan', 'template.hbs')).toEqual(others);
    expect(await keeping((file) => writeFileSync(file, ''), 'plan', 'them.hbs')).toEqual(others);
    expect(await keeping((file) => rmSync(file), 'plan', 'template.hbs')).toEqual(others);
    expect(await ready()).toEqual(SLUGS);
  });

  test('is every one when a file was changed that kinds share', async () => {
    expect(await keeping((file) => appendFileSync(file, ' '), '_common', 'letterhead.hbs')).toEqual([]);
    expect(await keeping((file) => rmSync(file), '_common', 'letterhead.yaml')).toEqual([]);
  });

  test('is every one when nothing was built', async () => {
    expect(await loadBuiltKinds(templates, folderUrl(join(home, 'nothing')))).toEqual(new Map());
  });

  test('is read, and gives its new words', async () => {
    const file = join(templates, 'plan', 'kind.yaml');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('title: KẾ HOẠCH', 'title: KẾ HOẠCH KHÁC'));
    const { value } = await loadKinds(undefined, createNodeHost(), folderUrl(built), templates);
    writeFileSync(file, before);
    expect(value?.map(({ definition }) => definition.title)).toContain('KẾ HOẠCH KHÁC');
  });
});

describe('all kinds', () => {
  /** A host that counts the files that are read through it. */
  const counting = () => {
    const host = createNodeHost();
    const read: string[] = [];
    const readFile = async (path: string) => {
      read.push(path);
      return host.readFile(path);
    };
    return { host: { ...host, readFile }, read };
  };

  test('are not read where they are built, and are where they are not', async () => {
    const [ready, folder] = [counting(), counting()];
    const one = await loadKinds(undefined, ready.host, folderUrl(built), templates);
    const other = await loadKinds(undefined, folder.host, folderUrl(join(home, 'nothing')), templates);
    expect(ready.read).toEqual([]);
    expect(folder.read.length).toBeGreaterThan(SLUGS.length * 3);
    const names = (kinds: typeof one) => kinds.value?.map(({ definition }) => definition.slug);
    expect(names(one)).toEqual(SLUGS);
    expect(names(other)).toEqual(SLUGS);
    expect(one.diagnostics).toEqual([]);
  });

  test("are replaced by the user's own, which are read", async () => {
    const own = join(home, 'own');
    cpSync(join(templates, 'plan'), join(own, 'plan'), { recursive: true });
    cpSync(join(templates, '_common'), join(own, '_common'), { recursive: true });
    const { host, read } = counting();
    const { value } = await loadKinds(own, host, folderUrl(built), templates);
    expect(value?.find(({ definition }) => definition.slug === 'plan')?.folder).toBe(join(own, 'plan'));
    expect(read.every((path) => path.startsWith(own))).toBe(true);
    expect(value?.length).toBe(SLUGS.length);
  });

  test('are read where the user names their own folder', async () => {
    const { host, read } = counting();
    await loadKinds(join(templates, 'plan'), host, folderUrl(built), templates);
    expect(read).toContain(`${join(templates, 'plan')}/template.hbs`);
  });
});

describe('the build step', () => {
  test('writes the same bytes again, and takes away what is of no kind any more', async () => {
    const bytesOf = (folder: string) =>
      readdirSync(folder)
        .sort()
        .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    const again = join(home, 'again');
    mkdirSync(again);
    writeFileSync(join(again, 'old.js'), '');
    await buildKinds(templates, again);
    expect(bytesOf(again)).toEqual(bytesOf(built));
    expect(bytesOf(again).join('')).not.toContain(home);
  });

  test('tells the fault of a kind and writes nothing', async () => {
    const broken = join(home, 'broken');
    cpSync(templates, broken, { recursive: true });
    appendFileSync(join(broken, 'plan', 'template.hbs'), '{{khong_co}}');
    const findings = await buildKinds(broken, join(home, 'none'));
    expect(findings.map(({ code }) => code)).toEqual(['kind/undeclared-field']);
    expect(existsSync(join(home, 'none'))).toBe(false);
  });

  test('knows of no folder outside of the marks of places', () => {
    const template = { file: '', sites: [], code: `{"main":"${TEMPLATE_FOLDERS.common}/a.hbs"}` };
    expect(() => writeBuiltTemplate(template)).toThrow(TEMPLATE_FOLDERS.common);
  });
});
