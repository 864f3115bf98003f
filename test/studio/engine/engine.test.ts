import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/studio/engine/create-engine.js';
import type { EngineParts } from '../../../src/studio/engine/engine-parts.js';
import type { Engine, FormSource, KindInfo, Look, NamedFile } from '../../../src/studio/protocol.js';
import { unzip } from '../../archive/unzip.js';
import { fontFile } from '../../font/fonts-for-tests.js';
import { asTimes } from '../../font/renamed-font.js';
import { addressOf, loadParts } from './engine-parts.js';
import { SAMPLES, sample } from './samples.js';

let parts: EngineParts;
let engine: Engine;
beforeAll(async () => {
  parts = await loadParts();
  engine = createEngine(parts);
}, 120_000);

const idsOf = ({ papers }: Look): readonly string[] =>
  papers.flatMap(({ pages }) => pages.map(({ id }) => id));
const sentOf = ({ papers }: Look): readonly string[] =>
  papers.flatMap(({ pages }) => pages.flatMap(({ id, svg }) => (svg === undefined ? [] : [id])));

describe('kinds', () => {
  test('are told with their fields and a sample, none of them the user’s own', async () => {
    const kinds = await engine.kinds();
    expect(kinds.map(({ slug }) => slug)).toContain('plan');
    for (const { fields, sample: text, isOwn, name } of kinds) {
      expect(fields.length).toBeGreaterThan(0);
      expect(text).toContain(`Loại văn bản: ${name}`);
      expect(isOwn).toBe(false);
    }
    expect(kinds.filter(({ isDossier }) => isDossier).map(({ slug }) => slug)).toEqual(['dossier']);
  });

  test('have a picture; one that there is not has none', async () => {
    for (const { slug } of await engine.kinds())
      expect(await engine.picture(slug)).toMatch(/^<\?xml[\s\S]*<\/svg>\n$/);
    expect(await engine.picture('thiep-cuoi')).toBeUndefined();
  });

  test('under edit are used at once, and again as they were built', async () => {
    const editing = createEngine(parts);
    const source = sample('plan.yaml');
    const before = await editing.look({ source, known: [] });
    const file = fileURLToPath(await addressOf('plan'));
    const folder = mkdtempSync(join(tmpdir(), 'thethuc-kind-'));
    const edited = join(folder, 'plan-2.js');
    writeFileSync(edited, readFileSync(file, 'utf8').replaceAll('KẾ HOẠCH', 'ĐỀ ÁN'));

    const kinds = await editing.useKind('plan', pathToFileURL(edited).href);
    expect(kinds.find(({ slug }) => slug === 'plan')?.isOwn).toBe(true);
    const after = await editing.look({ source, known: idsOf(before) });
    expect(after.papers[0]!.pages[0]!.svg).toContain('ĐỀ ÁN');

    const expectBuilt = async (again: readonly KindInfo[]): Promise<void> => {
      expect(again.find(({ slug }) => slug === 'plan')?.isOwn).toBe(false);
      expect(sentOf(await editing.look({ source, known: idsOf(before) }))).toEqual([]);
    };
    await expectBuilt(await editing.useKind('plan', await addressOf('plan')));
    await editing.useKind('plan', pathToFileURL(edited).href);
    await expectBuilt(await editing.useKind('plan', ''));
    await expect(editing.useKind('plan', 'data:text/javascript,hỏng hỏng')).rejects.toThrow();
    expect(idsOf(await editing.look({ source, known: [] }))).toEqual(idsOf(before));
  });

  test('a new kind comes by a data: address, and goes again', async () => {
    const editing = createEngine(parts);
    const definition = {
      slug: 'giay-moi',
      name: 'Giấy mời',
      title: 'GIẤY MỜI',
      abbreviation: 'GM',
      profile: 'nd30',
      checks: [],
      fields: [{ key: 'trich_yeu', label: 'Trích yếu', type: 'text', required: true }],
    };
    const module = `export const kind = { definition: ${JSON.stringify(definition)}, sample: 'Loại văn bản: Giấy mời' };`;
    const address = `data:text/javascript;base64,${Buffer.from(module).toString('base64')}`;
    const kinds = await editing.useKind('giay-moi', address);
    expect(kinds.at(-1)).toMatchObject({ slug: 'giay-moi', isOwn: true });
    expect((await editing.useKind('giay-moi', '')).map(({ slug }) => slug)).not.toContain('giay-moi');
  });

  test('a fault of a template is told with its line, where its text is known', async () => {
    const editing = createEngine(parts);
    const file = fileURLToPath(await addressOf('plan'));
    const edited = join(mkdtempSync(join(tmpdir(), 'thethuc-kind-')), 'plan-3.js');
    // The template asks for a field that the kind has no more.
    writeFileSync(
      edited,
      readFileSync(file, 'utf8').replaceAll('"key":"trich_yeu"', '"key":"trich_yeu_khac"'),
    );
    const address = pathToFileURL(edited).href;
    const faultIn = async (): Promise<string | undefined> => {
      const { problems } = await editing.look({ source: sample('plan.yaml'), known: [] });
      return problems.find(({ code }) => code === 'template/missing-value')?.elsewhere;
    };
    await editing.useKind('plan', address);
    const where = await faultIn();
    expect(where).toMatch(/^@(?:kind\/plan|common)\/[\w-]+\.hbs$/);
    const folder = where!.replace('@kind/', 'templates/').replace('@common/', 'templates/_common/');
    const text = readFileSync(new URL(`../../../${folder}`, import.meta.url), 'utf8');
    await editing.useKind('plan', address, { [where!]: text });
    const line = text.split('\n').findIndex((one) => one.includes('trich_yeu')) + 1;
    expect(line).toBeGreaterThan(0);
    expect(await faultIn()).toMatch(new RegExp(`^${where}:${line}:\\d+$`));
  });
});

