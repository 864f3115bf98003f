import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, quantile } from './statistics.mjs';
import { openForm, startPreview } from './studio-page.mjs';

const TEMPLATES = fileURLToPath(new URL('../templates', import.meta.url));
const SAVES = 20;
/** Saves of each file before the clock runs. */
const WARM = 3;
/** An author saves, looks, and goes on writing. */
const PAUSE = 700;

/** What is saved: a file of the template folder or the form itself, and how it says a word that the pages then show. */
const saves = (form) => [
  {
    name: 'template.hbs',
    path: 'mau/plan/template.hbs',
    say: (text, word) => text.replace('{{@kind.title}}', `{{@kind.title}} ${word}`),
  },
  {
    name: 'what all kinds share',
    path: 'mau/_common/signature.hbs',
    say: (text, word) => text.replace('{{nguoi_ky.ho_ten}}', `{{nguoi_ky.ho_ten}} ${word}`),
  },
  {
    name: 'kind.yaml',
    path: 'mau/plan/kind.yaml',
    say: (text, word) => text.replace('title: KẾ HOẠCH', `title: KẾ HOẠCH ${word}`),
  },
  {
    name: 'the form file',
    path: form,
    say: (text, word) => text.replace('Trích yếu: ', `Trích yếu: ${word} `),
  },
];

/** In the page: when the first frame that shows a word has been drawn, in ms since 1970. */
const watchWord = (word) => {
  const pages = document.querySelector('section.pages');
  globalThis.wordSeen = new Promise((resolve) => {
    const seen = () => {
      if (![...pages.querySelectorAll('.sheet svg')].some(({ textContent }) => textContent.includes(word)))
        return;
      watcher.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(0);
      });
    };
    const watcher = new MutationObserver(seen);
    watcher.observe(pages, { childList: true, subtree: true, characterData: true });
  });
};

async function saveOften(page, folder, { path, say }, letter) {
  const file = join(folder, path);
  const original = await readFile(file, 'utf8');
  const times = [];
  for (let k = 0; k < WARM + SAVES; k++) {
    const word = `W${letter}J${String.fromCharCode(65 + k)}`;
    const text = say(original, word);
    if (text === original) throw new Error(`${path} does not have what is replaced`);
    await page.evaluate(watchWord, word);
    const start = performance.timeOrigin + performance.now();
    await writeFile(file, text);
    const ms = (await page.evaluate(() => globalThis.wordSeen)) - start;
    if (k >= WARM) times.push(ms);
    await page.waitForTimeout(PAUSE);
  }
  await writeFile(file, original);
  await page.waitForTimeout(PAUSE);
  return times;
}

/** From a file written to its page drawn, with all kinds in the folder of templates. */
export async function measureSaving(browser, plan, pages) {
  const folder = await mkdtemp(join(tmpdir(), 'thethuc-bench-saving-'));
  let preview;
  try {
    await cp(TEMPLATES, join(folder, 'mau'), { recursive: true });
    const papers = join(folder, 'van-ban');
    await mkdir(papers);
    await writeFile(join(papers, 'ke-hoach.yaml'), plan);
    preview = await startPreview(papers, ['--templates', join(folder, 'mau')]);
    const page = await openForm(browser, preview.address, pages, (page) =>
      page.locator('.paper').first().click(),
    );
    const rows = [];
    for (const [k, save] of saves('van-ban/ke-hoach.yaml').entries()) {
      const times = await saveOften(page, folder, save, String.fromCharCode(65 + k));
      const round = (ms) => Math.round(ms * 10) / 10;
      rows.push({
        name: save.name,
        pages,
        median_ms: round(median(times)),
        p95_ms: round(quantile(times, 0.95)),
        saves: SAVES,
      });
    }
    await page.close();
    return rows;
  } finally {
    preview?.end();
    await rm(folder, { recursive: true, force: true });
  }
}
