import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textStore } from '../../src/base/text-store.js';

it('gives texts back by their order, and nothing beyond', () => {
  const store = textStore();
  const texts = [
    'Công đoàn',
    '',
    '\ufeffđ',
    'x'.repeat(2_000_000),
    '😀',
    ...Array.from({ length: 3000 }, (_, at) => `dv-${at}`),
  ];
  for (const text of texts) store.add(text);
  expect(texts.map((_, at) => store.at(at))).toEqual(texts);
  for (const index of [-1, texts.length, 0.5, Number.NaN]) expect(store.at(index)).toBeUndefined();
});

it('holds whatever can be said in Unicode', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 50 }), (texts) => {
      const store = textStore();
      for (const text of texts) store.add(text);
      expect(texts.map((_, at) => store.at(at))).toEqual(texts);
    }),
  );
});

it('forgets what is dropped and nothing else, within a block and over many', () => {
  const store = textStore();
  const long = Array.from({ length: 40 }, (_, at) => `${at}`.repeat(100_000));
  const numbers = long.map(store.add);
  for (const number of numbers) if (number % 3 > 0) store.drop(number);
  store.drop(numbers.length);
  expect(numbers.map(store.at)).toEqual(long.map((text, at) => (at % 3 > 0 ? undefined : text)));
  expect(store.at(store.add('sau'))).toBe('sau');
});
