import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unzip } from '../archive/unzip.js';
import { expectNoFaults, openPage, startBrowser } from './browser.js';
import { chooseFiles, dropFiles, dropPath, openView, tableTexts } from './file-views.js';
import { filledPdf, foreignDocx, twentyForms } from './filled-forms.js';
import { makeFolder, offlineAddress, type Preview, removeFolder, startPreview, thethuc } from './program.js';
import { openStudio, putBy, type TakenFile, takenBy } from './studio-page.js';

const VIEW = 'Tổng hợp bản đã nộp';
const PICKER = 'Các bản đã nộp';

let browser: Browser;
let preview: Preview;
let folder: string;
let forms: readonly TakenFile[];
beforeAll(async () => {
  folder = makeFolder();
  [browser, preview, forms] = await Promise.all([startBrowser(), startPreview(folder), twentyForms()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});

const table = (page: Page): Locator => page.getByRole('region', { name: 'Bảng tổng hợp' });
const rowsSaid = (page: Page, count: number): Promise<void> =>
  page.getByText(`${count} dòng`, { exact: true }).waitFor();
const button = (page: Page, name: string): Locator => page.getByRole('button', { name });

/** `thethuc collect …`, as XLSX and as CSV; some of the files cannot be read. */
async function collectedByCommand(
  files: readonly TakenFile[],
  operands = files.map(({ name }) => name),
): Promise<{ readonly xlsx: Uint8Array; readonly csv: Uint8Array }> {
  const place = makeFolder(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])));
  const made = async (target: string): Promise<Uint8Array> => {
    const { code, stderr } = await thethuc(['collect', ...operands, '-o', target], place);
    // 1 where a file cannot be read.
    expect([0, 1], stderr).toContain(code);
    return new Uint8Array(readFileSync(join(place, target)));
  };
  const both = { xlsx: await made('tong-hop.xlsx'), csv: await made('tong-hop.csv') };
  removeFolder(place);
  return both;
}

test('twenty filled forms and what is none, in several goes, are the table of the command', async () => {
  const open = await openPage(browser);
  const { page } = open;
  await openStudio(page, preview.address);
  await openView(page, VIEW);
  await dropFiles(page.locator('.file-drop'), forms.slice(0, 11));
  await rowsSaid(page, 11);
  const photo = { name: 'anh-chup.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) };
  const foreign = await foreignDocx('van-ban-khac.docx');
  await chooseFiles(page, PICKER, [...forms.slice(11), foreign, photo]);
  await rowsSaid(page, 22);
  // The same file once more is the same file.
  await dropFiles(page.getByRole('heading', { level: 1 }), [forms[0]!]);
  await page.getByText('Đã đọc 22 tệp.').waitFor();
  // Another unit's under the same name is asked about, and lost only by a word.
  const namesake = await filledPdf(forms[0]!.name, 'cdcs-21', { ten: 'Sân bóng' });
  await dropFiles(page.locator('.file-drop'), [namesake]);
  const question = page.getByRole('dialog', { name: 'Đã có tệp cùng tên' });
  expect(await question.innerText()).toContain('dang-ky-01.pdf');
  await question.getByRole('button', { name: 'Giữ cả hai' }).click();
  await rowsSaid(page, 23);

  const all = [...forms, foreign, photo, { ...namesake, name: 'dang-ky-01 2.pdf' }];
  const [head, ...rows] = await tableTexts(table(page));
  expect(rows.map(([name]) => name)).toEqual(all.map(({ name }) => name));
  const column = (name: string): readonly string[] => rows.map((row) => row[head!.indexOf(name)]!);
  expect(column('Tên công trình').slice(0, 5)).toEqual(
    [1, 2, 3, 4].map((n) => `Nhà ăn ca số ${n}`).concat(''),
  );
  expect(column('Kinh phí (đồng)').slice(0, 3)).toEqual(['1500000', '2500000', '3500000']);
  expect(column('Mã đơn vị')[22]).toBe('cdcs-21');
  expect(column('Điểm cần xem')[4]).toContain('Chưa điền "Tên công trình"');
  expect(column('Điểm cần xem')[21]).toContain('ảnh chụp');
  const listed = await page.locator('.problem-list').innerText();
  for (const words of ['Chưa điền "Tên công trình"', 'dang-ky-05.pdf', 'anh-chup.jpg', 'van-ban-khac.docx'])
    expect(listed).toContain(words);

  const wanted = await collectedByCommand(all);
  const [xlsx] = await putBy(page, folder, () => button(page, 'Lấy bảng Excel').click());
  expect(xlsx!.name).toBe('tong-hop.xlsx');
  expect([...unzip(xlsx!.bytes)]).toEqual([...unzip(wanted.xlsx)]);
  await button(page, 'Đóng thông báo').click();
  const [csv] = await putBy(page, folder, () => button(page, 'Lấy bảng CSV').click());
  expect(Buffer.from(csv!.bytes).toString()).toBe(Buffer.from(wanted.csv).toString());

  await button(page, 'Bỏ hết').click();
  expect(await table(page).count()).toBe(0);
  expectNoFaults(open);
});

test('a whole folder dropped on the offline file is that folder collected; a corrected form takes the place of the first', async () => {
  const some = forms.slice(0, 3).map(({ name, bytes }, index) => ({
    name: index === 0 ? `nhan-ve/cum-1/${name}` : `nhan-ve/${name}`,
    bytes,
  }));
  const place = makeFolder({
    // What Word leaves beside an open file, and Windows in a folder of pictures.
    'nhan-ve/~$dang-ky-02.docx': 'x',
    'nhan-ve/Thumbs.db': 'x',
  });
  mkdirSync(join(place, 'nhan-ve', 'cum-1'));
  for (const { name, bytes } of some) writeFileSync(join(place, name), bytes);
  const open = await openPage(browser, { offline: true });
  const { page } = open;
  await openStudio(page, offlineAddress());
  await openView(page, VIEW);
  await dropPath(page.locator('.file-drop'), join(place, 'nhan-ve'));
  await rowsSaid(page, 3);
  expect((await tableTexts(table(page))).slice(1).map(([name]) => name)).toEqual(
    some.map(({ name }) => name),
  );

  const corrected = await filledPdf('nhan-ve/dang-ky-03.pdf', 'cdcs-03', { kq: 'rất nhiều' });
  await dropFiles(page.locator('.file-drop'), [corrected]);
  await button(page, 'Thay bản cũ').click();
  await table(page).getByText('rất nhiều').first().waitFor();
  await rowsSaid(page, 3);
  const wanted = await collectedByCommand([...some.slice(0, 2), corrected]);
  const [csv] = await takenBy(page, () => button(page, 'Lấy bảng CSV').click());
  expect(Buffer.from(csv!.bytes).toString()).toBe(Buffer.from(wanted.csv).toString());
  removeFolder(place);
  expectNoFaults(open);
});
