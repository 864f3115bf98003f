import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNodeHost } from '../../../src/host-node/node-host.js';
import { packageFolder } from '../../../src/host-node/package-folder.js';
import { fontShelf } from '../../../src/studio/server/machine-fonts.js';
import { browserCommand } from '../../../src/studio/server/open-browser.js';
import { startServer } from '../../../src/studio/server/start-server.js';
import { userFolder } from '../../../src/studio/server/user-memory.js';
import { ask, put, type Tried, tryServer } from './try-server.js';

let tried: Tried;
beforeAll(async () => {
  tried = await tryServer();
});
afterAll(() => tried.end());

const OWN = {
  values: { co_quan_ban_hanh: 'Liên đoàn Lao động tỉnh A', noi_nhan: ['Như trên', 'Lưu: VT'] },
  signers: [{ capacity: 'TM. BAN THƯỜNG VỤ', position: 'CHỦ TỊCH', fullName: 'Nguyễn Văn A' }],
};
const memoryFile = (): string => join(tried.around, 'cua-toi', 'so-tay.json');
const keep = (member: string, value: unknown, type = 'application/json') =>
  ask(tried.server, `/api/memory/${member}`, {
    method: 'PUT',
    body: typeof value === 'string' ? value : JSON.stringify(value),
    headers: { 'Content-Type': type },
  });

describe('what is kept for the user', () => {
  test('is empty at first, and there again in another run at another port', async () => {
    expect((await ask(tried.server, '/api/memory')).json()).toEqual({ recent: [], drafts: {} });
    expect((await keep('own', OWN)).status).toBe(200);
    const recent = [{ location: '/a', path: 'b.yaml', kindName: 'Kế hoạch', subject: 'Tổ chức' }];
    expect((await keep('recent', recent)).json()).toEqual({ own: OWN, recent, drafts: {} });
    const other = await tryServer({}, { userFolder: join(tried.around, 'cua-toi') });
    expect((await ask(other.server, '/api/memory')).json()).toEqual({ own: OWN, recent, drafts: {} });
    await other.end();
  });

  test('is for nobody else to read, and whole at any time', () => {
    expect(statSync(memoryFile()).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(tried.around, 'cua-toi'))).toEqual(['cong.txt', 'so-tay.json']);
  });

  test('keeps both when two windows keep something at once', async () => {
    const signers = Array.from({ length: 20 }, (_, at) => ({ ...OWN.signers[0]!, fullName: `Người ${at}` }));
    await Promise.all([
      keep('own', { ...OWN, signers }),
      keep('drafts', { khung: 'hai' }),
      keep('recent', []),
    ]);
    const kept = (await ask(tried.server, '/api/memory')).json();
    expect(kept).toEqual({ own: { ...OWN, signers }, recent: [], drafts: { khung: 'hai' } });
  });

  test.each([
    ['own', { values: {}, signers: 'a' }],
    ['own', { values: { a: 1 }, signers: [] }],
    ['own', { values: {}, signers: [], more: 1 }],
    ['own', null],
    ['recent', [{ path: 'a' }]],
    ['recent', Array.from({ length: 51 }, () => ({ location: '', path: '', kindName: '', subject: '' }))],
    ['drafts', []],
    ['drafts', JSON.parse(`${'{"a":'.repeat(30)}""${'}'.repeat(30)}`)],
    ['isDamaged', true],
    ['__proto__', {}],
    ['constructor', {}],
    ['own', '{'],
  ])('takes nothing of another shape: %s %j', async (member, value) => {
    const before = readFileSync(memoryFile(), 'utf8');
    expect((await keep(member, value)).status).toBe(400);
    expect(readFileSync(memoryFile(), 'utf8')).toBe(before);
  });

  test('takes no form of another page, and no more than there is room for', async () => {
    expect((await keep('own', OWN, 'text/plain')).status).toBe(415);
    expect((await keep('drafts', { a: 'a'.repeat(1_000_001) })).status).toBe(413);
  });

  test('that is damaged is put aside, not lost', async () => {
    writeFileSync(memoryFile(), '{ hỏng');
    expect((await ask(tried.server, '/api/memory')).json()).toEqual({
      recent: [],
      drafts: {},
      isDamaged: true,
    });
    expect((await keep('own', OWN)).json()).toEqual({ own: OWN, recent: [], drafts: {} });
    expect(readFileSync(`${memoryFile()}.hong`, 'utf8')).toBe('{ hỏng');
  });

  test('lies where each system keeps such things', () => {
    const on = (platform: string, env: Readonly<Record<string, string>>, homeFolder: string) =>
      userFolder({ platform, env, homeFolder, path: platform === 'win32' ? path.win32 : path.posix });
    const windows = { APPDATA: 'C:\\Users\\an\\AppData\\Roaming' };
    expect(on('win32', windows, 'C:\\Users\\an')).toBe('C:\\Users\\an\\AppData\\Roaming\\thethuc');
    expect(on('win32', {}, 'C:\\Users\\an')).toBe('C:\\Users\\an\\AppData\\Roaming\\thethuc');
    expect(on('linux', {}, '/home/an')).toBe('/home/an/.config/thethuc');
    expect(on('linux', { XDG_CONFIG_HOME: '/cfg' }, '/home/an')).toBe('/cfg/thethuc');
    expect(on('linux', { XDG_CONFIG_HOME: 'cfg' }, '/home/an')).toBe('/home/an/.config/thethuc');
  });
});

