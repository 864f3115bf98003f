import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readFormModel } from '../../src/form/edit/read-form-model.js';
import { typedValues } from '../../src/form/edit/typed-values.js';
import type { KindInfo } from '../../src/studio/protocol.js';
import { kindOf, loadKindInfos } from '../studio/client/form/kinds.js';
import { expectNoFaults, type OpenPage, openPage } from './browser.js';
import {
  elementOf,
  formText,
  oneOfEach,
  openAll,
  shownFields,
  showPane,
  type TypedField,
  textIn,
  valueAt,
} from './form-fields.js';
import { composeText, pressKeys } from './press-keys.js';
import { startedStudio } from './started-studio.js';
import { newPaper, openStudio } from './studio-page.js';
import { telexKeys, textOfKeys } from './telex.js';

/** How lines begin that an editor might be clever about, or that mean something else in a form's file. */
const SENTENCES = [
  'Tổ chức Hội nghị “điển hình tiên tiến” (đợt 1), chậm nhất ngày 10/3',
  '"Thi đua yêu nước" là truyền thống: giữ vững',
  '- Đối tượng: đoàn viên, người lao động',
  '1. Biểu dương [đúng người] {đúng việc}',
  'a) Tập thể được tặng Cờ thi đua;',
  "# Ghi chú 'quan trọng' #1",
  ': Nguyễn Văn A',
  '“Được mùa”; *lưu ý*, 100% & hơn nữa',
  '* Thưởng nóng > 2 triệu | ước tính',
  '[x] Đã xong! @ %',
];
const lines = (...all: readonly (string | undefined)[]): string => all.join('\n');
const OUTLINE = lines('I. MỤC ĐÍCH, YÊU CẦU', ...SENTENCES, '+ Cộng thêm', '', 'Kết thúc.');

const SLUGS = [
  'annual-work-plan',
  'conference-plan',
  'deadline-sheet',
  'dossier',
  'emulation-launch-plan',
  'hall-banner',
  'plan',
  'registration-form',
  'report-outline',
];

const studio = startedStudio();
let kinds: readonly KindInfo[];
beforeAll(async () => {
  kinds = await loadKindInfos();
});

test('the keys of Telex', () => {
  const [first] = SENTENCES;
  const keys = telexKeys('Tổ chức');
  expect(keys.map((key) => (key.type === 'letter' ? key.text : '<')).join('')).toBe('To<ô<ổ chu<ưc<<ức');
  expect(textOfKeys(telexKeys(OUTLINE))).toBe(OUTLINE);
  expect(textOfKeys(telexKeys(first!, 'Select'))).toBe(first);
});

/** The caret at the end of a field, as after a click there. */
const enter = async (field: Locator): Promise<void> => {
  await field.click();
  await field.press('Control+End');
};

type Way = (page: Page) => (words: string) => Promise<void>;
const FAST: Way = (page) => (words) => pressKeys(page, telexKeys(words), 'fast');
const SLOW: Way = (page) => (words) => pressKeys(page, telexKeys(words), 'slow');
const OVER_SELECTIONS: Way = (page) => (words) => pressKeys(page, telexKeys(words, 'Select'), 'fast');
const COMPOSED: Way = (page) => (words) => composeText(page, words);

/** Whole sentences in the first field of each sort; in those of its sort in other kinds a word that has every sort of key. */
const SHORT = lines(SENTENCES[0], SENTENCES[5]);
const WORD = 'Được: "ý" #1';
const WORD_AND_LINE = lines(WORD, '- Tổ');
const takesLines = ({ sort }: TypedField): boolean => /outline|paragraph/.test(sort);
/** Names of files are looked for on the disk while they are typed: a browser logs each that is not there. */
const isFile = ({ sort }: TypedField): boolean => sort.endsWith('file');

/** What was typed in whole sentences, way by way. */
const whole = new Map<Way, Set<string>>();

