import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { unzip } from '../archive/unzip.js';
import { expectNoFaults, type OpenPage, openPage } from './browser.js';
import { fieldAt, otherFaults } from './folder-page.js';
import { type KnownKind, knownKinds } from './known-kinds.js';
import { removeFolder } from './program.js';
import { startedStudio } from './started-studio.js';
import { openStudio, pagesDone, putBy } from './studio-page.js';
import { expectFocus, pressUntil } from './with-keys.js';

const KINDS = await knownKinds();

const studio = startedStudio();
let open: OpenPage;
beforeAll(async () => {
  open = await openPage(studio().browser);
});
beforeEach(() => openStudio(open.page, studio().preview.address));

const press = (key: string): Promise<void> => open.page.keyboard.press(key);

/** From the start page to a kind's sample: past the head by the link for it, then two stops a kind. */
async function openSampleByKeys({ name }: KnownKind): Promise<void> {
  await pressUntil(open.page, 'Tab', 'Đến phần soạn mới', 1);
  await press('Enter');
  await expectFocus(open.page, 'Soạn văn bản mới');
  // Two stops for each kind, and one for what is said to who has typed nothing of his office yet.
  await pressUntil(open.page, 'Tab', new RegExp(`Xem mẫu điền sẵn: ${escaped(name)}$`), 2 * KINDS.length + 1);
  await press('Enter');
  await expectFocus(open.page, `h1 ${name}`);
  await pagesDone(open.page);
}

const escaped = (words: string): string => words.replace(/[()]/g, '\\$&');

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  test('its sample is opened, changed and taken away by keys alone', async () => {
    const { page } = open;
    await openSampleByKeys(kind);

    // By the search at the head of the form to the field, by Escape out of it again.
    const field = fieldToChange(kind);
    await pressUntil(page, 'Tab', 'Tìm ô trong biểu mẫu', 10);
    await page.keyboard.insertText(field.label);
    await press('Enter');
    await expectFocus(page, `textarea ${field.label}`);
    await press('End');
    await page.keyboard.insertText(' đổi tên');
    await pagesDone(page);
    await page
      .locator('.sheet svg text')
      .filter({ hasText: /đổi tên/i })
      .first()
      .waitFor();
    await pressUntil(page, 'Escape', 'Tìm ô trong biểu mẫu', 4);
    await pressUntil(page, 'Shift+Tab', 'Xuất văn bản', 2);

    const [docx] = await putBy(page, studio().folder, async () => {
      await press('Enter');
      await expectFocus(page, 'Tệp Word (DOCX)');
      await press('Enter');
      await expectFocus(page, 'button Xuất văn bản');
    });
    const pdfs = await putBy(page, studio().folder, async () => {
      await press('ArrowDown');
      await expectFocus(page, 'Tệp Word (DOCX)');
      await pressUntil(page, 'ArrowDown', 'Tệp PDF', 1);
      await press('Space');
      await expectFocus(page, 'button Xuất văn bản');
    });
    const words = new TextDecoder().decode(unzip(docx!.bytes).get('word/document.xml'));
    expect(words.replace(/<[^>]*>/g, '').toLowerCase()).toContain('đổi tên');
    for (const { bytes } of pdfs) expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    for (const { name } of [docx!, ...pdfs]) removeFolder(join(studio().folder, name));
    expectNoFaults(open);
  });
});

/** A text that every paper of the kind prints. */
const fieldToChange = ({ fields }: KnownKind) =>
  fields.find(({ key, type, required }) => type === 'text' && required && key !== 'loai_van_ban') ??
  fields.find(({ key, type }) => type === 'text' && key !== 'loai_van_ban')!;

/** "30/9/2025" to "01/10/2025" */
function dayAfter(typed: string): string {
  const [day = 0, month = 0, year = 0] = typed.split('/').map(Number);
  return new Date(Date.UTC(year, month - 1, day + 1)).toLocaleDateString('en-GB', { timeZone: 'UTC' });
}

