import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage } from './browser.js';
import { fieldAt, toStartPage } from './folder-page.js';
import { startedStudio } from './started-studio.js';
import { openSample, openStudio } from './studio-page.js';
import { focused } from './with-keys.js';

const studio = startedStudio();
let open: OpenPage;
let page: Page;
beforeAll(async () => {
  open = await openPage(studio().browser);
  page = open.page;
  await openStudio(page, studio().preview.address);
  await openSample(page, 'Kế hoạch');
});
afterAll(() => open?.context.close());

/** With the mouse the browser draws no ring around a button: its name is enough. */
const isIn = (name: string): Promise<void> =>
  expect.poll(async () => (await focused(page)).name).toContain(name);
const calendar = () => page.locator('.form-calendar');
const calendarButton = () =>
  page.getByRole('button', { name: 'Chọn ngày trên lịch: Ngày ban hành', exact: true });
const pane = (name: string) => page.locator('.pane-switches').getByRole('button', { name });

test('whoever clicks beside an open calendar is where he clicked', async () => {
  await calendarButton().click();
  await calendar().locator('button:focus').waitFor();
  await fieldAt(page, 'dia_danh').click();
  await calendar().waitFor({ state: 'detached' });
  await isIn('Địa danh');
  expectNoFaults(open);
});

test('the button of a calendar closes what it opened', async () => {
  await calendarButton().click();
  await calendar().locator('button:focus').waitFor();
  await calendarButton().click();
  await calendar().waitFor({ state: 'detached' });
  await isIn('Chọn ngày trên lịch');
  expectNoFaults(open);
});

test('a pane that is shown again does not lead to what was clicked before', async () => {
  await page.locator('section.pages text[data-f="trich_yeu"]').first().click();
  await isIn('Trích yếu');
  await pane('Biểu mẫu').click();
  await page.locator('.form-pane').waitFor({ state: 'detached' });
  await pane('Biểu mẫu').click();
  await fieldAt(page, 'trich_yeu').waitFor();
  // Leading takes some frames.
  await page.evaluate(`new Promise((done) => {
    const wait = (frames) => (frames === 0 ? done() : requestAnimationFrame(() => wait(frames - 1)));
    wait(20);
  })`);
  await isIn('button Biểu mẫu');
  // The next click leads again.
  await page.locator('section.pages text[data-f="dia_danh"]').first().click();
  await isIn('Địa danh');
  expectNoFaults(open);
});

test('in Cơ quan của tôi the lines of a list are named by it', async () => {
  await toStartPage(page);
  await page.getByRole('button', { name: 'Cơ quan của tôi' }).click();
  await page.getByRole('button', { name: 'Thêm nơi: Nơi nhận' }).click();
  await page.getByRole('textbox', { name: 'Nơi nhận mục 1', exact: true }).waitFor();
  await isIn('textarea Nơi nhận mục 1');
  expectNoFaults(open);
});
