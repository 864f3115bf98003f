import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  // By its name: its text has the words of its picture too.
  await page.getByRole('button', { name: kind, exact: true }).click();
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

/** An entry of the menu "Xuất văn bản". */
export async function chooseInMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Xuất văn bản' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/**
 * Takes away by the menu: "Tệp Word (DOCX)", "Tệp PDF". The page of the server puts files beside the form: then `folder` is the
 * one that it opened. Without a server they are downloads.
 */
export async function takeAway(page: Page, item: string, folder?: string): Promise<TakenFile> {
  const act = (): Promise<void> => chooseInMenu(page, item);
  const [file] = folder === undefined ? await takenBy(page, act) : await putBy(page, folder, act);
  if (file === undefined) throw new Error(`nothing was taken away by "${item}"`);
  return file;
}

/** Does what puts finished files into the opened folder, and reads those that the page says it put there. */
export async function putBy(
  page: Page,
  folder: string,
  act: () => Promise<void>,
): Promise<readonly TakenFile[]> {
  await act();
  const notice = page.locator('.notice').filter({ hasText: /^Đã lưu .+ trong thư mục đang mở\.$/ });
  await notice.waitFor();
  const [, names = ''] = /^Đã lưu (.+) trong thư mục đang mở\.$/.exec(await notice.innerText()) ?? [];
  return Promise.all(
    names
      .split(', ')
      .map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(folder, name))) })),
  );
}

/** The problems that are listed below the panes, opened when they are not. */
export async function listedProblems(page: Page): Promise<Locator> {
  const button = page.locator('.problem-button');
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  return page.locator('.problems-drawer');
}
