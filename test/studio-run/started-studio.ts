import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from './browser.js';
import { makeFolder, type Preview, removeFolder, startPreview } from './program.js';

/** A browser, and the preview of a folder of the test's own. */
export interface StartedStudio {
  readonly browser: Browser;
  readonly preview: Preview;
  readonly folder: string;
}

/** For a file of tests: started before them, ended after them; to be asked for within a test. */
export function startedStudio(files: Readonly<Record<string, string>> = {}): () => StartedStudio {
  let studio: StartedStudio | undefined;
  beforeAll(async () => {
    const folder = makeFolder(files);
    const [browser, preview] = await Promise.all([startBrowser(), startPreview(folder)]);
    studio = { browser, preview, folder };
  });
  afterAll(async () => {
    if (studio === undefined) return;
    await Promise.all([studio.browser.close(), studio.preview.end()]);
    removeFolder(studio.folder);
  });
  return () => studio!;
}
