import type { Locator, Page } from 'playwright-core';
import type { FormValue } from '../../src/form/form.js';

/** Something in a form's pane that is typed in. */
export interface TypedField {
  readonly path: string;
  /** By which it is found again, as long as it is not drawn anew. */
  readonly mark: string;
  /** How it is drawn and what it stands in: "prose", "lines prose", "grid line". */
  readonly sort: string;
}

/** Opens all that is folded, offers what is left out, and gives each list an item. */
export async function openAll(page: Page): Promise<void> {
  while ((await page.evaluate(OPEN_MORE)) as boolean);
}

/** Whether there was more to open; what it opens is drawn when it says so. */
const OPEN_MORE = `(async () => {
  const folded = '.form-fold[aria-expanded="false"], .form-extras .form-extra';
  const empty = '.form-list:not(:has([data-item])) > .form-add';
  const pane = document.querySelector('.form-pane');
  const closed = [...pane.querySelectorAll(folded)];
  const more = closed.length > 0 ? closed : [...pane.querySelectorAll(empty)].slice(0, 1);
  for (const button of more) button.click();
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  return more.length > 0;
})()`;

/** The fields that are shown, in their order. */
export const shownFields = (page: Page): Promise<readonly TypedField[]> =>
  page.evaluate(`(() => {
    const pane = document.querySelector('.form-pane');
    return [...pane.querySelectorAll('textarea, input[type="text"], .cm-content')].map((field, index) => {
      field.dataset.typedIn = index;
      const within = [['tr', 'grid'], ['.form-line-item', 'lines'], ['.form-card', 'cards'], ['.form-group', 'group'],
        ['.form-paper', 'paper']];
      const around = within.filter(([place]) => field.closest(place) !== null).map(([, name]) => name);
      const own = field.matches('.cm-content') ? 'outline'
        : field.matches('textarea') ? (field.closest('.form-prose.long') ? 'paragraph' : 'prose')
        : field.closest('.form-parts') ? 'part' : field.matches('.date') ? 'date' : field.closest('.form-file') ? 'file' : 'line';
      return { path: field.id.slice(pane.id.length), mark: String(index), sort: [...around, own].join(' ') };
    });
  })()`);

/** The first field of each sort. */
export const oneOfEach = (fields: readonly TypedField[]): readonly TypedField[] => [
  ...new Map(fields.toReversed().map((field) => [field.sort, field])).values(),
];

/** The element that a field is typed in: the one that was there, and no other in its place. */
export const elementOf = (page: Page, { mark }: TypedField): Locator =>
  page.locator(`[data-typed-in="${mark}"]`);

/** An element that is typed in; an editor of CodeMirror knows more lines than it has drawn. */
interface TypedIn {
  readonly value?: string;
  readonly cmTile?: { readonly root: { readonly view: { readonly state: { readonly doc: object } } } };
}

/** What stands in an element that is typed in. */
export const textIn = (field: Locator): Promise<string> =>
  field.evaluate((element) => {
    const { cmTile, value } = element as unknown as TypedIn;
    return cmTile === undefined ? String(value) : String(cmTile.root.view.state.doc);
  });

/** What stands in the fields that are shown, by their paths. */
export async function shownTexts(page: Page): Promise<readonly (readonly [string, string])[]> {
  const fields = await shownFields(page);
  const texts = await page
    .locator('[data-typed-in]')
    .evaluateAll((all) =>
      (all as unknown as readonly TypedIn[]).map(({ cmTile, value }) =>
        cmTile === undefined ? String(value) : String(cmTile.root.view.state.doc),
      ),
    );
  return fields.map(({ path }, index) => [path, texts[index] ?? '']);
}

/** The text of the form's file, of the pane that shows it. */
export const formText = (page: Page): Promise<string> => textIn(page.locator('.text-editor .cm-content'));

/** Shows or hides a pane: "Dạng chữ". */
export async function showPane(page: Page, name: string, isShown = true): Promise<void> {
  const button = page.locator('.pane-switches').getByRole('button', { name });
  if ((await button.getAttribute('aria-pressed')) !== String(isShown)) await button.click();
}

/** The value at a path: "kem_theo.0.ten". */
export function valueAt(values: FormValue, path: string): FormValue | undefined {
  let value: FormValue | undefined = values;
  for (const step of path.split('.'))
    value = typeof value === 'object' ? (value as Readonly<Record<string, FormValue>>)[step] : undefined;
  return value;
}
