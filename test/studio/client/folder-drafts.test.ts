import { describe, expect, test } from 'vitest';
import { passingStore } from '../../../src/studio/client/desk/browser-store.js';
import type { Draft } from '../../../src/studio/client/desk/desk.js';
import { createFolderDrafts } from '../../../src/studio/client/desk/folder-drafts.js';
import { createServerCalls } from '../../../src/studio/client/desk/server-calls.js';
import type { DeskDraft } from '../../../src/studio/desk-protocol.js';

const draft = (id: string, text: string, more: Partial<Draft> = {}): Draft => ({
  id,
  file: 'ke-hoach.yaml',
  text,
  given: [],
  kindName: 'Kế hoạch',
  subject: text,
  ...more,
});

/** A server that keeps drafts, while it is up. */
function fakeServer() {
  const kept = new Map<string, DeskDraft>();
  const state = { isUp: true, asked: 0 };
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    state.asked += 1;
    if (!state.isUp) throw new TypeError('refused');
    const { pathname, searchParams } = new URL(address, 'http://localhost');
    const id = searchParams.get('id') ?? '';
    if (pathname === '/api/drafts')
      return Response.json({
        drafts: [...kept].map(([one, { text: _, saved, ...about }]) => ({
          id: one,
          ...about,
          hasFile: saved !== undefined,
        })),
      });
    if (init.method !== 'PUT') return Response.json(kept.get(id));
    const sent = JSON.parse(String(init.body)) as DeskDraft | null;
    if (sent === null) kept.delete(id);
    else kept.set(id, sent);
    return Response.json({});
  };
  return { kept, state, calls: createServerCalls('secret', ask as typeof fetch) };
}

function tried(location = '/x') {
  const server = fakeServer();
  const store = passingStore();
  let clock = 0;
  const again = (where = location) => createFolderDrafts(server.calls, store, where, () => ++clock);
  return { ...server, store, drafts: again(), again };
}

const textOf = ({ file }: { readonly file: { readonly bytes: Uint8Array } }): string =>
  new TextDecoder().decode(file.bytes);