describe('looks', () => {
  test('send only pages that the asker does not know', async () => {
    const source = sample('ke-hoach-hoi-nghi.yaml');
    const first = await engine.look({ source, known: [] });
    expect(sentOf(first)).toEqual(idsOf(first));
    const again = await engine.look({ source, known: idsOf(first) });
    expect(idsOf(again)).toEqual(idsOf(first));
    expect(sentOf(again)).toEqual([]);
    const changed = { ...source, text: source.text.replace(/Lưu: VT/, 'Lưu: VT, TG') };
    expect(changed.text).not.toBe(source.text);
    const after = await engine.look({ source: changed, known: idsOf(first) });
    expect(sentOf(after).length).toBeGreaterThan(0);
    expect(sentOf(after).length).toBeLessThan(idsOf(after).length);
  });

  test('give the same ids in an engine that has looked at nothing before', async () => {
    const source = sample('ke-hoach-nam.yaml');
    const other = createEngine(parts);
    expect(idsOf(await other.look({ source, known: [] }))).toEqual(
      idsOf(await engine.look({ source, known: [] })),
    );
  });

  test('pages of other words have other ids, also where only a letter is another', async () => {
    const source = sample('plan.yaml');
    const other = { ...source, text: source.text.replace('Thành phố A', 'Thành phố B') };
    const [one, two] = [
      await engine.look({ source, known: [] }),
      await engine.look({ source: other, known: [] }),
    ];
    expect(idsOf(one)[0]).not.toBe(idsOf(two)[0]);
  });

  test('the overlay says margins, rules and sizes, without a style; its pages are others', async () => {
    for (const source of SAMPLES) {
      const plain = await engine.look({ source, known: [] });
      const over = await engine.look({ source, known: idsOf(plain), overlay: true });
      expect(sentOf(over)).toEqual(idsOf(over));
      for (const { svg = '' } of over.papers.flatMap(({ pages }) => pages)) {
        expect(svg.match(/<g class="overlay"/g)).toHaveLength(1);
        expect(svg).not.toContain(' style=');
        expect(svg).not.toContain('NaN');
        expect(svg.endsWith('</g>\n</svg>\n')).toBe(true);
      }
    }
    const { papers } = await engine.look({ source: sample('plan.yaml'), known: [], overlay: true });
    const [first] = papers[0]!.pages;
    for (const words of [
      'R5 khổ giấy 210 × 297 mm',
      'R7 lề trên 20, dưới 20, trái 30, phải 15 mm',
      'R15 Quốc hiệu 13 pt',
    ])
      expect(first!.svg).toContain(words);
  });

  test('insides are the tree and the markup', async () => {
    const { insides } = await engine.look({ source: sample('plan.yaml'), known: [], insides: true });
    expect(insides?.tree).toMatch(/^document plan/);
    expect(insides?.markup).toContain('<section');
    expect((await engine.look({ source: sample('plan.yaml'), known: [] })).insides).toBeUndefined();
  });

  test('problems have their field, label and range', async () => {
    const { text } = sample('plan.yaml');
    const at = text.indexOf('Địa danh:');
    const source = { file: 'a.yaml', given: [], text: text.replace('Địa danh:', 'Địa dnah:') };
    const { problems } = await engine.look({ source, known: [] });
    const unknown = problems.find(({ code }) => code === 'form/unknown-field');
    expect(unknown?.range).toEqual({ from: at, to: at + 'Địa dnah'.length });
    expect(unknown?.hints.join()).toContain('Địa danh');
  });

  test('a finding in a file of the form’s is told by that file', async () => {
    const so = { name: 'so.yaml', bytes: new TextEncoder().encode('Đơn vị:\n  - Mã: a\n') };
    const source: FormSource = {
      ...sample('plan.yaml'),
      text: `${sample('plan.yaml').text}\nĐơn vị: a\nSổ đơn vị: so.yaml\n`,
      given: [so],
    };
    const { problems } = await engine.look({ source, known: [] });
    expect(problems.map(({ elsewhere }) => elsewhere)).toContainEqual(
      expect.stringMatching(/^so\.yaml:\d+:\d+$/),
    );
  });
});

