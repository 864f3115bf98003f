import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNoFaults, LAPTOP, openPage, PHONE, startBrowser } from './browser.js';
import { offlineAddress, type Preview, removeFolder, startPreview } from './program.js';
import { screenFaults } from './screen-faults.js';
import { openSample, openStudio } from './studio-page.js';
import { makeTourFolder, type TourFolder, tour, tourOffline } from './studio-tour.js';

/** A folder for a picture of every state, where somebody wants to see them. */
const PICTURES = process.env['STUDIO_PICTURES'];

async function keepPicture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

let browser: Browser;
let preview: Preview;
let place: TourFolder;
beforeAll(async () => {
  place = makeTourFolder();
  [browser, preview] = await Promise.all([
    startBrowser(),
    startPreview(place.folder, ['--templates', place.templates]),
  ]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  removeFolder(place.folder);
});

const SCREENS = [
  { name: 'laptop', viewport: LAPTOP, touch: false },
  { name: 'phone', viewport: PHONE, touch: true },
  { name: 'laptop at 200 %', viewport: { width: 683, height: 384 }, touch: false },
];

test('in high contrast what is chosen is seen, and paper stays paper; nothing moves for who wants it still', async () => {
  const open = await openPage(browser);
  const { page } = open;
  const style = (selector: string, name: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element, property) => {
        // The page's own words: these tests know no DOM.
        const { getComputedStyle } = globalThis as unknown as {
          getComputedStyle: (of: unknown) => Readonly<Record<string, string>>;
        };
        return getComputedStyle(element)[property] ?? '';
      }, name);
  await openStudio(page, preview.address);
  expect(await style('.button', 'transitionDuration')).not.toBe('0s');
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  expect(await style('.button', 'transitionDuration')).toBe('0s');
  await openSample(page, 'Kế hoạch');
  const isOpen = await style('.pane-switches .button[aria-pressed="true"]', 'backgroundColor');
  expect(isOpen).not.toBe(await style('.pane-switches .button[aria-pressed="false"]', 'backgroundColor'));
  expect(await style('.sheet', 'backgroundColor')).toBe('rgb(255, 255, 255)');
  expect(await style('.sheet svg text', 'fill')).toBe('rgb(0, 0, 0)');
  expect(await style('.divider', 'backgroundColor')).not.toBe(await style('.workplace', 'backgroundColor'));
  await keepPicture(page, 'high contrast');
  await page.setViewportSize(PHONE);
  const isTab = await style('.pane-tabs [aria-selected="true"]', 'borderBottomColor');
  expect(isTab).not.toBe(await style('.pane-tabs [aria-selected="false"]', 'borderBottomColor'));
  await keepPicture(page, 'high contrast on a phone');
  expectNoFaults(open);
  await open.context.close();
});

describe.each(SCREENS)('on a $name', ({ name, viewport, touch }) => {
  const look = async (page: Page, state: string): Promise<void> => {
    await keepPicture(page, `${viewport.width} ${state}`);
    expect.soft(await screenFaults(page, touch), `${name}: ${state}`).toEqual([]);
  };

  test('nothing keeps people out, is cut off or too small, with the server', async () => {
    const open = await openPage(browser, { viewport, touch });
    await tour(open.page, preview.address, place, (state) => look(open.page, state));
    expectNoFaults(open);
    await open.context.close();
  });

  test('nor in the file that needs none', async () => {
    const open = await openPage(browser, { viewport, touch, offline: true });
    await tourOffline(open.page, offlineAddress(), (state) => look(open.page, state));
    expectNoFaults(open);
    await open.context.close();
  });
});
