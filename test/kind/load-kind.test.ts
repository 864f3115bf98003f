import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { evaluateTemplate } from '../../src/host-node/evaluate-template.js';
import { type KindHost, loadKind } from '../../src/kind/load-kind.js';
import { nd30 } from '../../src/profile/nd30.js';
import { renderTemplate } from '../../src/template/render-template.js';
import { fileHost, overlayHost } from './file-host.js';

const FIXTURES = 'test/kind/fixtures';
const folders = readdirSync(FIXTURES).filter((name) => !name.startsWith('_'));

/** "error kind/unknown-key kind.yaml:9:5 message" and, indented, its hints. */
async function lineOf(
  { severity, code, message, place, hints = [] }: Diagnostic,
  host: KindHost,
): Promise<string> {
  const { file, start } = place as { file: string; start: number };
  const bytes = (await host.readFile(file)) ?? new Uint8Array();
  const before = new TextDecoder().decode(bytes).slice(0, start).split('\n');
  const at = `${file.replace(/.*\//, '')}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  return [`${severity} ${code} ${at} ${message}`, ...hints.map((hint) => `  ${hint}`)].join('\n');
}

describe('a folder that is no kind', () => {
  for (const name of folders.filter((folder) => folder.startsWith('invalid-'))) {
    test(name, async () => {
      const folder = `${FIXTURES}/${name}`;
      const host = overlayHost(folder, `${FIXTURES}/valid-plain`);
      const { value, diagnostics } = await loadKind(host, folder, evaluateTemplate);
      const lines = await Promise.all(diagnostics.map((diagnostic) => lineOf(diagnostic, host)));
      const text = `${lines.join('\n')}\n`.replaceAll(`${folder}/`, '');
      if (process.env['GOLDEN'] === 'update') writeFileSync(`${folder}/expected.txt`, text);
      expect(text).toBe(readFileSync(`${folder}/expected.txt`, 'utf8'));
      expect(diagnostics.length).toBeGreaterThan(0);
      // A warning leaves the kind usable; an error does not.
      expect(value === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
    });
  }
});

describe('a kind', () => {
  for (const name of folders.filter((folder) => folder.startsWith('valid-'))) {
    test(name, async () => {
      const { value, diagnostics } = await loadKind(fileHost, `${FIXTURES}/${name}`, evaluateTemplate);
      expect(diagnostics).toEqual([]);
      expect(value?.definition.slug).toBe(name);
      expect(value?.sample).toBe(readFileSync(`${FIXTURES}/${name}/sample.yaml`, 'utf8'));
    });
  }

  test('has the fields of its groups in place, and what each field says', async () => {
    const { value } = await loadKind(fileHost, `${FIXTURES}/valid-groups`, evaluateTemplate);
    const definition = value!.definition;
    expect(definition).toMatchObject({
      name: 'Giấy mời',
      title: 'GIẤY MỜI',
      abbreviation: 'GM',
      profile: 'nd30',
    });
    expect(definition.fields.map((field) => field.key)).toEqual([
      'loai_van_ban',
      'tieu_de',
      'le_trang',
      'so_ky_hieu',
      'muc_khan',
      'khach_moi',
      'nguoi_ky',
    ]);
    expect(definition.fields[4]).toEqual({
      key: 'muc_khan',
      label: 'Mức khẩn',
      type: 'choice',
      required: false,
      default: 'không',
      choices: [
        { value: 'khong', label: 'không' },
        { value: 'KHẨN', label: 'khẩn', aliases: ['gấp'] },
      ],
    });
    const guests = definition.fields[5]!;
    expect(guests).toMatchObject({
      limits: { minItems: 1, maxItems: 40 },
      item: { required: true, shorthand: 'ten' },
    });
    expect(guests.item?.fields?.[1]).toMatchObject({ separator: ' / ', item: { required: true } });
    expect(definition.checks).toEqual([
      { name: 'recipients-have-archive-line', parameters: { field: 'khach_moi' } },
    ]);
  });

  test('has groups in groups in place, required and printed as the use says', async () => {
    const { value } = await loadKind(fileHost, `${FIXTURES}/valid-nested-groups`, evaluateTemplate);
    const [level, levels] = value!.definition.fields;
    expect(level).toMatchObject({
      key: 'cap',
      required: false,
      fields: [{ key: 'ten', required: true }, { key: 'nguoi_ky' }],
    });
    expect(level!.fields![1]!.fields!.map(({ key }) => key)).toEqual(['chuc_vu', 'ho_ten']);
    const [nested, signature] = levels!.item!.fields!;
    expect(nested).toMatchObject({
      key: 'cap',
      required: true,
      fields: [{ key: 'ten' }, { key: 'nguoi_ky' }],
    });
    expect(nested).not.toHaveProperty('unprinted');
    expect(signature).toMatchObject({ key: 'nguoi_ky', unprinted: true });
  });

  test('may be a set of papers, which prints nothing itself', async () => {
    const { value } = await loadKind(fileHost, `${FIXTURES}/valid-dossier`, evaluateTemplate);
    expect(value?.definition).toMatchObject({
      aliases: ['Bộ thử của đợt'],
      papers: { list: 'van_ban', mainOnly: ['so_ky_hieu'] },
    });
    expect(renderTemplate(value!.template, {}).value).toBe('');
  });

  test('takes the limits of margins from its profile', async () => {
    const { value } = await loadKind(fileHost, `${FIXTURES}/valid-groups`, evaluateTemplate);
    const limits = value!.definition.fields.find((field) => field.type === 'margins')?.limits;
    expect(limits).toMatchObject({ tren_min: nd30.margins.top.min, trai_max: nd30.margins.left.max });
    expect(Object.keys(limits ?? {})).toHaveLength(8);
  });

  test('is read alike with byte order mark, CRLF and decomposed letters', async () => {
    const plain = `${FIXTURES}/valid-plain`;
    const odd: KindHost = {
      ...fileHost,
      readFile: async (path) => {
        const bytes = await fileHost.readFile(path);
        const text =
          bytes && `\uFEFF${new TextDecoder().decode(bytes).normalize('NFD').replaceAll('\n', '\r\n')}`;
        return text === undefined ? undefined : new TextEncoder().encode(text);
      },
    };
    const [expected, found] = await Promise.all(
      [fileHost, odd].map((host) => loadKind(host, plain, evaluateTemplate)),
    );
    expect(found?.diagnostics).toEqual([]);
    expect(found?.value?.definition).toEqual(expected?.value?.definition);
    expect(found?.value?.sample).toBe(expected?.value?.sample);
    const values = { trich_yeu: 'Lịch nghỉ' };
    expect(renderTemplate(found!.value!.template, values)).toEqual(
      renderTemplate(expected!.value!.template, values),
    );
  });

  test('that is not UTF-8 is named', async () => {
    const folder = `${FIXTURES}/valid-plain`;
    const utf16: KindHost = {
      ...fileHost,
      readFile: async (path) =>
        path.endsWith('template.hbs') ? new Uint8Array([0xff, 0xfe, 0x3c, 0]) : fileHost.readFile(path),
    };
    const { value, diagnostics } = await loadKind(utf16, folder, evaluateTemplate);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => d.code)).toEqual(['kind/not-utf8']);
  });

  test('that is not YAML is named', async () => {
    const broken: KindHost = {
      ...fileHost,
      readFile: async (path) =>
        path.endsWith('kind.yaml')
          ? new TextEncoder().encode('format: 1\nname: "Thông báo\n')
          : fileHost.readFile(path),
    };
    const { value, diagnostics } = await loadKind(broken, `${FIXTURES}/valid-plain`, evaluateTemplate);
    expect(value).toBeUndefined();
    expect(diagnostics.map((d) => [d.code, d.place])).toEqual([
      ['yaml/syntax', { file: `${FIXTURES}/valid-plain/kind.yaml`, start: 27, end: 27 }],
    ]);
  });

  test('finds _common beside a folder written with backslashes', async () => {
    const asked: string[] = [];
    const host: KindHost = {
      readFile: async (path) => {
        asked.push(path);
        return fileHost.readFile(path.replaceAll('\\', '/'));
      },
      listFolder: (path) => fileHost.listFolder(path.replaceAll('\\', '/')),
    };
    const { value, diagnostics } = await loadKind(
      host,
      'test\\kind\\fixtures\\valid-groups\\',
      evaluateTemplate,
    );
    expect(diagnostics).toEqual([]);
    expect(value?.definition.slug).toBe('valid-groups');
    expect(asked).toContain('test\\kind\\fixtures\\_common/signature.yaml');
  });
});
