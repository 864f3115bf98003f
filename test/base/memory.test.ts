import { expect, test } from 'vitest';
import { createMemory, createOwned, detached } from '../../src/base/memory.js';

test('what was made of a key is given again', () => {
  const memory = createMemory<{ readonly of: string }>(2);
  const first = memory.take('a', () => ({ of: 'a' }));
  expect(memory.take('a', () => ({ of: 'another' }))).toBe(first);
  expect(memory.take('b', () => ({ of: 'b' }))).toEqual({ of: 'b' });
});

test('what every paper asks for stays, and what only one asks for goes', () => {
  const memory = createMemory<number>(3);
  let made = 0;
  const make = () => {
    made += 1;
    return made;
  };
  const common = memory.take('common', make);
  for (let paper = 0; paper < 100; paper += 1) {
    expect(memory.take('common', make)).toBe(common);
    memory.take(`only ${paper}`, make);
  }
  // Of a hundred others the first is forgotten, and would be made again.
  const before = made;
  memory.take('only 0', make);
  expect(made).toBe(before + 1);
});

test('a value that belongs to an object is made once for it', () => {
  const lengthOf = createOwned((list: readonly number[]) => ({ length: list.length }));
  const list = [1, 2, 3];
  expect(lengthOf(list)).toBe(lengthOf(list));
  expect(lengthOf([1, 2, 3])).not.toBe(lengthOf(list));
});

test('a key is kept as it is to be kept, and made of that', () => {
  const memory = createMemory<string>(2, (key) => `${key} kept`);
  expect(memory.take('a', (kept) => kept)).toBe('a kept');
  expect(detached('cắt \ud800 "ra"\n')).toBe('cắt \ud800 "ra"\n');
});
