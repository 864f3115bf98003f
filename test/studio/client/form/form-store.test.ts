import { expect, test } from 'vitest';
import { createFormStore } from '../../../../src/studio/client/form/form-store.js';
import type { Problem } from '../../../../src/studio/protocol.js';

const problem = (path: string, severity: Problem['severity'] = 'error'): Problem => ({
  path,
  severity,
  code: 'x',
  message: path,
  hints: [],
});

test('a field hears only of its own problems, as the same object while they are the same', () => {
  const store = createFormStore();
  let told = 0;
  store.subscribe(() => {
    told += 1;
  });
  store.takeProblems([problem('a.b'), problem('c', 'warning')]);
  const [ab, c] = [store.problemsAt('a.b'), store.problemsAt('c')];
  expect(ab).toHaveLength(1);
  expect(store.hiddenIn('a')).toBe('error:1');
  store.takeProblems([problem('a.b'), problem('c')]);
  expect(store.problemsAt('a.b')).toBe(ab);
  expect(store.problemsAt('c')).not.toBe(c);
  expect(told).toBe(2);
  store.takeProblems([problem('a.b'), problem('c')]);
  expect(told).toBe(2);
  expect(store.problemsAt('d')).toBe(store.problemsAt('e'));
});

test('a folded group counts what is in it, by the worst', () => {
  const store = createFormStore();
  store.takeProblems([problem('a.0.b', 'remark'), problem('a.0.c', 'warning'), problem('a.1', 'remark')]);
  expect(store.hiddenIn('a')).toBe('warning:3');
  expect(store.hiddenIn('a.0')).toBe('warning:2');
  expect(store.hiddenIn('a.1')).toBe('remark:1');
  expect(store.hiddenIn('b')).toBe('');
});

test('leading to a field opens all around it, also a section that has it by another name', () => {
  const store = createFormStore();
  store.holds('look#', ['le_trang', 'gian_dong']);
  const target = { path: 'le_trang.tren', offset: 0, turn: 1 };
  store.lead(target);
  expect(['le_trang', 'le_trang.tren', 'look#'].map(store.openness)).toEqual([true, true, true]);
  expect(store.targetAt('le_trang.tren')).toBe(target);
  expect(store.targetAt('gian_dong')).toBeUndefined();
});
