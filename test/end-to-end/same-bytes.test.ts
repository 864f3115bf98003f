import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { partsOf } from '../docx/parts.js';
import { readSample, SAMPLE_FILES } from './papers.js';

/** The built command: `npm test` builds before it tests. What the environment may touch is only seen from outside. */
const MAIN = fileURLToPath(new URL('../../dist/bin/main.js', import.meta.url));
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'thethuc-same-bytes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  /** Beginning of the path of the folder that the command is started in. */
  readonly cwd?: string;
  readonly options?: readonly string[];
}

/** Another day, and another seed of chance, for whoever asks. */
const OTHER_CLOCK = `data:text/javascript,${encodeURIComponent(`
  const RealDate = Date;
  const shift = Date.UTC(1999, 11, 31, 23, 59, 59) - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...given) { super(...(given.length === 0 ? [RealDate.now() + shift] : given)); }
    static now() { return RealDate.now() + shift; }
  };
  Math.random = () => 0.123456789;
`)}`;

/** Renders forms in given surroundings: digest of every file by name. */
async function render(
  forms: Readonly<Record<string, string>>,
  { env = {}, cwd = 'a', options = [] }: Surroundings = {},
): Promise<{ readonly out: string; readonly digests: Readonly<Record<string, string>> }> {
  const at = mkdtempSync(join(folder, `${cwd}-`));
  const out = join(at, 'ra');
  mkdirSync(join(at, 'vào'));
  const files = Object.entries(forms).map(([name, text]) => {
    const file = join(at, 'vào', name);
    writeFileSync(file, text);
    return file;
  });
  const argv = ['render', ...files, '-o', `${out}/`, '--format', 'docx,pdf,svg', '--fonts', 'bundled'];
  await new Promise<void>((resolve, reject) => {
    const environment = { PATH: process.env['PATH'], ...env };
    execFile(
      process.execPath,
      [MAIN, ...argv, ...options],
      { cwd: at, env: environment },
      (error, _, stderr) => (error === null ? resolve() : reject(new Error(stderr))),
    );
  });
  const names = readdirSync(out).sort();
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(out, name)))
      .digest('hex');
  return { out, digests: Object.fromEntries(names.map((name) => [name, digest(name)])) };
}

/** "plan-sample.yaml": each kind's sample has a name of its own. */
const FORMS = Object.fromEntries(
  [...SAMPLE_FILES, 'templates/hall-banner/sample.yaml', 'templates/registration-form/sample.yaml'].map(
    (file) => [file.split('/').slice(1).join('-'), readSample(file)],
  ),
);
const changed = (change: (text: string) => string) =>
  Object.fromEntries(Object.entries(FORMS).map(([name, text]) => [name, change(text)]));

let first: Awaited<ReturnType<typeof render>>;
beforeAll(async () => {
  first = await render(FORMS, { env: { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8' } });
});

test('every sample was rendered', () => {
  const names = Object.keys(first.digests);
  for (const form of Object.keys(FORMS)) {
    const stem = form.replace('.yaml', '');
    expect(names).toContain(`${stem}.docx`);
    // A banner's files say their number and scale.
    for (const ending of ['.pdf', '.svg'])
      expect(names.filter((name) => name.startsWith(stem) && name.endsWith(ending))).not.toEqual([]);
  }
});

describe('the same bytes', () => {
  test.each<[string, Surroundings]>([
    [
      'east of the date line, in Turkish, in another folder',
      { env: { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' }, cwd: 'nơi khác, với dấu cách' },
    ],
    [
      'west of it, in no language, on another day',
      { env: { TZ: 'Pacific/Pago_Pago', LANG: 'C', LC_ALL: 'C', NODE_OPTIONS: `--import=${OTHER_CLOCK}` } },
    ],
  ])('%s', async (_, surroundings) => {
    expect((await render(FORMS, surroundings)).digests).toEqual(first.digests);
  });

  test.each<[string, (text: string) => string]>([
    ['in Unicode tổ hợp', (text) => text.normalize('NFD')],
    ['with CRLF and a byte order mark', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('from a form %s', async (_, change) => {
    const forms = changed(change);
    expect(forms).not.toEqual(FORMS);
    expect((await render(forms)).digests).toEqual(first.digests);
  });
});

describe('the date of the properties', () => {
  let dated: Awaited<ReturnType<typeof render>>;
  beforeAll(async () => {
    const env = { SOURCE_DATE_EPOCH: '0', TZ: 'Pacific/Kiritimati' };
    dated = await render(FORMS, { options: ['--now', '2031-05-06'], env });
  });

  test('by --now is as by SOURCE_DATE_EPOCH, which --now goes before', async () => {
    const env = { SOURCE_DATE_EPOCH: String(Date.UTC(2031, 4, 6) / 1000), TZ: 'Pacific/Pago_Pago' };
    expect((await render(FORMS, { env })).digests).toEqual(dated.digests);
    for (const [name, digest] of Object.entries(dated.digests))
      expect([name, digest === first.digests[name]]).toEqual([name, name.endsWith('.svg')]);
  });

  test('is all that it changes', () => {
    for (const form of Object.keys(FORMS)) {
      const file = form.replace('.yaml', '');
      const read = (out: string, ending: string) => readFileSync(join(out, `${file}.${ending}`));
      expect(maskedParts(read(dated.out, 'docx'))).toEqual(maskedParts(read(first.out, 'docx')));
      expect(partsOf(read(dated.out, 'docx')).get('docProps/core.xml')).toContain('>2031-05-06T00:00:00Z<');
    }
    for (const name of Object.keys(dated.digests).filter((each) => each.endsWith('.pdf'))) {
      const [now, then] = [readFileSync(join(dated.out, name)), readFileSync(join(first.out, name))];
      expect(maskedPdf(now)).toBe(maskedPdf(then));
      expect(now.toString('latin1')).toContain('(D:20310506000000Z)');
    }
  });
});

/** A paper without a date has none of them. */
const DATES = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g;

/** A PDF without its dates, its identity, which follows from all that is in it, and its offsets: dates differ in length. */
const maskedPdf = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/^\/(?:CreationDate|ModDate) \(D:[^)]*\)\n/gm, '')
    .replace(/<xmp:(?:Create|Modify)Date>[^<]*<\/xmp:(?:Create|Modify)Date>\n/g, '')
    .replace(/(?<=\/Type \/Metadata\s*\/Subtype \/XML\s*\/Length )\d+/, '')
    .replace(/\/ID ?\[ ?<[0-9a-f]{32}> ?<[0-9a-f]{32}> ?\]/i, '/ID')
    .replace(/^\d{10} \d{5} n.?$/gm, '')
    .replace(/(?<=startxref\s)\d+/, '');

const maskedParts = (bytes: Buffer): ReadonlyMap<string, string> =>
  new Map(
    [...partsOf(bytes)].map(([name, text]) => [
      name,
      name === 'docProps/core.xml' ? text.replace(DATES, '') : text,
    ]),
  );
