import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textStore } from '../../src/table/text-store.js';

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
