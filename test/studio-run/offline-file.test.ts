import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../../src/host-node/package-folder.js';
import { fontFile } from '../font/fonts-for-tests.js';
import { asTimes } from '../font/renamed-font.js';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import { render } from './finished-papers.js';
import { listed, openListed, toStartPage } from './folder-page.js';
import { type KnownKind, knownKinds } from './known-kinds.js';
import { licenceOf, manifestOf, packagesOfPage } from './packages-of-page.js';
import { DIST, makeFolder, offlineAddress, removeFolder, thethuc } from './program.js';
import { expectSamePaper } from './same-paper.js';
import { type StaticServer, serveFile } from './static-server.js';
import {
  chooseInMenu,
  newPaper,
  openSample,
  openStudio,
  pagesDone,
  type TakenFile,
  takenBy,
} from './studio-page.js';

const FILE = join(DIST, 'thethuc.html');
const KINDS = await knownKinds();

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

/** Opens the one file without a network, and writes down what it asks for. */
async function openFile(): Promise<OpenPage & { readonly asked: readonly string[] }> {
  const open = await openPage(browser, { offline: true });
  const asked: string[] = [];
  open.context.on('request', (request) => asked.push(request.url()));
  await openStudio(open.page, offlineAddress());
  return { ...open, asked };
}

/** Nothing but the file itself was asked for, and what it made itself. */
function expectAlone(asked: readonly string[], address: string): void {
  const others = asked.filter((url) => !/^(?:blob|data):/.test(url));
  expect([...new Set(others)]).toEqual([address]);
}

/** DOCX and PDF of the open paper; a banner has several PDF. */
async function takeBoth(page: Page, files: readonly TakenFile[]): Promise<readonly TakenFile[]> {
  const docx = await takenBy(page, () => chooseInMenu(page, 'Tệp Word (DOCX)'));
  const count = files.filter(({ name }) => name.endsWith('.pdf')).length;
  return [...docx, ...(await takenBy(page, () => chooseInMenu(page, 'Tệp PDF'), count))];
}

/** The papers of a kind's sample, as `render --name` makes them. */
async function samplePapers({ file, sample }: KnownKind): Promise<readonly TakenFile[]> {
  const folder = makeFolder({ [file]: sample });
  const files = await render([file], folder, ['--name']);
  removeFolder(folder);
  return files;
}

async function expectAsRendered(taken: readonly TakenFile[], wanted: readonly TakenFile[]): Promise<void> {
  expect(taken.map(({ name }) => name).toSorted()).toEqual(wanted.map(({ name }) => name).toSorted());
  for (const file of taken) await expectSamePaper(file, wanted.find(({ name }) => name === file.name)!.bytes);
}

const PLAN = KINDS.find(({ slug }) => slug === 'plan')!;

test('is of a size that goes by mail', () => {
  expect(statSync(FILE).size).toBeLessThanOrEqual(6 * 1024 * 1024);
});

