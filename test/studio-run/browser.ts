import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where Chromium may be; CHROMIUM names another one. */
const PROGRAMS = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Milliseconds. */
const PATIENCE = Number(process.env['STUDIO_PATIENCE'] ?? 120_000);

/** The laptop of an office. */
export const LAPTOP = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** Headless Chromium, with no profile and no network but this machine's. */
export function startBrowser(): Promise<Browser> {
  const executablePath = PROGRAMS.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined)
    throw new Error('These tests need Chromium: install it, or name it in CHROMIUM.');
  // Of root, as in containers, Chromium asks for this word.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

/** A page, and what it said to the console that no user should cause: empty where all is well. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: readonly string[];
}

export interface PageOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** No network at all, not even of this machine. */
  readonly offline?: boolean;
  /** What the page may read from the clipboard and write to it. */
  readonly clipboard?: boolean;
  readonly touch?: boolean;
}

/** A page of a new profile, in Vietnamese. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: options.viewport ?? LAPTOP,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    acceptDownloads: true,
    offline: options.offline ?? false,
    hasTouch: options.touch ?? false,
    ...(options.clipboard && { permissions: ['clipboard-read', 'clipboard-write'] }),
  });
  // On a machine with other work nothing fails for being slow, and what never comes is named before the test itself ends.
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('crash', () => faults.push('the page crashed'));
  return { page, context, faults };
}

/** Nothing was refused by the policy, nothing threw. */
export const expectNoFaults = ({ faults }: OpenPage): void => expect(faults).toEqual([]);
