import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import { formText, showPane } from './form-fields.js';
import { makeFolder, type Preview, removeFolder, startPreview } from './program.js';
import { openSample, openStudio } from './studio-page.js';

let browser: Browser;
let preview: Preview;
let folder: string;
let open: OpenPage;
let page: Page;
beforeAll(async () => {
  folder = makeFolder({ 'don-vi.csv': 'Mã;Tên;Cột lạ\na;Liên đoàn Lao động tỉnh A;1\n' });
  [browser, preview] = await Promise.all([startBrowser(), startPreview(folder)]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});
beforeEach(async () => {
  open = await openPage(browser);
  page = open.page;
  await openStudio(page, preview.address);
});
afterEach(() => open.context.close());

const pane = () => page.getByRole('textbox', { name: 'Chữ của tệp biểu mẫu' });
const lines = (...all: readonly string[]): string => all.join('\n');

/** A form of the user's own; the caret at the bar. */
async function openText(name: string, text: string): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text.replace('^', '')) };
  await page.getByLabel('Tệp biểu mẫu, DOCX hoặc PDF').first().setInputFiles(file);
  await page.locator('.form-pane').waitFor();
  await showPane(page, 'Dạng chữ');
  await pane().click();
  await page.keyboard.press('Control+Home');
  const before = text.slice(0, text.indexOf('^')).split('\n');
  for (let down = 1; down < before.length; down += 1) await page.keyboard.press('ArrowDown');
  for (const _ of before.at(-1) ?? '') await page.keyboard.press('ArrowRight');
}

async function seeOffered(wanted: string): Promise<void> {
  await page.locator('.cm-tooltip-autocomplete').getByText(wanted, { exact: true }).waitFor();
  // The editor passes over keys that come within 75 ms: nobody chooses what he has not seen.
  await page.waitForTimeout(200);
}

/** Chooses what is offered for the letters that are typed. */
async function complete(typed: string, wanted: string): Promise<void> {
  await page.keyboard.insertText(typed);
  await seeOffered(wanted);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a problem of another file is marked at the first line, with its words and its place', async () => {
  await openText('a.yaml', 'Loại văn bản: Kế hoạch^\nSổ đơn vị: don-vi.csv\nĐơn vị: a\n');
  const first = page.locator('.text-editor .cm-gutter-lint .cm-gutterElement:has(.cm-lint-marker)').first();
  const said = page.locator('.cm-tooltip-lint');
  await expect
    .poll(async () => {
      await pane().hover();
      await first.hover();
      return said.innerText();
    })
    .toContain('Ở: don-vi.csv');
  expect(await said.innerText()).toContain('Cột lạ');
  expectNoFaults(open);
});

test('what is offered is taken by nobody who has not gone into it: Enter is a new line', async () => {
  const head = 'Loại văn bản: Kế hoạch';
  await openText('a.yaml', lines(head, '^'));
  await page.keyboard.insertText('Nơi');
  await seeOffered('Nơi nhận');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('- Lưu: VT');
  await expect.poll(() => formText(page)).toBe(lines(head, 'Nơi', '- Lưu: VT'));
  expectNoFaults(open);
});

test('completes keys of a form in JSON', async () => {
  await openText('a.json', '{ "Loại văn bản": "Kế hoạch"^ }');
  await complete(', "Trích', 'Trích yếu');
  expect(await formText(page)).toBe('{ "Loại văn bản": "Kế hoạch", "Trích yếu":  }');
  expectNoFaults(open);
});

test("completes the keys of a paper's own kind in a set of papers", async () => {
  const head = lines('Loại văn bản: Bộ văn bản', 'Văn bản:', '  - Loại văn bản: Kế hoạch', '    ');
  await openText('a.yaml', `${head}^\n`);
  await complete('căn', 'Căn cứ');
  expect(await formText(page)).toBe(`${head}Căn cứ: \n`);
  expectNoFaults(open);
});

test('folds and unfolds by keys, which its marks name', async () => {
  await openSample(page, 'Kế hoạch');
  await showPane(page, 'Dạng chữ');
  await pane().click();
  await page.keyboard.press('Control+Home');
  const folded = page.locator('.text-editor .cm-foldPlaceholder');
  await page.keyboard.press('Shift+F2');
  await expect.poll(() => folded.count()).toBeGreaterThan(2);
  await page.keyboard.press('Shift+F2');
  await expect.poll(() => folded.count()).toBe(0);
  await page.locator('.text-editor .cm-line', { hasText: /^Nơi nhận:/ }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await expect.poll(() => folded.count()).toBe(1);
  const text = await formText(page);
  await page.keyboard.press('F2');
  await expect.poll(() => folded.count()).toBe(0);
  expect(await formText(page)).toBe(text);
  expect(await page.locator('.cm-foldGutter [title*="F2"]').count()).toBeGreaterThan(2);
  expectNoFaults(open);
});

test('is left by keys: Tab goes on, Escape closes what is open in it and then goes up', async () => {
  await openSample(page, 'Kế hoạch');
  await showPane(page, 'Dạng chữ');
  const opener = page.locator('.pane-switches').getByRole('button', { name: 'Dạng chữ' });
  const hasFocus = (place: Locator): Promise<boolean> => place.evaluate((one) => one.matches(':focus'));
  const before = await formText(page);
  await pane().click();
  await page.keyboard.press('Control+f');
  const search = page.getByRole('textbox', { name: 'Tìm', exact: true });
  await expect.poll(() => hasFocus(search)).toBe(true);
  await page.keyboard.press('Escape');
  await search.waitFor({ state: 'detached' });
  await expect.poll(() => hasFocus(pane())).toBe(true);
  await page.keyboard.press('Escape');
  expect(await hasFocus(opener)).toBe(true);
  for (const key of ['Tab', 'Shift+Tab']) {
    await pane().focus();
    await page.keyboard.press(key);
    expect(await hasFocus(pane())).toBe(false);
  }
  expect(await formText(page)).toBe(before);
  expectNoFaults(open);
});