/** What is typed into a field; the first of an editor's own has all beginnings of lines. */
function saidIn(field: TypedField, way: Way): string {
  const known = whole.get(way) ?? new Set();
  whole.set(way, known);
  // How it is drawn is all that matters to a way of typing; where it stands, to the file too.
  const own = field.sort.replace(/^.* /, '');
  const sort = way === FAST ? field.sort : own;
  // Between slow keys the page comes to rest.
  if (known.has(sort) || way === SLOW) return takesLines(field) ? WORD_AND_LINE : WORD;
  const isFirst = ![...known].some((one) => one.endsWith(own));
  known.add(sort);
  if (!takesLines(field)) return SENTENCES[known.size % SENTENCES.length]!;
  return way === FAST && isFirst ? OUTLINE : SHORT;
}

/** Types into one field of each sort; each then has its words, and the form's file too. */
async function typeInto(page: Page, kind: KindInfo, way: Way, fields: readonly TypedField[]): Promise<void> {
  const typed: (readonly [TypedField, string])[] = [];
  for (const field of fields) {
    const element = elementOf(page, field);
    await enter(element);
    const said = saidIn(field, way);
    const words = (await textIn(element)) + said;
    await way(page)(said);
    await expect.poll(() => textIn(element), { message: `${kind.name}: ${field.path}` }).toBe(words);
    typed.push([field, words]);
  }
  for (const [field, words] of typed)
    expect(await textIn(elementOf(page, field)), `${kind.name}: ${field.path}`).toBe(words);
  await showPane(page, 'Dạng chữ');
  const values = typedValues(readFormModel(await formText(page), kind, kinds));
  for (const [{ path }, words] of typed) expect(valueAt(values, path), `${kind.name}: ${path}`).toBe(words);
}

/** One field of each sort that is shown and has not been typed in. */
async function newSorts(page: Page, seen: Set<string>): Promise<readonly TypedField[]> {
  await openAll(page);
  const fields = oneOfEach(await shownFields(page)).filter(
    (field) => !isFile(field) && !seen.has(field.sort),
  );
  for (const { sort } of fields) seen.add(sort);
  return fields;
}

/** A new paper of a kind, and in a set of papers one more: a plan. */
async function fillKind(page: Page, kind: KindInfo, way: Way): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  await openStudio(page, studio().preview.address);
  await newPaper(page, kind.name);
  await typeInto(page, kind, way, await newSorts(page, seen));
  if (!kind.isDossier) return seen;
  await page.getByRole('button', { name: 'Thêm văn bản' }).click();
  await page.locator('.form-paper select').first().selectOption({ label: 'Kế hoạch' });
  await page.locator('.form-paper .cm-content').first().waitFor();
  await typeInto(page, kind, way, await newSorts(page, seen));
  return seen;
}

