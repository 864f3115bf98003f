import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { decimal } from '../../../src/base/decimal.js';
import { makeFiles } from '../../../src/batch/make-files.js';
import { loadFiles } from '../../../src/cli/load-files.js';
import { createNodePress } from '../../../src/cli/node-press.js';
import { planOutputs } from '../../../src/cli/output-plan.js';
import { createEngine } from '../../../src/studio/engine/create-engine.js';
import type { Engine, FormSource, NamedFile, WriteFormat } from '../../../src/studio/protocol.js';
import { unzip } from '../../archive/unzip.js';
import { loadParts } from './engine-parts.js';
import { SAMPLES, sample } from './samples.js';

/** As the host of the command packs, so that whole files can be compared. */
const deflate = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 4 });

let engine: Engine;
beforeAll(async () => {
  engine = createEngine({ ...(await loadParts()), deflate });
}, 120_000);

const FORMATS: readonly WriteFormat[] = ['docx', 'pdf', 'svg'];

/** The files of `thethuc render --name --fonts bundled`, by their names. */
async function rendered({ file, text, given }: FormSource): Promise<readonly NamedFile[]> {
  const press = createNodePress();
  const folder = mkdtempSync(path.join(tmpdir(), 'thethuc-engine-'));
  for (const { name, bytes } of given) writeFileSync(path.join(folder, name), bytes);
  const kinds = (await press.kinds(undefined)).value!;
  const fonts = (await press.fonts('bundled')).value!;
  const form = path.join(folder, file);
  const named = { source: { file, bytes: new TextEncoder().encode(text) }, form };
  const { source } = await loadFiles(named, kinds, { io: { cwd: folder, path }, press });
  const papers = press.compile(source, kinds, fonts).value ?? [];
  const { outputs } = planOutputs(
    papers.map((paper) => ({ form, shown: file, paper })),
    {
      target: { type: 'beside-form', formats: FORMATS },
      byName: true,
      cwd: folder,
      path,
      taken: new Map(),
    },
  );
  const files = await makeFiles(
    outputs.map((output) => ({ ...output, paper: output.paper.paper })),
    {},
  );
  return files.map(({ path: whole, bytes }) => ({ name: path.relative(folder, whole), bytes }));
}

describe.each(SAMPLES.map((source) => [source.file, source] as const))('%s', (_, source) => {
  test('is written as the command writes it, to the byte', async () => {
    const { files, problems } = await engine.write({ source, formats: FORMATS });
    const wanted = await rendered(source);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(wanted.length).toBeGreaterThan(0);
    expect(files.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name));
    for (const [index, { name, bytes }] of files.entries())
      expect(Buffer.compare(bytes, wanted[index]!.bytes), name).toBe(0);
  });

  test('shows the pages that its PDF has, under the names of its files', async () => {
    const { papers, kind } = await engine.look({ source, known: [] });
    const { files } = await engine.write({ source, formats: ['docx'] });
    expect(kind).toBeDefined();
    expect(papers.map(({ name }) => `${name}.docx`)).toEqual(files.map(({ name }) => name));
    for (const { pages } of papers) {
      expect(pages.length).toBeGreaterThan(0);
      for (const { svg = '', width, height } of pages) {
        expect(svg.startsWith('<?xml')).toBe(true);
        expect(svg.endsWith('</svg>\n')).toBe(true);
        expect(svg.includes(`viewBox="0 0 ${decimal(width)} ${decimal(height)}"`)).toBe(true);
      }
    }
  });
});

test('packed by our own deflate the parts of a DOCX are the same', async () => {
  const own = createEngine(await loadParts());
  const source = sample('plan.yaml');
  const [one, other] = await Promise.all(
    [own, engine].map(async (each) => (await each.write({ source, formats: ['docx'] })).files[0]!.bytes),
  );
  expect(Buffer.compare(one!, other!)).not.toBe(0);
  expect(unzip(one!)).toEqual(unzip(other!));
});

test('a paper alone, without its facts', async () => {
  const source = sample('bo-hoi-nghi.yaml');
  const all = await engine.write({ source, formats: ['docx'] });
  const one = await engine.write({ source, formats: ['docx'], paper: 1, bare: true });
  expect(all.files.length).toBeGreaterThan(1);
  expect(one.files.map(({ name }) => name)).toEqual([all.files[1]!.name]);
  expect([...unzip(one.files[0]!.bytes).keys()].join()).not.toContain('customXml');
});

test('what a dossier sends along becomes files of their own, each with a name of its own', async () => {
  const source = sample('bo-hoi-nghi.yaml');
  const whole = await engine.write({ source, formats: ['docx'] });
  const split = await engine.write({ source, formats: ['docx'], split: true });
  expect(split.files.length).toBeGreaterThan(whole.files.length);
  expect(new Set(split.files.map(({ name }) => name)).size).toBe(split.files.length);
});

test('a form with an error gives no files, and says why', async () => {
  const source = { ...sample('plan.yaml'), text: 'Loại văn bản: Kế hoạch\n' };
  const { files, problems } = await engine.write({ source, formats: ['docx', 'pdf'] });
  expect(files).toEqual([]);
  expect(problems.map(({ path: of }) => of)).toContain('co_quan_ban_hanh');
});

describe('pictures', () => {
  test('are drawn from outlines, which need no font', async () => {
    const drawn: string[] = [];
    const rasterise = async (svg: string): Promise<Uint8Array> => {
      drawn.push(svg);
      return new TextEncoder().encode(String(drawn.length));
    };
    const drawing = createEngine({ ...(await loadParts()), rasterise });
    const { files } = await drawing.write({ source: sample('plan.yaml'), formats: ['png'] });
    expect(files.map(({ name }) => name)).toEqual(
      [1, 2, 3].map((page) => expect.stringMatching(new RegExp(`-${page}\\.png$`))),
    );
    expect(drawn).toHaveLength(3);
    for (const svg of drawn) expect(svg).not.toContain('<text');
  });

  test('are refused in words where nothing draws them', async () => {
    const { files, problems } = await engine.write({ source: sample('plan.yaml'), formats: ['png'] });
    expect(files).toEqual([]);
    expect(problems.at(-1)).toMatchObject({ severity: 'error', code: 'studio/no-pictures' });
  });
});
