import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BuiltKind } from '../../src/kind/built-kind.js';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import {
  fieldAt,
  listed,
  openListed,
  otherFaults,
  planAbout,
  save,
  stateSays,
  toStartPage,
} from './folder-page.js';
import { ALL_HOSTILE, builtKinds, expectHarmless, HOSTILE, hostileForm, watchHarm } from './hostile-forms.js';
import { copyTemplates, makeFolder, type Preview, removeFolder, startPreview } from './program.js';
import { listedProblems, newPaper, openStudio, pagesDone } from './studio-page.js';

let browser: Browser;
let preview: Preview;
let folder: string;
let kinds: readonly BuiltKind[];
let open: OpenPage;
let page: Page;
let harm: readonly string[];

beforeAll(async () => {
  kinds = await builtKinds();
  // Names that the disk takes; the others can only come through the browser.
  folder = makeFolder({
    ...Object.fromEntries(kinds.map((kind) => [`${kind.definition.slug}.yaml`, hostileForm(kind, kinds)])),
    [`${HOSTILE[4].replaceAll('"', "'")} &lt;script&gt;.yaml`]: planAbout('Tên tệp lạ'),
    'khong-ro.yaml': `Loại văn bản: ${ALL_HOSTILE}\nTrích yếu: ${ALL_HOSTILE}\n`,
  });
  [browser, preview] = await Promise.all([startBrowser(), startPreview(folder)]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});
beforeEach(async () => {
  open = await openPage(browser);
  page = open.page;
  harm = await watchHarm(page);
});
afterEach(() => open.context.close());

const start = (): Promise<void> => openStudio(page, preview.address);

/** A form of the folder, by its subject or its file. */
async function openOf(words: string): Promise<void> {
  await page.getByRole('button', { name: 'Xem tất cả' }).click();
  await openListed(page, words);
}

/** All that is typed in fields, and all that is printed, as a reader has it. */
const typed = (): Promise<readonly string[]> =>
  page
    .locator('.form-pane')
    .locator('input, textarea')
    .evaluateAll((all) => all.map((one) => one.value));
const printedWords = async (): Promise<string> =>
  (await page.locator('section.pages text').allTextContents()).join('\n');

describe('in every field of a form file', () => {
  test('of every kind: words in the fields, the text, the pages, the problems and the list', async () => {
    await start();
    let isSeenAtLine = false;
    for (const { definition } of kinds) {
      await openOf(`${definition.slug}.yaml`);
      const inText = page.getByRole('button', { name: 'Dạng chữ', exact: true });
      if ((await inText.getAttribute('aria-pressed')) === 'false') await inText.click();
      await page.locator('.text-editor .cm-line').filter({ hasText: HOSTILE[0] }).first().waitFor();
      expect(await page.locator('.form-pane').count()).toBe(1);
      expect((await typed()).filter((value) => value.includes(ALL_HOSTILE)).length).toBeGreaterThan(0);
      expect(await printedWords()).toContain('window.hacked');
      isSeenAtLine ||= await seeProblemsAtLines();
      const problems = await listedProblems(page);
      await problems.getByText('<script>').first().waitFor();
      await save(page);
      await stateSays(page, 'Đã lưu');
      await expectHarmless(page, harm);
      await toStartPage(page);
    }
    expect(isSeenAtLine).toBe(true);
    await page.getByRole('button', { name: 'Xem tất cả' }).click();
    expect(await listed(page, HOSTILE[0]).count()).toBeGreaterThan(kinds.length / 2);
    await expectHarmless(page, harm);
    // Files of such names are looked for beside the form, and are not there.
    expect(otherFaults(open.faults, 404)).toEqual([]);
  });

  test('and where the kind itself is said in such words', async () => {
    await start();
    await openFile('khong-ro.yaml', readFileSync(join(folder, 'khong-ro.yaml')));
    await page.getByText('Biểu mẫu này chưa ghi đúng loại văn bản').waitFor();
    const problems = await listedProblems(page);
    await problems.getByText(HOSTILE[0]).first().waitFor();
    await expectHarmless(page, harm);
    expectNoFaults(open);
  });
});

/** Beside the text, where a problem's words are drawn when the pointer comes to its line: whether some are hostile. */
async function seeProblemsAtLines(): Promise<boolean> {
  const said = page.locator('.cm-tooltip-lint');
  for (const marker of await page.locator('.text-editor .cm-lint-marker').all()) {
    await page.locator('.paper-name').hover();
    await said.waitFor({ state: 'detached' });
    await marker.hover();
    await said.waitFor();
    if ((await said.innerText()).includes('window.hacked')) return true;
  }
  return false;
}

/** As chosen by "Mở tệp…". */
async function openFile(name: string, buffer: Buffer): Promise<void> {
  const chooser = page.locator('input[type="file"]').first();
  await chooser.setInputFiles({ name, mimeType: 'text/yaml', buffer });
  await pagesDone(page);
}

test('typed into the form: every field of a plan', async () => {
  await start();
  await newPaper(page, 'Kế hoạch');
  const fields = page.locator('.form-pane').locator('input[type="text"]:visible, textarea:visible');
  for (let at = 0; at < (await fields.count()); at += 1) await fields.nth(at).fill(ALL_HOSTILE);
  for (const editor of await page.locator('.form-pane .cm-content:visible').all()) {
    await editor.click();
    await page.keyboard.insertText(`1. ${ALL_HOSTILE}`);
  }
  await pagesDone(page);
  expect((await typed()).filter((value) => value === ALL_HOSTILE).length).toBeGreaterThan(5);
  expect(await printedWords()).toContain('{{lookup');
  await listedProblems(page);
  await expectHarmless(page, harm);
  expectNoFaults(open);
});

describe('as the name of a file', () => {
  test('of the folder: shown as it is, opened, and saved under it', async () => {
    await start();
    await openOf('Tên tệp lạ');
    await stateSays(page, 'lookup this');
    await fieldAt(page, 'trich_yeu').fill('Tên tệp lạ lắm');
    await save(page);
    await stateSays(page, 'Đã lưu');
    await expectHarmless(page, harm);
    expectNoFaults(open);
  });

  test.each([HOSTILE[0], HOSTILE[1], HOSTILE[3], '../../ra-ngoai'])(
    'from elsewhere, %s: saved in the folder under a plain one, or not at all',
    async (name) => {
      const before = new Set(readdirSync(folder));
      await start();
      await openFile(`${name}.yaml`, Buffer.from(planAbout(`Đổi tên ${HOSTILE[0]}`)));
      await save(page);
      await page
        .locator('.notice')
        .filter({ hasText: /Đã lưu|không/ })
        .waitFor();
      for (const made of readdirSync(folder).filter((one) => !before.has(one)))
        expect(made).toMatch(/^[\p{L}\p{N} .-]+\.yaml$/u);
      await expectHarmless(page, harm);
    },
  );
});

test('in a table for many units: words in its rows and problems', async () => {
  await start();
  await openOf('Tên tệp lạ');
  await page.getByRole('button', { name: 'Xuất văn bản' }).click();
  await page.getByRole('menuitem', { name: 'Tạo cho nhiều đơn vị' }).click();
  const cell = `"${ALL_HOSTILE.replaceAll('"', '""')}"`;
  const table = `Đơn vị,Trích yếu,Ngày ban hành,${cell}\n${`${cell},${cell},${cell},${cell}\n`.repeat(2)}`;
  const data = await page.evaluateHandle(
    `(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(table)}], ${JSON.stringify(`${HOSTILE[1]}.csv`)}));
      return data;
    })()`,
  );
  await page.locator('.file-drop').dispatchEvent('drop', { dataTransfer: data });
  await page.locator('.making, .problem-list').first().waitFor();
  await page.getByText(HOSTILE[0]).first().waitFor();
  await expectHarmless(page, harm);
  expectNoFaults(open);
});

test('in a template and in the name of a kind: words in the problems and the cards', async () => {
  const own = makeFolder();
  const templates = copyTemplates('plan', own);
  const [definition, template] = ['kind.yaml', 'template.hbs'].map((name) => join(templates, 'plan', name));
  writeFileSync(definition!, readFileSync(definition!, 'utf8').replace(/^name: .*$/m, `name: ${HOSTILE[0]}`));
  const other = await startPreview(own, ['--templates', templates]);
  try {
    await page.goto(other.address);
    await page.locator('.card-new').filter({ hasText: HOSTILE[0] }).click();
    await pagesDone(page);
    appendFileSync(template!, `\n{{#if ${ALL_HOSTILE}}}\n`);
    await page.locator('.template-problems').getByText('<script>').first().waitFor();
    await expectHarmless(page, harm);
    expectNoFaults(open);
  } finally {
    await other.end();
    removeFolder(own);
  }
});
