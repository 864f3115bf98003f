import { beforeEach, describe, expect, test } from 'vitest';
import { createSaveActions } from '../../../src/studio/client/actions/save-papers.js';
import { createBrowserDesk } from '../../../src/studio/client/desk/browser-desk.js';
import { passingStore } from '../../../src/studio/client/desk/browser-store.js';
import type { Desk } from '../../../src/studio/client/desk/desk.js';
import { NO_HISTORY } from '../../../src/studio/client/store/history.js';
import type { OpenDocument } from '../../../src/studio/client/store/state.js';
import { createStore, type Store } from '../../../src/studio/client/store/store.js';
import type { Engine } from '../../../src/studio/protocol.js';

const TEXT = 'Trích yếu: A\n';
const PAPER: OpenDocument = {
  id: 'one',
  file: 'ke-hoach.yaml',
  text: TEXT,
  begun: TEXT,
  given: [],
  history: NO_HISTORY,
  kind: 'plan',
};
const GIVEN = { name: 'logo.png', bytes: Uint8Array.of(1) };

let store: Store;
let desk: Desk;
let keepDraft: ReturnType<typeof createSaveActions>['keepDraft'];
const open = (more: Partial<OpenDocument> = {}): void =>
  store.dispatch({ type: 'opened', document: { ...PAPER, ...more } });
const edit = (insert: string): void =>
  store.dispatch({ type: 'edited', changes: [{ from: 11, to: 12, insert }] });
/** What the list has once the page has kept what there is to keep. */
const listed = async (): Promise<readonly string[]> => {
  await keepDraft();
  return (await desk.papers()).map(({ subject }) => subject);
};
beforeEach(() => {
  store = createStore();
  desk = createBrowserDesk(
    passingStore(),
    () => 1,
    () => {},
  );
  ({ keepDraft } = createSaveActions({ store, desk, engine: {} as Engine }));
});

describe('a paper becomes a draft', () => {
  test('not by being opened, but once something is typed, until that is taken back', async () => {
    open();
    expect(await listed()).toEqual([]);
    edit('B');
    expect(await listed()).toEqual(['B']);
    store.dispatch({ type: 'undone' });
    expect(await listed()).toEqual([]);
    store.dispatch({ type: 'redone' });
    expect(await listed()).toEqual(['B']);
  });

  test('not by opening a file that is saved in place', async () => {
    open({ saved: { text: TEXT } });
    expect(await listed()).toEqual([]);
    edit('B');
    expect(await listed()).toEqual(['B']);
  });

  test('by a file that is given to it, not by one that was found beside it', async () => {
    open();
    store.dispatch({ type: 'given', file: GIVEN, isFound: true });
    expect(await listed()).toEqual([]);
    store.dispatch({ type: 'given', file: GIVEN });
    expect(await listed()).toEqual(['A']);
  });

  test('and one of before stays one, also when it is only looked at', async () => {
    const { begun: _, ...before } = PAPER;
    store.dispatch({ type: 'opened', document: before });
    expect(await listed()).toEqual(['A']);
  });

  test('and stays in the list once it was saved, as what was worked on last', async () => {
    open();
    store.dispatch({ type: 'saved', id: 'one', file: 'a.yaml', saved: { text: TEXT } });
    expect(await listed()).toEqual(['A']);
    edit('B');
    store.dispatch({ type: 'undone' });
    expect(await listed()).toEqual(['A']);
  });

  test('when its file is gone or another: here alone is its text', async () => {
    open({ saved: { text: TEXT, etag: '1' } });
    store.dispatch({ type: 'file-gone' });
    expect(await listed()).toEqual(['A']);
    open({ id: 'two', saved: { text: TEXT, etag: '1' } });
    store.dispatch({ type: 'clashed', clash: { text: 'Trích yếu: C\n', etag: '2' } });
    store.dispatch({ type: 'clash-settled', keep: 'mine' });
    expect(await listed()).toEqual(['A', 'A']);
  });

  test('no more once it was taken off the list: it is not open any more', async () => {
    open();
    edit('B');
    expect(await listed()).toEqual(['B']);
    const [paper] = await desk.papers();
    await desk.forget(paper!);
    store.dispatch({ type: 'closed', id: 'another' });
    expect(store.get().document).toBeDefined();
    store.dispatch({ type: 'closed', id: 'one' });
    expect(store.get().document).toBeUndefined();
    expect(await listed()).toEqual([]);
  });
});

describe('two saves at once', () => {
  /** A desk whose saves end when they are told to; it refuses what is not of its last etag, as the server does. */
  const slowDesk = () => {
    const asked: { text: string; etag: string | undefined; end: () => void }[] = [];
    let etag = '0';
    const save: Desk['save'] = ({ file, text, saved }) =>
      new Promise((resolve) => {
        const end = (): void => {
          const isKnown = saved?.etag === etag;
          if (isKnown) etag = `${asked.length}`;
          const clash = { text: 'khác', etag: '9' };
          resolve(
            isKnown
              ? { type: 'saved', file, saved: { text, etag }, said: 'Đã lưu.' }
              : { type: 'changed', clash },
          );
        };
        asked.push({ text, etag: saved?.etag, end });
      });
    return { asked, desk: { ...desk, save } };
  };
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  test('are one after the other, the second with what was typed since and what the first made of the file', async () => {
    const slow = slowDesk();
    const { save } = createSaveActions({ store, desk: slow.desk, engine: {} as Engine });
    open({ saved: { text: TEXT, etag: '0' } });
    edit('B');
    const both = [save()];
    await settle();
    edit('C');
    both.push(save());
    await settle();
    expect(slow.asked.map(({ text }) => text)).toEqual(['Trích yếu: B\n']);
    slow.asked[0]!.end();
    await settle();
    slow.asked[1]!.end();
    await Promise.all(both);
    expect(slow.asked.map(({ text, etag }) => [text, etag])).toEqual([
      ['Trích yếu: B\n', '0'],
      ['Trích yếu: C\n', '1'],
    ]);
    expect(store.get().clash).toBeUndefined();
    expect(store.get().document?.saved).toEqual({ text: 'Trích yếu: C\n', etag: '2' });
  });

  test('of a paper that gave place to another: it is saved, and a clash of its file is no question of the other', async () => {
    const slow = slowDesk();
    const { save } = createSaveActions({ store, desk: slow.desk, engine: {} as Engine });
    open({ saved: { text: TEXT, etag: '8' } });
    edit('B');
    const saving = save();
    open({ id: 'two' });
    await settle();
    slow.asked[0]!.end();
    await saving;
    expect(slow.asked[0]).toMatchObject({ text: 'Trích yếu: B\n', etag: '8' });
    expect(store.get().clash).toBeUndefined();
    expect(store.get().notice?.text).toContain('Chưa lưu ke-hoach.yaml');
  });
});
