import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createGiveWanted } from '../../../src/studio/client/actions/give-wanted.js';
import type { StudioParts } from '../../../src/studio/client/actions/studio.js';
import { NO_HISTORY } from '../../../src/studio/client/store/history.js';
import type { OpenDocument } from '../../../src/studio/client/store/state.js';
import { createStore } from '../../../src/studio/client/store/store.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const paper = (id: string, file = 'a.yaml'): OpenDocument => ({
  id,
  file,
  text: '',
  given: [],
  history: NO_HISTORY,
  kind: undefined,
});

/** A folder with some files, and the names that were asked for. */
function folderOf(...names: readonly string[]) {
  const asked: string[] = [];
  const store = createStore();
  const readBeside = async (name: string) => {
    asked.push(name);
    return names.includes(name) ? { name, bytes: Uint8Array.of(1) } : undefined;
  };
  const want = createGiveWanted({ store, desk: { readBeside } } as unknown as StudioParts);
  const open = (document: OpenDocument): void => store.dispatch({ type: 'opened', document });
  const given = () => store.get().document?.given.map(({ name }) => name);
  return { asked, want, open, given, rest: () => vi.runAllTimersAsync() };
}

test('what a form names when it is opened is asked for at once', async () => {
  const { asked, want, open, given, rest } = folderOf('logo.png');
  open(paper('one'));
  want(['logo.png']);
  expect(asked).toEqual(['logo.png']);
  await rest();
  expect(given()).toEqual(['logo.png']);
});

test('a name that is being typed is asked for once it is whole', async () => {
  const { asked, want, open, given, rest } = folderOf('logo.png');
  open(paper('one'));
  want([]);
  for (const typed of ['l', 'lo', 'logo.p', 'logo.png']) want([typed]);
  expect(asked).toEqual([]);
  await rest();
  expect(asked).toEqual(['logo.png']);
  expect(given()).toEqual(['logo.png']);
});

test('a name that there is no file of is asked for once', async () => {
  const { asked, want, open, rest } = folderOf();
  open(paper('one'));
  want(['logo.png']);
  for (let looks = 0; looks < 3; looks += 1) {
    want(['logo.png']);
    await rest();
  }
  expect(asked).toEqual(['logo.png']);
});

test('another paper, and one saved elsewhere, have other files beside them', async () => {
  const { asked, want, open, rest } = folderOf();
  for (const document of [paper('one'), paper('two'), paper('two', 'khac/a.yaml')]) {
    open(document);
    want(['logo.png']);
    await rest();
  }
  expect(asked).toHaveLength(3);
});