describe('open', () => {
  test('a form file is its text, normalised', async () => {
    const bytes = new TextEncoder().encode('\ufeffLoại văn bản: Kế hoạch\r\n'.normalize('NFD'));
    expect(await engine.open({ name: 'a.yaml', bytes })).toEqual({
      file: 'a.yaml',
      text: 'Loại văn bản: Kế hoạch\n',
      problems: [],
    });
  });

  test.each(['docx', 'pdf'] as const)(
    'a %s of ours is the form that makes the same paper',
    async (format) => {
      for (const source of SAMPLES) {
        const { files } = await engine.write({ source, formats: ['docx', format] });
        const wanted = files.find(({ name }) => name.endsWith('.docx'))!;
        const given = files.find(({ name }) => name.endsWith(`.${format}`))!;
        const { text, problems, file } = await engine.open(given);
        // Of a set each paper carries its own facts alone, which is said.
        const isOfSet = source.text.includes('Bộ văn bản');
        const said = isOfSet ? [source.file, 'studio/of-a-set'] : [source.file];
        expect([source.file, ...problems.map(({ code }) => code)]).toEqual(said);
        expect(file).toBe(given.name.replace(/\.\w+$/, '.yaml'));
        if (isOfSet) continue;
        const form = { file, text: text!, given: source.given };
        const again = await engine.write({ source: form, formats: ['docx'] });
        expect([source.file, again.problems.filter(({ severity }) => severity === 'error')]).toEqual([
          source.file,
          [],
        ]);
        expect(unzip(again.files[0]!.bytes).get('word/document.xml')).toEqual(
          unzip(wanted.bytes).get('word/document.xml'),
        );
      }
    },
    300_000,
  );

  test.each([
    [
      'a paper that carries nothing',
      async () =>
        (await engine.write({ source: sample('plan.yaml'), formats: ['docx'], bare: true })).files[0]!,
      'studio/not-ours',
    ],
    [
      'a picture',
      async () => ({ name: 'a.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0) }),
      'studio/not-ours',
    ],
    [
      'a torn file',
      async () => ({ name: 'a.docx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 0) }),
      'facts/damaged',
    ],
    [
      'text that is no Unicode',
      async () => ({ name: 'a.yaml', bytes: Uint8Array.of(0x4c, 0x6f, 0xb9, 0x69, 10) }),
      'text/encoding',
    ],
  ] as readonly [string, () => Promise<NamedFile>, string][])(
    '%s is refused in words',
    async (_, file, code) => {
      const { text, problems } = await engine.open(await file());
      expect(text).toBeUndefined();
      expect(problems).toMatchObject([{ code, severity: 'error' }]);
    },
  );
});

describe('fonts', () => {
  const tinos = (face: string): NamedFile => ({ name: `${face}.bin`, bytes: fontFile(`Tinos-${face}.ttf`) });
  const renamed = ({ name, bytes }: NamedFile): NamedFile => ({ name, bytes: asTimes(bytes) });
  const FACES = ['BoldItalic', 'Regular', 'Italic', 'Bold'];

  test('four files of any names and order are Times New Roman; without files Tinos again', async () => {
    const own = createEngine(parts);
    const used = await own.useFonts(FACES.map(tinos).map(renamed));
    expect(used).toMatchObject({ family: 'Times New Roman', source: 'Times New Roman', problems: [] });
    expect(used.faces.map(({ bold, italic }) => [bold, italic])).toEqual([
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ]);
    const { files } = await own.write({ source: sample('plan.yaml'), formats: ['svg'] });
    expect(new TextDecoder().decode(files[0]!.bytes)).toContain(`font-family="'Times New Roman', Tinos`);
    const back = await own.useFonts([]);
    expect(back).toMatchObject({ family: 'Tinos', problems: [] });
    expect(back.faces).toHaveLength(4);
    // What is handed out is the asker's: the engine goes on when it is moved away.
    structuredClone(back.faces, { transfer: back.faces.map(({ bytes }) => bytes.buffer as ArrayBuffer) });
    expect((await own.useFonts([])).faces[0]!.bytes.length).toBeGreaterThan(10_000);
  });

  test('what is missing, foreign or broken is said, and what is in use stays', async () => {
    const own = createEngine(parts);
    const three = FACES.slice(1).map(tinos).map(renamed);
    expect(await own.useFonts(three)).toMatchObject({
      family: 'Tinos',
      problems: [{ code: 'studio/missing-face', message: expect.stringContaining('đậm nghiêng') }],
    });
    expect((await own.useFonts(FACES.map(tinos))).problems).toMatchObject([{ code: 'studio/other-font' }]);
    const broken = { name: 'times.ttf', bytes: new Uint8Array(40) };
    expect((await own.useFonts([broken])).problems[0]).toMatchObject({ code: 'studio/bad-font' });
    const more = await own.useFonts([...FACES.map(tinos).map(renamed), broken]);
    expect(more).toMatchObject({ family: 'Times New Roman', problems: [{ code: 'studio/bad-font' }] });
  });
});
