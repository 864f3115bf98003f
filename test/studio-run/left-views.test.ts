import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unzip } from '../archive/unzip.js';
import { expectNoFaults, openPage, startBrowser } from './browser.js';
import { chooseFiles, openView } from './file-views.js';
import { foreignDocx } from './filled-forms.js';
import { fieldAt, noticeSays } from './folder-page.js';
import { offlineAddress } from './program.js';
import { openSample, openStudio, takenBy } from './studio-page.js';
import { FIFTY_FORM, tableOf, textFile } from './unit-tables.js';

const BATCH = 'Tạo cho nhiều đơn vị';
const COLLECT = 'Tổng hợp bản đã nộp';
const TABLE = 'Bảng đơn vị (XLSX hoặc CSV)';

/** Units of a table, each with a name and a subject of its own. */
const unitsOf = (name: string, count: number) =>
  tableOf(name, [
    ['Cơ quan ban hành', 'Trích yếu'],
    ...Array.from({ length: count }, (_, index) => [`Công đoàn Công ty số ${index + 1}`, 'Tổ chức Hội nghị']),
  ]);
const TWELVE = unitsOf('muoi-hai.csv', 12);
const THREE = unitsOf('ba.csv', 3);

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const archive = (page: Page): Locator => button(page, /^Tải về \(\d+ tệp, nén ZIP\)$/);
const toStart = (page: Page): Promise<void> => button(page, 'Trang đầu').click();

/** Presses a button as soon as another one is there: however fast the machine is, the run is not over by then. */
const pressWhen = (page: Page, there: string, pressed: string): Promise<unknown> =>
  page.evaluate(`new MutationObserver((_, observer) => {
    const named = (name) => [...document.querySelectorAll('button')].find((button) => button.textContent === name);
    if (named('${there}') === undefined) return;
    observer.disconnect();
    named('${pressed}').click();
  }).observe(document.body, { childList: true, subtree: true })`);

/** Whether the browser asks before it closes the window; it is left open then. */
async function asksBeforeClosing(page: Page): Promise<boolean> {
  const asked = new Promise<boolean>((resolve) =>
    page.once('dialog', async (dialog) => {
      await dialog.dismiss();
      resolve(dialog.type() === 'beforeunload');
    }),
  );
  const closed = page.waitForEvent('close', { timeout: 0 }).then(() => false);
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked, closed]);
}

test('a run goes on while another view is shown, and the window is not closed over its files', async () => {
  const open = await openPage(browser, { offline: true });
  const { page } = open;
  await openStudio(page, offlineAddress());
  await openView(page, BATCH);
  await chooseFiles(page, 'Biểu mẫu chung', [textFile('ke-hoach.yaml', FIFTY_FORM)]);
  await chooseFiles(page, TABLE, [TWELVE]);
  await pressWhen(page, 'Dừng', 'Trang đầu');
  await button(page, 'Tạo cho 12 đơn vị').click();
  await noticeSays(page, 'Mở lại “Tạo cho nhiều đơn vị” để lấy.');
  await openView(page, COLLECT);
  await toStart(page);
  await openView(page, BATCH);
  await page.getByText('12/12 đơn vị, xong').waitFor();
  expect(await page.locator('.notice').count()).toBe(0);
  expect(await asksBeforeClosing(page)).toBe(true);
  const [taken] = await takenBy(page, () => archive(page).click());
  expect([...unzip(taken!.bytes)]).toHaveLength(24);
  expectNoFaults(open);
  expect(await asksBeforeClosing(page)).toBe(false);
});

test('a stopped run is kept; another form or table takes its place only when that is wanted', async () => {
  const open = await openPage(browser, { offline: true });
  const { page } = open;
  await openStudio(page, offlineAddress());
  await openSample(page, 'Kế hoạch');
  const fromPaper = async (): Promise<void> => {
    await button(page, 'Xuất văn bản').click();
    await page.getByRole('menuitem', { name: BATCH }).click();
  };
  await fromPaper();
  await chooseFiles(page, TABLE, [TWELVE]);
  await pressWhen(page, 'Dừng', 'Dừng');
  await button(page, 'Tạo cho 12 đơn vị').click();
  await button(page, 'Làm tiếp').waitFor();
  const stopped = await page.locator('.progress').innerText();

  // The paper as it was is the same form: nothing is asked.
  await button(page, 'Trở lại văn bản đang soạn').click();
  await fromPaper();
  await button(page, 'Làm tiếp').waitFor();
  expect(await page.locator('.progress').innerText()).toBe(stopped);

  await button(page, 'Trở lại văn bản đang soạn').click();
  await fieldAt(page, 'trich_yeu').fill('Tổ chức Hội nghị khác');
  await fromPaper();
  await button(page, 'Giữ lần tạo trước').click();
  expect(await page.locator('.progress').innerText()).toBe(stopped);

  await chooseFiles(page, TABLE, [THREE]);
  await button(page, 'Bỏ, dùng biểu mẫu và bảng mới').click();
  await button(page, 'Tạo cho 3 đơn vị').click();
  await page.getByText('3/3 đơn vị, xong').waitFor();
  await takenBy(page, () => archive(page).click());
  // Nothing is lost any more: it is taken at once.
  await chooseFiles(page, TABLE, [TWELVE]);
  await button(page, 'Tạo cho 12 đơn vị').waitFor();
  expectNoFaults(open);
});

test('what was dropped to be collected is kept, and the window is not closed over its table', async () => {
  const open = await openPage(browser, { offline: true });
  const { page } = open;
  await openStudio(page, offlineAddress());
  await openView(page, COLLECT);
  await chooseFiles(page, 'Các bản đã nộp', [await foreignDocx('mot.docx')]);
  await page.getByText('1 dòng', { exact: true }).waitFor();
  await toStart(page);
  await openView(page, BATCH);
  await toStart(page);
  await openView(page, COLLECT);
  await page.getByText('1 dòng', { exact: true }).waitFor();
  expect(await asksBeforeClosing(page)).toBe(true);
  await takenBy(page, () => button(page, 'Lấy bảng CSV').click());
  expectNoFaults(open);
  expect(await asksBeforeClosing(page)).toBe(false);
});
