import type { Locator, Page } from 'playwright-core';
import type { TakenFile } from './studio-page.js';

/** From the start page to "Tạo cho nhiều đơn vị" or "Tổng hợp bản đã nộp". */
export async function openView(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Chooses files of the machine for a button, by the name that its picker is called by. */
export const chooseFiles = (page: Page, picker: string, files: readonly TakenFile[]): Promise<void> =>
  page.getByLabel(picker, { exact: true }).setInputFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  );

/** Drops files on a place of the page, as a browser tells of it. */
export async function dropFiles(place: Locator, files: readonly TakenFile[]): Promise<void> {
  const packed = files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]);
  const dataTransfer = await place.page().evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const [name, packed] of ${JSON.stringify(packed)})
      transfer.items.add(new File([Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))], name));
    return transfer;
  })()`);
  for (const type of ['dragenter', 'dragover', 'drop']) await place.dispatchEvent(type, { dataTransfer });
  await dataTransfer.dispose();
}

/** Drops what lies on the machine, also a folder, in the middle of a place: what only the browser itself can do. */
export async function dropPath(place: Locator, path: string): Promise<void> {
  const page = place.page();
  const box = await place.boundingBox();
  if (box === null) throw new Error('what is dropped on cannot be seen');
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data,
    });
  await session.detach();
}

/** The rows of a table, each as the texts of its cells. */
export async function tableTexts(place: Locator): Promise<readonly (readonly string[])[]> {
  const rows = await place.locator('tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
}
