import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage } from './browser.js';
import { fillForm } from './fill-form.js';
import { knownKinds } from './known-kinds.js';
import { makeFolder, removeFolder, thethuc } from './program.js';
import { expectSamePaper } from './same-paper.js';
import { startedStudio } from './started-studio.js';
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

const studio = startedStudio();
let open: OpenPage;
beforeAll(async () => {
  open = await openPage(studio().browser);
});

test('the start page offers every kind of the program', async () => {
  await openStudio(open.page, studio().preview.address);
  const names = await open.page.locator('.card-name').allInnerTexts();
  expect(names.toSorted()).toEqual(KINDS.map(({ name }) => name).toSorted());
  expect(names.length).toBeGreaterThan(1);
});

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
  test('its sample is shown, and taken away as the command writes it', async () => {
    const { page } = open;
    await openStudio(page, studio().preview.address);
    await openSample(page, kind.name);
    const sheets = page.locator('.sheet[role="group"]');
    await sheets.first().locator('svg text').first().waitFor();
    const taken = await takeEverything();
    await expectAsRendered(taken, kind.file, kind.sample);
    expectNoFaults(open);
  });

  test('a new one is filled in field by field until nothing is wrong, and taken away', async () => {
    const { page } = open;
    await openStudio(page, studio().preview.address);
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
    taken.push(...(await putBy(open.page, studio().folder, () => chooseInMenu(open.page, item))));
  for (const { name } of taken) removeFolder(join(studio().folder, name));
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
    await expectSamePaper({ name, bytes }, new Uint8Array(readFileSync(join(beside, name))));
  }
  removeFolder(beside);
}
