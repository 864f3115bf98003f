import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import { clashBar, openListed, planAbout, printed, stateSays } from './folder-page.js';
import { copyTemplates, makeFolder, type Preview, removeFolder, startPreview } from './program.js';
import { openStudio } from './studio-page.js';

let browser: Browser;
let preview: Preview;
let folder: string;
let open: OpenPage;
let page: Page;
let templates: string;
const originals = new Map<string, string>();

beforeAll(async () => {
  folder = makeFolder({ 'van-ban/ke-hoach.yaml': planAbout('Bản đầu') });
  templates = copyTemplates('plan', folder);
  for (const name of ['plan/kind.yaml', 'plan/template.hbs', '_common/signature.hbs'])
    originals.set(name, readFileSync(join(templates, name), 'utf8'));
  [browser, preview] = await Promise.all([
    startBrowser(),
    startPreview(join(folder, 'van-ban'), ['--templates', templates]),
  ]);
  open = await openPage(browser);
  page = open.page;
  await openStudio(page, preview.address);
  await openListed(page, 'Bản đầu');
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});
afterEach(() => expectNoFaults(open));

/** Saves a file of the templates with something in it replaced; as it was without. */
function saveTemplate(name: string, from: string | RegExp = '', to = ''): void {
  const text = originals.get(name)!;
  const now = text.replace(from, () => to);
  if (from !== '' && now === text) throw new Error(`${name} does not have ${from}`);
  writeFileSync(join(templates, name), now);
}

const TITLE = '<kind-title rule="R38">{{@kind.title}}</kind-title>';
const problems = (): Locator => page.locator('.template-problems');
const isGone = (locator: Locator): Promise<void> => locator.waitFor({ state: 'detached' });

describe('what is saved is seen', () => {
  test('of a template', async () => {
    saveTemplate('plan/template.hbs', TITLE, '<kind-title rule="R38">BẢN KẾ HOẠCH</kind-title>');
    await printed(page, 'BẢN KẾ HOẠCH');
    saveTemplate('plan/template.hbs');
    await isGone(page.locator('section.pages text').filter({ hasText: 'BẢN KẾ HOẠCH' }));
    await printed(page, 'KẾ HOẠCH');
  });

  test('of what templates share', async () => {
    const signature = originals.get('_common/signature.hbs')!;
    saveTemplate('_common/signature.hbs', signature, '');
    await isGone(page.locator('section.pages text').filter({ hasText: 'CHỦ TỊCH' }));
    saveTemplate('_common/signature.hbs');
    await printed(page, 'CHỦ TỊCH');
  });

  test('of a kind: a label and a field', async () => {
    const field =
      '  - key: ghi_chu\n    label: Ghi chú\n    type: text\n    required: true\n    unprinted: true\n';
    saveTemplate('plan/kind.yaml', /(?= {2}- use: bases)/, field);
    await page
      .locator('.form-pane [data-path="ghi_chu"]')
      .getByText('Ghi chú', { exact: false })
      .first()
      .waitFor();
    saveTemplate(
      'plan/kind.yaml',
      'label: Trích yếu',
      'label: Trích yếu nội dung\n    aliases: [trich_yeu_noi_dung]',
    );
    await page.locator('.form-pane [data-path="trich_yeu"] label').filter({ hasText: 'nội dung' }).waitFor();
    await isGone(page.locator('.form-pane [data-path="ghi_chu"]'));
    saveTemplate('plan/kind.yaml');
    await isGone(page.locator('.form-pane [data-path="trich_yeu"] label').filter({ hasText: 'nội dung' }));
  });

  test('of a form', async () => {
    writeFileSync(join(folder, 'van-ban/ke-hoach.yaml'), planAbout('Bản thứ hai'));
    await printed(page, 'Bản thứ hai');
    await stateSays(page, 'Đã lưu');
    expect(await clashBar(page).count()).toBe(0);
  });
});

describe('a fault is shown over the last good pages until it is mended', () => {
  test.each([
    [
      'an open block',
      'plan/template.hbs',
      '  {{> bases}}',
      '  {{#if trich_yeu}}\n  {{> bases}}',
      /template\.hbs:\d+/,
    ],
    ['an unknown field', 'plan/template.hbs', '{{trich_yeu}}', '{{trich_yeo}}', /template\.hbs:7:\d+/],
    ['an unknown element', 'plan/template.hbs', TITLE, '<kind-titel>A</kind-titel>', /template\.hbs:6/],
    [
      'an element that is not closed',
      'plan/template.hbs',
      TITLE,
      '<kind-title rule="R38">A',
      /template\.hbs:\d+/,
    ],
    [
      'a type of field that there is not',
      'plan/kind.yaml',
      'type: outline',
      'type: outlin',
      /kind\.yaml:\d+:\d+/,
    ],
    ['a kind that is no YAML', 'plan/kind.yaml', 'fields:', 'fields: [', /kind\.yaml:\d+/],
  ])('%s', async (_, name, from, to, place) => {
    saveTemplate(name, from, to);
    await problems().waitFor();
    await problems().getByText(place).first().waitFor();
    expect(await problems().locator('.fixed').first().textContent()).toMatch(/^\.?\.?[\w/.-]*plan\//);
    // What to do, in words, and the page as it was last good.
    expect(await problems().getByText('Gợi ý:').count()).toBeGreaterThan(0);
    expect(await page.locator('section.pages .sheet svg').count()).toBeGreaterThan(0);
    await printed(page, 'KẾ HOẠCH');
    saveTemplate(name);
    await isGone(problems());
    await printed(page, 'KẾ HOẠCH');
  });
});

describe('for who writes templates', () => {
  const menu = async (item: string): Promise<void> => {
    await page.getByRole('button', { name: 'Dành cho người viết mẫu' }).click();
    await page.getByRole('menuitemcheckbox', { name: item }).click();
  };

  test('margins, baselines and boxes with their rules are drawn over the pages on demand', async () => {
    const over = page.locator('section.pages g.overlay');
    expect(await over.count()).toBe(0);
    await menu('Hiện lề, chân chữ và khung');
    await over.first().waitFor();
    const words = (await over.first().locator('text').allTextContents()).join('\n');
    expect(words).toMatch(/R7 lề trên 20(?:,0)?, dưới 20(?:,0)?, trái 30(?:,0)?, phải/);
    expect(words).toMatch(/R38/);
    expect(await over.first().locator('rect').count()).toBeGreaterThan(5);
    expect(await over.first().locator('line, path').count()).toBeGreaterThan(5);
    await menu('Hiện lề, chân chữ và khung');
    await isGone(over.first());
  });

  test('the tree and the markup are read, and follow the template', async () => {
    await menu('Xem cây văn bản và đánh dấu');
    const insides = page.locator('pre.insides');
    await insides.filter({ hasText: 'KẾ HOẠCH' }).waitFor();
    await page.getByRole('button', { name: 'Đánh dấu' }).click();
    await insides.filter({ hasText: '<kind-title' }).waitFor();
    saveTemplate('plan/template.hbs', TITLE, '<kind-title rule="R38">BẢN KẾ HOẠCH</kind-title>');
    await insides.filter({ hasText: 'BẢN KẾ HOẠCH' }).waitFor();
    await page.keyboard.press('Escape');
    await isGone(insides);
  });
});
