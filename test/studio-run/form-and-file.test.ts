import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import { fieldAt, openListed, stateSays, toStartPage } from './folder-page.js';
import { formText, showPane } from './form-fields.js';
import { makeFolder, type Preview, removeFolder, startPreview } from './program.js';
import { openStudio, pagesDone } from './studio-page.js';

/** As people write: in an order of their own, with remarks, blank lines, a short form, room that lines things up. */
const planOf = (subject: string): string => `# Của Văn phòng: xin giữ các dòng chú này.
Trích yếu:   ${subject}        # chưa duyệt

Loại văn bản: Kế hoạch
Ngày ban hành: 12/9/2025
# Số lấy ở văn thư.
Số, ký hiệu: 15/KH-CĐVC
Địa danh: "Thành phố A"
Cơ quan ban hành:  Công đoàn Viên chức tỉnh A

Người ký:
    Chức vụ: CHỦ TỊCH
    Họ tên: Nguyễn Văn A       # hoặc Phó Chủ tịch
    Quyền hạn: TM. BAN THƯỜNG VỤ
Nơi nhận: [Các tổ công đoàn, "Lưu: VT"]
Nội dung: |
  Ban Thường vụ xây dựng Kế hoạch như sau:

  # Đây là chữ của văn bản.
  1. Các tổ công đoàn thực hiện.
Giãn dòng: 1,2
`;

const [FROM_FORM, FROM_TEXT, UNDONE] = ['Sửa từ biểu mẫu', 'Sửa từ dạng chữ', 'Sửa rồi hoàn tác'];
const fileOf = (subject: string): string => `${subject}.yaml`;

let browser: Browser;
let preview: Preview;
let folder: string;
let open: OpenPage;
beforeAll(async () => {
  folder = makeFolder(
    Object.fromEntries([FROM_FORM, FROM_TEXT, UNDONE].map((name) => [fileOf(name), planOf(name)])),
  );
  [browser, preview] = await Promise.all([startBrowser(), startPreview(folder)]);
  open = await openPage(browser);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});
beforeEach(() => openStudio(open.page, preview.address));

const onDisk = (subject: string): string => readFileSync(join(folder, fileOf(subject)), 'utf8');

async function openBoth(page: Page, subject: string): Promise<void> {
  await openListed(page, subject);
  await showPane(page, 'Dạng chữ');
  await expect.poll(() => formText(page)).toBe(planOf(subject));
  await stateSays(page, 'Đã lưu');
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await stateSays(page, 'Đã lưu');
}

