import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the focus, as a person at the screen knows it. */
export interface Focused {
  /** "button Xuất văn bản" */
  readonly name: string;
  /** Why nobody sees that it has the focus; "" where one does. */
  readonly unseen: string;
}

/**
 * In the page: the name is what a screen reader begins with. Seen is what lies in the window, has a ring around it or around the
 * editor that it is in.
 */
const FOCUSED = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return { name: '', unseen: 'the focus is lost' };
  const named = element.getAttribute('aria-labelledby')?.split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const words = element.getAttribute('aria-label') ?? named ?? element.textContent ?? '';
  const name = element.localName + ' ' + words.replace(/\\s+/g, ' ').trim();
  const box = element.getBoundingClientRect();
  const isIn = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  const hasRing = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  };
  const around = element.closest('.cm-editor') ?? element;
  const unseen = !isIn ? 'it is out of the window' : hasRing(element) || hasRing(around) ? '' : 'it has no ring';
  return { name, unseen };
})()`;

export const focused = (page: Page): Promise<Focused> => page.evaluate(FOCUSED) as Promise<Focused>;

/** The focus is on this, and everybody sees it. */
export async function expectFocus(page: Page, name: string | RegExp): Promise<void> {
  const matcher = typeof name === 'string' ? expect.stringContaining(name) : expect.stringMatching(name);
  await expect.poll(() => focused(page), { timeout: 60_000 }).toEqual({ name: matcher, unseen: '' });
}

/** Presses a key until the focus is on what is wanted; every stop on the way must be seen, and the way be short. */
export async function pressUntil(
  page: Page,
  key: 'Tab' | 'Shift+Tab' | 'Escape' | 'ArrowDown' | 'ArrowUp',
  name: string | RegExp,
  most: number,
): Promise<void> {
  const stops: string[] = [];
  const isWanted = (words: string): boolean =>
    typeof name === 'string' ? words.includes(name) : name.test(words);
  while (stops.length < most) {
    await page.keyboard.press(key);
    const { name: stop, unseen } = await focused(page);
    expect(unseen, `${key} came to "${stop}" after ${stops.join(' | ')}`).toBe('');
    stops.push(stop);
    if (isWanted(stop)) return;
  }
  throw new Error(`${most} times ${key} did not lead to ${String(name)}: ${stops.join(' | ')}`);
}
