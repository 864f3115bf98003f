import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unzip } from '../archive/unzip.js';
import { readPng } from '../svg/read-png.js';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import { openFinished } from './finished-papers.js';
import { fieldAt } from './folder-page.js';
import { openAll } from './form-fields.js';
import { makeFolder, offlineAddress, type Preview, removeFolder, startPreview, thethuc } from './program.js';
import { expectSamePaper } from './same-paper.js';
import {
  chooseInMenu,
  listedProblems,
  openSample,
  openStudio,
  putBy,
  sheet,
  type TakenFile,
  takenBy,
} from './studio-page.js';
import { sampleText, textFile } from './unit-tables.js';

/** A plan, with what is sent along, and a banner that is printed by itself. */
const SET = 'bo-hoi-nghi.yaml';

let browser: Browser;
let preview: Preview;
let folder: string;
/** The whole set as the command makes it, by the names of its files. */
let made: ReadonlyMap<string, Uint8Array>;
beforeAll(async () => {
  folder = makeFolder();
  [browser, preview, made] = await Promise.all([startBrowser(), startPreview(folder), madeByCommand()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});

async function madeByCommand(): Promise<ReadonlyMap<string, Uint8Array>> {
  const place = makeFolder({ [SET]: sampleText(SET) });
  const argv = ['render', SET, '-o', 'out/', '--name', '--fonts', 'bundled', '--format', 'docx,pdf'];
  const { code, stderr } = await thethuc(argv, place);
  expect(code, stderr).toBe(0);
  const files = readdirSync(join(place, 'out')).map(
    (name) => [name, new Uint8Array(readFileSync(join(place, 'out', name)))] as const,
  );
  removeFolder(place);
  return new Map(files);
}

async function expectMade(files: readonly TakenFile[], names: readonly string[]): Promise<void> {
  expect(files.map(({ name }) => name).sort()).toEqual([...names].sort());
  for (const file of files) await expectSamePaper(file, made.get(file.name)!);
}

async function openOffline(): Promise<OpenPage> {
  const open = await openPage(browser, { offline: true });
  await openStudio(open.page, offlineAddress());
  return open;
}

const MAIN = 'Văn bản chính';
const BANNER = 'Phông hội nghị (maket)';
const tab = (page: Page, name: string): Locator =>
  page.getByRole('tablist', { name: 'Các văn bản trong bộ' }).getByRole('tab', { name });
const sheets = async (page: Page): Promise<readonly (string | null)[]> => {
  const all = await page.locator('.pages .sheet[role="group"]').all();
  return Promise.all(all.map((one) => one.getAttribute('aria-label')));
};

describe('a set of papers', () => {
  test('has a tab for each; one is taken away alone, or all', async () => {
    const open = await openOffline();
    const { page } = open;
    await openFinished(page, textFile(SET, sampleText(SET)));
    expect(await tab(page, MAIN).getAttribute('aria-selected')).toBe('true');
    expect(await sheets(page)).toHaveLength(6);
    await sheet(page, 'BẢNG ĐĂNG KÝ - 1').waitFor();
    await tab(page, BANNER).click();
    await sheet(page, 'Phông 1').locator('svg').waitFor();
    expect(await sheets(page)).toEqual(['Trang Phông 1', 'Trang Phông 2', 'Trang Maket 1']);
    // By keys: the arrow leads to the other tab, Enter opens it.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await sheet(page, '3').waitFor();
    expect(await tab(page, MAIN).getAttribute('aria-selected')).toBe('true');

    const ofBanner = [...made.keys()].filter((name) => name.startsWith('bo-hoi-nghi-phong'));
    await tab(page, BANNER).click();
    const word = await takenBy(page, () => chooseInMenu(page, 'Tệp Word (DOCX)'));
    await expectMade(word, ['bo-hoi-nghi-phong.docx']);
    const pdfs = ofBanner.filter((name) => name.endsWith('.pdf'));
    expect(pdfs).toHaveLength(2);
    const print = await takenBy(page, () => chooseInMenu(page, 'Tệp PDF'), pdfs.length);
    await expectMade(print, pdfs);
    const [archive] = await takenBy(page, () => chooseInMenu(page, 'Cả bộ: mọi tệp Word và PDF'));
    expect(archive!.name).toBe('bo-hoi-nghi.zip');
    await expectMade(
      [...unzip(archive!.bytes)].map(([name, bytes]) => ({ name, bytes })),
      [...made.keys()],
    );
    expectNoFaults(open);
  });

  test('with a server is put whole into its folder', async () => {
    const open = await openPage(browser);
    const { page } = open;
    await openStudio(page, preview.address);
    await openFinished(page, textFile(SET, sampleText(SET)));
    const files = await putBy(page, folder, () => chooseInMenu(page, 'Cả bộ: mọi tệp Word và PDF'));
    await expectMade(files, [...made.keys()]);
    expectNoFaults(open);
  });

  test('leads from a problem to the field of the paper that has it', async () => {
    const open = await openOffline();
    const { page } = open;
    const faulty = sampleText(SET)
      .replace('Cờ: Quốc kỳ', 'Cờ: đuôi nheo')
      .replace('Kiểu: ngày', 'Kiểu: buổi');
    await openFinished(page, textFile(SET, faulty));
    const selected = page.locator('.form-tabs [role="tab"][aria-selected="true"]');
    const drawer = await listedProblems(page);
    for (const [words, path, name] of [
      [/đuôi nheo/, 'van_ban.2.phong.0.co', /^3\. Phông hội nghị/],
      [/buổi/, 'van_ban.3.cac_muc.1.o_trong_dong.0.kieu', /^4\. Bảng đăng ký/],
    ] as const) {
      await drawer.getByRole('button', { name: words }).click();
      await page.waitForFunction(
        `document.activeElement.closest('[data-path="${path}"], [id$="${path}"]') !== null`,
      );
      expect(await selected.innerText()).toMatch(name);
    }
    expectNoFaults(open);
  });
});

describe('a hall banner', () => {
  const first = (page: Page): Locator => sheet(page, 'Phông 1');
  const saidOfFirst = (page: Page, words: string): Promise<void> =>
    page.locator('.sheet-place').first().getByText(words, { exact: true }).waitFor();
  const type = (page: Page, path: string, text: string): Promise<void> => fieldAt(page, path).fill(text);

  async function openBanner(): Promise<OpenPage> {
    const open = await openOffline();
    await openSample(open.page, BANNER);
    await openAll(open.page);
    return open;
  }

  async function ratioOf(place: Locator): Promise<number> {
    const box = await place.boundingBox();
    return box === null ? Number.NaN : box.width / box.height;
  }

  test('is shown in its true proportions, in metres and in pixels, and says its size', async () => {
    const open = await openBanner();
    const { page } = open;
    for (const [typed, said, ratio] of [
      ['4 × 1,8 m', '4 × 1,8 m', 4 / 1.8],
      ['3 x 2 m', '3 × 2 m', 1.5],
      ['80 × 200 cm', '0,8 × 2 m', 0.4],
      ['1920 × 1080 px', '1920 × 1080 điểm ảnh', 16 / 9],
    ] as const) {
      await type(page, 'phong.0.kich_thuoc', typed);
      await saidOfFirst(page, `Kích thước thật: ${said}`);
      expect((await ratioOf(first(page))) / ratio, typed).toBeCloseTo(1, 1.7);
    }
    // Too long for a file of true size: the note for the print shop stands below, outside the banner.
    await type(page, 'phong.0.kich_thuoc', '7,2 × 2,4 m');
    await saidOfFirst(
      page,
      'Kích thước thật: 7,2 × 2,4 m. Tệp PDF nhỏ hơn 10 lần, ở chân có dòng dặn nhà in',
    );
    expect((await ratioOf(first(page).locator('path').first())) / 3).toBeCloseTo(1, 1.7);
    await type(page, 'phong.0.kich_thuoc', 'to lắm');
    await (await listedProblems(page))
      .getByText(/to lắm/)
      .first()
      .waitFor();
    expectNoFaults(open);
  });

  test('takes colours by name and by number', async () => {
    const open = await openBanner();
    const { page } = open;
    const filled = (color: string): Promise<void> =>
      first(page).locator(`[fill="#${color}" i]`).first().waitFor({ state: 'attached' });
    await filled('B01218');
    const ground = page.locator('.form-pane [data-path="mau_nen"]');
    if ((await ground.locator('select').count()) > 0)
      await ground.locator('select').selectOption({ label: 'xanh dương' });
    else await ground.getByLabel('xanh dương').check();
    await filled('0B3D91');
    await type(page, 'ma_mau_nen', '8A0F1C');
    await filled('8A0F1C');
    await type(page, 'ma_mau_chu_chinh', '12F0E1');
    await first(page).locator('text[fill="#12F0E1" i]').first().waitFor({ state: 'attached' });
    await type(page, 'ma_mau_nen', 'xanh lè');
    await (await listedProblems(page))
      .getByText(/xanh lè/)
      .first()
      .waitFor();
    expectNoFaults(open);
  });

  /** A picture of 120 × 60 points, drawn by the browser. */
  async function picture(page: Page, kind: 'png' | 'jpeg'): Promise<TakenFile> {
    const address = (await page.evaluate(`(() => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [120, 60];
      const pen = canvas.getContext('2d');
      pen.fillStyle = '#1d6fb8';
      pen.fillRect(0, 0, 120, 60);
      return canvas.toDataURL('image/${kind}');
    })()`)) as string;
    const bytes = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
    return { name: `bieu-trung.${kind === 'png' ? 'png' : 'jpg'}`, bytes: new Uint8Array(bytes) };
  }

  const EMBLEM = 'phong.0.bieu_trung';
  const choose = (page: Page, { name, bytes }: TakenFile): Promise<void> =>
    page
      .locator(`.form-pane [data-path="${EMBLEM}"] input[type="file"]`)
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });

  test('takes a picture as PNG or JPEG, and refuses another file in words', async () => {
    const open = await openBanner();
    const { page } = open;
    const drawn = first(page).locator('image');
    for (const kind of ['png', 'jpeg'] as const) {
      const file = await picture(page, kind);
      await choose(page, file);
      const address = `data:image/${kind};base64,${Buffer.from(file.bytes).toString('base64')}`;
      await first(page).locator(`image[href="${address}"]`).waitFor();
      expect(await ratioOf(drawn)).toBeCloseTo(2, 1);
      expect(await fieldAt(page, EMBLEM).inputValue()).toBe(file.name);
    }
    await choose(page, textFile('khong-phai-anh.png', 'đây không phải ảnh'));
    await (await listedProblems(page))
      .getByText(/"khong-phai-anh\.png" không phải ảnh PNG hoặc JPEG mà chương trình in được/)
      .waitFor();
    await drawn.waitFor({ state: 'detached' });
    // A name that was typed, of a file that nobody gave.
    await type(page, EMBLEM, 'dau-do.png');
    await (await listedProblems(page))
      .getByText(/dau-do\.png/)
      .first()
      .waitFor();
    expectNoFaults(open);
  });

  test('is taken away as PNG, a banner a picture', async () => {
    const open = await openBanner();
    const { page } = open;
    await type(page, 'phong.0.kich_thuoc', '640 × 360 px');
    await saidOfFirst(page, 'Kích thước thật: 640 × 360 điểm ảnh');
    const files = await takenBy(page, () => chooseInMenu(page, 'Ảnh từng trang (PNG)'), 2);
    const [screen, cloth] = files.map(({ bytes }) => readPng(bytes));
    expect([screen!.width, screen!.height]).toEqual([640, 360]);
    expect(cloth!.width / cloth!.height).toBeCloseTo(1700.79 / 884, 1);
    // The ground is the red of the sample, B01218, as grey.
    expect(screen!.pixels[0]).toBe(66);
    expectNoFaults(open);
  });
});
