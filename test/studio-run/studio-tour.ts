import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { packageFolder } from '../../src/host-node/package-folder.js';
import { copyTemplates, makeFolder } from './program.js';
import { openStudio, pagesDone } from './studio-page.js';

/** Called where there is something to look at; `name` says what. */
export type Visit = (name: string) => Promise<void>;

/** The folder that a tour goes through. */
export interface TourFolder {
  readonly folder: string;
  /** For `--templates`. */
  readonly templates: string;
}

const PLAN = 'ke-hoach-hai-nguoi-sua.yaml';

/** Findings of all three levels. */
const FAULTY = `Loại văn bản: Kế hoạch
Cơ quan chủ quản: Tổng Liên đoàn Lao động Việt Nam
Cơ quan ban hành: Liên đoàn Lao động tỉnh A
Số, ký hiệu: 91/KH-LĐLĐ
Địa danh: Thành phố A
Ngày ban hành: 31/2/2026
Trích yếu: Tổ chức Hội nghị biểu dương đoàn viên tiêu biểu giai đoạn 2021 - 2025
Nội dung: |
  Ban Thường vụ Liên đoàn Lao động tỉnh A xây dựng kế hoạch như sau:
  I. MỤC ĐÍCH, YÊU CẦU
  1. Biểu dương các tập thể, cá nhân tiêu biểu.
  3. Tổ chức trang trọng, tiết kiệm.
Nơi nhận:
  - Thường trực Tỉnh ủy (b/c)
  - Các công đoàn trực thuộc
Người ký:
  Quyền hạn: T/M BAN THƯỜNG VỤ
  Chức vụ: CHỦ TỊCH
  Họ tên: Nguyễn Văn A
`;

const TABLE = `STT;Cơ quan ban hành;Số, ký hiệu;Ngày ban hành
01;Công đoàn xã Sông Đào;08/KH-CĐX;09/02/2026
02;Công đoàn xã An Phú;12/KH-CĐX;31/02/2026
03;Công đoàn phường Vân Trung;15/KH-CĐP;12/02/2026
`;

export function makeTourFolder(): TourFolder {
  const folder = makeFolder({ 'ke-hoach-con-sai.yaml': FAULTY });
  for (const name of ['bo-hoi-nghi.yaml', 'ke-hoach-nam.yaml', 'phat-dong-thi-dua.yaml'])
    copyFileSync(join(packageFolder, 'samples', name), join(folder, name));
  writeFileSync(join(folder, PLAN), FAULTY.replace('31/2/2026', '12/9/2026'));
  return { folder, templates: copyTemplates('plan', folder) };
}

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

const toStart = (page: Page): Promise<void> => button(page, /Trang đầu|Về trang đầu/).click();

/** Waits until the paper's pages were counted: on a narrow screen they may not be seen. */
const paperShown = (page: Page): Promise<void> =>
  page
    .locator('.font-line')
    .getByText(/^\d+ trang$/)
    .waitFor();

const openRecent = async (page: Page, name: string): Promise<void> => {
  await page.locator('.paper').first().waitFor();
  const all = button(page, /^Xem tất cả/);
  if ((await all.count()) > 0) await all.click();
  await page.locator('.paper').filter({ hasText: name }).click();
  await paperShown(page);
};

const openCard = async (page: Page, name: string): Promise<void> => {
  await button(page, name).click();
  await paperShown(page);
};

/** Form, text or pages alone; on a narrow screen they are tabs. */
async function showOnly(page: Page, ...names: readonly string[]): Promise<void> {
  const tab = page.getByRole('tab', { name: names[0] ?? '', exact: true });
  if ((await page.locator('.pane-tabs').count()) > 0) return tab.click();
  for (const name of ['Biểu mẫu', 'Dạng chữ', 'Trang in']) {
    const item = page.locator('.pane-switches').getByRole('button', { name, exact: true });
    if (names.includes(name) && (await item.getAttribute('aria-pressed')) === 'false') await item.click();
  }
  for (const name of ['Biểu mẫu', 'Dạng chữ', 'Trang in']) {
    const item = page.locator('.pane-switches').getByRole('button', { name, exact: true });
    if (!names.includes(name) && (await item.getAttribute('aria-pressed')) === 'true') await item.click();
  }
}

/** The start page of the file that needs no server, with one paper in its list. */
export async function tourOffline(page: Page, address: string, visit: Visit): Promise<void> {
  await openStudio(page, address);
  await openCard(page, 'Xem mẫu điền sẵn: Kế hoạch');
  await page
    .locator('.form-pane')
    .getByRole('textbox', { name: 'Trích yếu' })
    .first()
    .fill('Tổ chức hội nghị');
  await page.getByText('Bản nháp, chưa lưu thành tệp').waitFor();
  await toStart(page);
  await page.locator('.paper').first().waitFor();
  await visit('start of the file');
}

/** Every main state of the page behind the server. */
export async function tour(page: Page, address: string, { folder, templates }: TourFolder, visit: Visit) {
  await openStudio(page, address);
  await page.locator('.paper').first().waitFor();
  await visit('start');
  await button(page, 'Giấy phép phần mềm').click();
  await page.locator('dialog[open]').waitFor();
  await visit('licences');
  await button(page, 'Đóng').click();
  await tourOwn(page, visit);
  await tourWorkplace(page, visit);
  await tourFields(page, visit);
  await tourKinds(page, visit);
  await tourUnits(page, visit);
  await tourClash(page, folder, visit);
  await tourTemplate(page, templates, visit);
}

