import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { packageFolder } from '../../src/host-node/package-folder.js';
import { knownKinds } from './known-kinds.js';
import { makeFolder, removeFolder, thethuc } from './program.js';
import { pagesDone, type TakenFile } from './studio-page.js';

/** A form that comes with the program, and its papers as the command makes them. */
export interface FinishedPapers {
  /** "ke-hoach-nam", "plan" */
  readonly stem: string;
  readonly isSet: boolean;
  readonly files: readonly TakenFile[];
}

/** The forms of samples/ and the samples of the kinds, all by one command. */
export async function renderSamples(): Promise<readonly FinishedPapers[]> {
  const folder = makeFolder();
  for (const name of readdirSync(join(packageFolder, 'samples')))
    copyFileSync(join(packageFolder, 'samples', name), join(folder, name));
  for (const { slug, sample } of await knownKinds()) writeFileSync(join(folder, `${slug}.yaml`), sample);
  const forms = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ stem: basename(name, '.yaml'), text: readFileSync(join(folder, name), 'utf8') }))
    // Rows for a table are no paper of their own.
    .filter(({ text }) => /^Loại văn bản:/m.test(text));
  const files = await render(
    forms.map(({ stem }) => `${stem}.yaml`),
    folder,
  );
  removeFolder(folder);
  const stems = forms.map(({ stem }) => stem);
  // "bo-hoi-nghi-co-so-phong.docx" begins with the name of two forms.
  const ownerOf = (name: string): string | undefined =>
    stems
      .filter((stem) => /^[.-]/.test(name.slice(name.startsWith(stem) ? stem.length : 0)))
      .sort(byLength)[0];
  return forms.map(({ stem, text }) => ({
    stem,
    isSet: text.includes('Loại văn bản: Bộ văn bản'),
    files: files.filter(({ name }) => ownerOf(name) === stem),
  }));
}

const byLength = (one: string, other: string): number => other.length - one.length;

/** The papers of forms that lie in a folder, with the bundled fonts. */
export async function render(
  forms: readonly string[],
  folder: string,
  argv: readonly string[] = [],
): Promise<readonly TakenFile[]> {
  const command = ['render', ...forms, '-o', 'out/', '--fonts', 'bundled', '--format', 'docx,pdf', ...argv];
  const { code, stderr } = await thethuc(command, folder);
  expect(code, stderr).toBe(0);
  return readdirSync(join(folder, 'out')).map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(folder, 'out', name))),
  }));
}

export const fileOf = ({ files, stem }: FinishedPapers, ending: string): TakenFile => {
  const found = files.find(({ name }) => name.endsWith(ending));
  if (found === undefined) throw new Error(`no ${ending} of ${stem}`);
  return found;
};

/** "Mở tệp…" */
export async function chooseFile(page: Page, { name, bytes }: TakenFile): Promise<void> {
  const buffer = Buffer.from(bytes);
  await page
    .getByLabel('Tệp biểu mẫu, DOCX hoặc PDF')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
}

/** Opens a file, and waits until its pages are there. */
export async function openFinished(page: Page, file: TakenFile): Promise<void> {
  await chooseFile(page, file);
  await page.locator('.sheet[role="group"] svg text').first().waitFor();
  await pagesDone(page);
}

/** What a refused file is answered with. */
export const refusal = (page: Page): Locator => page.getByRole('dialog', { name: 'Chưa mở được tệp' });
