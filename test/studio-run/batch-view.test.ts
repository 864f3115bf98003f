import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unzip } from '../archive/unzip.js';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import { chooseFiles, dropFiles, openView, tableTexts } from './file-views.js';
import { makeFolder, offlineAddress, type Preview, removeFolder, startPreview, thethuc } from './program.js';
import { expectSamePaper } from './same-paper.js';
import { openSample, openStudio, putBy, type TakenFile, takenBy } from './studio-page.js';
import { FAULTS, FAULTY_ROWS, FIFTY_FORM, fiftyUnits, sampleText, tableOf, textFile } from './unit-tables.js';

const VIEW = 'Tạo cho nhiều đơn vị';
const FORM = 'Biểu mẫu chung';
const TABLE = 'Bảng đơn vị (XLSX hoặc CSV)';
const form = textFile('ke-hoach.yaml', FIFTY_FORM);

let browser: Browser;
let preview: Preview;
let folder: string;
/** What the command makes of the same form and table, by its paths. */
let made: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  folder = makeFolder({ 'don-vi.yaml': sampleText('don-vi.yaml') });
  [browser, preview, made] = await Promise.all([startBrowser(), startPreview(folder), madeByCommand()]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});

/** `thethuc batch` over the fifty units. */
async function madeByCommand(): Promise<ReadonlyMap<string, Uint8Array>> {
  const table = fiftyUnits('xlsx');
  const place = makeFolder({ [form.name]: form.bytes, [table.name]: table.bytes });
  const argv = ['batch', form.name, '--table', table.name, '-o', 'out', '--fonts', 'bundled'];
  const { code, stderr } = await thethuc(argv, place);
  expect(code, stderr).toBe(1);
  const names = readdirSync(join(place, 'out')).filter((name) => /\.(docx|pdf)$/.test(name));
  const files = names.map((name) => [name, new Uint8Array(readFileSync(join(place, 'out', name)))] as const);
  removeFolder(place);
  return new Map(files);
}

type Place = 'server' | 'offline';
const addressOf = (place: Place): string => (place === 'server' ? preview.address : offlineAddress());

async function openBatch(place: Place): Promise<OpenPage> {
  const open = await openPage(browser, { offline: place === 'offline' });
  await openStudio(open.page, addressOf(place));
  await openView(open.page, VIEW);
  return open;
}

const units = (page: Page): Locator => page.getByRole('region', { name: 'Các đơn vị trong bảng' });
const bar = (page: Page): Locator => page.getByRole('progressbar', { name: 'Số đơn vị đã tạo' });
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** The three wrong rows, each with what is wrong at its cell. */
async function expectFaults(page: Page): Promise<void> {
  await page.getByText('50 đơn vị: 47 tạo được, 3 còn sai phải sửa.').waitFor();
  const rows = (await tableTexts(units(page))).slice(1);
  expect(rows.map(([row]) => Number(row))).toEqual(FAULTY_ROWS);
  const [day, share, missing] = rows.map(([, , state]) => state);
  expect(day).toMatch(new RegExp(`Ô ${FAULTS.day.cell}: .*ngày 31, nhưng tháng 2 năm 2025 chỉ có 28 ngày`));
  expect(share).toMatch(new RegExp(`Ô ${FAULTS.share.cell}: .*ghi 250, nhiều hơn mức .*70 % của 260 = 182`));
  expect(missing).toMatch(new RegExp(`Ô ${FAULTS.missing.cell}: Thiếu "Trích yếu"`));
  for (const [, , state] of rows) expect(state).toMatch(/^Sai, chưa tạo được/);
}

/** Presses "Dừng" as soon as it is there: however fast the machine is, not all units are made by then. */
const stopAtOnce = (page: Page): Promise<unknown> =>
  page.evaluate(`new MutationObserver((_, observer) => {
    const stop = [...document.querySelectorAll('button')].find((button) => button.textContent === 'Dừng');
    if (stop === undefined) return;
    observer.disconnect();
    stop.click();
  }).observe(document.body, { childList: true, subtree: true })`);