/** Types over what stands in a field. */
async function typeOver(page: Page, path: string, words: string): Promise<void> {
  await fieldAt(page, path).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

test('what is typed in the form is in the text at once, and in the file nothing else is another', async () => {
  const { page } = open;
  await openBoth(page, FROM_FORM);
  const text = planOf(FROM_FORM);
  const changes: readonly (readonly [string, string, string, string])[] = [
    ['trich_yeu', 'Biểu dương đoàn viên', `Trích yếu:   ${FROM_FORM} `, 'Trích yếu:   Biểu dương đoàn viên '],
    ['ngay_ban_hanh', '20/10/2025', '12/9/2025', '20/10/2025'],
    ['dia_danh', 'Huế', '"Thành phố A"', '"Huế"'],
    ['nguoi_ky.ho_ten', 'Nguyễn Văn B', 'Nguyễn Văn A', 'Nguyễn Văn B'],
  ];
  let wanted = text;
  for (const [path, typed, before, after] of changes) {
    await typeOver(page, path, typed);
    wanted = wanted.replace(before, after);
    await expect.poll(() => formText(page)).toBe(wanted);
  }
  await stateSays(page, 'Có thay đổi chưa lưu');
  expect(onDisk(FROM_FORM)).toBe(text);
  await save(page);
  expect(onDisk(FROM_FORM)).toBe(wanted);

  // A choice and an item of a list that is written in one line.
  await page.locator('[data-path="the_thuc#"] .form-fold').click();
  await page.locator('[data-path="gian_dong"] select').selectOption('1,5');
  wanted = wanted.replace('Giãn dòng: 1,2', 'Giãn dòng: 1,5');
  await expect.poll(() => formText(page)).toBe(wanted);
  await page.getByRole('textbox', { name: /^Nơi nhận.*mục 1$/ }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' trực thuộc');
  // In brackets what is typed gets quotes, since a comma would end it.
  wanted = wanted.replace('[Các tổ công đoàn,', '["Các tổ công đoàn trực thuộc",');
  await expect.poll(() => formText(page)).toBe(wanted);
  await save(page);
  expect(onDisk(FROM_FORM)).toBe(wanted);

  await toStartPage(page);
  await openListed(page, 'Biểu dương đoàn viên');
  await stateSays(page, 'Đã lưu');
  for (const [path, typed] of changes) expect(await fieldAt(page, path).inputValue()).toBe(typed);
  expect(await formText(page)).toBe(wanted);
  expectNoFaults(open);
});

test('what is typed in the text is in its field, and in the file letter for letter', async () => {
  const { page } = open;
  await openBoth(page, FROM_TEXT);
  const line = page.locator('.text-editor .cm-line').filter({ hasText: 'Cơ quan ban hành' });
  await line.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Sơn   # theo sổ');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Cơ quan chủ quản: Liên đoàn Lao động tỉnh A');
  const before = 'Công đoàn Viên chức tỉnh A\n';
  const after = 'Công đoàn Viên chức tỉnh A Sơn   # theo sổ\nCơ quan chủ quản: Liên đoàn Lao động tỉnh A\n';
  const wanted = planOf(FROM_TEXT).replace(before, after);
  await expect.poll(() => formText(page)).toBe(wanted);
  await expect
    .poll(() => fieldAt(page, 'co_quan_ban_hanh').inputValue())
    .toBe('Công đoàn Viên chức tỉnh A Sơn');
  await expect.poll(() => fieldAt(page, 'co_quan_chu_quan').inputValue()).toBe('Liên đoàn Lao động tỉnh A');
  await save(page);
  expect(onDisk(FROM_TEXT)).toBe(wanted);
  expectNoFaults(open);
});

test('undo and redo go back and forth over both', async () => {
  const { page } = open;
  await openBoth(page, UNDONE);
  const first = planOf(UNDONE);
  await typeOver(page, 'dia_danh', 'Lào');
  const second = first.replace('"Thành phố A"', '"Lào"');
  await expect.poll(() => formText(page)).toBe(second);
  await page.locator('.text-editor .cm-line').filter({ hasText: 'Trích yếu' }).click();
  await page.keyboard.press('Home');
  await page.keyboard.type('#');
  const third = second.replace('Trích yếu', '#Trích yếu');
  await expect.poll(() => formText(page)).toBe(third);
  await expect.poll(() => fieldAt(page, 'trich_yeu').inputValue()).toBe('');

  await page.keyboard.press('Control+z');
  await expect.poll(() => formText(page)).toBe(second);
  await expect.poll(() => fieldAt(page, 'trich_yeu').inputValue()).toBe(UNDONE);
  await undoUntil(page, first);
  await expect.poll(() => fieldAt(page, 'dia_danh').inputValue()).toBe('Thành phố A');
  await stateSays(page, 'Đã lưu');

  // From the form as well.
  await fieldAt(page, 'dia_danh').click();
  for (let steps = 0; (await formText(page)) !== third && steps < MOST_STEPS; steps += 1)
    await page.keyboard.press('Control+y');
  expect(await formText(page)).toBe(third);
  await expect.poll(() => fieldAt(page, 'dia_danh').inputValue()).toBe('Lào');
  await undoUntil(page, first);
  await expect.poll(() => fieldAt(page, 'dia_danh').inputValue()).toBe('Thành phố A');
  await pagesDone(page);
  expect(onDisk(UNDONE)).toBe(first);
  expectNoFaults(open);
});

/** Typing a few letters is no more steps than that. */
const MOST_STEPS = 6;

async function undoUntil(page: Page, text: string): Promise<void> {
  for (let steps = 0; (await formText(page)) !== text && steps < MOST_STEPS; steps += 1)
    await page.keyboard.press('Control+z');
  expect(await formText(page)).toBe(text);
}
