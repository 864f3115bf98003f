import { expect, test } from 'vitest';
import { answersAmong, clashes, withFiles } from '../../../src/studio/client/collect/with-files.js';

const file = (name: string, ...bytes: readonly number[]) => ({ name, bytes: Uint8Array.from(bytes) });
const [one, other] = [file('a.pdf', 1), file('a.pdf', 2)];

test('the same file comes once, another of its name is told', () => {
  expect(clashes([one], [file('a.pdf', 1), file('b.pdf', 1)])).toEqual([]);
  expect(withFiles([one], [file('a.pdf', 1)], 'both')).toEqual([one]);
  expect(clashes([one], [other])).toEqual(['a.pdf']);
  // Also where both come at once, as out of the results of a search.
  expect(clashes([], [one, other])).toEqual(['a.pdf']);
});

test('two of one name are both kept, or the later one takes the place of the first', () => {
  expect(withFiles([one, file('b.pdf', 1)], [other], 'both').map(({ name }) => name)).toEqual([
    'a.pdf',
    'b.pdf',
    'a 2.pdf',
  ]);
  expect(withFiles([one, file('b.pdf', 1)], [other], 'replace')).toEqual([other, file('b.pdf', 1)]);
});

test('out of a folder come only what units send', () => {
  const names = ['nhan-ve/a.pdf', 'nhan-ve/~$b.docx', 'nhan-ve/Thumbs.db', 'nhan-ve/cum/c.DOCX', 'la.txt'];
  expect(answersAmong(names.map((name) => file(name))).map(({ name }) => name)).toEqual([
    'nhan-ve/a.pdf',
    'nhan-ve/cum/c.DOCX',
    'la.txt',
  ]);
});