/** Notes down every value that the bar shows. */
const watchBar = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    globalThis.seenValues = [];
    new MutationObserver(() => {
      const bar = document.querySelector('progress');
      if (bar !== null && seenValues.at(-1) !== bar.value) seenValues.push(bar.value);
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  })()`);

async function takeArchive(
  page: Page,
): Promise<{ readonly name: string; readonly files: readonly TakenFile[] }> {
  const [taken] = await takenBy(page, () => button(page, /^Tải về \(\d+ tệp, nén ZIP\)$/).click());
  const files = [...unzip(taken!.bytes)].map(([name, bytes]) => ({ name, bytes }));
  return { name: taken!.name, files };
}

describe('fifty units, three of them wrong', () => {
  test('are looked through, made with a stop in between, and taken away as the command makes them', async () => {
    const open = await openBatch('server');
    const { page } = open;
    await chooseFiles(page, FORM, [form]);
    await page.getByText('(ke-hoach.yaml)').waitFor();
    await dropFiles(page.locator('.file-drop'), [fiftyUnits('xlsx')]);
    await expectFaults(page);
    await button(page, 'Tất cả 50 đơn vị').click();
    expect(await tableTexts(units(page))).toHaveLength(51);
    await stopAtOnce(page);
    await watchBar(page);
    await button(page, 'Tạo cho 47 đơn vị').click();
    await button(page, 'Làm tiếp').waitFor();
    const stopped = Number(await bar(page).getAttribute('value'));
    expect(stopped).toBeGreaterThan(0);
    expect(stopped).toBeLessThan(47);
    await page.getByText(`${stopped}/47 đơn vị, đang dừng`).waitFor();
    expect((await takeArchive(page)).files).toHaveLength(2 * stopped);
    await button(page, 'Làm tiếp').click();
    await page.getByText('47/47 đơn vị, xong').waitFor();
    expect([await bar(page).getAttribute('value'), await bar(page).getAttribute('max')]).toEqual([
      '47',
      '47',
    ]);
    const values = (await page.evaluate('seenValues')) as readonly number[];
    expect(values).toEqual([...values].sort((one, other) => one - other));
    expect(values.length).toBeGreaterThan(3);
    await page.getByText('Chưa tạo cho 3 đơn vị còn sai (dòng 8, 21, 34)').waitFor();
    const { name, files } = await takeArchive(page);
    expect(name).toBe('units.zip');
    expect(files.map((file) => file.name).sort()).toEqual([...made.keys()].sort());
    expect(files).toHaveLength(94);
    for (const file of files.filter((one) => /^0(01|50)-/.test(one.name)))
      await expectSamePaper(file, made.get(file.name)!);
    expectNoFaults(open);
  });

  test('of a CSV, in the offline file, only as PDF; dropped anywhere on the view', async () => {
    const open = await openBatch('offline');
    const { page } = open;
    await dropFiles(page.getByRole('heading', { level: 1 }), [fiftyUnits('csv'), form]);
    await expectFaults(page);
    await page.getByLabel('Tệp Word').uncheck();
    await button(page, 'Tạo cho 47 đơn vị').click();
    await page.getByText('47/47 đơn vị, xong').waitFor();
    const { files } = await takeArchive(page);
    const pdfs = [...made.keys()].filter((name) => name.endsWith('.pdf'));
    expect(files.map(({ name }) => name).sort()).toEqual(pdfs.sort());
    for (const file of files.filter((one) => /^0(02|49)-/.test(one.name)))
      await expectSamePaper(file, made.get(file.name)!);
    expectNoFaults(open);
  });
});

describe('what cannot be made is told in words, and nothing is offered to be made:', () => {
  /** What is to be looked at of no row. */
  const listed = (page: Page): Locator => page.locator('.steps .problem-list');
  const nothing = async (page: Page): Promise<void> =>
    expect(await button(page, /^Tạo cho \d+ đơn vị$/).count()).toBe(0);

  test('heads that the form does not know, and one that is there twice', async () => {
    const open = await openBatch('offline');
    const { page } = open;
    await chooseFiles(page, FORM, [form]);
    const heads = ['Cơ quan ban hành', 'Màu sắc', 'Trích yếu', 'Trích yếu'];
    await chooseFiles(page, TABLE, [tableOf('sai-ten-cot.csv', [heads, ['A', 'xanh', 'b', 'c']])]);
    await page.getByText('Chưa đọc được đơn vị nào trong bảng.').waitFor();
    const words = await listed(page).innerText();
    expect(words).toContain('Biểu mẫu không có ô nào tên là "Màu sắc"');
    expect(words).toContain('sai-ten-cot.csv:1:2');
    expect(words).toMatch(/Cột "Trích yếu" và cột "Trích yếu" cùng ghi vào ô "Trích yếu"/);
    await nothing(page);
    // A right table in its place is looked at anew.
    await chooseFiles(page, TABLE, [fiftyUnits('xlsx')]);
    await expectFaults(page);
    expectNoFaults(open);
  });

  test('a form with errors: one of every unit, and one that is no form any more', async () => {
    const open = await openBatch('server');
    const { page } = open;
    await chooseFiles(page, FORM, [textFile('sai.yaml', `${FIFTY_FORM}Màu sắc: xanh\n`)]);
    await chooseFiles(page, TABLE, [fiftyUnits('csv')]);
    await page.getByText('50 đơn vị, chưa tạo được đơn vị nào').waitFor();
    expect(await listed(page).innerText()).toMatch(/"Màu sắc".* \(ở mọi đơn vị\)/);
    await nothing(page);
    await chooseFiles(page, FORM, [textFile('hong.yaml', 'Loại văn bản: "Kế hoạch\nTrích yếu: [')]);
    await page.getByText('Chưa đọc được đơn vị nào trong bảng.').waitFor();
    expect(await listed(page).locator('.problem').count()).toBeGreaterThan(0);
    await nothing(page);
    expectNoFaults(open);
  });

  test('a file that is no table, and one that is no form', async () => {
    const open = await openBatch('offline');
    const { page } = open;
    await chooseFiles(page, FORM, [{ name: 'anh.jpg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0) }]);
    await page.locator('.notice.wrong').filter({ hasText: 'anh.jpg' }).waitFor();
    await chooseFiles(page, FORM, [form]);
    await chooseFiles(page, TABLE, [{ name: 'hong.xlsx', bytes: Uint8Array.of(1, 2, 3, 4) }]);
    await page.getByText('Chưa đọc được đơn vị nào trong bảng.').waitFor();
    expect(await listed(page).locator('.problem').count()).toBe(1);
    await nothing(page);
    expectNoFaults(open);
  });
});

test('a blank table is that of the command, and its example makes a unit', async () => {
  const open = await openPage(browser);
  const { page } = open;
  await openStudio(page, preview.address);
  await openSample(page, 'Kế hoạch tổ chức hội nghị');
  // From an open paper: that is the form.
  await button(page, 'Xuất văn bản').click();
  await page.getByRole('menuitem', { name: VIEW }).click();
  const wanted = makeFolder();
  for (const [label, name] of [
    ['Lấy bảng trống (Excel)', 'don-vi.xlsx'],
    ['bảng trống (CSV)', 'don-vi.csv'],
  ] as const) {
    const [table] = await putBy(page, folder, () => button(page, label).click());
    expect(table!.name).toBe(name);
    expect((await thethuc(['table', 'conference-plan', '-o', name], wanted)).code).toBe(0);
    const bytes = new Uint8Array(readFileSync(join(wanted, name)));
    if (name.endsWith('.csv')) expect(Buffer.compare(table!.bytes, bytes)).toBe(0);
    else expect([...unzip(table!.bytes)]).toEqual([...unzip(bytes)]);
    await button(page, 'Đóng thông báo').click();
    await chooseFiles(page, TABLE, [table!]);
    await page.getByText(`Đang dùng ${name}`).waitFor();
    await page.getByText('1 đơn vị, tạo được tất cả.').waitFor();
  }
  removeFolder(wanted);
  expectNoFaults(open);
});

/** A plan whose letterhead and signer come from a register beside it, and two units of that register. */
const REGISTERED = textFile(
  'theo-so.yaml',
  FIFTY_FORM.replace(/^(Cơ quan (chủ quản|ban hành)|Địa danh):.*\n/gm, '').replace(
    /^Loại văn bản:.*\n/m,
    '$&Sổ đơn vị: don-vi.yaml\nTrích yếu: Tổ chức Hội nghị\n',
  ),
);
const TWO = tableOf('hai-don-vi.xlsx', [['Đơn vị'], ['cd-xa-song-dao'], ['ldld-hoa-giang']]);

describe('files that the form names', () => {
  test('are found in the folder that the server opened', async () => {
    const open = await openBatch('server');
    const { page } = open;
    await chooseFiles(page, FORM, [REGISTERED]);
    await chooseFiles(page, TABLE, [TWO]);
    await page.getByText('2 đơn vị, tạo được tất cả.').waitFor();
    expect((await tableTexts(units(page)))[1]![1]).toMatch(/^Công đoàn xã Sông Đào/);
    expectNoFaults(open);
  });

  test('are asked for where no folder is, and then used', async () => {
    const open = await openBatch('offline');
    const { page } = open;
    await chooseFiles(page, FORM, [REGISTERED]);
    await chooseFiles(page, TABLE, [TWO]);
    await page.getByText('Cần thêm tệp: don-vi.yaml').waitFor();
    await chooseFiles(page, 'Tệp kèm theo', [textFile('don-vi.yaml', sampleText('don-vi.yaml'))]);
    await page.getByText('2 đơn vị, tạo được tất cả.').waitFor();
    expect(await page.getByText('Cần thêm tệp').count()).toBe(0);
    expectNoFaults(open);
  });
});
