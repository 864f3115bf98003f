import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import {
  clashBar,
  fieldAt,
  noticeSays,
  openListed,
  otherFaults,
  planAbout,
  printed,
  save,
  stateSays,
  toStartPage,
  undo,
} from './folder-page.js';
import { makeFolder, type Preview, removeFolder, startPreview } from './program.js';
import { openStudio } from './studio-page.js';

let browser: Browser;
let preview: Preview;
let folder: string;
let home: string;
let open: OpenPage;
let page: Page;
const NAME = 'ke-hoach.yaml';
const write = (text: string): void => writeFileSync(join(folder, NAME), text);
const onDisk = (): string => readFileSync(join(folder, NAME), 'utf8');
const subject = (): Promise<string> => fieldAt(page, 'trich_yeu').inputValue();

beforeAll(async () => {
  folder = makeFolder({ [NAME]: planAbout('Bản đầu') });
  home = makeFolder();
  [browser, preview] = await Promise.all([startBrowser(), startPreview(folder, [], home)]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  for (const one of [folder, home]) removeFolder(one);
});
beforeEach(async () => {
  write(planAbout('Bản đầu'));
  // What the test before typed and did not save is offered instead of the file.
  removeFolder(join(home, 'config', 'thethuc', 'nhap'));
  open = await openPage(browser);
  page = open.page;
  await openStudio(page, preview.address);
  await openListed(page, 'Bản đầu');
  await stateSays(page, 'Đã lưu');
});
afterEach(() => open.context.close());

/** What the user types into the subject, not saved. */
async function type(words: string): Promise<void> {
  await fieldAt(page, 'trich_yeu').fill(words);
  await printed(page, words);
  await stateSays(page, 'Có thay đổi chưa lưu');
}

const isOfFile = (request: Request, method: 'GET' | 'PUT'): boolean =>
  request.method() === method && request.url().includes('/api/file?');
const isSave = (request: Request): boolean => isOfFile(request, 'PUT');

describe('nothing is typed', () => {
  test('the page shows what another hand saved, and undo what was before', async () => {
    write(planAbout('Bản của máy khác'));
    await printed(page, 'Bản của máy khác');
    await noticeSays(page, `Tệp ${NAME} vừa được sửa ở nơi khác`);
    await stateSays(page, 'Đã lưu');
    await undo(page);
    await printed(page, 'Bản đầu');
    await stateSays(page, 'Có thay đổi chưa lưu');
    expectNoFaults(open);
  });

  test('also where the other editor ends its lines as Windows does', async () => {
    write(planAbout('Bản từ Notepad').replaceAll('\n', '\r\n'));
    await printed(page, 'Bản từ Notepad');
    await stateSays(page, 'Đã lưu');
    // Opened as it lies there, it is no other one either.
    await toStartPage(page);
    await openListed(page, 'Bản từ Notepad');
    await stateSays(page, 'Đã lưu');
    // Nothing was typed since, so the next one is followed too.
    write(planAbout('Bản sau nữa').replaceAll('\n', '\r\n'));
    await printed(page, 'Bản sau nữa');
    expect(await clashBar(page).count()).toBe(0);
    // What is typed here then is saved with those line ends, and is no change by another hand.
    await type('Bản gõ ở đây');
    await save(page);
    await stateSays(page, 'Đã lưu');
    expect(onDisk()).toBe(planAbout('Bản gõ ở đây').replaceAll('\n', '\r\n'));
    expect(await clashBar(page).count()).toBe(0);
    expectNoFaults(open);
  });

  test('also where it was typed and undone before', async () => {
    await type('Gõ thử');
    await undo(page);
    await stateSays(page, 'Đã lưu');
    write(planAbout('Bản sau khi hoàn tác'));
    await printed(page, 'Bản sau khi hoàn tác');
    expectNoFaults(open);
  });
});

describe('something typed is not saved', () => {
  beforeEach(async () => {
    await type('Bản đang gõ');
    write(planAbout('Bản của máy khác'));
    await clashBar(page).waitFor();
    expect(await subject()).toBe('Bản đang gõ');
  });

  test('the page asks; mine is kept, the other one is an undo away, and saving writes mine', async () => {
    await clashBar(page).getByRole('button', { name: 'Giữ bản đang sửa' }).click();
    await clashBar(page).waitFor({ state: 'detached' });
    expect(await subject()).toBe('Bản đang gõ');
    await undo(page);
    await printed(page, 'Bản của máy khác');
    await stateSays(page, 'Đã lưu');
    await page.getByRole('button', { name: 'Làm lại' }).click();
    await printed(page, 'Bản đang gõ');
    await save(page);
    await stateSays(page, 'Đã lưu');
    expect(onDisk()).toBe(planAbout('Bản đang gõ'));
    expectNoFaults(open);
  });

  test('the page asks; the other one is taken, and mine is an undo away', async () => {
    await clashBar(page).getByRole('button', { name: 'Lấy bản trên máy' }).click();
    await printed(page, 'Bản của máy khác');
    await stateSays(page, 'Đã lưu');
    await undo(page);
    await printed(page, 'Bản đang gõ');
    await stateSays(page, 'Có thay đổi chưa lưu');
    expectNoFaults(open);
  });

  test('saving instead of answering writes nothing, and the question stays', async () => {
    let saves = 0;
    page.on('request', (request) => {
      if (isSave(request)) saves += 1;
    });
    const refused = page.waitForResponse((answer) => answer.status() === 412);
    const looked = page.waitForResponse((answer) => isOfFile(answer.request(), 'GET'));
    await save(page);
    await Promise.all([refused, looked]);
    await clashBar(page).waitFor();
    expect(onDisk()).toBe(planAbout('Bản của máy khác'));
    // Nor is it written later.
    await clashBar(page).getByRole('button', { name: 'Lấy bản trên máy' }).click();
    await printed(page, 'Bản của máy khác');
    await stateSays(page, 'Đã lưu');
    expect(onDisk()).toBe(planAbout('Bản của máy khác'));
    expect(saves).toBe(1);
    expect(otherFaults(open.faults, 412)).toEqual([]);
  });

  test('the question is about the latest, and goes when the file is again what was opened', async () => {
    write(planAbout('Bản thứ ba'));
    await page.waitForResponse((answer) => answer.url().includes('/api/file'));
    write(planAbout('Bản đầu'));
    await clashBar(page).waitFor({ state: 'detached' });
    expect(await subject()).toBe('Bản đang gõ');
    await save(page);
    await stateSays(page, 'Đã lưu');
    expect(onDisk()).toBe(planAbout('Bản đang gõ'));
    expectNoFaults(open);
  });
});

describe('the file is deleted', () => {
  test('the page says so, keeps the text, and saving writes it again under its name', async () => {
    rmSync(join(folder, NAME));
    await noticeSays(page, `Tệp ${NAME} đã bị xóa hoặc đổi tên`);
    await stateSays(page, 'Tệp không còn trong thư mục, chưa lưu lại');
    expect(await subject()).toBe('Bản đầu');
    await save(page);
    await stateSays(page, 'Đã lưu');
    expect(onDisk()).toBe(planAbout('Bản đầu'));
    expect(readdirSync(folder)).toEqual([NAME]);
    expectNoFaults(open);
  });

  test('and put back: it is followed again', async () => {
    renameSync(join(folder, NAME), join(folder, 'cho-khac.tmp'));
    await stateSays(page, 'Tệp không còn trong thư mục');
    renameSync(join(folder, 'cho-khac.tmp'), join(folder, NAME));
    await stateSays(page, 'Đã lưu');
    write(planAbout('Bản đặt lại'));
    await printed(page, 'Bản đặt lại');
    expectNoFaults(open);
  });

  test('and another made under its name, while something is typed: the page asks', async () => {
    await type('Bản đang gõ');
    rmSync(join(folder, NAME));
    await stateSays(page, 'Tệp không còn trong thư mục');
    write(planAbout('Bản khác cùng tên'));
    await clashBar(page).waitFor();
    await clashBar(page).getByRole('button', { name: 'Giữ bản đang sửa' }).click();
    await undo(page);
    await printed(page, 'Bản khác cùng tên');
    expectNoFaults(open);
  });
});

describe('the page saves at the same moment', () => {
  /** Saves, and does something while the request, or its answer, is on its way. */
  async function saveHeld(held: 'request' | 'answer', meanwhile: () => Promise<void>): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      void page.route('**/api/file?**', async (route) => {
        if (!isSave(route.request())) return route.continue();
        try {
          const answer = held === 'answer' ? await route.fetch() : undefined;
          await meanwhile();
          await (answer === undefined ? route.continue() : route.fulfill({ response: answer }));
          resolve();
        } catch (cause) {
          reject(cause);
        }
      });
    });
    await save(page);
    await done;
    await page.unroute('**/api/file?**');
  }

  test('another hand was a moment earlier: nothing is written over, the page asks', async () => {
    await type('Bản của trang');
    await saveHeld('request', async () => write(planAbout('Bản của máy khác')));
    await clashBar(page).waitFor();
    expect(onDisk()).toBe(planAbout('Bản của máy khác'));
    await clashBar(page).getByRole('button', { name: 'Giữ bản đang sửa' }).click();
    await save(page);
    await stateSays(page, 'Đã lưu');
    expect(onDisk()).toBe(planAbout('Bản của trang'));
    await undo(page);
    await printed(page, 'Bản của máy khác');
    expect(otherFaults(open.faults, 412)).toEqual([]);
  });

  test('another hand was a moment later: the page asks, and neither is lost', async () => {
    await type('Bản của trang');
    // What the page notes of a save may take longer than the user, who decides meanwhile.
    let note = (): void => {};
    const isDecided = new Promise<void>((resolve) => {
      note = resolve;
    });
    await page.route('**/api/memory/recent', (route) => isDecided.then(() => route.continue()));
    await saveHeld('answer', async () => {
      expect(onDisk()).toBe(planAbout('Bản của trang'));
      write(planAbout('Bản của máy khác'));
      await clashBar(page).waitFor();
    });
    await clashBar(page).getByRole('button', { name: 'Lấy bản trên máy' }).click();
    await printed(page, 'Bản của máy khác');
    note();
    await noticeSays(page, `Đã lưu ${NAME}`);
    await stateSays(page, 'Đã lưu');
    await undo(page);
    await printed(page, 'Bản của trang');
    expect(onDisk()).toBe(planAbout('Bản của máy khác'));
    expectNoFaults(open);
  });

  test('a reader never sees half a file', async () => {
    // Long enough that writing it takes more than a moment.
    const notes = '# Ghi chú của văn thư, không in ra.\n'.repeat(1500);
    const subjects = ['Bản có ghi chú', 'Bản thứ nhất', 'Bản thứ hai', 'Bản thứ ba', 'Bản thứ tư'];
    const whole = new Set(subjects.map((words) => planAbout(words) + notes));
    write(planAbout('Bản có ghi chú') + notes);
    await printed(page, 'Bản có ghi chú');
    const seen = new Set([onDisk()]);
    for (const words of subjects.slice(1)) {
      await type(words);
      let isDone = false;
      const saved = page
        .waitForResponse((answer) => isSave(answer.request()))
        .then(() => {
          isDone = true;
        });
      await save(page);
      while (!isDone) {
        seen.add(onDisk());
        await setImmediate();
      }
      await saved;
      seen.add(onDisk());
    }
    expect([...seen].filter((text) => !whole.has(text))).toEqual([]);
    expect(seen.size).toBe(subjects.length);
    expect(readdirSync(folder)).toEqual([NAME]);
    expectNoFaults(open);
  });
});
