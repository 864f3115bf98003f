import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, fileAt, PLAN, sendRaw, type Tried, tryServer } from './try-server.js';

let tried: Tried;
beforeAll(async () => {
  tried = await tryServer();
});
afterAll(() => tried.end());

const codeOf = (answer: { readonly json: () => Record<string, unknown> }): unknown => answer.json()['code'];

describe('a request comes in', () => {
  test.each(['127.0.0.1', 'localhost'])('by the name %s', async (name) => {
    const { server } = tried;
    const Host = `${name}:${server.port}`;
    const headers = {
      Host,
      Origin: `http://${Host}`,
      'Sec-Fetch-Site': 'same-origin',
      'Sec-Fetch-Dest': 'empty',
    };
    expect((await ask(server, '/api/desk', { headers })).status).toBe(200);
  });

  test('for the page, typed into the address bar', async () => {
    const { server } = tried;
    const headers = { 'Sec-Fetch-Site': 'none', 'Sec-Fetch-Dest': 'document' };
    expect((await ask(server, `/?token=${server.token}`, { token: false, headers })).status).toBe(200);
  });
});

describe('a request is refused', () => {
  // A name of the attacker's that was made to lead to 127.0.0.1, and what looks like ours.
  test.each([
    'evil.example',
    'evil.example:PORT',
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost',
    '127.0.0.1:PORT.evil.example',
    'localhost.evil.example:PORT',
    '127.0.0.1:PORT@evil.example',
    '[::1]:PORT',
    '0.0.0.0:PORT',
    '127.1:PORT',
    '2130706433:PORT',
    'localhost.:PORT',
  ])('under the foreign name %s', async (name) => {
    const { server } = tried;
    for (const path of ['/api/desk', `/?token=${server.token}`, '/icon.svg']) {
      const answer = await ask(server, path, {
        headers: { Host: name.replace('PORT', String(server.port)) },
      });
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain(server.token);
    }
  });

  test.each([
    ['no name', ''],
    ['two names', 'Host: 127.0.0.1:PORT\r\nHost: evil.example\r\n'],
    ['one name twice', 'Host: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT\r\n'],
  ])('with %s', async (_, hosts) => {
    const { port, token } = tried.server;
    const head = hosts.replaceAll('PORT', String(port));
    const { text } = await sendRaw(
      port,
      `GET /api/desk HTTP/1.1\r\n${head}X-Thethuc-Token: ${token}\r\nConnection: close\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(text).not.toContain('van-ban');
  });

  test.each([
    ['another site', { Origin: 'http://evil.example' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['no site (a sandbox, a file)', { Origin: 'null' }],
    ['our site by the other protocol', { Origin: 'https://127.0.0.1:PORT' }],
    ['our site by its other name', { Origin: 'http://localhost:PORT' }],
    ['a cross-site page', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page of another port', { 'Sec-Fetch-Site': 'same-site' }],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }],
    ['a frame', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'iframe' }],
    ['a script element', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'script' }],
    ['an image', { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'image' }],
  ])('from %s', async (_, given) => {
    const { server } = tried;
    const headers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, value.replace('PORT', String(server.port))]),
    );
    for (const asking of [{}, { method: 'PUT', body: PLAN }] as const) {
      const answer = await ask(server, fileAt('ke-hoach.yaml'), { ...asking, headers });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'foreign']);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  test('from a cross-site page, also for what needs no token', async () => {
    for (const path of ['/', '/icon.svg', '/assets/main-AbCd1234.js']) {
      const answer = await ask(tried.server, path, { headers: { 'Sec-Fetch-Site': 'cross-site' } });
      expect(answer.status).toBe(403);
    }
  });

  test.each<[string, string | false]>([
    ['no token', false],
    ['an empty one', ''],
    ['a wrong one', 'A'.repeat(43)],
    ['a part of it', 'PART'],
    ['more than it', 'MORE'],
  ])('with %s', async (_, given) => {
    const { server } = tried;
    const token =
      given === 'PART' ? server.token.slice(0, -1) : given === 'MORE' ? `${server.token}A` : given;
    for (const path of ['/api/desk', fileAt('ke-hoach.yaml'), '/api/kinds', '/api/memory', '/api/none']) {
      const answer = await ask(server, path, { token });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'token']);
    }
    const query = token === false ? '' : `?token=${token}`;
    expect((await ask(server, `/${query}`, { token: false })).status).toBe(403);
    expect((await ask(server, `/api/events${query}`, { token: false })).status).toBe(403);
  });

  test('with the token where it does not belong', async () => {
    const { server } = tried;
    const inAddress = await ask(server, `/api/desk?token=${server.token}`, { token: false });
    const inCookie = await ask(server, '/api/desk', {
      token: false,
      headers: { Cookie: `token=${server.token}` },
    });
    const twice = await ask(server, `/?token=${server.token}&token=x`, { token: false });
    expect([inAddress.status, inCookie.status, twice.status]).toEqual([403, 403, 403]);
  });

  test.each(['HEAD', 'OPTIONS', 'TRACE', 'POST', 'DELETE', 'PATCH', 'PROPFIND'])('by %s', async (method) => {
    for (const path of ['/api/desk', '/', '/icon.svg', fileAt('ke-hoach.yaml')]) {
      const answer = await ask(tried.server, path, { method });
      expect([answer.status, answer.headers['allow']]).toEqual([405, 'GET, PUT']);
    }
  });

  test.each([
    '//api/desk',
    '/api//desk',
    '/api/desk/',
    '/api/./desk',
    '/api/../api/desk',
    '/..%2f..%2fetc/passwd',
    '/assets/..%2findex.html',
    '/assets/../index.html',
    '/%2e%2e/bi-mat.yaml',
    '/..%5cbi-mat.yaml',
    '/..\\bi-mat.yaml',
    '/assets/%00',
    '/.git/config',
    '/assets/.env',
    '/api/desk%2f',
    '/api/desk;a=b',
    '/api/desk?a=1?b=2',
    '/api/desk?a=%zz',
    '/api/desk?a=|',
    '/api/file?path=%zz',
    '/api/file?path=a\\b',
    '/api/desk#x',
    'http://127.0.0.1/api/desk',
    'http://evil.example/api/desk',
    '*',
  ])('for the target %s', async (target) => {
    const { port, token } = tried.server;
    const { text } = await sendRaw(
      port,
      `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Thethuc-Token: ${token}\r\nConnection: close\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(text).not.toMatch(/mostForm|Trích yếu|<!doctype html><html lang="vi"><head><meta property/);
  });

  test('as a GET with a body, and as two requests in one', async () => {
    const { port, token } = tried.server;
    const head = `GET /api/desk HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Thethuc-Token: ${token}\r\n`;
    const withBody = await sendRaw(port, `${head}Content-Length: 3\r\nConnection: close\r\n\r\nabc`);
    expect(withBody.text).toMatch(/^HTTP\/1\.1 400 /);
    const smuggled = await sendRaw(
      port,
      `${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n`,
    );
    expect(smuggled.text).toMatch(/^HTTP\/1\.1 400 /);
    expect(smuggled.text).not.toContain('mostForm');
  });

  test('with a header that is longer than any of a browser', async () => {
    const { port } = tried.server;
    const { text } = await sendRaw(
      port,
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 431 /);
  });
});

describe('every answer', () => {
  test('bears the headers that keep a page from harm', async () => {
    const { server } = tried;
    const answers = [
      await ask(server, `/?token=${server.token}`, { token: false }),
      await ask(server, '/'),
      await ask(server, '/icon.svg'),
      await ask(server, '/api/desk'),
      await ask(server, '/api/desk', { token: false }),
      await ask(server, '/api/none'),
      await ask(server, '/none'),
      await ask(server, fileAt('ke-hoach.yaml')),
      await ask(server, '/api/desk', { method: 'POST' }),
    ];
    for (const { headers } of answers) {
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*|https?:/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  test('to a refused request for the page is a page that says what to do', async () => {
    const answer = await ask(tried.server, '/', { token: false });
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.text).toContain('Mở đúng địa chỉ mà chương trình đã in ra khi chạy');
  });

  test('is an answer: nothing was a defect', () => {
    expect(tried.faults).toEqual([]);
  });
});
