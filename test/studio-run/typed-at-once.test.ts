import { beforeAll, expect, test, vi } from 'vitest';
import { readFormModel } from '../../src/form/edit/read-form-model.js';
import { typedValues } from '../../src/form/edit/typed-values.js';
import type { KindInfo } from '../../src/studio/protocol.js';
import { kindOf, loadKindInfos } from '../studio/client/form/kinds.js';
import { expectNoFaults, openPage } from './browser.js';
import { formText, showPane, textIn, valueAt } from './form-fields.js';
import { pressKeys } from './press-keys.js';
import { startedStudio } from './started-studio.js';
import { openStudio } from './studio-page.js';
import { telexKeys } from './telex.js';

/** RANDOM_TIMES=10 tries each field ten times. */
const TIMES = Number(process.env['RANDOM_TIMES'] ?? 1);
/** As slow as this: an old machine, so that keys wait while the page is made and the first pages are drawn. */
const SLOWER = 6;
const WORDS = 'Tổng kết phong trào thi đua của các đơn vị trực thuộc';

// The page is made slow on purpose.
vi.setConfig({ testTimeout: 1_200_000 });

const studio = startedStudio();
let kinds: readonly KindInfo[];
beforeAll(async () => {
  kinds = await loadKindInfos();
});

const ways = [
  ['Xem mẫu điền sẵn: Kế hoạch', 'trich_yeu'],
  ['Xem mẫu điền sẵn: Kế hoạch', 'noi_dung'],
  ['Kế hoạch', 'trich_yeu'],
  ['Kế hoạch', 'noi_dung'],
].flatMap((way) => new Array<readonly string[]>(TIMES).fill(way));

test.each(ways)('typed right after "%s" is opened, into %s', async (button, path) => {
  const open = await openPage(studio().browser);
  const { page } = open;
  await openStudio(page, studio().preview.address);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.getByRole('button', { name: button, exact: true }).click();
  const field = page.locator(`.form-pane [data-path="${path}"] :is(textarea, .cm-content)`).first();
  await field.click();
  await page.keyboard.press('Control+End');
  const before = await textIn(field);
  await pressKeys(page, telexKeys(WORDS), 'fast');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect.poll(() => textIn(field)).toBe(before + WORDS);
  await showPane(page, 'Dạng chữ');
  const values = typedValues(readFormModel(await formText(page), kindOf(kinds, 'plan'), kinds));
  expect(valueAt(values, path!)).toBe(before + WORDS);
  // A letter at another place is taken back at once, before the form has been read anew.
  await field.click();
  await page.keyboard.press('Control+Home');
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await pressKeys(page, [{ type: 'letter', text: 'X' }, { type: 'Undo' }], 'fast');
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect.poll(() => textIn(field)).toBe(before + WORDS);
  expectNoFaults(open);
  await open.context.close();
});
