import { describe, expect, it } from 'vitest';
import { createKeyClashes, createNameClashes } from '../../src/batch/name-clashes.js';

const place = (row: number) => ({ file: 'don-vi.xlsx', sheet: 'Sheet1', cell: `B${row}` });

/** Codes of the units that are refused, by the row of the second and of the first. */
function clashesOf(stems: readonly (string | [string])[], taken: readonly string[] = []) {
  const names = createNameClashes((row) => ({ shown: `Dòng ${row}`, place: place(row) }), taken);
  return stems.flatMap((stem, index) => {
    const found = names.add({
      at: index + 2,
      stem: typeof stem === 'string' ? stem : stem[0],
      isFolder: typeof stem !== 'string',
    });
    return found ? [found] : [];
  });
}

describe('units that meet', () => {
  it('at one name, whatever its case and its form of Unicode, with both rows named', () => {
    const [found, ...more] = clashesOf(['Công đoàn A', 'b', 'công ĐOÀN a'.normalize('NFD')]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'batch/same-name',
      severity: 'error',
      place: place(4),
      related: [{ place: place(2) }],
    });
    expect(found!.message).toContain('Dòng 2 và dòng 4');
    expect(found!.hints![0]).toContain('{{stt}}');
  });

  it('in a folder that belongs to one of them, whichever comes first', () => {
    expect(clashesOf([['a'], 'a/b'])).toHaveLength(1);
    expect(clashesOf(['A/b', ['a']])).toHaveLength(1);
    expect(clashesOf([['x/a'], 'X/A/b/c'])).toHaveLength(1);
  });

  it('but not in a folder that groups units, nor beside a file', () => {
    expect(clashesOf(['a/b', 'a/c', ['a/d'], 'ab', ['a b']])).toEqual([]);
    expect(clashesOf(['a', 'a/b'])).toEqual([]);
  });

  it('with another file of the run', () => {
    expect(clashesOf(['IN', 'x'], ['in']).map(({ actual }) => actual)).toEqual(['IN']);
  });

  it('at one key', () => {
    const keys = createKeyClashes((row) => ({ shown: `Dòng ${row}`, place: place(row) }));
    expect(keys.add({ key: 'cd-a', at: 2 })).toBeUndefined();
    expect(keys.add({ key: 'cd-b', at: 3 })).toBeUndefined();
    expect(keys.add({ key: 'CD-A', at: 4 })).toMatchObject({
      severity: 'error',
      place: place(4),
      related: [{ place: place(2) }],
    });
  });
});