describe('drafts of a folder', () => {
  test('lie with the program, the latest first, and are opened as they were', async () => {
    const { drafts, kept, store, again } = tried();
    await drafts.keepDraft(draft('one', 'a'));
    await drafts.keepDraft(draft('two', 'b', { saved: { text: 'c', etag: '1' } }));
    await drafts.keepDraft(draft('one', 'a2'));
    expect(kept.get('one')).toMatchObject({ text: 'a2', kept: 3 });
    expect(await store.all('drafts')).toEqual([]);
    const papers = await again().papers();
    expect(papers.map(({ key, subject, changed, hasFile }) => [key, subject, changed, hasFile])).toEqual([
      ['one', 'a2', 3, false],
      ['two', 'b', 2, true],
    ]);
    expect(papers.every(({ from, isUnsaved }) => from === 'draft' && isUnsaved)).toBe(true);
    const opened = await drafts.open(papers[1]!);
    expect([textOf(opened), opened.saved, opened.id]).toEqual(['b', { text: 'c', etag: '1' }, 'two']);
  });

  test('of a paper that is as it was saved are none, and the server is not asked about it', async () => {
    const { drafts, kept, state } = tried();
    await drafts.keepDraft(draft('one', 'a', { saved: { text: 'a' } }));
    expect(state.asked).toBe(0);
    await drafts.keepDraft(draft('one', 'b', { saved: { text: 'a' } }));
    expect(kept.size).toBe(1);
    await drafts.keepDraft(draft('one', 'b', { saved: { text: 'b' } }));
    expect(kept.size).toBe(0);
  });

  test('that are only looked at are no later than they were', async () => {
    const { drafts, kept, again } = tried();
    await drafts.keepDraft(draft('one', 'a'));
    await drafts.keepDraft(draft('one', 'a'));
    const next = again();
    const [paper] = await next.papers();
    await next.open(paper!);
    await next.keepDraft(draft('one', 'a'));
    expect(kept.get('one')?.kept).toBe(1);
    await next.keepDraft(draft('one', 'b'));
    expect(kept.get('one')?.text).toBe('b');
  });

  test('of a file that is gone are kept', async () => {
    const { drafts, kept } = tried();
    await drafts.keepDraft(draft('one', 'a', { saved: { text: 'a', isGone: true } }));
    expect(kept.get('one')?.saved).toEqual({ text: 'a', isGone: true });
  });

  test('are kept by the browser while the program does not answer, and the failure is told', async () => {
    const { drafts, state, again } = tried();
    await drafts.keepDraft(draft('one', 'a'));
    state.isUp = false;
    await expect(drafts.keepDraft(draft('one', 'a2'))).rejects.toThrow('không trả lời');
    state.isUp = true;
    const next = again();
    const papers = await next.papers();
    expect(papers.map(({ key, subject }) => [key, subject])).toEqual([['one', 'a2']]);
    expect(textOf(await next.open(papers[0]!))).toBe('a2');
    expect(await again('/y').papers()).toMatchObject([{ subject: 'a' }]);
    await next.keepDraft(draft('one', 'a3'));
    expect((await again().papers()).map(({ subject }) => subject)).toEqual(['a3']);
  });

  test('have the files that were given by hand', async () => {
    const { drafts, kept } = tried();
    const given = [{ name: 'logo.png', bytes: Uint8Array.of(1) }];
    await drafts.keepDraft(draft('one', 'a', { given }));
    expect(kept.get('one')).not.toHaveProperty('given');
    const [paper] = await drafts.papers();
    expect((await drafts.open(paper!)).given).toEqual(given);
  });

  test('that are not wanted any more go everywhere, and come back as they were', async () => {
    const { drafts, kept, store } = tried();
    const given = [{ name: 'b', bytes: Uint8Array.of(1) }];
    await drafts.keepDraft(draft('one', 'a', { given, saved: { text: 'c', etag: '1' } }));
    const [before, beside] = [kept.get('one'), await store.all('drafts')];
    const [paper] = await drafts.papers();
    const bringBack = await drafts.forget(paper!);
    expect([kept.size, (await store.all('drafts')).length]).toEqual([0, 0]);
    await bringBack();
    expect([kept.get('one'), await store.all('drafts')]).toEqual([before, beside]);
    expect((await drafts.open(paper!)).given).toEqual(given);
  });

  test('that the server never got come back too', async () => {
    const { drafts, state, again } = tried();
    await drafts.keepDraft(draft('one', 'a'));
    state.isUp = false;
    await expect(drafts.keepDraft(draft('one', 'a2'))).rejects.toThrow('không trả lời');
    state.isUp = true;
    const [paper] = await drafts.papers();
    const bringBack = await drafts.forget(paper!);
    expect(await again().papers()).toEqual([]);
    await bringBack();
    expect((await again().papers()).map(({ subject }) => subject)).toEqual(['a2']);
    expect(textOf(await again().open(paper!))).toBe('a2');
  });

  test('stay where they are when the program does not answer', async () => {
    const { drafts, kept, state } = tried();
    await drafts.keepDraft(draft('one', 'a'));
    const [paper] = await drafts.papers();
    state.isUp = false;
    await expect(drafts.forget(paper!)).rejects.toThrow('không trả lời');
    expect(kept.has('one')).toBe(true);
  });

  test('go when what was typed is taken back, and only what was kept is asked about', async () => {
    const { drafts, kept, state } = tried();
    await drafts.dropDraft('one');
    expect(state.asked).toBe(0);
    // At once: what comes later is done later.
    await Promise.all([drafts.keepDraft(draft('one', 'a')), drafts.dropDraft('one')]);
    expect(kept.size).toBe(0);
    await drafts.keepDraft(draft('one', 'a'));
    expect(kept.size).toBe(1);
  });
});