async function tourOwn(page: Page, visit: Visit): Promise<void> {
  await button(page, 'Cơ quan của tôi').click();
  await page.getByLabel('Cơ quan ban hành', { exact: true }).fill('Liên đoàn Lao động tỉnh A');
  await button(page, 'Thêm người ký: Người ký').click();
  await visit('own agency');
  await toStart(page);
}

async function tourWorkplace(page: Page, visit: Visit): Promise<void> {
  await openRecent(page, 'ke-hoach-con-sai.yaml');
  // On a narrow screen that is the form alone.
  if ((await page.locator('.pane-tabs').count()) === 0) await visit('workplace');
  await showOnly(page, 'Biểu mẫu');
  await visit('form');
  await showOnly(page, 'Dạng chữ');
  await visit('text');
  await showOnly(page, 'Trang in');
  await button(page, 'Danh sách trang thu nhỏ').click();
  await visit('pages with thumbs');
  await button(page, 'Danh sách trang thu nhỏ').click();
  await button(page, /^Cỡ xem/).click();
  await visit('zoom menu');
  await page.keyboard.press('Escape');
  await button(page, 'Dành cho người viết mẫu').click();
  await page.getByRole('menuitemcheckbox').first().click();
  await page.locator('.sheet svg [data-rule], .sheet svg .overlay, .sheet svg').first().waitFor();
  await pagesDone(page);
  await visit('overlay');
  await button(page, 'Dành cho người viết mẫu').click();
  await page.getByRole('menuitemcheckbox').nth(1).click();
  await page.locator('.insides').getByText('Kế hoạch').first().waitFor();
  await visit('insides');
  await button(page, 'Đóng').click();
  await button(page, 'Dành cho người viết mẫu').click();
  await page.getByRole('menuitemcheckbox').first().click();
  await showOnly(page, 'Biểu mẫu', 'Trang in');
  await page.locator('.problem-button').click();
  await page.locator('.problems-drawer').waitFor();
  await visit('problems');
  await button(page, 'Đóng danh sách').click();
  await button(page, 'Xuất văn bản').click();
  await visit('take away menu');
  await page.getByRole('menuitem', { name: 'Phông chữ…' }).click();
  await page.locator('dialog[open]').waitFor();
  await visit('fonts');
  await button(page, 'Đóng').click();
}

async function tourFields(page: Page, visit: Visit): Promise<void> {
  await button(page, 'Chọn ngày trên lịch: Ngày ban hành').click();
  await visit('calendar');
  await page.keyboard.press('Escape');
  await page.getByLabel('Tìm ô trong biểu mẫu').fill('noi');
  await page.locator('.form-finder-panel li').first().waitFor();
  await visit('finder');
  await page.keyboard.press('Escape');
  await button(page, 'Các phần').click();
  await visit('parts of the form');
  await page.keyboard.press('Escape');
  await page.locator('.form-line-item textarea').first().focus();
  await visit('a row in use');
  await toStart(page);
}

async function tourKinds(page: Page, visit: Visit): Promise<void> {
  await openCard(page, 'Kế hoạch');
  await visit('new paper');
  await toStart(page);
  await openRecent(page, 'bo-hoi-nghi.yaml');
  await visit('dossier');
  await page.locator('.form-tab-list button').nth(1).click();
  await visit('paper of a dossier');
  await toStart(page);
  await openRecent(page, 'ke-hoach-nam.yaml');
  await visit('grid');
  await toStart(page);
}

async function tourUnits(page: Page, visit: Visit): Promise<void> {
  await page.locator('.door').filter({ hasText: 'nhiều đơn vị' }).click();
  await visit('many units, empty');
  await page.getByLabel('Biểu mẫu chung').setInputFiles({
    name: 'ke-hoach.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(FAULTY.replace('31/2/2026', '12/9/2026')),
  });
  await page
    .getByLabel('Bảng đơn vị (XLSX hoặc CSV)')
    .setInputFiles({ name: 'don-vi.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) });
  await page.getByRole('region', { name: 'Các đơn vị trong bảng' }).waitFor();
  await visit('many units');
  await toStart(page);
  await page.locator('.door').filter({ hasText: 'Tổng hợp' }).click();
  await page
    .getByLabel('Các bản đã nộp')
    .setInputFiles({ name: 'ke-hoach.yaml', mimeType: 'text/yaml', buffer: Buffer.from(FAULTY) });
  await page.getByRole('region', { name: 'Bảng tổng hợp' }).waitFor();
  await visit('collect');
  await toStart(page);
}

/** The file is changed by another hand while it is edited here. */
async function tourClash(page: Page, folder: string, visit: Visit): Promise<void> {
  const file = join(folder, PLAN);
  const before = readFileSync(file);
  await openRecent(page, PLAN);
  await page.getByLabel('Địa danh', { exact: true }).fill('Thành phố B');
  await page.getByText('Có thay đổi chưa lưu').waitFor();
  writeFileSync(file, FAULTY.replace('31/2/2026', '13/9/2026'));
  await page.locator('.clash').waitFor();
  await visit('clash');
  await button(page, 'Lấy bản trên máy').click();
  writeFileSync(file, before);
  await toStart(page);
}

/** A template with an error, over the pages of the last good one. */
async function tourTemplate(page: Page, templates: string, visit: Visit): Promise<void> {
  const file = join(templates, 'plan', 'template.hbs');
  const before = readFileSync(file, 'utf8');
  await openCard(page, 'Xem mẫu điền sẵn: Kế hoạch');
  await showOnly(page, 'Trang in');
  writeFileSync(file, `${before}\n{{#if trich_yeu}}\n`);
  await page.locator('.template-problems').waitFor();
  await visit('template errors');
  writeFileSync(file, before);
  await page.locator('.template-problems').waitFor({ state: 'detached' });
  await toStart(page);
}
