import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTextMap } from '../../src/base/text-map.js';

it('is a map, whatever is set, deleted and set again', () => {
  const key = fc.oneof(fc.constantFrom('', 'a', 'đ', '\ufeff', '__proto__'), fc.string({ unit: 'grapheme' }));
  const step = fc.record({ key, value: fc.option(fc.string({ unit: 'grapheme' })) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const [map, plain] = [createTextMap(), new Map<string, string>()];
      for (const { key, value } of steps) {
        if (value === null) {
          map.delete(key);
          plain.delete(key);
        } else {
          map.set(key, value);
          plain.set(key, value);
        }
        expect([map.get(key), map.has(key), map.size]).toEqual([plain.get(key), plain.has(key), plain.size]);
      }
      expect([...map.keys()].sort()).toEqual([...plain.keys()].sort());
    }),
  );
});

it('finds every one of many', () => {
  const map = createTextMap();
  const count = 20_000;
  for (let at = 0; at < count; at += 1) map.set(`cd-${at}`, `Công đoàn ${at}`);
  for (let at = 0; at < count; at += 7) map.set(`cd-${at}`, `mới ${at}`);
  for (let at = 0; at < count; at += 1)
    expect(map.get(`cd-${at}`)).toBe(at % 7 === 0 ? `mới ${at}` : `Công đoàn ${at}`);
  expect([map.get(`cd-${count}`), map.size, [...map.keys()].length]).toEqual([undefined, count, count]);
});
