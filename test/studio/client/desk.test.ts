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

  test('takes one off the list, with the file that it is saved in, and brings both back', async () => {
    const store = passingStore();
    const desk = createBrowserDesk(store, now, () => {});
    const handle = {} as FileSystemFileHandle;
    await desk.bindFile?.('one', handle);
    await desk.keepDraft(draft('one', 'a: 1', 'a: 1'));
    const papers = await desk.papers();
    const bringBack = await desk.forget(papers[0]!);
    expect([await desk.papers(), await store.all('handles')]).toEqual([[], []]);
    await bringBack();
    expect(await desk.papers()).toEqual(papers);
    expect(await store.get('handles', 'one')).toBe(handle);
  });

  test('drops a draft whose changes were taken back, and knows its file all the same', async () => {
    const store = passingStore();
    const desk = createBrowserDesk(store, now, () => {});
    await desk.bindFile?.('one', {} as FileSystemFileHandle);
    await desk.keepDraft(draft('one', 'a: 2', 'a: 1'));
    await desk.dropDraft('one');
    expect(await desk.papers()).toEqual([]);
    expect(await store.get('handles', 'one')).toBeDefined();
  });

  test('saves by a download', async () => {
    const taken: NamedFile[] = [];
    const desk = createBrowserDesk(passingStore(), now, (files) => taken.push(...files));
    const result = await desk.save(request('Trích yếu: A'));
    expect(result).toMatchObject({ type: 'saved', saved: { text: 'Trích yếu: A' } });
    expect(taken.map(({ name }) => name)).toEqual(['ke-hoach.yaml']);
  });

  test('saves with the line ends of the file that was opened, also from its draft', async () => {
    const taken: NamedFile[] = [];
    const store = passingStore();
    const openDesk = () => createBrowserDesk(store, now, (files) => taken.push(...files));
    const desk = openDesk();
    desk.noteFile('one', { name: 'ke-hoach.yaml', bytes: new TextEncoder().encode('a: 1\r\nb: 2\r\n') });
    await desk.save(request('a: 1\nb: 3\n'));
    await desk.keepDraft(draft('one', 'a: 1\nb: 3\n'));
    const later = openDesk();
    const [paper] = await later.papers();
    expect(new TextDecoder().decode((await later.open(paper!)).file.bytes)).toBe('a: 1\nb: 3\n');
    const result = await later.save(request('a: 1\nb: 4\n'));
    expect(result).toMatchObject({ saved: { text: 'a: 1\nb: 4\n' } });
    await later.save({ ...request('a: 1\n'), id: 'two' });
    const texts = taken.map(({ bytes }) => new TextDecoder().decode(bytes));
    expect(texts).toEqual(['a: 1\r\nb: 3\r\n', 'a: 1\r\nb: 4\r\n', 'a: 1\n']);
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
    // In place, with the line ends that are there.
    onDisk = 'o\r\nld\r\n';
    const saved = { text: 'o\nld\n' };
    expect((await desk.save({ ...request('m\nine\n'), saved })).type).toBe('saved');
    expect(onDisk).toBe('m\r\nine\r\n');
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
    const etag = present === undefined ? undefined : encodeURIComponent(present);
    if (url.pathname === '/api/desk') return answer({ folder: 'Hội nghị', location: '/x' });
    if (url.pathname.startsWith('/api/memory')) return answer({ recent: [], drafts: {} });
    if (init.method !== 'PUT')
      return present === undefined
        ? answer({ code: 'not-found', message: 'Không có tệp', hints: [] }, 404)
        : new Response(present, { headers: { ETag: `"${etag}"` } });
    const match = headers.get('If-Match')?.replaceAll('"', '');
    const isAsBelieved = match === undefined ? present === undefined : match === etag;
    if (!isAsBelieved) return answer({ code: 'changed', message: '', hints: [], present: etag ?? null }, 412);
    const text = new TextDecoder().decode(init.body as Uint8Array);
    files.set(path, text);
    return answer({ path, sha256: encodeURIComponent(text) });
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

  test('saves with the line ends that the file has, of which the page knows nothing', async () => {
    const files = new Map([['ke-hoach.yaml', 'a: 1\r\nb: 2\r\n']]);
    const desk = await createFolderDesk(fakeServer(files).calls, passingStore());
    const paper = { file: 'ke-hoach.yaml', kindName: '', subject: '', isUnsaved: false } as const;
    const { saved } = await desk.open({ key: '', from: 'folder', ...paper });
    expect(saved?.text).toBe('a: 1\nb: 2\n');
    const result = await desk.save({ ...request('a: 1\nb: 3\n'), saved });
    expect(files.get('ke-hoach.yaml')).toBe('a: 1\r\nb: 3\r\n');
    expect(result).toMatchObject({ type: 'saved', saved: { text: 'a: 1\nb: 3\n' } });
    files.set('ke-hoach.yaml', 'a: 1\nb: 3\r\nc: 4\n');
    const etag = encodeURIComponent('a: 1\nb: 3\r\nc: 4\n');
    await desk.save({ ...request('a: 5\n'), saved: { text: '', etag } });
    expect(files.get('ke-hoach.yaml')).toBe('a: 5\n');
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

  test('lists a file that has a draft as its draft alone, and a form without the papers made of it', () => {
    const file = (path: string, modified: number, subject?: string) => ({
      path,
      type: path.endsWith('.yaml') ? ('form' as const) : ('docx' as const),
      size: 1,
      modified,
      about: { path, kind: 'plan', kindName: 'Kế hoạch', ...(subject !== undefined && { subject }) },
    });
    const edited = {
      file: 'sửa.yaml',
      kindName: 'Kế hoạch',
      subject: 'S',
      from: 'draft',
      key: 'one',
    } as const;
    const files = [
      file('sửa.yaml', 1, 'S'),
      file('cũ.yaml', 2, 'C'),
      file('15-KH C.docx', 3, 'C'),
      file('con/15-KH C.docx', 4, 'C'),
      file('không tên.yaml', 5),
      file('không tên.docx', 6),
      file('nơi khác.docx', 7),
    ];
    const keys = (hasFile: boolean) =>
      listPapers([{ ...edited, isUnsaved: true, hasFile }], files, []).map(({ key }) => key);
    const others = ['nơi khác.docx', 'không tên.yaml', 'con/15-KH C.docx', 'cũ.yaml'].map(
      (path) => `folder:${path}`,
    );
    expect(keys(true)).toEqual(['one', ...others]);
    // A new paper only has the name that it would be saved by.
    expect(keys(false)).toEqual(['one', ...others, 'folder:sửa.yaml']);
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
