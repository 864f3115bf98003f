import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import {
  clashBar,
  fieldAt,
  listed,
  noticeSays,
  openListed,
  planAbout,
  printed,
  save,
  stateSays,
  toStartPage,
} from './folder-page.js';
import { makeFolder, type Preview, removeFolder, startPreview } from './program.js';
import { newPaper, openStudio } from './studio-page.js';

let browser: Browser;
let folder: string;
let home: string;
let open: OpenPage;
let first: Preview;
let second: Preview;
let taken: Server;
const onDisk = (): string => readFileSync(join(folder, 'ke-hoach.yaml'), 'utf8');
const portOf = ({ address }: Preview): number => Number(new URL(address).port);

/** What is typed there until it is kept as a draft. */
async function typeKept(page: Page, words: string): Promise<void> {
  const kept = page.waitForResponse(
    (answer) => answer.url().includes('/api/draft?') && (answer.request().postData() ?? '').includes(words),
  );
  await fieldAt(page, 'trich_yeu').fill(words);
  expect((await kept).status()).toBe(200);
}

beforeAll(async () => {
  folder = makeFolder({ 'ke-hoach.yaml': planAbout('Bản trong thư mục') });
  home = makeFolder();
  [browser, first] = await Promise.all([startBrowser(), startPreview(folder, [], home)]);
  open = await openPage(browser);
});
afterAll(async () => {
  taken?.close();
  await Promise.all([browser?.close(), first?.end(), second?.end()]);
  for (const one of [folder, home]) removeFolder(one);
});

test('what is typed in a new paper and in one of the folder is kept, and the program dies', async () => {
  const { page } = open;
  await openStudio(page, first.address);
  await openListed(page, 'Bản trong thư mục');
  await typeKept(page, 'Bản sửa dở');
  await toStartPage(page);
  await newPaper(page, 'Kế hoạch');
  await typeKept(page, 'Bản mới viết dở');
  expectNoFaults(open);
  await first.kill();
});

test('what is typed after that is said to be in the page only', async () => {
  await fieldAt(open.page, 'trich_yeu').fill('Bản mới viết dở thêm');
  await noticeSays(open.page, 'Chương trình trên máy không trả lời');
  expect(await fieldAt(open.page, 'trich_yeu').inputValue()).toBe('Bản mới viết dở thêm');
});

test('the next run, at another port, offers the drafts; one whose file changed meanwhile asks', async () => {
  taken = createServer((socket) => socket.destroy()).listen(portOf(first), '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  writeFileSync(join(folder, 'ke-hoach.yaml'), planAbout('Bản của máy khác'));
  second = await startPreview(folder, [], home);
  expect(portOf(second)).not.toBe(portOf(first));
  const other = await openPage(browser);
  await openStudio(other.page, second.address);
  // Of a file and its draft there is the draft alone.
  await listed(other.page, 'Bản sửa dở').filter({ hasText: 'sửa chưa lưu' }).waitFor();
  expect(await listed(other.page, 'ke-hoach.yaml').count()).toBe(1);
  await openListed(other.page, 'Bản mới viết dở');
  await printed(other.page, 'Bản mới viết dở');
  await stateSays(other.page, 'Bản nháp, chưa lưu thành tệp');
  await toStartPage(other.page);
  await openListed(other.page, 'Bản sửa dở');
  await clashBar(other.page).getByRole('button', { name: 'Giữ bản đang sửa' }).click();
  expect(onDisk()).toBe(planAbout('Bản của máy khác'));
  await save(other.page);
  await stateSays(other.page, 'Đã lưu');
  expect(onDisk()).toBe(planAbout('Bản sửa dở'));
  // Saved: no draft any more, but the file.
  await toStartPage(other.page);
  await listed(other.page, 'Bản mới viết dở').waitFor();
  expect(await listed(other.page, 'Bản sửa dở').filter({ hasText: 'ke-hoach.yaml' }).count()).toBe(1);
  expect(await listed(other.page, 'Bản sửa dở').filter({ hasText: 'chưa lưu' }).count()).toBe(0);
  expectNoFaults(other);
  await other.context.close();
  await second.end();
});

test('a run at the first port offers what was typed last; taken off the list it stays away', async () => {
  await new Promise((resolve) => taken.close(resolve));
  second = await startPreview(folder, [], home);
  expect(portOf(second)).toBe(portOf(first));
  const again = await open.context.newPage();
  await openStudio(again, second.address);
  await openListed(again, 'Bản mới viết dở thêm');
  await typeKept(again, 'Bản mới viết xong');
  await toStartPage(again);
  expect(await listed(again, 'Bản mới viết').count()).toBe(1);
  const gone = again.waitForResponse((answer) => answer.request().postData() === 'null');
  await again.getByRole('button', { name: 'Bỏ khỏi danh sách: Bản mới viết xong' }).click();
  await gone;
  await listed(again, 'Bản mới viết xong').waitFor({ state: 'detached' });
  await openStudio(again, second.address);
  await listed(again, 'Bản sửa dở').waitFor();
  expect(await listed(again, 'Bản mới viết').count()).toBe(0);
});

test('another folder is not offered drafts of this one', async () => {
  const page = await open.context.newPage();
  await openStudio(page, second.address);
  await newPaper(page, 'Kế hoạch');
  await typeKept(page, 'Bản của thư mục đầu');
  await second.end();
  const elsewhere = makeFolder({ 'ke-hoach.yaml': planAbout('Bản nơi khác') });
  second = await startPreview(elsewhere, [], home);
  await openStudio(page, second.address);
  await listed(page, 'Bản nơi khác').waitFor();
  expect(await listed(page, 'Bản của thư mục đầu').count()).toBe(0);
  removeFolder(elsewhere);
});
