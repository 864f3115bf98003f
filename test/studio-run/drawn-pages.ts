import type { Page } from 'playwright-core';
import { pagesDone } from './studio-page.js';

/** Without the mark of where the user is. */
const DRAWN = `[...document.querySelectorAll('section.pages .sheet > svg')].map((svg) => {
  const bare = svg.cloneNode(true);
  for (const mark of bare.querySelectorAll('.page-mark')) mark.remove();
  return bare.innerHTML;
})`;

/** All pages as they are drawn, of each paper. */
export async function drawnPages(page: Page): Promise<readonly string[]> {
  await pagesDone(page);
  const tabs = page.locator('.paper-tabs [role="tab"]');
  const drawn: string[] = [];
  for (let at = 0; at < Math.max(1, await tabs.count()); at += 1) {
    if ((await tabs.count()) > 0) await tabs.nth(at).click();
    drawn.push(...((await page.evaluate(DRAWN)) as readonly string[]));
  }
  return drawn;
}