describe('fonts', () => {
  test('are the four faces of the machine, as bytes', async () => {
    const fonts = join(tried.around, 'phong', '.fonts');
    put(fonts, {});
    const from = join(packageFolder, 'fonts');
    const names = ['times.ttf', 'timesbd.ttf', 'timesi.ttf', 'timesbi.ttf'];
    const faces = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((face) => findFace(from, face));
    for (const [index, face] of faces.entries()) cpSync(face, join(fonts, names[index]!));
    const system = { platform: 'linux', env: {}, homeFolder: join(tried.around, 'phong'), path: path.posix };
    const shelf = fontShelf(createNodeHost(), system);
    const given = await shelf.fonts();
    // A machine of the tests may have the family itself.
    expect(given.faces.map(({ face }) => face)).toEqual(['regular', 'bold', 'italic', 'boldItalic']);
    expect((await shelf.bytes('bold'))?.length).toBe(given.faces[1]?.size);
  });

  test('are told as none where the machine has none, and asked for by their faces only', async () => {
    const { server } = tried;
    const { faces } = (await ask(server, '/api/fonts')).json() as { faces: readonly unknown[] };
    expect([0, 4]).toContain(faces.length);
    for (const face of ['../times.ttf', 'sansBold', '__proto__', ''])
      expect((await ask(server, `/api/font?face=${encodeURIComponent(face)}`)).status).toBe(404);
  });
});

describe('the page', () => {
  const page = () => ask(tried.server, `/?token=${tried.server.token}`, { token: false });

  test('bears the token and a nonce that is another each time', async () => {
    const [one, other] = [await page(), await page()];
    const nonceOf = (text: string): string => /nonce="([\w-]{24})"/.exec(text)?.[1] ?? '';
    expect(nonceOf(one.text)).not.toBe('');
    expect(nonceOf(one.text)).not.toBe(nonceOf(other.text));
    for (const { text, headers } of [one, other]) {
      expect(text).toContain(`<meta name="thethuc-token" content="${tried.server.token}">`);
      expect(text).toContain(`<meta name="thethuc-nonce" content="${nonceOf(text)}">`);
      expect(text).not.toContain('__CSP_NONCE__');
      expect(String(headers['content-security-policy'])).toContain(
        `style-src 'self' 'nonce-${nonceOf(text)}'; worker-src`,
      );
    }
  });

  test('has its files, the hashed ones kept for long', async () => {
    const script = await ask(tried.server, '/assets/main-AbCd1234.js', { token: false });
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const icon = await ask(tried.server, '/icon.svg', { token: false });
    expect([icon.headers['content-type'], icon.headers['cache-control']]).toEqual([
      'image/svg+xml',
      'no-store',
    ]);
  });

  test.each([
    '/index.html',
    '/assets',
    '/assets/',
    '/none.js',
    '/assets/main-AbCd1234.js.map',
    '/src/main.ts',
    '/server/start-server.js',
    '/protocol.js',
  ])('has no %s', async (name) => {
    expect([400, 404]).toContain((await ask(tried.server, name, { token: false })).status);
  });

  test('says what to run where it was not built', async () => {
    const index = join(tried.around, 'trang', 'index.html');
    renameSync(index, `${index}.cu`);
    const answer = await page();
    renameSync(`${index}.cu`, index);
    expect([answer.status, answer.json()['code']]).toEqual([503, 'busy']);
    expect(answer.text).toContain('npm run build');
  });
});

