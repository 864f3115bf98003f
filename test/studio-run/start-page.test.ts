import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectNoFaults, LAPTOP, type OpenPage, openPage, PHONE } from './browser.js';
import { dropPath } from './file-views.js';
import {
  fieldAt,
  listed,
  openListed,
  planAbout,
  printed,
  stateSays,
  toStartPage,
  undo,
} from './folder-page.js';
import { makeFolder, offlineAddress, removeFolder } from './program.js';
import { startedStudio } from './started-studio.js';
import { newPaper, openSample, openStudio } from './studio-page.js';

const studio = startedStudio({ 'ke-hoach.yaml': planAbout('Bản trong thư mục') });

/** What is dropped from the machine. */
let around: string;
beforeAll(() => {
  around = makeFolder();
});
afterAll(() => removeFolder(around));

let open: OpenPage;
let page: Page;
const title = (): Locator => page.getByRole('heading', { name: 'Soạn văn bản mới' });
const subject = (): Locator => fieldAt(page, 'trich_yeu');
const drafts = (): Locator => page.getByRole('button', { name: /^Bỏ khỏi danh sách: / });
const remove = (words: string): Promise<void> =>
  page.getByRole('button', { name: `Bỏ khỏi danh sách: ${words}` }).click();
const notice = (): Locator => page.locator('.notice');
const question = (): Locator => page.getByRole('dialog');

/** Back at the start, when the list was read: what is kept comes before it. */
async function toList(): Promise<void> {
  await toStartPage(page);
  await page.locator('.start-recent[aria-busy="false"]').waitFor();
}

