import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskEvent, FolderFile } from '../../../src/studio/desk-protocol.js';
import { type Hearing, hearEvents } from './hear-events.js';
import { ask, fileAt, PLAN, put, type Tried, tryServer } from './try-server.js';

/** What somebody else puts into the opened folder, by mistake or to do harm. */
let tried: Tried;
let hearing: Hearing;
beforeAll(async () => {
  tried = await tryServer();
  await tried.server.watching;
  hearing = await hearEvents(tried.server);
});
afterAll(async () => {
  hearing.end();
  await tried.end();
});

const at = (path: string): string => join(tried.folder, path);
const about = async (path: string) => {
  const answer = await ask(tried.server, `/api/about?path=${encodeURIComponent(path)}`);
  return { status: answer.status, ...answer.json() };
};
const list = async (): Promise<readonly FolderFile[]> =>
  (await ask(tried.server, '/api/files')).json()['files'] as readonly FolderFile[];
const pathsIn = (event: DeskEvent): readonly string[] =>
  event.type === 'files' ? event.changes.map(({ path }) => path) : [];
const write = (path: string, headers: Readonly<Record<string, string>>) =>
  ask(tried.server, fileAt(path), { method: 'PUT', body: PLAN, headers });

describe('what comes while the folder is watched', () => {
  // More than Node has threads for the disk: each would wait for ever.
  const names = Array.from({ length: 8 }, (_, index) => `${index}.yaml`);

  test('is not waited for, nor followed, where it is no file', async () => {
    const before = hearing.heard.length;
    execFileSync(
      'mkfifo',
      names.map((name) => at(`ong-${name}`)),
    );
    for (const name of names) {
      symlinkSync('/dev/zero', at(`thiet-bi-${name}`));
      symlinkSync(join(tried.around, 'bi-mat.yaml'), at(`loi-ra-${name}`));
    }
    const told = hearing.next((event) => pathsIn(event).includes('cuoi.yaml'));
    put(tried.folder, { 'cuoi.yaml': PLAN });
    await told;
    // Each look has had its turn: this one is told after them.
    const after = hearing.next((event) => pathsIn(event).includes('sau-cuoi.yaml'));
    put(tried.folder, { 'sau-cuoi.yaml': PLAN });
    await after;
    expect((await ask(tried.server, fileAt('ke-hoach.yaml'))).text).toBe(PLAN);
    const paths = hearing.heard.slice(before).flatMap(({ event }) => pathsIn(event));
    expect(new Set(paths)).toEqual(new Set(['cuoi.yaml', 'sau-cuoi.yaml']));
  });
});

describe('a form that was made to keep the program busy', () => {
  const HEAD = 'Loại văn bản: Kế hoạch\n';

  test('is known by its few lines, whatever stands below', async () => {
    put(tried.folder, {
      'hong.yaml': `${HEAD}Trích yếu: >\n  Tổ chức\n  hội nghị\nNội dung: [${','.repeat(50_000)}\n`,
      'trong-ngoac.yaml': `"Loại văn bản": 'Kế hoạch'\n'Trích yếu': "Tổ chức"\n`,
      'sau.yaml': `${HEAD}a: ${'['.repeat(100_000)}\nTrích yếu: Sâu\n`,
      'neo.yaml': `a: &a [x, x]\nb: &b [*a, *a]\n${HEAD}Trích yếu: Neo\n`,
      'mau-2.json': '{\n"Loại văn bản": "Kế hoạch",\n"Trích yếu": "Bản JSON"\n}\n',
      'trong-khoi.yaml': `${HEAD}Nội dung: |\n  Trích yếu: không phải\nTrích yếu: Phải\n`,
    });
    const subjects = new Map((await list()).map((file) => [file.path, file.about?.subject]));
    expect(subjects.get('hong.yaml')).toBe('Tổ chức hội nghị');
    expect(subjects.get('trong-ngoac.yaml')).toBe('Tổ chức');
    expect(subjects.get('sau.yaml')).toBe('Sâu');
    expect(subjects.get('neo.yaml')).toBe('Neo');
    expect(subjects.get('mau-2.json')).toBe('Bản JSON');
    expect(subjects.get('trong-khoi.yaml')).toBe('Phải');
  });

  test('is not looked into where it is larger than any form', async () => {
    put(tried.folder, { 'lon.yaml': `${HEAD}Nội dung: ${'a '.repeat(300_000)}\n` });
    expect(await about('lon.yaml')).toEqual({ status: 200, path: 'lon.yaml' });
    expect((await list()).map(({ path }) => path)).not.toContain('lon.yaml');
    expect((await ask(tried.server, fileAt('lon.yaml'))).status).toBe(200);
  });
});

describe('a folder of thousands', () => {
  test('is listed by its latest files', async () => {
    const count = 3010;
    const folder = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`nhieu/${index}.yaml`, PLAN]),
    );
    put(tried.folder, folder);
    for (let index = 0; index < 20; index += 1) utimesSync(at(`nhieu/${index}.yaml`), 1000, 1000);
    const { files, isCut } = (await ask(tried.server, '/api/files')).json() as {
      files: readonly FolderFile[];
      isCut: boolean;
    };
    rmSync(at('nhieu'), { recursive: true });
    // One of them is no form.
    expect([files.length, isCut]).toEqual([2999, true]);
    expect(files.some(({ modified }) => modified === 1_000_000)).toBe(false);
    // Nobody has to ask for each of them.
    expect(files.filter((file) => file.type === 'form' && file.about === undefined)).toEqual([]);
  });
});

describe('a folder that goes', () => {
  test('is told when something is to be saved in it, and taken again when it is back', async () => {
    mkdirSync(at('quy-1'));
    put(tried.folder, { 'quy-1/a.yaml': PLAN });
    renameSync(at('quy-1'), join(tried.around, 'quy-1'));
    for (const headers of [{ 'If-None-Match': '*' }, { 'If-Match': `"${'0'.repeat(64)}"` }]) {
      const answer = await write('quy-1/a.yaml', headers);
      expect([answer.status, answer.json()['message']]).toEqual([404, 'Thư mục của tệp không còn ở chỗ cũ']);
    }
    renameSync(join(tried.around, 'quy-1'), at('quy-1'));
    expect((await write('quy-1/b.yaml', { 'If-None-Match': '*' })).status).toBe(200);
  });
});

test('a memory that cannot be read at the moment is not put aside', async () => {
  const file = join(tried.around, 'cua-toi', 'so-tay.json');
  rmSync(file, { force: true });
  // A folder in its place cannot be read either, by nobody.
  mkdirSync(file);
  const keep = () =>
    ask(tried.server, '/api/memory/drafts', {
      method: 'PUT',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    });
  const answer = await keep();
  expect([answer.status, answer.json()['code']]).toEqual([409, 'disk']);
  rmSync(file, { recursive: true });
  writeFileSync(file, '{"format":1,"recent":[],"drafts":{"a":"b"}}');
  expect((await keep()).json()).toEqual({ recent: [], drafts: {} });
});

test('nothing of this was a defect', () => {
  expect(tried.faults).toEqual([]);
});
