import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer } from '../../../src/studio/server/start-server.js';
import { type Asking, ask, type Tried, tryServer } from './try-server.js';

let tried: Tried;
beforeAll(async () => {
  tried = await tryServer();
});
afterAll(() => tried.end());

const ID = 'a1'.repeat(12);
const DRAFT = {
  file: 'ke-hoach.yaml',
  text: 'Trích yếu: B\n',
  kindName: 'Kế hoạch',
  subject: 'B',
  kept: 5,
  saved: { text: 'Trích yếu: A\n', etag: 'a' },
};
const keep = (id: string, draft: unknown, type = 'application/json') =>
  ask(tried.server, `/api/draft?id=${encodeURIComponent(id)}`, {
    method: 'PUT',
    body: JSON.stringify(draft),
    headers: { 'Content-Type': type },
  });
const list = async (server = tried.server) => (await ask(server, '/api/drafts')).json()['drafts'];
const mine = (): string => join(tried.around, 'cua-toi', 'nhap');
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.json'));

describe('a draft', () => {
  test('is kept for the user alone, and there again in another run at another port', async () => {
    expect(await list()).toEqual([]);
    expect((await keep(ID, DRAFT)).status).toBe(200);
    const about = { id: ID, file: DRAFT.file, kindName: 'Kế hoạch', subject: 'B', kept: 5, hasFile: true };
    expect(await list()).toEqual([about]);
    const [file] = filesIn(mine());
    expect(statSync(join(mine(), file!)).mode & 0o777).toBe(0o600);
    const { value: other } = await startServer({
      folder: tried.folder,
      cwd: tried.around,
      onFault: () => {},
      userFolder: join(tried.around, 'cua-toi'),
    });
    expect(other?.port).not.toBe(tried.server.port);
    expect(await list(other)).toEqual([about]);
    expect((await ask(other!, `/api/draft?id=${ID}`)).json()).toEqual(DRAFT);
    await other?.close();
  });

  test('is of its folder only', async () => {
    const other = await tryServer({}, { userFolder: join(tried.around, 'cua-toi') });
    expect(await list(other.server)).toEqual([]);
    expect((await ask(other.server, `/api/draft?id=${ID}`)).status).toBe(404);
    await other.end();
  });

  test.each([
    '',
    'a',
    '../so-tay',
    `../${'a1'.repeat(12)}`,
    `${'a1'.repeat(12)}.json`,
    'A1'.repeat(12),
    `${'a1'.repeat(11)}/a`,
    '__proto__',
  ])('has no name that leads anywhere (%j)', async (id) => {
    expect((await keep(id, DRAFT)).status).toBe(400);
    expect((await ask(tried.server, `/api/draft?id=${encodeURIComponent(id)}`)).status).toBe(400);
  });

  test.each([
    ['no text', { ...DRAFT, text: undefined }],
    ['a number for a text', { ...DRAFT, text: 1 }],
    ['more than a draft has', { ...DRAFT, more: 1 }],
    ['another state', { ...DRAFT, saved: { text: 'a', more: 1 } }],
    ['a list', []],
    ['a text', 'a'],
  ])('of another shape is not taken: %s', async (_, draft) => {
    const before = readFileSync(join(mine(), filesIn(mine())[0]!), 'utf8');
    expect((await keep(ID, draft)).status).toBe(400);
    expect(readFileSync(join(mine(), filesIn(mine())[0]!), 'utf8')).toBe(before);
  });

  test('is not taken as a form of another page sends it', async () => {
    expect((await keep(ID, DRAFT, 'text/plain')).status).toBe(415);
  });

  test('that is damaged is left alone, and hides no other', async () => {
    const other = 'b2'.repeat(12);
    await keep(other, { ...DRAFT, saved: undefined, subject: 'C' });
    const name = filesIn(mine()).find((file) => file.includes(ID))!;
    const good = readFileSync(join(mine(), name), 'utf8');
    writeFileSync(join(mine(), name), '{ hỏng');
    expect(await list()).toMatchObject([{ id: other, subject: 'C', hasFile: false }]);
    expect(readFileSync(join(mine(), name), 'utf8')).toBe('{ hỏng');
    writeFileSync(join(mine(), name), good);
    await keep(other, null);
  });

  test('of many that come at once the last is kept', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, kept) => keep(ID, { ...DRAFT, kept })));
    const [{ kept }] = (await list()) as readonly { readonly kept: number }[] as [{ kept: number }];
    expect(kept).toBeGreaterThanOrEqual(0);
    expect(filesIn(mine())).toHaveLength(1);
  });

  test.each<readonly [string, Asking, number]>([
    ['without the token', { token: false }, 403],
    ['with another token', { token: 'x'.repeat(43) }, 403],
    ['by another site', { headers: { Origin: 'http://evil.example' } }, 403],
    ['by a method of its own', { method: 'DELETE' }, 405],
    ['as a form of another page would', { headers: { 'Content-Type': 'text/plain' } }, 415],
    ['by words that are no draft', { body: '""' }, 400],
    ['by nothing at all', { body: '' }, 400],
  ])('is not taken away %s', async (_, asking, status) => {
    const headers = { 'Content-Type': 'application/json', ...asking.headers };
    const asked = { method: 'PUT', body: 'null', ...asking, headers };
    expect((await ask(tried.server, `/api/draft?id=${ID}`, asked)).status).toBe(status);
    expect(await list()).toMatchObject([{ id: ID }]);
  });

  test('goes when it is saved or not wanted any more', async () => {
    expect((await keep(ID, null)).status).toBe(200);
    expect((await keep(ID, null)).status).toBe(200);
    expect(await list()).toEqual([]);
  });

  test('that was taken away is as it was when it is kept again', async () => {
    await keep(ID, DRAFT);
    await keep(ID, null);
    expect((await ask(tried.server, `/api/draft?id=${ID}`)).status).toBe(404);
    await keep(ID, DRAFT);
    expect((await ask(tried.server, `/api/draft?id=${ID}`)).json()).toEqual(DRAFT);
    await keep(ID, null);
  });
});

test('nothing of this was a defect', () => {
  expect(tried.faults).toEqual([]);
});