/** A folder of the machine with these files. */
function folderOf(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(around, name);
  mkdirSync(folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

/** A browser of its own for a group of tests, each of which begins at the start page. */
function beginAt(address: () => string, isOffline: boolean): void {
  beforeAll(async () => {
    open = await openPage(studio().browser, { offline: isOffline });
    page = open.page;
    return async () => {
      expectNoFaults(open);
      await open.context.close();
      rmSync(around, { recursive: true });
      mkdirSync(around);
    };
  });
  beforeEach(() => openStudio(page, address()));
}

const PLACES = [
  ['with the server', () => studio().preview.address, false],
  ['in the one file', offlineAddress, true],
] as const;

describe.each(PLACES)('%s', (_, address, isOffline) => {
  beginAt(address, isOffline);

  test('what was only looked at is no draft; typed words are one, and taken back they are none', async () => {
    await newPaper(page, 'Kế hoạch');
    await toList();
    expect(await drafts().count()).toBe(0);
    await openSample(page, 'Bảng đăng ký');
    await toList();
    expect(await drafts().count()).toBe(0);
    await newPaper(page, 'Kế hoạch');
    await subject().fill('Gặp mặt');
    await toList();
    await listed(page, 'Gặp mặt').filter({ hasText: 'bản nháp · hôm nay' }).waitFor();
    await page.getByRole('button', { name: 'Trở lại văn bản đang soạn' }).click();
    await undo(page);
    await expect.poll(() => subject().inputValue()).toBe('');
    await toList();
    expect(await drafts().count()).toBe(0);
  });

  test('a draft taken off the list is gone, and "Hoàn tác" brings it back', async () => {
    await newPaper(page, 'Kế hoạch');
    await subject().fill('Bỏ rồi lấy lại');
    await toList();
    await remove('Bỏ rồi lấy lại');
    await listed(page, 'Bỏ rồi lấy lại').waitFor({ state: 'detached' });
    expect(await notice().innerText()).toContain('Đã bỏ bản nháp "Bỏ rồi lấy lại".');
    // It is not open any more either, or it would be kept anew.
    expect(await page.getByRole('button', { name: 'Trở lại văn bản đang soạn' }).count()).toBe(0);
    await undo(page);
    await openListed(page, 'Bỏ rồi lấy lại');
    await printed(page, 'Bỏ rồi lấy lại');
    await toList();
    await remove('Bỏ rồi lấy lại');
    await listed(page, 'Bỏ rồi lấy lại').waitFor({ state: 'detached' });
    // The offer goes with the place where it was made.
    await newPaper(page, 'Kế hoạch');
    expect(await notice().count()).toBe(0);
    await openStudio(page, address());
    await page.locator('.start-recent[aria-busy="false"]').waitFor();
    expect(await listed(page, 'Bỏ rồi lấy lại').count()).toBe(0);
  });

  test('of a folder with one form that form is opened, which is no draft by that', async () => {
    const folder = folderOf('Hội nghị', {
      'kế hoạch.yaml': planAbout('Trong thư mục thả vào'),
      '~$kế hoạch.docx': 'x',
      'ghi chú.txt': 'x',
      'kế hoạch.pdf': 'x',
    });
    await dropPath(title(), folder);
    await printed(page, 'Trong thư mục thả vào');
    await toList();
    expect(await listed(page, 'Trong thư mục thả vào').count()).toBe(0);
  });
});

describe('whatever keeps the papers', () => {
  beginAt(() => studio().preview.address, false);

  test('of a folder with several forms the user says which', async () => {
    const folder = folderOf('Nhiều biểu mẫu', {
      'a.yaml': planAbout('Biểu mẫu thứ nhất'),
      'b.yaml': planAbout('Biểu mẫu thứ hai'),
    });
    await dropPath(title(), folder);
    await question().getByRole('button', { name: 'Thôi' }).click();
    await dropPath(title(), folder);
    await question().getByRole('button', { name: 'Nhiều biểu mẫu/b.yaml' }).click();
    await printed(page, 'Biểu mẫu thứ hai');
  });

  test('of a folder with nothing to open, with too much, or unread, what to do is said', async () => {
    const names = Array.from({ length: 9 }, (_one, at) => `${at}.docx`);
    for (const [folder, words] of [
      [folderOf('Trống', {}), /không có tệp nào mở được.*tệp biểu mẫu/],
      [folderOf('Ảnh', { 'a.jpg': 'x' }), /không có tệp nào mở được.*tệp biểu mẫu/],
      [
        folderOf('Đã nộp', Object.fromEntries(names.map((name) => [name, 'x']))),
        /Vừa thả 9 tệp.*thả riêng tệp cần mở.*"Tổng hợp bản đã nộp"/s,
      ],
    ] as const) {
      await dropPath(title(), folder);
      expect(await question().innerText()).toMatch(words);
      await question().getByRole('button', { name: 'Đã hiểu' }).click();
    }
    await dropPath(title(), join(around, 'không còn.yaml'));
    await notice().filter({ hasText: 'không đọc được những gì vừa thả' }).waitFor();
    expect(await notice().innerText()).toMatch(/Thả riêng tệp cần mở.*giải nén/);
  });

  test('a file let go over a question is not shown by the browser in place of the page', async () => {
    await dropPath(title(), folderOf('Không có gì', {}));
    await question().waitFor();
    const wouldLeave = await page.evaluate(`['dragover', 'drop'].filter((type) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'a.pdf'));
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
      return document.querySelector('dialog[open]').dispatchEvent(event);
    })`);
    expect(wouldLeave).toEqual([]);
    await question().getByRole('button', { name: 'Đã hiểu' }).click();
  });

  test('another paper dropped while one types: the last words are kept', async () => {
    const file = join(folderOf('Chen ngang', { 'a.yaml': planAbout('Chen ngang') }), 'a.yaml');
    await newPaper(page, 'Kế hoạch');
    await subject().fill('Gõ dở thì có tệp khác');
    await dropPath(page.locator('.top-bar'), file);
    await printed(page, 'Chen ngang');
    await toList();
    await openListed(page, 'Gõ dở thì có tệp khác');
    await toList();
    await remove('Gõ dở thì có tệp khác');
    await listed(page, 'Gõ dở thì có tệp khác').waitFor({ state: 'detached' });
  });

  test('what can be gone on with stands beside the kinds, on a narrow screen above them; by keyboard first', async () => {
    const topOf = (place: Locator): Promise<number> => place.boundingBox().then((box) => box!.y);
    const recent = page.getByRole('heading', { name: 'Làm tiếp' });
    expect(await topOf(recent)).toBe(await topOf(title()));
    await page.setViewportSize(PHONE);
    expect(await topOf(recent)).toBeLessThan(await topOf(title()));
    await page.setViewportSize(LAPTOP);
    const order = await page.locator('h2').allInnerTexts();
    expect(order).toEqual(['Làm tiếp', 'Soạn văn bản mới', 'Nhiều đơn vị']);
  });

  test('who has typed nothing of his office yet is told of it, and then no more', async () => {
    await page.locator('.first-step').getByRole('button').click();
    const name = page.getByLabel('Cơ quan ban hành', { exact: true });
    await name.fill('Công đoàn xã Sông Đào');
    await page.getByRole('button', { name: 'Trang đầu' }).click();
    await title().waitFor();
    expect(await page.locator('.first-step').count()).toBe(0);
    await page.getByRole('button', { name: 'Cơ quan của tôi' }).click();
    await name.fill('');
    await page.getByRole('button', { name: 'Trang đầu' }).click();
    await page.locator('.first-step').waitFor();
  });
});

test('a form of the folder that is only opened is no draft; changed it is one, in its place', async () => {
  const started = await openPage(studio().browser);
  [open, page] = [started, started.page];
  await openStudio(page, studio().preview.address);
  await openListed(page, 'Bản trong thư mục');
  await stateSays(page, 'Đã lưu');
  await toList();
  expect(await drafts().count()).toBe(0);
  await openListed(page, 'Bản trong thư mục');
  await subject().fill('Bản sửa');
  await toList();
  await listed(page, 'Bản sửa').filter({ hasText: 'sửa chưa lưu' }).waitFor();
  expect(await listed(page, 'ke-hoach.yaml').count()).toBe(1);
  // What was changed goes, the file stays.
  await remove('Bản sửa');
  await listed(page, 'Bản trong thư mục').waitFor();
  expect(await drafts().count()).toBe(0);
  expectNoFaults(started);
  await started.context.close();
});
