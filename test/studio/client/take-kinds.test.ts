import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StudioParts } from '../../../src/studio/client/actions/studio.js';
import { createTakeKinds, type TakeKinds } from '../../../src/studio/client/actions/take-kinds.js';
import { createStore, type Store } from '../../../src/studio/client/store/store.js';
import type { KindModule } from '../../../src/studio/desk-protocol.js';

let store: Store;
let take: TakeKinds;
/** What the engine was told of each kind, in its order. */
let told: (readonly [string, string])[];
let looks: number;
/** Answers the next question for a kind's files. */
let texts: (() => void)[];

beforeEach(() => {
  vi.stubGlobal('document', { baseURI: 'http://127.0.0.1/' });
  [store, told, looks, texts] = [createStore(), [], 0, []];
  const engine = {
    useKind: async (slug: string, address: string) => {
      told.push([slug, address.replace('http://127.0.0.1', '')]);
      return [];
    },
  };
  const desk = {
    kindTexts: () => new Promise((resolve) => texts.push(() => resolve({ texts: {} }))),
  };
  const parts = { store, engine, desk } as unknown as StudioParts;
  take = createTakeKinds(parts, {
    look: () => {},
    again: () => {
      looks += 1;
    },
  });
});
afterEach(() => void vi.unstubAllGlobals());

const own = (slug: string, address: string): KindModule => ({
  slug,
  address,
  isOwn: true,
  folder: `mau/${slug}`,
  errors: [],
});
const built = (slug: string): KindModule => ({ ...own(slug, '/built.js'), isOwn: false });

/** The files of the kinds that are asked for come at once. */
async function taken(...given: Parameters<TakeKinds>): Promise<void> {
  const done = take(...given);
  const answering = setInterval(() => texts.shift()?.());
  await done;
  clearInterval(answering);
}

test('a kind that is again as it was built is the engine’s own again', async () => {
  await taken([built('plan'), own('giay-moi', '/1.js')]);
  await taken([own('plan', '/2.js')]);
  await taken([built('plan')]);
  expect(told).toEqual([
    ['giay-moi', '/1.js'],
    ['plan', '/2.js'],
    ['plan', ''],
  ]);
  expect(looks).toBe(3);
});

test('a kind whose folder is gone goes, with what was wrong with it', async () => {
  const fault = { severity: 'error', code: 'x', message: 'Thiếu thẻ đóng', hints: [] } as const;
  await taken([{ ...own('giay-moi', '/1.js'), errors: [fault] }]);
  expect(store.get().templateProblems['giay-moi']).toHaveLength(1);
  await taken([], ['giay-moi']);
  expect(told.at(-1)).toEqual(['giay-moi', '']);
  expect(store.get().templateProblems['giay-moi']).toEqual([]);
});

test('of two saves the later holds, whichever files come first', async () => {
  const both = [take([own('plan', '/1.js')]), take([own('plan', '/2.js')])];
  await vi.waitFor(() => expect(texts).toHaveLength(1));
  // The second asks only when the first is done.
  texts.shift()?.();
  await vi.waitFor(() => expect(texts).toHaveLength(1));
  texts.shift()?.();
  await Promise.all(both);
  expect(told).toEqual([
    ['plan', '/1.js'],
    ['plan', '/2.js'],
  ]);
});
