import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoFaults, openPage, startBrowser } from './browser.js';
import { makeFolder, type Preview, removeFolder, startPreview } from './program.js';
import { openSample, openStudio, sheet, takeAway } from './studio-page.js';

let browser: Browser;
let preview: Preview;
let folder: string;
beforeAll(async () => {
  folder = makeFolder();
  [browser, preview] = await Promise.all([startBrowser(), startPreview(folder)]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});

test('from the start page to a DOCX and a PDF', async () => {
  const open = await openPage(browser);
  await openStudio(open.page, preview.address);
  await openSample(open.page, 'Kế hoạch');
  await sheet(open.page, '1').waitFor();
  const docx = await takeAway(open.page, 'Tệp Word (DOCX)', folder);
  const pdf = await takeAway(open.page, 'Tệp PDF', folder);
  expect(docx.name).toMatch(/\.docx$/);
  expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');
  expectNoFaults(open);
});
