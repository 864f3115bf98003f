import { readFile } from 'node:fs/promises';
import type { Download, Locator, Page } from 'playwright-core';

export interface TakenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Opens the studio and waits until its kinds are there. */
export async function openStudio(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Xem mẫu điền sẵn: Kế hoạch', exact: true }).waitFor();
}

/** The example of a kind, by its name: "Kế hoạch". */
export async function openSample(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: `Xem mẫu điền sẵn: ${kind}`, exact: true }).click();
  await pagesDone(page);
}

/** A new paper of a kind. */
export async function newPaper(page: Page, kind: string): Promise<void> {
  await page
    .locator('.card-new')
    .filter({ hasText: new RegExp(`^${kind}$`) })
    .click();
  await pagesDone(page);
}

/** Waits until the pages are those of the form's text. */
export async function pagesDone(page: Page): Promise<void> {
  await page.locator('section.pages[aria-busy="false"]').waitFor({ state: 'attached' });
}

/** A page of the paper that is shown, by its label: "2", "Phụ lục I - 1". */
export const sheet = (page: Page, label: string): Locator =>
  page.getByRole('group', { name: `Trang ${label}`, exact: true });

/** Does what lets the browser take files away, and gives them. */
export async function takenBy(
  page: Page,
  act: () => Promise<void>,
  count = 1,
): Promise<readonly TakenFile[]> {
  const downloads: Download[] = [];
  const all = new Promise<void>((resolve) => {
    page.on('download', function take(download: Download) {
      if (downloads.push(download) < count) return;
      page.off('download', take);
      resolve();
    });
  });
  await act();
  await all;
  return Promise.all(
    downloads.map(async (download) => ({
      name: download.suggestedFilename(),
      bytes: new Uint8Array(await readFile(await download.path())),
    })),
  );
}

/** Takes away by the menu: "Tệp Word (DOCX)", "Tệp PDF". */
export async function takeAway(page: Page, item: string): Promise<TakenFile> {
  const [file] = await takenBy(page, async () => {
    await page.getByRole('button', { name: 'Xuất văn bản' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  });
  if (file === undefined) throw new Error(`nothing was taken away by "${item}"`);
  return file;
}

/** The problems that are listed below the panes, opened when they are not. */
export async function listedProblems(page: Page): Promise<Locator> {
  const button = page.locator('.problem-button');
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return page.locator('.problems-drawer');
}
