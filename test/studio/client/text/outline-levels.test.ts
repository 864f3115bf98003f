import { expect, test } from 'vitest';
import { outlineLevels } from '../../../../src/studio/client/text/outline-levels.js';

test('each line has the level that the paper gives it', () => {
  const lines = [
    'I. MỤC ĐÍCH',
    '',
    '1. Một',
    '- Gạch',
    'Lời văn.',
    '**2. Hai.**',
    '– Gạch dài',
    '| A | B |',
    '| 1 | 2 |',
  ];
  const text = lines.join('\n');
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  expect(outlineLevels(text).map(({ offset, level, isTitle }) => [lineAt(offset), level, isTitle])).toEqual(
    expect.arrayContaining([
      [1, 'roman', true],
      [3, 'clause', true],
      [4, 'dash', false],
      [6, 'clause', false],
      [7, 'dash', false],
      [8, 'table', true],
      [9, 'table', false],
    ]),
  );
  expect(outlineLevels(text).some(({ offset }) => lineAt(offset) === 5)).toBe(false);
});
