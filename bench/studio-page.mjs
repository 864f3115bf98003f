import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const program = `${process.env.BENCH_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))}/bin/main.js`;

const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

export function startBrowser() {
  const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args });
}

/** `thethuc preview` on a folder: its address, and how it ends. */
export function startPreview(folder, more = []) {
  const child = spawn(process.execPath, [program, 'preview', folder, '--no-open', ...more], {
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: `${folder}/config` },
  });
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      const [address] = /^http:\S+/.exec(text) ?? [];
      if (address !== undefined) resolve({ address, end: () => child.kill('SIGINT') });
    });
    child.once('close', (code) => reject(new Error(`thethuc preview ended with ${code}`)));
  });
}

/** A window of the studio once the pages of the form that `open` opens are drawn. */
export async function openForm(browser, address, pages, open) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
  await page.goto(address);
  await open(page);
  await page.locator('section.pages[aria-busy="false"] .sheet').first().waitFor();
  const shown = await page.locator('section.pages .sheet[role="group"]').count();
  if (shown !== pages) throw new Error(`the form has ${shown} pages in the browser, not ${pages}`);
  return page;
}
