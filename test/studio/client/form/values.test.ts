import { describe, expect, test } from 'vitest';
import { applyEdit, movedItem } from '../../../../src/studio/client/form/form-edit.js';
import { NO_IDS, nameItems } from '../../../../src/studio/client/form/item-ids.js';
import { pastedLines } from '../../../../src/studio/client/form/pasted-lines.js';
import { shareValues } from '../../../../src/studio/client/form/share-values.js';

describe('an edit', () => {
  const values = { a: 'x', b: ['1', '2', '3'], c: [{ d: 'y', e: [] }] };
  test.each([
    [
      { type: 'set', path: 'a', value: 'z' },
      { ...values, a: 'z' },
    ],
    [
      { type: 'set', path: 'c.0.d', value: 'z' },
      { ...values, c: [{ d: 'z', e: [] }] },
    ],
    [
      { type: 'set', path: 'f.g', value: 'z' },
      { ...values, f: { g: 'z' } },
    ],
    [
      { type: 'insert', path: 'b', index: 1, value: 'n' },
      { ...values, b: ['1', 'n', '2', '3'] },
    ],
    [
      { type: 'insert', path: 'new', index: 0, value: 'n' },
      { ...values, new: ['n'] },
    ],
    [
      { type: 'remove', path: 'b', index: 0 },
      { ...values, b: ['2', '3'] },
    ],
    [
      { type: 'move', path: 'b', from: 0, to: 2 },
      { ...values, b: ['2', '3', '1'] },
    ],
    [
      { type: 'move', path: 'b', from: 2, to: 0 },
      { ...values, b: ['3', '1', '2'] },
    ],
    [
      { type: 'insert', path: 'c.0.e', index: 0, value: 'n' },
      { ...values, c: [{ d: 'y', e: ['n'] }] },
    ],
  ] as const)('%j', (edit, made) => {
    expect(applyEdit(values, edit)).toEqual(made);
  });

  test('moves nothing from or to where nothing is', () => {
    expect(movedItem(['a', 'b'], 0, 2)).toEqual(['a', 'b']);
    expect(movedItem(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
  });
});

test('what is the same stays the same object', () => {
  const old = { a: ['1', '2'], b: { c: 'x' }, d: [{ e: '1' }, { e: '2' }] };
  const made = shareValues(old, { a: ['1', '2'], b: { c: 'y' }, d: [{ e: '1' }, { e: '3' }] });
  expect(made).toEqual({ a: ['1', '2'], b: { c: 'y' }, d: [{ e: '1' }, { e: '3' }] });
  expect((made as typeof old).a).toBe(old.a);
  expect((made as typeof old).b).not.toBe(old.b);
  expect((made as typeof old).d[0]).toBe(old.d[0]);
  expect(shareValues(old, structuredClone(old))).toBe(old);
});

describe('the names of items', () => {
  const named = nameItems(NO_IDS, ['a', 'b', 'c']);
  test.each([
    ['an edited one keeps its name', ['a', 'b!', 'c'], [0, 1, 2]],
    ['a moved one takes it along', ['c', 'a', 'b'], [2, 0, 1]],
    ['a removed one takes it away', ['b', 'c'], [1, 2]],
    ['edited and moved at once, it keeps its name', ['b', 'a!', 'c'], [1, 0, 2]],
    ['the last removed', ['a', 'b'], [0, 1]],
    ['a new one gets a new name', ['a', '', 'b', 'c'], [0, 3, 1, 2]],
    ['a copy gets a new name', ['a', 'a', 'b', 'c'], [0, 3, 1, 2]],
    ['another list has other names', ['x', 'y', 'z', 'q'], [3, 4, 5, 6]],
  ])('%s', (_, items, ids) => {
    expect(nameItems(named, items).ids).toEqual(ids);
  });
});

test('pasted lines lose the marks of a list, nothing else', () => {
  const text =
    '- Thường trực Tỉnh ủy (b/c);\r\n• Các ban;\n\n1. Công đoàn cơ sở\n10/3/2025 là hạn\n– Lưu: VT.';
  expect(pastedLines(text)).toEqual([
    'Thường trực Tỉnh ủy (b/c)',
    'Các ban',
    'Công đoàn cơ sở',
    '10/3/2025 là hạn',
    'Lưu: VT.',
  ]);
});
