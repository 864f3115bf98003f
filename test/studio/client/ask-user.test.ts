import { expect, test } from 'vitest';
import { askUser } from '../../../src/studio/client/actions/studio.js';
import { createStore } from '../../../src/studio/client/store/store.js';

const question = (title: string) => ({ title, text: '', choices: [{ key: 'ok', label: 'Đã hiểu' }] });

test('a question in whose place another comes is answered with nothing', async () => {
  const store = createStore();
  const first = askUser(store, question('Một'));
  const second = askUser(store, question('Hai'));
  expect(await first).toBeUndefined();
  expect(store.get().question?.title).toBe('Hai');
  store.get().question?.answer('ok');
  expect(await second).toBe('ok');
  expect(store.get().question).toBeUndefined();
});
