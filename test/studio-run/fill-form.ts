import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { FieldDefinition, FieldType } from '../../src/form/field.js';
import { partsOf } from '../../src/form/key-table.js';
import type { KnownKind } from './known-kinds.js';
import { listedProblems, pagesDone } from './studio-page.js';

/** Fields that need files or a register beside the form. */
const NEEDS_FILES = ['don_vi', 'so_don_vi'];
const TYPED: readonly FieldType[] = ['text', 'date', 'reference'];
/** Of the choices that most kinds have, one whose answers are all seen and one that drops down. */
const CHOSEN = ['the_thuc', 'gian_dong'];

/** What must be said, and of the rest what a clerk types in one line. */
const isWanted = ({ key, type, required, unprinted, example }: FieldDefinition): boolean =>
  key !== 'loai_van_ban' &&
  (required ||
    CHOSEN.includes(key) ||
    (TYPED.includes(type) && unprinted !== true && !NEEDS_FILES.includes(key) && example !== undefined));

/**
 * Fills in a new paper by mouse and keys as its kind asks for it, each field with the example that the kind gives; then what is
 * still missing by the list of problems: the papers of a set, what another answer asks for.
 */
export async function fillForm(page: Page, kind: KnownKind): Promise<void> {
  const form = await formOn(page);
  await openSections(page);
  for (const field of kind.fields)
    if (isWanted(field) && field.key !== kind.papers) await fillField(form, field, field.key);
  await followProblems(page);
}

/** More fields than any kind asks for beyond its own. */
const MOST_FOLLOWED = 20;

/** Goes where each error of the list leads, and says something there. */
async function followProblems(page: Page): Promise<void> {
  for (let followed = 0; followed < MOST_FOLLOWED; followed += 1) {
    await pagesDone(page);
    const first = (await listedProblems(page)).locator('.level.error .problem-link').first();
    if ((await first.count()) === 0) return;
    await first.click();
    const adder = page.locator('.form-pane .form-add:focus');
    const control = page.locator('.form-pane').locator(TYPED_IN);
    await adder.or(control).waitFor();
    if ((await adder.count()) > 0) await page.keyboard.press('Enter');
    // Of an item with several fields the heading has the focus.
    const heading = page.locator('.form-pane .form-fold:focus');
    await heading.or(control).waitFor();
    if ((await heading.count()) > 0) await page.keyboard.press('Tab');
    await control.waitFor();
    await page.keyboard.insertText('Ghi cho đủ');
  }
}

const TYPED_IN = ':is(input, textarea, [contenteditable="true"]):focus';

interface Form {
  readonly page: Page;
  readonly element: (path: string) => Locator;
}

async function formOn(page: Page): Promise<Form> {
  const prefix = (await page.locator('.form-pane').getAttribute('id')) ?? '';
  return { page, element: (path) => page.locator(`[id="${prefix}${path}"]`) };
}

async function openSections(page: Page): Promise<void> {
  const folded = page.locator('.form-section > legend .form-fold[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
}

async function fillField(form: Form, field: FieldDefinition, path: string): Promise<void> {
  const parts = partsOf(field);
  if (field.type === 'list') await fillList(form, field, path);
  else if (field.type === 'choice') await choose(form, field, path);
  else if (field.type === 'group') {
    for (const part of parts)
      if (part.required || part.type === 'list') await fillField(form, part, `${path}.${part.key}`);
  } else if (parts.length > 0) {
    // Of "KH-LĐLĐ" without a number the symbol is the last part.
    const words = exampleOf(field).split(/[/,\s]+/);
    for (const [index, part] of parts.entries())
      await type(form, part, `${path}.${part.key}`, words.at(index - parts.length) ?? '');
  } else await type(form, field, path, exampleOf(field));
}

async function fillList(form: Form, { item, example }: FieldDefinition, path: string): Promise<void> {
  if (item === undefined) return;
  await form.element(path).locator(':scope > .form-add').click();
  const first = `${path}.0`;
  if (item.type === 'group') await fillField(form, item, first);
  else await type(form, item, first, example ?? exampleOf(item));
}

async function choose(form: Form, field: FieldDefinition, path: string): Promise<void> {
  const label = field.choices?.[0]?.label ?? '';
  const control = await shown(form, field, path);
  if ((await control.getAttribute('role')) === 'radiogroup')
    await control.getByLabel(label, { exact: true }).check();
  else {
    await control.selectOption({ label });
    await expect.poll(() => control.locator('option:checked').textContent()).toBe(label);
  }
}

async function type(form: Form, field: FieldDefinition, path: string, words: string): Promise<void> {
  const control = await shown(form, field, path);
  await control.click();
  await form.page.keyboard.insertText(words);
}

/** What few papers say is only offered, by a button with its label. */
async function shown({ page, element }: Form, { label }: FieldDefinition, path: string): Promise<Locator> {
  const control = element(path);
  const offer = page.locator('.form-extra').filter({ hasText: new RegExp(`^${label}$`) });
  if ((await control.count()) === 0 && (await offer.count()) > 0) await offer.click();
  return control;
}

const EXAMPLES: Partial<Record<FieldType, string>> = {
  date: '12/9/2024',
  outline: 'I. NỘI DUNG',
};

const exampleOf = ({ type: of, example, label }: FieldDefinition): string =>
  example?.split('\n')[0] ?? EXAMPLES[of] ?? `Ghi ${label.toLowerCase()}`;