describe('what closes gives the focus back', () => {
  // The console tells of the answer that a file is there already.
  const expectNoOtherFaults = (): void => expect(otherFaults(open.faults, 412)).toEqual([]);
  const plan = KINDS.find(({ slug }) => slug === 'plan')!;

  test('a menu, a window, the list of problems', async () => {
    const { page } = open;
    await openSampleByKeys(plan);
    await pressUntil(page, 'Tab', 'Không có điểm cần xem', 6);
    await press('Enter');
    await expectFocus(page, 'h2 Điểm cần xem');
    await press('Escape');
    await expectFocus(page, 'button Không có điểm cần xem');
    await press('Space');
    await expectFocus(page, 'h2 Điểm cần xem');
    await pressUntil(page, 'Tab', 'Đóng danh sách', 1);
    await press('Enter');
    await expectFocus(page, 'button Không có điểm cần xem');
    await pressUntil(page, 'Tab', 'Xuất văn bản', 2);
    await press('Enter');
    await pressUntil(page, 'ArrowUp', 'Phông chữ…', 1);
    await press('Enter');
    await page.locator('dialog[open]').waitFor();
    await press('Escape');
    await expectFocus(page, 'button Xuất văn bản');
    await press('Enter');
    await expectFocus(page, 'Tệp Word (DOCX)');
    await press('Escape');
    await expectFocus(page, 'button Xuất văn bản');
    expectNoOtherFaults();
  });

  test('a question about files that are there, and the notice of what was done', async () => {
    const { page } = open;
    await openSampleByKeys(plan);
    await pressUntil(page, 'Tab', 'Xuất văn bản', 8);
    const take = async (): Promise<void> => {
      await press('Enter');
      await expectFocus(page, 'Tệp Word (DOCX)');
      await press('Enter');
    };
    await putBy(page, studio().folder, take);
    await take();
    await expectFocus(page, 'button Giữ cả hai');
    await pressUntil(page, 'Tab', 'Ghi đè tệp cũ', 1);
    const [file] = await putBy(page, studio().folder, () => press('Enter'));
    await expectFocus(page, 'button Xuất văn bản');
    removeFolder(join(studio().folder, file!.name));
    expectNoOtherFaults();
  });

  test('a calendar, and undo that has nothing more to undo', async () => {
    const { page } = open;
    await openSampleByKeys(plan);
    await pressUntil(page, 'Tab', 'Tìm ô trong biểu mẫu', 10);
    await page.keyboard.insertText('ngày ban hành');
    await press('Enter');
    await expectFocus(page, 'input Ngày ban hành');
    const typedDay = (): Promise<string> => fieldAt(page, 'ngay_ban_hanh').inputValue();
    const before = await typedDay();
    await pressUntil(page, 'Tab', 'Chọn ngày trên lịch', 1);
    await press('Enter');
    await expectFocus(page, /^button (?:thứ|Chủ nhật)/i);
    await press('Escape');
    await expectFocus(page, 'Chọn ngày trên lịch');
    await press('Space');
    await expectFocus(page, /^button (?:thứ|Chủ nhật)/i);
    await press('ArrowRight');
    await press('Enter');
    await expectFocus(page, 'Chọn ngày trên lịch');
    expect(await typedDay()).toBe(dayAfter(before));
    await pressUntil(page, 'Escape', 'Tìm ô trong biểu mẫu', 3);
    await pressUntil(page, 'Shift+Tab', 'Hoàn tác', 8);
    await press('Enter');
    await expectFocus(page, /./);
    await expect.poll(typedDay).toBe(before);
    expectNoOtherFaults();
  });

  test('every view that is gone to and come back from', async () => {
    const { page } = open;
    await openSampleByKeys(plan);
    await pressUntil(page, 'Shift+Tab', 'Về trang đầu', 1);
    await press('Enter');
    await expectFocus(page, 'h1 Thể Thức');
    await pressUntil(page, 'Tab', 'Cơ quan của tôi', 3);
    await press('Enter');
    await expectFocus(page, 'h1 Cơ quan của tôi');
    await pressUntil(page, 'Shift+Tab', 'Trở lại văn bản đang soạn', 1);
    await press('Enter');
    await expectFocus(page, 'h1 Kế hoạch');
    expectNoOtherFaults();
  });
});