describe('in the fields of all kinds', () => {
  const sorts = new Set<string>();
  test.each(SLUGS)('typed fast: %s', async (slug) => {
    const open = await openPage(studio().browser);
    for (const sort of await fillKind(open.page, kindOf(kinds, slug), FAST)) sorts.add(sort);
    expectNoFaults(open);
    await open.context.close();
  });

  test('no kind and no sort of field is left out', () => {
    expect(kinds.map(({ slug }) => slug).toSorted()).toEqual(SLUGS);
    const words = [...sorts].flatMap((sort) => sort.split(' '));
    const drawn = ['prose', 'paragraph', 'outline', 'date', 'line', 'part'];
    expect(words).toEqual(expect.arrayContaining([...drawn, 'lines', 'grid', 'cards', 'group', 'paper']));
  });

  test.each([
    ['slowly', 'deadline-sheet', SLOW],
    ['over selections', 'hall-banner', OVER_SELECTIONS],
    ['as other input methods compose', 'report-outline', COMPOSED],
  ] as const)('typed %s', async (_, slug, way) => {
    const open = await openPage(studio().browser);
    await fillKind(open.page, kindOf(kinds, slug), way);
    expectNoFaults(open);
    await open.context.close();
  });

  test('the name of a file', async () => {
    const open = await openPage(studio().browser);
    await openStudio(open.page, studio().preview.address);
    await newPaper(open.page, 'Kế hoạch tổ chức hội nghị');
    await openAll(open.page);
    const field = (await shownFields(open.page)).find(isFile)!;
    await enter(elementOf(open.page, field));
    await FAST(open.page)('Kế hoạch (đợt 1).pdf');
    expect(await textIn(elementOf(open.page, field))).toBe('Kế hoạch (đợt 1).pdf');
    expect(open.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await open.context.close();
  });
});

describe('elsewhere', () => {
  let open: OpenPage;
  let page: Page;
  beforeEach(async () => {
    open = await openPage(studio().browser);
    page = open.page;
    await openStudio(page, studio().preview.address);
  });
  afterEach(() => open.context.close());

  test.each([
    ['fast', FAST],
    ['slowly', SLOW],
    ['over selections', OVER_SELECTIONS],
    ['as other input methods compose', COMPOSED],
  ] as const)('in the text pane, %s', async (_, way) => {
    await newPaper(page, 'Kế hoạch');
    await showPane(page, 'Dạng chữ');
    const pane = page.locator('.text-editor .cm-content');
    await enter(pane);
    const all = lines(
      'Trích yếu: Tổ chức Hội nghị “điển hình” (đợt 1)',
      'Nội dung: |',
      `  ${SENTENCES[0]}`,
      '- “Được mùa” [x] {y',
      '',
      '#: "Ghi chú',
    );
    const said = way === SLOW ? `Trích yếu: ${WORD}` : all;
    const before = await formText(page);
    await way(page)(said);
    await expect.poll(() => formText(page)).toBe(before + said);
    expectNoFaults(open);
  });

  test('in the search for fields, which finds them', async () => {
    await newPaper(page, 'Kế hoạch');
    const finder = page.getByRole('searchbox', { name: 'Tìm ô trong biểu mẫu' });
    await finder.click();
    await FAST(page)('Nơi nhận');
    expect(await finder.inputValue()).toBe('Nơi nhận');
    await page.locator('.form-finder-panel').getByRole('button', { name: 'Nơi nhận' }).first().waitFor();
    expectNoFaults(open);
  });

  test('in "Cơ quan của tôi"', async () => {
    await page.getByRole('button', { name: 'Cơ quan của tôi' }).first().click();
    await page.locator('.own-agency').waitFor();
    for (const adder of await page.locator('.own-agency .form-add').all()) await adder.click();
    const fields = oneOfEach(await shownFields(page));
    expect(fields.length).toBeGreaterThan(2);
    for (const [index, field] of fields.entries()) {
      const element = elementOf(page, field);
      await enter(element);
      const words = (await textIn(element)) + SENTENCES[index]!;
      await FAST(page)(SENTENCES[index]!);
      expect(await textIn(element), field.path).toBe(words);
    }
    expectNoFaults(open);
  });

  test('keys of the keyboard program do nothing on the page', async () => {
    await newPaper(page, 'Kế hoạch');
    await showPane(page, 'Dạng chữ');
    await page.evaluate(`addEventListener('keydown', (event) => setTimeout(() => {
      if (event.defaultPrevented) (window.taken ??= []).push(event.key);
    }), { capture: true })`);
    const prose = page.locator('.form-pane textarea').first();
    for (const field of [
      prose,
      page.locator('.outline-editor .cm-content').first(),
      page.locator('.text-editor .cm-content'),
    ]) {
      await field.click();
      await page.keyboard.press('Control+Shift');
      for (const key of [
        'Alt+Z',
        'Alt+z',
        ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789[]/\\;,.', (one) => `Control+Shift+${one}`),
      ])
        await page.keyboard.press(key);
    }
    // What the page takes is seen: a key that it has of its own.
    await page.keyboard.press('Control+s');
    await expect.poll(() => page.evaluate('window.taken')).toEqual(['s']);
  });
});
