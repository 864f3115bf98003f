import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage, PHONE, startBrowser } from './browser.js';
import { chooseFile } from './finished-papers.js';
import { fieldAt, printed } from './folder-page.js';
import { offlineAddress } from './program.js';
import { openStudio, pagesDone, sheet } from './studio-page.js';
import { sampleText, textFile } from './unit-tables.js';

/** A plan, with what is sent along, and a banner that is printed by itself. */
const SET = 'bo-hoi-nghi.yaml';
const MAIN = 'Văn bản chính';
const BANNER = 'Phông hội nghị (maket)';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

async function openSet(viewport?: typeof PHONE): Promise<OpenPage> {
  const open = await openPage(browser, { offline: true, ...(viewport && { viewport }) });
  await openStudio(open.page, offlineAddress());
  await chooseFile(open.page, textFile(SET, sampleText(SET)));
  await ofForm(open.page, 'Phần dùng chung').waitFor();
  return open;
}

const tabIn = (page: Page, list: string, name: string | RegExp): Locator =>
  page.getByRole('tablist', { name: list }).getByRole('tab', { name });
const ofForm = (page: Page, name: string | RegExp): Locator => tabIn(page, 'Các văn bản', name);
const ofPages = (page: Page, name: string): Locator => tabIn(page, 'Các văn bản trong bộ', name);
const isChosen = (tab: Locator): Promise<void> =>
  tab.and(tab.page().locator('[aria-selected="true"]')).waitFor();

/** Whether the first line of a paper of the set can be seen in the pages. */
const isSeen = (page: Page, index: number): Promise<boolean> =>
  page.evaluate(`(() => {
    const line = document.querySelector('section.pages text[data-f^="van_ban.${index}."]');
    const [box, view] = [line, document.querySelector('section.pages')].map((one) => one?.getBoundingClientRect());
    return box !== undefined && box.top >= view.top && box.bottom <= view.bottom;
  })()`);

test('a paper chosen in the form is shown in the pages, and the other way round', async () => {
  const open = await openSet();
  const { page } = open;
  await isChosen(ofPages(page, MAIN));
  await pagesDone(page);
  expect(await isSeen(page, 1)).toBe(false);
  await ofForm(page, /^2\. Đề cương/).click();
  await expect.poll(() => isSeen(page, 1)).toBe(true);
  expect(await page.locator('.page-mark').count()).toBe(0);
  await isChosen(ofPages(page, MAIN));

  await ofForm(page, /^3\. Phông/).click();
  await isChosen(ofPages(page, BANNER));
  await sheet(page, 'Phông 1').waitFor();
  // What the papers share has no pages of its own.
  await ofForm(page, 'Phần dùng chung').click();
  await isChosen(ofForm(page, 'Phần dùng chung'));
  await isChosen(ofPages(page, BANNER));

  await ofPages(page, MAIN).click();
  await isChosen(ofForm(page, /^1\. Kế hoạch/));
  await expect.poll(() => isSeen(page, 0)).toBe(true);
  await ofPages(page, BANNER).click();
  await isChosen(ofForm(page, /^3\. Phông/));
  expectNoFaults(open);
});

test('neither moves while somebody types, or follows a click on a page', async () => {
  const open = await openSet();
  const { page } = open;
  // The banner as the plan has it: its field is led to, and the plan stays.
  await page.locator('section.pages text[data-f^="van_ban.2.phong.0."]').first().click();
  await isChosen(ofForm(page, /^3\. Phông/));
  await isChosen(ofPages(page, MAIN));
  // By itself its texts lead to the same fields, and show where they are.
  await ofPages(page, BANNER).click();
  await sheet(page, 'Phông 1').locator('text[data-f="phong.0.noi_dung"]').first().click();
  await page.waitForFunction(
    `document.activeElement.closest('[data-path="van_ban.2.phong.0.noi_dung"]') !== null`,
  );
  await isChosen(ofPages(page, BANNER));
  await page.locator('.page-mark').first().waitFor();
  await fieldAt(page, 'van_ban.2.phong.0.noi_dung').fill('Biểu dương người thợ giỏi');
  await printed(page, 'GIỎI');
  await pagesDone(page);
  await isChosen(ofForm(page, /^3\. Phông/));
  await isChosen(ofPages(page, BANNER));
  expectNoFaults(open);
});

test('on a phone, where one of them is seen at a time', async () => {
  const open = await openSet(PHONE);
  const { page } = open;
  const show = (name: string): Promise<void> => tabIn(page, 'Các phần', name).click();
  await ofForm(page, /^2\. Đề cương/).click();
  await show('Trang in');
  await expect.poll(() => isSeen(page, 1)).toBe(true);
  await show('Biểu mẫu');
  await ofForm(page, /^3\. Phông/).click();
  await show('Trang in');
  await isChosen(ofPages(page, BANNER));
  await ofPages(page, MAIN).click();
  await show('Biểu mẫu');
  await isChosen(ofForm(page, /^1\. Kế hoạch/));
  expectNoFaults(open);
});
