import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { median, quantile } from './statistics.mjs';
import { plansOf } from './studio-plans.mjs';
import { printLines } from './table.mjs';

const asJson = process.argv.includes('--json');
const say = (text) => process.stderr.write(`bench: ${text}\n`);
const program = `${process.env.BENCH_DIST ?? fileURLToPath(new URL('../dist', import.meta.url))}/bin/main.js`;

const PAGES = [2, 6, 30];
/** Words without end, none of which a paper has: no Vietnamese word begins so. */
const WORDS = 12;
const LETTERS = 5;
/** Words before the clock runs. */
const WARM = 2;
/** Between a letter that is seen and the next key, in ms: a quick typist's. */
const PAUSE = 60;

const PROGRAMS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where it is typed: how the caret comes there, behind words that the pages show. */
const PLACES = [
  {
    name: 'a text field (Trích yếu)',
    go: (page) => page.locator('.form-pane').getByRole('textbox', { name: 'Trích yếu' }).first().click(),
  },
  {
    name: 'Nội dung',
    go: (page) => page.locator('.form-pane .cm-line').filter({ hasText: 'các nội dung như sau' }).click(),
  },
  {
    name: 'the text of the file',
    go: (page) =>
      page.getByLabel('Chữ của tệp biểu mẫu').locator('.cm-line').filter({ hasText: 'Trích yếu:' }).click(),
  },
];

/** `thethuc preview` on a folder: its address, and how it ends. */
function startPreview(folder) {
  const child = spawn(process.execPath, [program, 'preview', folder, '--no-open'], {
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, 'config') },
  });
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text) => {
      const [address] = /^http:\S+/.exec(text) ?? [];
      if (address !== undefined) resolve({ address, end: () => child.kill('SIGINT') });
    });
    child.once('close', (code) => reject(new Error(`thethuc preview ended with ${code}`)));
  });
}

/**
 * In the page: the time from a keydown's own stamp to the end of the first frame after the pages show the letter. `wanted`
 * stands once more on the pages then than before.
 */
const watchKey = (wanted) => {
  const pages = document.querySelector('section.pages');
  const count = () =>
    [...pages.querySelectorAll('.sheet svg')].reduce(
      (sum, { textContent }) => sum + textContent.split(wanted).length - 1,
      0,
    );
  const before = count();
  globalThis.keySeen = new Promise((resolve) => {
    let start;
    addEventListener(
      'keydown',
      (event) => {
        start = event.timeStamp;
      },
      { capture: true, once: true },
    );
    const seen = () => {
      if (start === undefined || count() <= before) return;
      watcher.disconnect();
      requestAnimationFrame(() => {
        // A message is read after the frame was drawn.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - start);
        port2.postMessage(0);
      });
    };
    const watcher = new MutationObserver(seen);
    watcher.observe(pages, { childList: true, subtree: true, characterData: true });
  });
};

/** Milliseconds of each letter, the first words left out. */
async function typeWords(page) {
  const times = [];
  await page.keyboard.press('End');
  for (let word = 0; word < WORDS + WARM; word++) {
    await page.keyboard.press(' ');
    let typed = '';
    for (const letter of `w${String.fromCharCode(97 + word)}zjwzf`.slice(0, LETTERS)) {
      typed += letter;
      await page.evaluate(watchKey, typed);
      await page.keyboard.press(letter);
      const ms = await page.evaluate(() => globalThis.keySeen);
      if (word >= WARM) times.push(ms);
      await page.waitForTimeout(PAUSE);
    }
  }
  return times;
}

async function measure(browser, address, file, pages) {
  const rows = [];
  for (const place of PLACES) {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'vi-VN' });
    await page.goto(address);
    await page.getByLabel('Tệp biểu mẫu, DOCX hoặc PDF').setInputFiles(file);
    await page.locator('section.pages[aria-busy="false"] .sheet').first().waitFor();
    const shown = await page.locator('section.pages .sheet[role="group"]').count();
    if (shown !== pages) throw new Error(`${file} has ${shown} pages in the browser`);
    const text = page.getByRole('button', { name: 'Dạng chữ', exact: true });
    if (place === PLACES[2] && (await text.getAttribute('aria-pressed')) === 'false') await text.click();
    await place.go(page);
    const times = await typeWords(page);
    const round = (ms) => Math.round(ms * 10) / 10;
    rows.push({
      name: place.name,
      pages,
      median_ms: round(median(times)),
      p95_ms: round(quantile(times, 0.95)),
      keys: times.length,
    });
    say(`${place.name}, ${pages} pages: ${rows.at(-1).median_ms} ms`);
    await page.close();
  }
  return rows;
}

function printRows(rows) {
  const cell = (name, pages) => {
    const found = rows.find((row) => row.name === name && row.pages === pages);
    return `${found.median_ms} / ${found.p95_ms}`;
  };
  printLines([
    ['typed in; median / 95th, ms', ...PAGES.map((pages) => `${pages} pages`)],
    ...PLACES.map(({ name }) => [name, ...PAGES.map((pages) => cell(name, pages))]),
  ]);
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'thethuc-bench-studio-'));
  const executablePath = PROGRAMS.find((path) => path !== undefined && existsSync(path));
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args });
  let preview;
  try {
    const forms = await plansOf(PAGES);
    for (const [k, text] of forms.entries()) await writeFile(join(folder, `plan-${PAGES[k]}.yaml`), text);
    preview = await startPreview(folder);
    const rows = [];
    for (const pages of PAGES)
      rows.push(...(await measure(browser, preview.address, join(folder, `plan-${pages}.yaml`), pages)));
    if (asJson) process.stdout.write(`${JSON.stringify(rows, undefined, 1)}\n`);
    else printRows(rows);
  } finally {
    await browser.close();
    preview?.end();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
