import { describe, expect, test } from 'vitest';
import { createBrowserDesk } from '../../../src/studio/client/desk/browser-desk.js';
import { passingStore } from '../../../src/studio/client/desk/browser-store.js';
import type { Draft, SaveRequest } from '../../../src/studio/client/desk/desk.js';
import { freeName, pathBeside } from '../../../src/studio/client/desk/file-names.js';
import { changesOf, createFolderDesk, listPapers } from '../../../src/studio/client/desk/folder-desk.js';
import { createServerCalls } from '../../../src/studio/client/desk/server-calls.js';
import type { NamedFile } from '../../../src/studio/protocol.js';

const draft = (id: string, text: string, saved?: string): Draft => ({
  id,
  file: `${id}.yaml`,
  text,
  given: [],
  kindName: 'Kế hoạch',
  subject: id,
  ...(saved !== undefined && { saved: { text: saved } }),
});

const request = (text: string, etag?: string): SaveRequest => ({
  id: 'one',
  file: 'ke-hoach.yaml',
  text,
  saved: etag === undefined ? undefined : { text: 'old', etag },
  kindName: 'Kế hoạch',
  subject: 'Hội nghị',
});

describe('the desk of the browser', () => {
  let clock = 0;
  const now = () => ++clock;

  test('lists drafts, the latest first, and opens one as it was', async () => {
    const desk = createBrowserDesk(passingStore(), now, () => {});
    await desk.keepDraft(draft('one', 'a: 1'));
    await desk.keepDraft(draft('two', 'b: 2', 'b: 2'));
    const papers = await desk.papers();
    expect(papers.map(({ file, isUnsaved }) => [file, isUnsaved])).toEqual([
      ['two.yaml', false],
      ['one.yaml', true],
    ]);
    const { file } = await desk.open(papers[1]!);
    expect(new TextDecoder().decode(file.bytes)).toBe('a: 1');
  });

  test('lets go of old drafts, but of none that was not saved', async () => {
    const desk = createBrowserDesk(passingStore(), now, () => {});
    await desk.keepDraft(draft('first', 'x'));
    await desk.keepDraft(draft('second', 'x', 'x'));
    for (let count = 0; count < 50; count++) await desk.keepDraft(draft(`d${count}`, 'y', 'y'));
    const files = (await desk.papers()).map(({ file }) => file);
    expect(files).toContain('first.yaml');
    expect(files).not.toContain('second.yaml');
  });

  test('saves by a download', async () => {
    const taken: NamedFile[] = [];
    const desk = createBrowserDesk(passingStore(), now, (files) => taken.push(...files));
    const result = await desk.save(request('Trích yếu: A'));
    expect(result).toMatchObject({ type: 'saved', saved: { text: 'Trích yếu: A' } });
    expect(taken.map(({ name }) => name)).toEqual(['ke-hoach.yaml']);
  });

  test('asks before it writes over a file that another hand changed', async () => {
    const store = passingStore();
    let onDisk = 'theirs';
    const handle = {
      name: 'ke-hoach.yaml',
      getFile: async () => ({ text: async () => onDisk }),
      createWritable: async () => ({
        write: async (text: string) => {
          onDisk = text;
        },
        close: async () => {},
      }),
    };
    const desk = createBrowserDesk(store, now, () => {});
    await desk.bindFile?.('one', handle as unknown as FileSystemFileHandle);
    expect(await desk.save(request('mine', 'x'))).toEqual({ type: 'changed', clash: { text: 'theirs' } });
    expect(onDisk).toBe('theirs');
    onDisk = 'old';
    expect((await desk.save(request('mine', 'x'))).type).toBe('saved');
    expect(onDisk).toBe('mine');
  });
});

/** A server with one file, as far as the desk asks it. */
function fakeServer(files: Map<string, string>) {
  const asked: string[] = [];
  const answer = (value: unknown, status = 200, headers = {}) =>
    new Response(JSON.stringify(value), { status, headers });
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(address, 'http://localhost');
    const headers = new Headers(init.headers);
    asked.push(`${init.method ?? 'GET'} ${url.pathname} ${headers.get('X-Thethuc-Token')}`);
    const path = url.searchParams.get('path') ?? `${url.searchParams.get('name')}`;
    const present = files.get(path);
    if (url.pathname === '/api/desk') return answer({ folder: 'Hội nghị', location: '/x' });
    if (url.pathname.startsWith('/api/memory')) return answer({ recent: [], drafts: {} });
    if (init.method !== 'PUT')
      return present === undefined
        ? answer({ code: 'not-found', message: 'Không có tệp', hints: [] }, 404)
        : new Response(present, { headers: { ETag: `"${present}"` } });
    const match = headers.get('If-Match')?.replaceAll('"', '');
    const isAsBelieved = match === undefined ? present === undefined : match === present;
    if (!isAsBelieved)
      return answer({ code: 'changed', message: '', hints: [], present: present ?? null }, 412);
    const text = new TextDecoder().decode(init.body as Uint8Array);
    files.set(path, text);
    return answer({ path, sha256: text });
  };
  return { asked, calls: createServerCalls('secret', ask as typeof fetch) };
}

