import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage, startBrowser } from './browser.js';
import { planAbout } from './folder-page.js';
import { makeFolder, type Preview, removeFolder, startPreview } from './program.js';

/**
 * A page of another address on this machine (another program's, or one that a site leads here) tries all that pages can, even
 * with the token, which it should not have. What is refused without a browser is tested in test/studio/server.
 */
let browser: Browser;
let preview: Preview;
let folder: string;
let foreign: Server;
const TEXT = planAbout('Bí mật');

beforeAll(async () => {
  folder = makeFolder({ 'ke-hoach.yaml': TEXT });
  foreign = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><title>Trang khác</title><body></body>');
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  [browser, preview] = await Promise.all([startBrowser(), startPreview(folder)]);
});
afterAll(async () => {
  await Promise.all([browser?.close(), preview?.end()]);
  foreign.closeAllConnections();
  foreign.close();
  removeFolder(folder);
});

/** What the foreign page runs; gives what it got to know, by the way that it tried. */
const ATTACK = (address: string): string => `(async () => {
  const { origin, searchParams } = new URL(${JSON.stringify(address)});
  const token = searchParams.get('token');
  const file = origin + '/api/file?path=ke-hoach.yaml';
  const got = {};
  const ask = async (name, path, init) => {
    try {
      const answer = await fetch(path.startsWith('http') ? path : origin + path, init);
      got[name] = answer.type === 'opaque' ? 'opaque ' + (await answer.text()) : answer.status + ' ' + (await answer.text());
    } catch {
      got[name] = 'refused';
    }
  };
  const headers = { 'X-Thethuc-Token': token };
  await ask('read', '/api/desk');
  await ask('read with the token', '/api/desk', { headers });
  await ask('read blindly', file, { mode: 'no-cors' });
  await ask('the page', '/?token=' + token);
  await ask('write', file, { method: 'PUT', body: 'x', headers: { ...headers, 'If-Match': '"a"', 'Content-Type': 'application/octet-stream' } });
  await ask('write blindly', file, { method: 'POST', body: 'x', mode: 'no-cors' });
  await ask('remember', '/api/memory/own', { method: 'PUT', body: '{}', headers: { ...headers, 'Content-Type': 'application/json' } });
  const hear = (name, start, happened) => new Promise((resolve) => {
    try {
      const one = start();
      one.addEventListener(happened, () => { got[name] = 'heard'; resolve(); });
      one.addEventListener('error', () => { got[name] = 'refused'; one.close(); resolve(); });
    } catch {
      got[name] = 'refused';
      resolve();
    }
  });
  await hear('events', () => new EventSource(origin + '/api/events?token=' + token), 'open');
  await hear('socket', () => new WebSocket(origin.replace('http', 'ws') + '/api/events?token=' + token), 'open');
  const load = (name, tag, address) => new Promise((resolve) => {
    const one = document.createElement(tag);
    one.onload = () => { got[name] = 'loaded'; resolve(); };
    one.onerror = () => { got[name] = 'refused'; resolve(); };
    one[tag === 'link' ? 'href' : 'src'] = address;
    if (tag === 'link') one.rel = 'stylesheet';
    document.body.append(one);
  });
  await load('picture', 'img', origin + '/icon.svg');
  await load('script', 'script', origin + '/api/files?token=' + token);
  return got;
})()`;

test.each(['127.0.0.1', 'localhost'])(
  'a page of another address (%s) reads nothing and changes nothing',
  async (name) => {
    const { page, context } = await openPage(browser);
    await page.goto(`http://${name}:${(foreign.address() as AddressInfo).port}/`);
    const got = (await page.evaluate(ATTACK(preview.address))) as Readonly<Record<string, string>>;
    const { 'read blindly': blind, 'write blindly': blindWrite, ...rest } = got;
    expect([...new Set(Object.values(rest))]).toEqual(['refused']);
    // What is read blindly has no words, whether the browser hands out an empty answer or none.
    for (const answer of [blind, blindWrite]) expect(answer).toMatch(/^(refused|opaque )$/);
    expect(readFileSync(join(folder, 'ke-hoach.yaml'), 'utf8')).toBe(TEXT);
    expect(readdirSync(folder)).toEqual(['ke-hoach.yaml']);
    await context.close();
  },
);

test('in a frame, by a form and in a window of another page it is not shown', async () => {
  const { page, context } = await openPage(browser);
  await page.goto(`http://127.0.0.1:${(foreign.address() as AddressInfo).port}/`);
  const refused = page.waitForResponse((answer) => answer.url() === preview.address);
  await page.evaluate(
    `document.body.append(Object.assign(document.createElement('iframe'), { src: ${JSON.stringify(preview.address)} }))`,
  );
  expect((await refused).status()).toBe(403);
  const [{ origin }, window] = [new URL(preview.address), page.context().waitForEvent('page')];
  await page.evaluate(`
    const form = Object.assign(document.createElement('form'), {
      method: 'post', target: '_blank', enctype: 'text/plain', action: '${origin}/api/file?path=ke-hoach.yaml',
    });
    form.append(Object.assign(document.createElement('input'), { name: 'a', value: 'b' }));
    document.body.append(form);
    form.submit();
  `);
  const posted = await window;
  await posted.getByText(/"code":|Không mở được/).waitFor();
  const shown = page.context().waitForEvent('page');
  await page.evaluate(`open(${JSON.stringify(preview.address)})`);
  await (await shown).getByText('Yêu cầu đến từ một trang khác').waitFor();
  expect(readFileSync(join(folder, 'ke-hoach.yaml'), 'utf8')).toBe(TEXT);
  await context.close();
});
