import type { CDPSession, Page } from 'playwright-core';
import type { Key } from './telex.js';

/** So many keys may be on their way at once. */
const MOST_AT_ONCE = 40;
const [CONTROL, SHIFT] = [2, 8];

/** What is no letter, and stands in no text. */
type Command = { readonly type: 'Undo' };

/** Presses keys as the system does: fast, one right behind the other, or slowly, each once the page has nothing to do. */
export async function pressKeys(
  page: Page,
  keys: readonly (Key | Command)[],
  pace: 'fast' | 'slow',
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  let sent: Promise<unknown>[] = [];
  for (const key of keys) {
    sent.push(...pressKey(session, key));
    if (pace === 'fast' && sent.length < MOST_AT_ONCE) continue;
    await Promise.all(sent);
    sent = [];
    if (pace === 'slow') await page.evaluate('new Promise((rested) => requestIdleCallback(() => rested()))');
  }
  await Promise.all(sent);
  await session.detach();
}

const EDITING = {
  Backspace: { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 },
  Select: { key: 'ArrowLeft', code: 'ArrowLeft', windowsVirtualKeyCode: 37, modifiers: SHIFT },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Undo: { key: 'z', code: 'KeyZ', windowsVirtualKeyCode: 90, modifiers: CONTROL },
} as const;

/** Letters come as "packets", which bear no key of the keyboard. */
function pressKey(session: CDPSession, key: Key | Command): readonly Promise<unknown>[] {
  const is =
    key.type === 'letter'
      ? { key: key.text, code: '', windowsVirtualKeyCode: 231, text: key.text }
      : EDITING[key.type];
  const { text, ...named } = { text: undefined, ...is };
  return [
    session.send('Input.dispatchKeyEvent', {
      type: text === undefined ? 'rawKeyDown' : 'keyDown',
      ...is,
      ...(text !== undefined && { unmodifiedText: text }),
    }),
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...named }),
  ];
}

/** Types a text as other input methods do: each word is composed letter by letter, and then given. */
export async function composeText(page: Page, text: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const part of text.match(/\p{L}+|\n|[^\p{L}]/gu) ?? []) {
    if (part === '\n') await page.keyboard.press('Enter');
    else if (!/\p{L}/u.test(part)) await page.keyboard.insertText(part);
    else {
      const letters = Array.from(part);
      for (const [at] of letters.entries()) {
        const composed = letters.slice(0, at + 1).join('');
        const caret = { selectionStart: composed.length, selectionEnd: composed.length };
        await session.send('Input.imeSetComposition', { text: composed, ...caret });
      }
      await session.send('Input.insertText', { text: part });
    }
  }
  await session.detach();
}
