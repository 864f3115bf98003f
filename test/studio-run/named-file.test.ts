import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPage } from './browser.js';
import { fieldAt, otherFaults, printed } from './folder-page.js';
import { openAll } from './form-fields.js';
import { startedStudio } from './started-studio.js';
import { listedProblems, openSample, openStudio, sheet } from './studio-page.js';

const studio = startedStudio();

/** A picture of one point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a file that is not there is asked for once, and shown when it comes into the folder', async () => {
  const { browser, preview, folder } = studio();
  const open = await openPage(browser);
  const { page } = open;
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/file') asked.push(searchParams.get('path') ?? '');
  });
  await openStudio(page, preview.address);
  await openSample(page, 'Phông hội nghị (maket)');
  await openAll(page);
  const answered = page.waitForResponse((answer) => answer.url().includes('logo.png'));
  await fieldAt(page, 'phong.0.bieu_trung').fill('logo.png');
  expect((await answered).status()).toBe(404);
  await (await listedProblems(page))
    .getByText(/logo\.png/)
    .first()
    .waitFor();
  // Each of these is a look at a form that misses the file.
  for (const words of ['THỨ NHẤT', 'THỨ HAI', 'THỨ BA']) {
    await fieldAt(page, 'phong.0.dong_mo_dau').fill(words);
    await printed(page, words.split(' ')[1]!);
  }
  expect(asked).toEqual(['logo.png']);
  writeFileSync(join(folder, 'logo.png'), PICTURE);
  await sheet(page, 'Phông 1').locator('image').waitFor({ state: 'attached' });
  expect(asked).toEqual(['logo.png', 'logo.png']);
  rmSync(join(folder, 'logo.png'));
  expect(otherFaults(open.faults, 404)).toEqual([]);
});
