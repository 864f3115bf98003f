import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unzip } from '../archive/unzip.js';
import { expectNoFaults, type OpenPage, openPage, startBrowser } from './browser.js';
import { fillForm } from './fill-form.js';
import { knownKinds } from './known-kinds.js';
import { makeFolder, type Preview, removeFolder, startPreview, thethuc } from './program.js';
import {
  chooseInMenu,
  listedProblems,
  newPaper,
  openSample,
  openStudio,
  pagesDone,
  putBy,
  type TakenFile,
  takenBy,
} from './studio-page.js';

const KINDS = await knownKinds();

let browser: Browser;
let preview: Preview;
let folder: string;
let open: OpenPage;
beforeAll(async () => {
  folder = makeFolder();
  [browser, preview] = await Promise.all([startBrowser(), startPreview(folder)]);
  open = await openPage(browser);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(folder);
});

test('the start page offers every kind of the program', async () => {
  await openStudio(open.page, preview.address);
  const names = await open.page.locator('.card-name').allInnerTexts();
  expect(names.toSorted()).toEqual(KINDS.map(({ name }) => name).toSorted());
  expect(names.length).toBeGreaterThan(1);
});

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  test('its sample is shown, and taken away as the command writes it', async () => {
    const { page } = open;
    await openStudio(page, preview.address);
    await openSample(page, kind.name);
    const sheets = page.locator('.sheet[role="group"]');
    await sheets.first().locator('svg text').first().waitFor();
    const taken = await takeEverything();
    await expectAsRendered(taken, kind.file, kind.sample);
    expectNoFaults(open);
  });

  test('a new one is filled in field by field until nothing is wrong, and taken away', async () => {
    const { page } = open;
    await openStudio(page, preview.address);
    await newPaper(page, kind.name);
    await fillForm(page, kind);
    await pagesDone(page);
    const errors = (await listedProblems(page)).locator('.level.error .problem');
    expect(await errors.allInnerTexts()).toEqual([]);
    const [form] = await takenBy(page, () => chooseInMenu(page, 'Tải về tệp biểu mẫu'));
    const taken = await takeEverything();
    await expectAsRendered(taken, kind.file, new TextDecoder().decode(form!.bytes));
    expectNoFaults(open);
  });
});

/** All DOCX and PDF of the form, out of the folder again, so that the next ones are not asked about. */
async function takeEverything(): Promise<readonly TakenFile[]> {
  const isSeveral = (await open.page.locator('.paper-tabs').count()) > 0;
  const items = isSeveral ? ['Cả bộ: mọi tệp Word và PDF'] : ['Tệp Word (DOCX)', 'Tệp PDF'];
  const taken: TakenFile[] = [];
  for (const item of items)
    taken.push(...(await putBy(open.page, folder, () => chooseInMenu(open.page, item))));
  for (const { name } of taken) removeFolder(join(folder, name));
  return taken;
}

/** The same files, of the same names, as `thethuc render --name` makes of the same form. */
async function expectAsRendered(taken: readonly TakenFile[], file: string, text: string): Promise<void> {
  const beside = makeFolder();
  writeFileSync(join(beside, file), text);
  const argv = ['render', file, '--fonts', 'bundled', '--name', '--format', 'docx,pdf'];
  const { code, stderr } = await thethuc(argv, beside);
  expect(code, stderr).toBe(0);
  const made = readdirSync(beside).filter((name) => name !== file);
  expect(taken.map(({ name }) => name).toSorted()).toEqual(made.toSorted());
  for (const { name, bytes } of taken) {
    const wanted = new Uint8Array(readFileSync(join(beside, name)));
    expect(unpacked(name, bytes).equals(unpacked(name, wanted)), name).toBe(true);
  }
  removeFolder(beside);
}

/**
 * A file with nothing in it deflated: the browser packs by our own deflate, the command by Node's, and all else must be the same
 * byte for byte.
 */
function unpacked(name: string, bytes: Uint8Array): Buffer {
  if (name.endsWith('.docx'))
    return Buffer.concat([...unzip(bytes)].flatMap(([part, content]) => [Buffer.from(`${part}\n`), content]));
  const pdf = Buffer.from(bytes).toString('latin1');
  const plain = pdf
    .slice(0, pdf.lastIndexOf('\nxref'))
    .replace(/\/Length \d+/g, '')
    .replace(/(?<=>>\nstream\n)[\s\S]*?(?=\nendstream)/g, (packed) => inflated(packed));
  return Buffer.from(plain, 'latin1');
}

function inflated(packed: string): string {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  } catch {
    return packed;
  }
}
