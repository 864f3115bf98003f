import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoFaults, type OpenPage, openPage } from './browser.js';
import { fieldAt } from './folder-page.js';
import { showPane } from './form-fields.js';
import { startedStudio } from './started-studio.js';
import { openSample, openStudio } from './studio-page.js';

const studio = startedStudio();
let open: OpenPage;
let page: Page;
beforeAll(async () => {
  open = await openPage(studio().browser);
  page = open.page;
  await openStudio(page, studio().preview.address);
  await openSample(page, 'Kế hoạch');
});
afterAll(() => open?.context.close());

/** A printed line of a field, by its path. */
const printedOf = (path: string) => page.locator(`section.pages text[data-f="${path}"]`).first();

/** The field in which the caret is, by its path. */
const fieldInUse = (): Promise<unknown> =>
  page.evaluate(`document.activeElement.closest('[data-path]')?.dataset.path`);

/** The line of an editor in which its caret is. */
const caretLine = (editor: string): Promise<string> =>
  page.locator(editor).evaluate((element) => {
    const { doc, selection } = (element as unknown as EditorContent).cmTile.root.view.state;
    return doc.lineAt(selection.main.head).text;
  });

interface EditorContent {
  readonly cmTile: { readonly root: { readonly view: { readonly state: EditorState } } };
}
interface EditorState {
  readonly doc: { readonly lineAt: (at: number) => { readonly text: string } };
  readonly selection: { readonly main: { readonly head: number } };
}

/** What of the pages is marked, by the paths of its fields. */
const marked = (): Promise<unknown> =>
  page.evaluate(`[...new Set([...document.querySelectorAll('section.pages .page-mark')].map((mark) => {
    let text = mark.nextElementSibling;
    while (text.matches('.page-mark')) text = text.nextElementSibling;
    return text.dataset.f;
  }))]`);

test('a click on a printed line leads to its field, and to its letter there', async () => {
  await printedOf('trich_yeu').click();
  await expect.poll(fieldInUse).toBe('trich_yeu');
  await printedOf('dia_danh').click();
  await expect.poll(fieldInUse).toBe('dia_danh');

  const line = page.locator('section.pages text[data-f="noi_dung"]').nth(3);
  const words = (await line.textContent())!.trim().slice(0, 12);
  await line.click({ position: { x: 1, y: 5 } });
  await expect.poll(fieldInUse).toBe('noi_dung');
  expect(await caretLine('.outline-editor .cm-content:focus')).toContain(words);
  expectNoFaults(open);
});

test('the field that one is in is marked on its page, whichever pane one is in', async () => {
  await fieldAt(page, 'trich_yeu').click();
  await expect.poll(marked).toEqual(['trich_yeu']);
  await fieldAt(page, 'nguoi_ky.ho_ten').click();
  await expect.poll(marked).toEqual(['nguoi_ky.ho_ten']);
  // That is further down: it has come into view.
  await expect
    .poll(() =>
      page.evaluate(`(() => {
        const [mark, pane] = ['.page-mark', 'section.pages'].map((one) => document.querySelector(one).getBoundingClientRect());
        return mark.top >= pane.top && mark.bottom <= pane.bottom;
      })()`),
    )
    .toBe(true);

  await showPane(page, 'Dạng chữ');
  await page
    .locator('.text-editor .cm-line')
    .filter({ hasText: /^Trích yếu:/ })
    .click();
  await expect.poll(marked).toEqual(['trich_yeu']);
  await printedOf('dia_danh').click();
  await expect.poll(() => caretLine('.text-editor .cm-content')).toContain('Địa danh');
  expectNoFaults(open);
});
