import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, quantile } from './statistics.mjs';
import { openForm, startBrowser, startPreview } from './studio-page.mjs';
import { plansOf } from './studio-plans.mjs';
import { measureSaving } from './studio-saving.mjs';
import { printLines } from './table.mjs';

const asJson = process.argv.includes('--json');
const say = (text) => process.stderr.write(`bench: ${text}\n`);

const PAGES = [2, 6, 30];
/** Words without end, none of which a paper has: no Vietnamese word begins so. */
const WORDS = 12;
const LETTERS = 5;
/** Words before the clock runs. */
const WARM = 2;
/** Between a letter that is seen and the next key, in ms: a quick typist's. */
const PAUSE = 60;

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
    const page = await openForm(browser, address, pages, (page) =>
      page.getByLabel('Tệp biểu mẫu, DOCX hoặc PDF').setInputFiles(file),
    );
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

function printSaved(rows) {
  printLines([
    ['saved; median / 95th, ms', `a plan of ${rows[0].pages} pages`],
    ...rows.map(({ name, median_ms, p95_ms }) => [name, `${median_ms} / ${p95_ms}`]),
  ]);
}

async function main() {
  const folder = await mkdtemp(join(tmpdir(), 'thethuc-bench-studio-'));
  const browser = await startBrowser();
  let preview;
  try {
    const forms = await plansOf(PAGES);
    for (const [k, text] of forms.entries()) await writeFile(join(folder, `plan-${PAGES[k]}.yaml`), text);
    const saved = await measureSaving(browser, forms[1], PAGES[1]);
    say(`saved: ${saved.map(({ name, median_ms }) => `${name} ${median_ms} ms`).join(', ')}`);
    const typed = [];
    if (!process.argv.includes('--saved')) {
      preview = await startPreview(folder);
      for (const pages of PAGES)
        typed.push(...(await measure(browser, preview.address, join(folder, `plan-${pages}.yaml`), pages)));
    }
    if (asJson) process.stdout.write(`${JSON.stringify([...typed, ...saved], undefined, 1)}\n`);
    else {
      if (typed.length > 0) printRows(typed);
      printSaved(saved);
    }
  } finally {
    await browser.close();
    preview?.end();
    await rm(folder, { recursive: true, force: true });
  }
}

await main();