describe('the desk of a folder', () => {
  test('saves in place and bears the token', async () => {
    const files = new Map([['ke-hoach.yaml', 'old']]);
    const { calls, asked } = fakeServer(files);
    const desk = await createFolderDesk(calls, passingStore());
    const result = await desk.save(request('new', 'old'));
    expect(result).toMatchObject({ type: 'saved', saved: { text: 'new', etag: 'new' } });
    expect(files.get('ke-hoach.yaml')).toBe('new');
    expect(asked.every((line) => line.endsWith(' secret'))).toBe(true);
  });

  test('tells what another hand wrote instead of writing over it', async () => {
    const files = new Map([['ke-hoach.yaml', 'theirs']]);
    const desk = await createFolderDesk(fakeServer(files).calls, passingStore());
    expect(await desk.save(request('mine', 'old'))).toEqual({
      type: 'changed',
      clash: { text: 'theirs', etag: 'theirs' },
    });
    expect(files.get('ke-hoach.yaml')).toBe('theirs');
  });

  test('writes anew a file that was taken away meanwhile', async () => {
    const files = new Map<string, string>();
    const desk = await createFolderDesk(fakeServer(files).calls, passingStore());
    expect((await desk.save(request('mine', 'old'))).type).toBe('saved');
    expect(files.get('ke-hoach.yaml')).toBe('mine');
  });

  test.each([
    ['both', { 'a.docx': 'edited in Word', 'a 2.docx': 'made' }],
    ['replace', { 'a.docx': 'made' }],
    ['stop', { 'a.docx': 'edited in Word' }],
  ] as const)('does with papers that are there already as told: %s', async (wish, left) => {
    const files = new Map([['a.docx', 'edited in Word']]);
    const desk = await createFolderDesk(fakeServer(files).calls, passingStore());
    const made = { name: 'a.docx', bytes: new TextEncoder().encode('made') };
    await desk.deliver([made], 'ke-hoach.yaml', async () => wish);
    expect(Object.fromEntries(files)).toEqual(left);
  });

  test('lists what was not saved, what was worked on last, and the other forms, each once', () => {
    const file = (path: string, kind?: string) => ({
      path,
      type: 'form' as const,
      size: 1,
      modified: 0,
      about: { path, ...(kind !== undefined && { kind, kindName: kind }) },
    });
    const recent = [{ location: '/x', path: 'b.yaml', kindName: 'K', subject: 'S' }];
    const papers = listPapers([], [file('a.yaml', 'plan'), file('b.yaml', 'plan'), file('c.yaml')], recent);
    expect(papers.map(({ key }) => key)).toEqual(['recent:b.yaml', 'folder:a.yaml']);
  });

  test('reads events as changes', () => {
    const changes = [{ path: 'a.yaml', change: 'removed' }] as const;
    expect(changesOf({ type: 'files', changes })).toEqual([{ type: 'file', path: 'a.yaml', isGone: true }]);
    expect(changesOf({ type: 'hello' })).toEqual([]);
  });
});

describe('names of files', () => {
  test.each([
    ['logo.png', 'Hội nghị/ke-hoach.yaml', 'Hội nghị/logo.png'],
    ['../chung/logo.png', 'Hội nghị/ke-hoach.yaml', 'chung/logo.png'],
    ['../logo.png', 'ke-hoach.yaml', undefined],
    ['C:\\logo.png', 'ke-hoach.yaml', undefined],
    ['/etc/passwd', 'ke-hoach.yaml', undefined],
  ])('%s beside %s is %s', (name, form, path) => expect(pathBeside(name, form)).toBe(path));

  test('a free name counts up, whatever its case', () => {
    expect(freeName('A.docx', ['a.DOCX', 'a 2.docx'])).toBe('A 3.docx');
  });
});
