import type { Locator, Page } from 'playwright-core';
import { pagesDone } from './studio-page.js';

/** A small form whose subject is `subject`. */
export const planAbout = (subject: string): string =>
  [
    'Loại văn bản: Kế hoạch',
    'Cơ quan ban hành: Công đoàn Viên chức tỉnh A',
    'Số, ký hiệu: 15/KH-CĐVC',
    'Địa danh: Thành phố A',
    'Ngày ban hành: 12/9/2025',
    `Trích yếu: ${subject}`,
    'Nội dung: |',
    '  Ban Thường vụ xây dựng Kế hoạch như sau:',
    '  1. Các tổ công đoàn thực hiện.',
    'Nơi nhận:',
    '  - Các tổ công đoàn',
    '  - Lưu: VT',
    'Người ký:',
    '  Quyền hạn: TM. BAN THƯỜNG VỤ',
    '  Chức vụ: CHỦ TỊCH',
    '  Họ tên: Nguyễn Văn A',
    '',
  ].join('\n');

/** A paper of the list "Làm tiếp", by its subject or its file. */
export const listed = (page: Page, words: string): Locator =>
  page.locator('.paper').filter({ hasText: words });

export async function openListed(page: Page, words: string): Promise<void> {
  await listed(page, words).first().click();
  await pagesDone(page);
}

export async function toStartPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Về trang đầu' }).click();
  await page.getByRole('heading', { name: 'Làm tiếp' }).waitFor();
}

/** Where a simple field is typed in, by its path. */
export const fieldAt = (page: Page, path: string): Locator =>
  page.locator(`.form-pane [data-path="${path}"]`).locator('input, textarea').first();

/** Waits until a printed line says this. */
export const printed = (page: Page, words: string): Promise<void> =>
  page.locator('section.pages text').filter({ hasText: words }).first().waitFor();

/** Waits until the line under the paper's name says this: "Đã lưu". */
export const stateSays = (page: Page, words: string): Promise<void> =>
  page.locator('.paper-name p').filter({ hasText: words }).waitFor();

/** The notice at the lower edge, when it says this. */
export const noticeSays = (page: Page, words: string): Promise<void> =>
  page.locator('.notice').filter({ hasText: words }).waitFor();

export const clashBar = (page: Page): Locator => page.locator('.clash');

export const undo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Hoàn tác' }).click();

export const save = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Lưu', exact: true }).click();

/** The console also tells of every answer that is no 200; those that a test provokes are no faults. */
export const otherFaults = (faults: readonly string[], status: number): readonly string[] =>
  faults.filter((fault) => !fault.includes(`responded with a status of ${status}`));
