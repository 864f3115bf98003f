import type { Page } from 'playwright-core';
import { beforeAll, expect, test, vi } from 'vitest';
import { readFormModel } from '../../src/form/edit/read-form-model.js';
import { typedValues } from '../../src/form/edit/typed-values.js';
import type { KindInfo } from '../../src/studio/protocol.js';
import { loadKindInfos } from '../studio/client/form/kinds.js';
import { expectNoFaults, openPage } from './browser.js';
import { drawnPages } from './drawn-pages.js';
import { createEditModel, type EditModel, randomFrom, textsOf } from './edit-model.js';
import {
  elementOf,
  formText,
  shownFields,
  shownTexts,
  showPane,
  type TypedField,
  textIn,
  valueAt,
} from './form-fields.js';
import { pressKeys } from './press-keys.js';
import { startedStudio } from './started-studio.js';
import { openSample, openStudio } from './studio-page.js';
import { telexKeys } from './telex.js';

/** RANDOM_SEED=… runs again what failed; RANDOM_TIMES=10 makes ten times as many edits. */
const SEED = Number(process.env['RANDOM_SEED'] ?? Math.floor(Math.random() * 1e9));
const EDITS = 200 * Number(process.env['RANDOM_TIMES'] ?? 1);
const WORDS = ['Tổ chức', 'người lao động', 'điển hình', 'Kế hoạch số 1', 'chậm nhất ngày 10/3', 'đoàn viên'];

// Each edit waits for the page.
vi.setConfig({ testTimeout: 1_200_000 });

const studio = startedStudio();
let kinds: readonly KindInfo[];
beforeAll(async () => {
  kinds = await loadKindInfos();
});

/** A page on which edits are made, and what it should say. */
interface Desk {
  readonly page: Page;
  readonly kind: KindInfo;
  readonly model: EditModel;
  readonly random: (below: number) => number;
  /** The texts of the form's file before each edit of the model, and after those taken back. */
  readonly texts: string[];
  /** Where was typed last: typing on there is one step back with it. */
  last: string;
}

const valuesIn = (text: string, kind: KindInfo) => typedValues(readFormModel(text, kind, kinds));
const pick = <T>({ random }: Desk, all: readonly T[]): T => all[random(all.length)]!;

/** Blanks at the ends of a line are the field's as long as it is typed in, and not the file's. */
const bare = (text: string): string => text.replace(/\s*\n\s*/g, '\n').trim();

/** Form, text and model say the same. */
async function expectAgreement(desk: Desk, said: string): Promise<void> {
  const { page, kind, model } = desk;
  const wanted = textsOf(model.values()).map(([path, text]) => [path, bare(text)]);
  await expect
    .poll(
      async () => textsOf(valuesIn(await formText(page), kind)).map(([path, text]) => [path, bare(text)]),
      {
        message: `the text after ${said}`,
      },
    )
    .toEqual(wanted);
  await expect
    .poll(
      async () =>
        (await shownTexts(page)).filter(
          ([path, text]) => bare(String(valueAt(model.values(), path) ?? '')) !== bare(text),
        ),
      { message: `the form after ${said}` },
    )
    .toEqual([]);
}

type Edit = (desk: Desk) => Promise<string | undefined>;

/** Fields that are typed in freely: what a number or a date must be is the form's to say, not the test's. */
async function freeFields({ page, last }: Desk): Promise<readonly TypedField[]> {
  const fields = await shownFields(page);
  return fields.filter(({ path, sort }) => path !== last && /prose|paragraph|outline/.test(sort));
}

/** Types or deletes at the end of a field: at once, without a wait after the click. */
const typeInForm: Edit = async (desk) => {
  const { page, model, random } = desk;
  const field = pick(desk, await freeFields(desk));
  const known = String(valueAt(model.values(), field.path) ?? '');
  const element = elementOf(page, field);
  await element.click();
  await page.keyboard.press('Control+End');
  // A field that was typed in a moment ago may still have the blank at its end.
  const shown = await textIn(element);
  expect(bare(shown), `shown in ${field.path}`).toBe(bare(known));
  const before = /[^\S\n]+$/.exec(shown) ? known.trimEnd() + shown.slice(shown.trimEnd().length) : known;
  const deleted = random(3) === 0 ? Math.min(before.length, 1 + random(4)) : 0;
  const words = deleted > 0 && random(2) === 0 ? '' : ` ${pick(desk, WORDS)}`;
  for (let at = 0; at < deleted; at += 1) await page.keyboard.press('Backspace');
  await pressKeys(page, telexKeys(words), 'fast');
  const value = before.slice(0, before.length - deleted) + words;
  expect(bare(await textIn(element)), `typed in ${field.path}`).toBe(bare(value));
  model.make({ type: 'set', path: field.path, value: value.trim() });
  desk.last = field.path;
  return `typing in ${field.path}`;
};

