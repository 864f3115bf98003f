// The pictures of the preview in README.md and huong-dan.md, made anew: `npm run build && node docs/anh/make.mjs`. The preview
// is started over a copy of samples/ and photographed with the machine's Chromium (CHROMIUM names another one).
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { palettePng } from './palette.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, '..', '..');
const program = join(process.env.STUDIO_DIST ?? join(project, 'dist'), 'bin', 'main.js');
const PROGRAMS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];
const LAPTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

/** `thethuc preview` over a folder, with a home of its own, so that nothing of this machine's user is in the pictures. */
async function startPreview(folder, home) {
  const env = { PATH: process.env.PATH, HOME: home, XDG_CONFIG_HOME: home };
  const child = spawn(process.execPath, [program, 'preview', folder, '--no-open'], { env });
  const address = await new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => resolve(/http:\S+/.exec(text)?.[0]));
    child.once('close', (code) => reject(new Error(`thethuc preview ended with ${code}`)));
  });
  return { address, end: () => child.kill('SIGINT') };
}

async function photograph(page, name) {
  const path = join(here, `${name}.png`);
  writeFileSync(path, palettePng(await pixelsOf(page.context().browser(), await page.screenshot())));
  console.log(`${path}: ${Math.round(statSync(path).size / 1024)} kB`);
}

/** The browser reads the picture back: nobody else here knows PNG. */
async function pixelsOf(browser, png) {
  const page = await browser.newPage();
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const picture = await createImageBitmap(await (await fetch(source)).blob());
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
    const read = new FileReader();
    const done = new Promise((resolve) => read.addEventListener('load', resolve));
    read.readAsDataURL(new Blob([data]));
    await done;
    return { width: picture.width, height: picture.height, base64: read.result.split(',')[1] };
  }, `data:image/png;base64,${png.toString('base64')}`);
  await page.close();
  return { width, height, pixels: Buffer.from(base64, 'base64') };
}

const pagesDone = (page) =>
  page.locator('section.pages[aria-busy="false"] .sheet svg').first().waitFor({ state: 'visible' });

async function onLaptop(browser, address) {
  const page = await (await browser.newContext({ viewport: LAPTOP, locale: 'vi-VN' })).newPage();
  await page.goto(address);
  // Each kind has its picture.
  await page.locator('.card-picture').first().waitFor();
  await page.locator('.card-picture:empty:not(.bare)').first().waitFor({ state: 'detached' });
  await photograph(page, 'trang-dau');
  await page.locator('.paper').filter({ hasText: 'ke-hoach-hoi-nghi.yaml' }).click();
  await pagesDone(page);
  // The field that one is in is marked on the page.
  await page.getByLabel('Địa danh', { exact: true }).first().click();
  await page.locator('.page-mark').first().waitFor();
  await photograph(page, 'soan-va-xem');
  await page.getByLabel('Ngày ban hành', { exact: true }).first().fill('31/2/2026');
  await page.locator('.problem-button.error').click();
  await page.locator('.problems-drawer .problem').first().waitFor();
  await pagesDone(page);
  await photograph(page, 'diem-can-xem');
}

async function onPhone(browser, address) {
  const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN', hasTouch: true });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.paper').filter({ hasText: 'ke-hoach-cong-doan-co-so.yaml' }).click();
  await page.getByRole('tab', { name: 'Trang in', exact: true }).click();
  await pagesDone(page);
  await photograph(page, 'dien-thoai');
}

const folder = mkdtempSync(join(tmpdir(), 'thethuc-anh-'));
const samples = join(folder, 'van-ban');
cpSync(join(project, 'samples'), samples, { recursive: true });
const preview = await startPreview(samples, join(folder, 'home'));
const executablePath = PROGRAMS.find((path) => path !== undefined && existsSync(path));
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await onLaptop(browser, preview.address);
  await onPhone(browser, preview.address);
} finally {
  await browser.close();
  preview.end();
  rmSync(folder, { recursive: true, force: true });
}