describe('the server', () => {
  test('is at the loopback address and no other', async () => {
    const { networkInterfaces } = await import('node:os');
    const { connect } = await import('node:net');
    const others = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    for (const host of [...others, '127.0.0.2']) {
      const isOpen = await new Promise<boolean>((resolve) => {
        const socket = connect({ host, port: tried.server.port, timeout: 1000 });
        const end = (open: boolean) => () => {
          socket.destroy();
          resolve(open);
        };
        socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false));
      });
      expect([host, isOpen]).toEqual([host, false]);
    }
  });

  test('comes back at the port of its last run where that is free, else at another', async () => {
    const own = join(tried.around, 'cong-cua-toi');
    const first = await tryServer({}, { userFolder: own });
    const beside = await tryServer({}, { userFolder: own });
    expect(beside.server.port).not.toBe(first.server.port);
    await Promise.all([first.end(), beside.end()]);
    const again = await tryServer({}, { userFolder: own });
    expect(again.server.port).toBe(first.server.port);
    await again.end();
    writeFileSync(join(own, 'cong.txt'), '99999999');
    await (await tryServer({}, { userFolder: own })).end();
  });

  test('has a token of its own in every run', async () => {
    const other = await tryServer();
    expect(other.server.token).not.toBe(tried.server.token);
    expect(other.server.token).toMatch(/^[\w-]{43}$/);
    expect((await ask(other.server, '/api/desk', { token: tried.server.token })).status).toBe(403);
    await other.end();
  });

  const start = (given: object) =>
    startServer({ folder: tried.folder, cwd: tried.around, onFault: () => {}, ...given });

  test('says that a port is taken', async () => {
    const { value, diagnostics } = await start({ port: tried.server.port });
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({
      code: 'preview/port-taken',
      message: `Cổng ${tried.server.port} đang được một chương trình khác dùng`,
    });
  });

  test.each([
    ['no-folder', 'khong-co'],
    ['not-folder', 'bi-mat.yaml'],
  ])('says %s', async (code, name) => {
    const { diagnostics } = await start({ folder: join(tried.around, name) });
    expect(diagnostics.map((one) => one.code)).toEqual([`preview/${code}`]);
  });

  test('says that a folder has no kinds', async () => {
    const { diagnostics } = await start({ templates: join(tried.around, 'khong-co') });
    expect(diagnostics.map((one) => one.code)).toEqual(['kind/no-kinds']);
  });

  test('serves a kind of the user over one of the program, and one folder alone', async () => {
    const own = join(tried.around, 'cua-minh');
    cpSync(join(tried.templates, 'plan'), join(own, 'plan'), { recursive: true });
    for (const templates of [own, join(own, 'plan')]) {
      const other = await tryServer({}, { templates, cwd: tried.around });
      const { kinds } = (await ask(other.server, '/api/kinds')).json();
      expect(kinds).toMatchObject([
        { slug: 'plan', isOwn: true, folder: join('cua-minh', 'plan'), errors: [] },
      ]);
      await other.end();
    }
    rmSync(own, { recursive: true });
  });
});

test.each([
  ['win32', 'rundll32', ['url.dll,FileProtocolHandler', 'http://127.0.0.1:1/?token=a&b']],
  ['darwin', 'open', ['http://127.0.0.1:1/?token=a&b']],
  ['linux', 'xdg-open', ['http://127.0.0.1:1/?token=a&b']],
])('on %s a browser is opened by %s, without a shell', (platform, program, args) => {
  expect(browserCommand(platform, 'http://127.0.0.1:1/?token=a&b')).toEqual([program, args]);
});

test('nothing of this was a defect', () => {
  expect(tried.faults).toEqual([]);
});

function findFace(folder: string, face: string): string {
  const name = readdirSync(folder, { recursive: true })
    .map(String)
    .find((one) => new RegExp(`Tinos-${face}\\.ttf$`).test(one));
  if (name === undefined) throw new Error(face);
  return join(folder, name);
}