/** Types behind a value in the text pane. */
const typeInText: Edit = async (desk) => {
  const { page, kind, model } = desk;
  const form = readFormModel(await formText(page), kind, kinds);
  // In quotes the file keeps a blank at the end too.
  const inFile = typedValues(form);
  const places = textsOf(model.values()).flatMap(([path, text]) => {
    const [piece] = form.find(path)?.value?.pieces.slice(-1) ?? [];
    const isPlain = text.length > 3 && !/["'\\]/.test(text) && /\p{L}$/u.test(text);
    const isFree = /trich_yeu|noi_dung$|ho_ten|chuc_vu|\.ten$/.test(path) && path !== desk.last;
    return piece && isPlain && isFree
      ? [[path, text, piece.source + (piece.sourceLength ?? piece.length)] as const]
      : [];
  });
  if (places.length === 0) return undefined;
  const [path, text, at] = pick(desk, places);
  await page.locator('.text-editor .cm-content').evaluate((element, anchor) => {
    const { view } = (
      element as unknown as {
        cmTile: { root: { view: { dispatch: (change: object) => void; focus: () => void } } };
      }
    ).cmTile.root;
    view.dispatch({ selection: { anchor }, scrollIntoView: true });
    view.focus();
  }, at);
  const words = ` ${pick(desk, WORDS)}`;
  await pressKeys(page, telexKeys(words), 'fast');
  model.make({ type: 'set', path, value: bare(String(valueAt(inFile, path) ?? text) + words) });
  desk.last = path;
  return `typing at ${path} in the text`;
};

/** The lists of single lines that are shown, with how many items each has. */
const listsOf = ({ page }: Desk): Promise<readonly { readonly path: string; readonly count: number }[]> =>
  page.evaluate(`[...document.querySelectorAll('.form-pane .form-list')].flatMap((list) => {
    const path = list.id.slice(document.querySelector('.form-pane').id.length);
    const items = [...list.querySelectorAll('[data-item]')].filter((item) => item.closest('.form-list') === list);
    const isLines = items.every((item) => item.matches('.form-line-item') && item.querySelectorAll('textarea').length === 1
      && item.querySelector('textarea').id.endsWith(item.dataset.item));
    return isLines && items.length > 0 ? [{ path, count: items.length }] : [];
  })`);

const listAt = ({ page }: Desk, path: string) => page.locator(`.form-pane .form-list[id$="${path}"]`);

/** A new item, typed into as soon as the button is clicked. */
const addItem: Edit = async (desk) => {
  const { page, model } = desk;
  const lists = await listsOf(desk);
  if (lists.length === 0) return undefined;
  const { path, count } = pick(desk, lists);
  await listAt(desk, path).locator(':scope > .form-add').click();
  const value = pick(desk, WORDS);
  await pressKeys(page, telexKeys(value), 'fast');
  model.make({ type: 'insert', path, index: count, value });
  desk.last = `${path}.${count}`;
  return `a new item of ${path}`;
};

const removeItem: Edit = async (desk) => {
  const lists = (await listsOf(desk)).filter(({ count }) => count > 1);
  if (lists.length === 0) return undefined;
  const { path, count } = pick(desk, lists);
  const index = desk.random(count);
  await listAt(desk, path)
    .locator(`[data-item="${path}.${index}"]`)
    .getByRole('button', { name: /^Bỏ: / })
    .click();
  desk.model.make({ type: 'remove', path, index });
  return `item ${index} of ${path} removed`;
};

/** Types a word into an item and moves it at once; it keeps the caret, and a second word goes into it. */
const typeAndMoveItem: Edit = async (desk) => {
  const { page, model } = desk;
  const lists = (await listsOf(desk)).filter(({ count }) => count > 1);
  if (lists.length === 0) return undefined;
  const { path, count } = pick(desk, lists);
  const from = desk.random(count);
  const to = from === count - 1 ? from - 1 : from + 1;
  const area = listAt(desk, path).locator(`[data-item="${path}.${from}"] textarea`);
  await area.click();
  await page.keyboard.press('Control+End');
  const before = await area.inputValue();
  expect(bare(before)).toBe(bare(String(valueAt(model.values(), `${path}.${from}`) ?? '')));
  await pressKeys(page, telexKeys(' Một'), 'fast');
  await page.keyboard.press(to > from ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
  await pressKeys(page, telexKeys(' Hải'), 'fast');
  model.make(
    { type: 'set', path: `${path}.${from}`, value: `${before} Một Hải`.trim() },
    { type: 'move', path, from, to },
  );
  desk.last = `${path}.${to}`;
  return `item ${from} of ${path} moved to ${to}`;
};

/** Back to what the form said before the last edit, or to what it said before that was taken back. */
const goBack: Edit = async (desk) => {
  const { page, model, random } = desk;
  const isUndo = model.past() > 0 && (model.future() === 0 || random(2) === 0);
  if (!isUndo && model.future() === 0) return undefined;
  if (isUndo) model.undo();
  else model.redo();
  const wanted = desk.texts[model.past()]!;
  for (let step = 0; step < 60 && (await formText(page)) !== wanted; step += 1)
    await page.keyboard.press(isUndo ? 'Control+Z' : 'Control+Y');
  desk.last = '';
  return isUndo ? 'undo' : 'redo';
};

/** What changes nothing that the form says. */
const lookAround: Edit = async (desk) => {
  const { page, random } = desk;
  const { name } = pick(desk, [
    { name: 'Phóng to' },
    { name: 'Thu nhỏ' },
    { name: 'Trang in' },
    { name: 'Dạng chữ' },
  ]);
  if (name === 'Trang in' || name === 'Dạng chữ') {
    await showPane(page, name, false);
    await showPane(page, name);
  } else
    await page
      .getByRole('toolbar', { name: 'Xem trang' })
      .getByRole('button', { name, exact: true })
      .click({ force: true });
  const tabs = page.locator('.paper-tabs [role="tab"], .form-tab-list [role="tab"]');
  const count = await tabs.count();
  if (count > 1) await tabs.nth(random(count)).click();
  return `${name}, tabs`;
};

const EDIT_KINDS: readonly Edit[] = [
  ...[typeInForm, typeInForm, typeInForm, typeInForm, typeInText, typeInText],
  ...[addItem, removeItem, typeAndMoveItem, goBack, goBack, lookAround],
];

async function editAtRandom(page: Page, kind: KindInfo, seed: number, count: number): Promise<void> {
  await showPane(page, 'Dạng chữ');
  const text = await formText(page);
  const model = createEditModel(valuesIn(text, kind));
  const desk: Desk = { page, kind, model, random: randomFrom(seed), texts: [text], last: '' };
  for (let at = 0; at < count; at += 1) {
    const said = await pick(desk, EDIT_KINDS)(desk);
    if (said === undefined) continue;
    await expectAgreement(desk, `edit ${at}, ${said} (RANDOM_SEED=${seed})`);
    desk.texts[model.past()] = await formText(page);
  }
}

test.each([
  ['plan', 0.8],
  ['dossier', 0.2],
] as const)('%s: form, text and pages agree', async (slug, part) => {
  const kind = kinds.find((one) => one.slug === slug)!;
  const open = await openPage(studio().browser);
  await openStudio(open.page, studio().preview.address);
  await openSample(open.page, kind.name);
  await editAtRandom(open.page, kind, SEED, EDITS * part);
  const drawn = await drawnPages(open.page);
  const fresh = await openPage(studio().browser);
  await openStudio(fresh.page, studio().preview.address);
  const file = { name: 'moi.yaml', mimeType: 'text/yaml', buffer: Buffer.from(await formText(open.page)) };
  await fresh.page.getByLabel('Tệp biểu mẫu, DOCX hoặc PDF').first().setInputFiles(file);
  await fresh.page.locator('.workplace').waitFor();
  expect(drawn.length).toBeGreaterThan(1);
  expect(await drawnPages(fresh.page), `pages (RANDOM_SEED=${SEED})`).toEqual(drawn);
  expectNoFaults(open);
  expectNoFaults(fresh);
  await Promise.all([open.context.close(), fresh.context.close()]);
});