describe('opened from the disk, without a network', () => {
  test('gives what the command gives, for every kind', { timeout: 600_000 }, async () => {
    const open = await openFile();
    for (const kind of KINDS) {
      const wanted = await samplePapers(kind);
      await openSample(open.page, kind.name);
      await expectAsRendered(await takeBoth(open.page, wanted), wanted);
      await toStartPage(open.page);
    }
    expectAlone(open.asked, offlineAddress());
    expectNoFaults(open);
    await open.context.close();
  });

  test('begins a new paper of every kind calmly: it asks for what must be there, and calls nothing wrong', async () => {
    const open = await openFile();
    for (const { name } of KINDS) {
      await newPaper(open.page, name);
      const words = await open.page.locator('.problem-button').innerText();
      expect(words, name).toMatch(/^còn thiếu \d+ ô$/);
      expect(
        await open.page.locator('.form-problem.error, .form-problem.warning, [aria-invalid]').count(),
      ).toBe(0);
      expect(await open.page.locator('.form-problem').first().innerText()).toMatch(/còn để trống/);
      await toStartPage(open.page);
    }
    expectNoFaults(open);
    await open.context.close();
  });

  test('keeps a draft over a reload, and saves it as a download', async () => {
    const open = await openFile();
    const { page } = open;
    await newPaper(page, 'Kế hoạch');
    await page.getByRole('textbox', { name: 'Trích yếu' }).first().fill('Tổ chức hội nghị gặp mặt');
    await pagesDone(page);
    await page.locator('.sheet svg text', { hasText: 'gặp mặt' }).first().waitFor();
    await toStartPage(page);
    await listed(page, 'Tổ chức hội nghị gặp mặt').waitFor();
    await page.reload();
    await openListed(page, 'Tổ chức hội nghị gặp mặt');
    await page.locator('.sheet svg text', { hasText: 'gặp mặt' }).first().waitFor();
    const [saved] = await takenBy(page, () => page.getByRole('button', { name: 'Lưu', exact: true }).click());
    expect(saved!.name).toMatch(/\.yaml$/);
    expect(new TextDecoder().decode(saved!.bytes)).toContain('\nTrích yếu: Tổ chức hội nghị gặp mặt\n');
    await page.locator('.notice', { hasText: `Đã tải về ${saved!.name}` }).waitFor();
    expectAlone(open.asked, offlineAddress());
    expectNoFaults(open);
    await open.context.close();
  });

  test('has the licences of all that it contains', async () => {
    const open = await openFile();
    await open.page.getByRole('button', { name: 'Giấy phép phần mềm' }).click();
    const text = await open.page.getByRole('dialog').locator('pre').innerText();
    const packages = packagesOfPage();
    expect(packages).toEqual(
      expect.arrayContaining([
        'react',
        'react-dom',
        '@codemirror/view',
        '@codemirror/state',
        'pdf-lib',
        'docx',
      ]),
    );
    for (const name of packages) {
      expect(text).toContain(`${name} ${manifestOf(name).version} (`);
      expect(text, name).toContain(licenceOf(name).replaceAll('\r\n', '\n'));
    }
    for (const own of ['LICENSE', 'fonts/OFL.txt'])
      expect(text).toContain(readFileSync(join(packageFolder, own), 'utf8').trim());
    await open.context.close();
  });

  test('draws and prints with the Times New Roman that it is given, and remembers it', async () => {
    const open = await openFile();
    const { page } = open;
    const fonts = timesFiles();
    await openSample(page, 'Kế hoạch');
    const line = page.locator('.font-line');
    await line.getByText('Phông: Tinos đi kèm chương trình').waitFor();
    await expect.poll(() => drawnFaces(page)).toEqual(facesOf('Tinos'));
    await line.getByRole('button', { name: 'Đổi phông' }).click();
    const dialog = page.getByRole('dialog', { name: 'Phông chữ' });
    const give = (files: readonly TakenFile[]): Promise<void> =>
      dialog
        .getByLabel('Bốn tệp phông Times New Roman')
        .setInputFiles(
          files.map(({ name, bytes }) => ({ name, mimeType: 'font/ttf', buffer: Buffer.from(bytes) })),
        );
    await give(fonts.slice(0, 3));
    await dialog.getByText('còn thiếu kiểu đậm nghiêng').waitFor();
    await line.getByText('Phông: Tinos đi kèm chương trình').waitFor();
    await give([{ name: 'tinos.ttf', bytes: fontFile('Tinos-Regular.ttf') }]);
    await dialog.getByText('Các tệp này là phông "Tinos", không phải Times New Roman').waitFor();
    await give(fonts);
    await dialog.getByText('Trang in và tệp PDF dùng đúng Times New Roman.').waitFor();
    expect(await dialog.locator('.problem').count()).toBe(0);
    await page.keyboard.press('Escape');
    await line.getByText('Phông: Times New Roman').waitFor();
    expect(await drawnFaces(page)).toEqual(facesOf('Times New Roman'));
    await pagesDone(page);
    const [pdf] = await takenBy(page, () => chooseInMenu(page, 'Tệp PDF'));
    await expectSamePaper(pdf!, (await renderedWith(fonts)).bytes);
    await page.reload();
    await openSample(page, 'Kế hoạch');
    await line.getByText('Phông: Times New Roman').waitFor();
    expect(await drawnFaces(page)).toEqual(facesOf('Times New Roman'));
    expectAlone(open.asked, offlineAddress());
    expectNoFaults(open);
    await open.context.close();
  });
});

describe('served by a plain web server, under a path', () => {
  let server: StaticServer;
  beforeAll(async () => {
    server = await serveFile(FILE, '/van-phong/tai%20ve/thethuc.html');
  });
  afterAll(() => server?.end());

  test('works the same, and asks the server for nothing more', async () => {
    const open = await openPage(browser);
    await openStudio(open.page, server.address);
    await openSample(open.page, 'Kế hoạch');
    const wanted = await samplePapers(PLAN);
    await expectAsRendered(await takeBoth(open.page, wanted), wanted);
    await toStartPage(open.page);
    // What browsers lend to safe addresses alone is not needed: a new paper, a draft.
    await newPaper(open.page, 'Kế hoạch');
    await open.page.getByRole('textbox', { name: 'Trích yếu' }).first().fill('Gặp mặt đầu năm');
    await toStartPage(open.page);
    await listed(open.page, 'Gặp mặt đầu năm').filter({ hasText: 'bản nháp' }).waitFor();
    expect(server.asked.filter((path) => path !== '/favicon.ico')).toEqual([
      new URL(server.address).pathname,
    ]);
    expectNoFaults(open);
    await open.context.close();
  });
});

/** What the page draws its letters with, beside the fonts of the machine. */
const drawnFaces = (page: Page): Promise<unknown> =>
  page.evaluate(`[...document.fonts].map(({ family, weight, style, status }) =>
    [family.replaceAll('"', ''), weight, style, status].join(' ')).sort()`);
const facesOf = (family: string): readonly string[] =>
  ['400 italic', '400 normal', '700 italic', '700 normal'].map((face) => `${family} ${face} loaded`);

/** The bundled faces under the name of Times New Roman, called as a Windows machine calls them. */
const timesFiles = (): readonly TakenFile[] =>
  [
    ['times.ttf', 'Regular'],
    ['timesbd.ttf', 'Bold'],
    ['timesi.ttf', 'Italic'],
    ['timesbi.ttf', 'BoldItalic'],
  ].map(([name, face]) => ({ name: name!, bytes: asTimes(fontFile(`Tinos-${face}.ttf`)) }));

/** The PDF of the plan, as the command makes it with a folder of fonts. */
async function renderedWith(fonts: readonly TakenFile[]): Promise<TakenFile> {
  const folder = makeFolder({
    'plan.yaml': PLAN.sample,
    ...Object.fromEntries(fonts.map(({ name, bytes }) => [`phong/${name}`, bytes])),
  });
  const { code, stderr } = await thethuc(['render', 'plan.yaml', '-o', 'a.pdf', '--fonts', 'phong'], folder);
  expect(code, stderr).toBe(0);
  const bytes = new Uint8Array(readFileSync(join(folder, 'a.pdf')));
  removeFolder(folder);
  return { name: 'a.pdf', bytes };
}
