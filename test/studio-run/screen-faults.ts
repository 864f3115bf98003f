import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const inPage = (name: string): string => readFileSync(new URL(`in-page/${name}`, import.meta.url), 'utf8');
const SCRIPTS = [AXE, inPage('barriers.js'), inPage('out-of-place.js')];

/** For a thumb, in px. */
const LEAST_TARGET = 40;

/**
 * What keeps people out: what axe-core calls serious or critical; a page that scrolls sideways; words that are cut off or
 * lie beyond the edge; and, where it is `touched`, targets that a thumb misses. Each is named with its words.
 */
export async function screenFaults(page: Page, isTouched: boolean): Promise<readonly string[]> {
  // The page's policy lets no script in but its own; what is evaluated from outside is not under it.
  if (!(await page.evaluate('"axe" in window'))) for (const script of SCRIPTS) await page.evaluate(script);
  const least = isTouched ? LEAST_TARGET : 0;
  return page.evaluate<readonly string[]>(`barriers().then((found) => [...found, ...outOfPlace(${least})])`);
}
