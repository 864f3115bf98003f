import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { safeName } from '../../src/batch/file-name.js';
import { BAD_TABLES } from './bad-tables.js';
import { bytesOf, readAll } from './tables.js';

const GOLDEN = new URL('golden/bad-tables.txt', import.meta.url);

/** What is said of each table, under its name. */
const told = new Map(BAD_TABLES.map(({ name, file, bytes }) => [name, readAll(file, bytes()).lines]));
if (process.env['GOLDEN'] === 'update')
  writeFileSync(
    GOLDEN,
    [...told].map(([name, lines]) => `# ${name}\n${lines.map((line) => `${line}\n`).join('')}`).join('\n'),
  );
const expected = new Map(
  readFileSync(GOLDEN, 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [name = '', ...lines] = part.trimEnd().split('\n');
      return [name, lines] as const;
    }),
);

describe('a table with', () => {
  it.each(BAD_TABLES)('$name says so at its cells', ({ name }) => {
    expect(told.get(name)).toEqual(expected.get(name));
  });

  it('every one of them has its messages written down', () => {
    expect([...expected.keys()]).toEqual(BAD_TABLES.map(({ name }) => name));
    expect([...expected.values()].filter((lines) => lines.length > 0).length).toBeGreaterThan(40);
  });
});

/** Cells that would leave the output folder, or that no file can be called. */
const TRICKS = [
  '..\\..\\x',
  '../../x',
  'CON',
  'nul.txt',
  'a/b',
  'C:\\x',
  '~',
  '…'.repeat(300),
  'x'.repeat(300),
  'a\u202etxt',
];

describe('names in a table', () => {
  it.each([false, true])('are names of files below the output folder (ascii: %s)', (ascii) => {
    const table = `Mã;Cơ quan ban hành\n${TRICKS.map((name) => `${name};${name}\n`).join('')}`;
    const { rows } = readAll('units.csv', bytesOf(table));
    expect(rows).toHaveLength(TRICKS.length);
    for (const { texts } of rows) {
      const name = safeName(texts[1] ?? '', { ascii });
      expect(name).not.toMatch(/[/\\:]|^\.|\.$|^(?:con|nul)(?:\.|$)/i);
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(100);
    }
  });
});
