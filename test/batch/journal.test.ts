import { describe, expect, test } from 'vitest';
import type { OwnedFile } from '../../src/batch/job.js';
import { createJournal, type Journal, type JournalState, readJournal } from '../../src/batch/journal.js';
import type { DoneEntry, JournalEntry } from '../../src/batch/journal-entry.js';
import { JOURNAL_HEADER, journalLine, parseJournalLine } from '../../src/batch/journal-line.js';

const file = (path: string, version = 1) => ({ path, sha256: `${version}`.repeat(64), size: 100 + version });

const done = (key: string, order: number, paths: readonly string[], version = 1): JournalEntry => ({
  type: 'done',
  done: {
    key,
    order,
    row: order + 1,
    unit: `Công đoàn "${key}"`,
    digest: `d${version}`,
    stem: `00${order}-${key}`,
    files: paths.map((path) => file(path, version)),
    pages: 6,
    milliseconds: 12,
    cells: ['a1', 'b2'],
    findings: [],
  },
});
const begin = (key: string, ...paths: readonly string[]): JournalEntry => ({ type: 'begin', key, paths });

const textOf = (...entries: readonly JournalEntry[]): string =>
  JOURNAL_HEADER + entries.map((entry) => journalLine(entry)).join('');

const linesOf = (text: string): readonly string[] => text.split(/(?<=\n)/);

function read(text: string): Journal {
  const { value, diagnostics } = readJournal(linesOf(text));
  expect(diagnostics).toEqual([]);
  return value!;
}

const stateOf = (...entries: readonly JournalEntry[]): JournalState => read(textOf(...entries)).state;
const owners = (state: JournalState, ...paths: readonly string[]): readonly (OwnedFile | undefined)[] =>
  paths.map((path) => state.owner(path));
const v = (version: number): OwnedFile => ({ sha256: `${version}`.repeat(64) });

describe('a line', () => {
  const entries: readonly JournalEntry[] = [
    { type: 'run', run: { program: '0.1.0', digests: { form: 'f', 'kind:plan': 'k' }, head: ['Số', 'Mã'] } },
    begin('đ', 'x/á.docx', 'x/\u2028\u0000\n.pdf'),
    done('đ', 3, ['á.docx']),
    { type: 'dropped', key: 'đ' },
    { type: 'gone', paths: ['á.docx'], key: 'đ' },
    { type: 'gone', paths: [] },
    { type: 'bundle', bundle: { bundle: 'in.pdf', digest: 'd', files: [file('in.pdf')] } },
    { type: 'left', files: [file('cũ.pdf')] },
  ];
  test.each(entries)('$type comes back as it was written, on one line', (entry) => {
    const line = journalLine(entry);
    expect(line).toMatch(/^[^\n]+\n$/);
    expect(parseJournalLine(line)).toEqual(entry);
  });

  test('of equal entries is equal, whatever the order of their members', () => {
    const entry = done('a', 1, ['a.pdf']) as { type: 'done'; done: DoneEntry };
    const turned = Object.fromEntries(Object.entries(entry.done).reverse()) as unknown as DoneEntry;
    expect(journalLine({ type: 'done', done: turned })).toBe(journalLine(entry));
  });

  test.each(['', '\n', 'null', '[]', '7', '{}', '{"done":{}}', '{"begin":{"key":1,"paths":[]}}', '{"done"'])(
    '%j is none',
    (line) => expect(parseJournalLine(line)).toBeUndefined(),
  );
});

describe('the state', () => {
  test('of nothing, of a torn head', () => {
    for (let end = 0; end < JOURNAL_HEADER.length; end += 1) {
      const { state } = read(JOURNAL_HEADER.slice(0, end));
      expect([state.size, state.run, state.done('a')]).toEqual([0, undefined, undefined]);
    }
  });

  test('a done unit is known by its key, its files by their paths', () => {
    const state = stateOf(begin('a', 'a.docx', 'a.pdf'), done('a', 1, ['a.docx', 'a.pdf']));
    expect(state.done('a')?.unit).toBe('Công đoàn "a"');
    expect(owners(state, 'a.docx', 'a.pdf', 'b.pdf')).toEqual([v(1), v(1), undefined]);
    expect([...state.keys()]).toEqual(['a']);
    expect([...state.begun()]).toEqual([]);
  });

  test('one that was begun again is not done, and its paths may hold anything', () => {
    const state = stateOf(done('a', 1, ['a.docx', 'a.pdf']), begin('a', 'a.pdf', 'new.pdf'));
    expect(state.done('a')).toBeUndefined();
    expect([...state.begun()]).toEqual(['a']);
    expect(owners(state, 'a.docx', 'a.pdf', 'new.pdf')).toEqual([v(1), 'begun', 'begun']);
  });

  test('what came to nothing leaves all as it was', () => {
    const before = stateOf(done('a', 1, ['a.pdf']));
    const state = stateOf(done('a', 1, ['a.pdf']), begin('a', 'a.pdf', 'b.pdf'), {
      type: 'dropped',
      key: 'a',
    });
    expect(state.done('a')).toEqual(before.done('a'));
    expect(owners(state, 'a.pdf', 'b.pdf')).toEqual([v(1), undefined]);
  });

  test('files under a former name are left over until they are gone', () => {
    const renamed = [done('a', 1, ['old.docx', 'old.pdf']), done('a', 1, ['new.docx', 'old.pdf'], 2)];
    const state = stateOf(...renamed);
    expect(state.leftovers()).toEqual([file('old.docx')]);
    expect(owners(state, 'old.docx', 'old.pdf', 'new.docx')).toEqual([v(1), v(2), v(2)]);
    const after = stateOf(...renamed, { type: 'gone', paths: ['old.docx'] });
    expect([after.leftovers(), after.owner('old.docx')]).toEqual([[], undefined]);
  });

  test('two units that change names with each other leave nothing over', () => {
    const state = stateOf(
      done('a', 1, ['1.pdf']),
      done('b', 2, ['2.pdf']),
      done('a', 2, ['2.pdf'], 2),
      done('b', 1, ['1.pdf'], 3),
    );
    expect(owners(state, '1.pdf', '2.pdf')).toEqual([v(3), v(2)]);
    expect(state.leftovers()).toEqual([]);
  });

  test('a unit that lost its name to another that is done keeps nothing of it, also when the journal was written anew', () => {
    const story = read(
      textOf(done('a', 1, ['x.pdf']), done('b', 2, ['001-y.docx', '001-y.pdf']), {
        ...done('a', 1, ['001-y.pdf'], 2),
      }),
    );
    for (const state of [story.state, read([...story.lines()].join('')).state]) {
      expect(owners(state, '001-y.pdf', '001-y.docx', 'x.pdf')).toEqual([v(2), v(1), v(1)]);
      expect(state.leftovers()).toEqual([file('x.pdf')]);
    }
  });

  test('files by their stem, in a folder of it or beside it', () => {
    const paths = ['001-a.b/kế hoạch.docx', '001-a.b/kế hoạch.pdf'];
    const entry = done('a.b', 1, paths);
    const state = stateOf(entry, done('a', 1, ['001-a.pdf'], 2));
    expect(journalLine(entry).match(/001-a\.b/g)).toHaveLength(1);
    expect(owners(state, ...paths, '001-a.pdf', '001-a.b', '001-a.docx')).toEqual([
      v(1),
      v(1),
      v(2),
      undefined,
      undefined,
    ]);
  });

  test('a unit that is gone leaves the files over that are still there', () => {
    const state = stateOf(done('a', 1, ['a.docx', 'a.pdf']), { type: 'gone', paths: ['a.pdf'], key: 'a' });
    expect([state.size, state.done('a')]).toEqual([0, undefined]);
    expect(state.leftovers()).toEqual([file('a.docx')]);
  });
});

describe('findings', () => {
  const inForm = {
    code: 'nd30/R35',
    severity: 'remark',
    message: 'Thiếu dấu',
    place: { file: 'a.yaml', start: 3, end: 5 },
  } as const;
  const atCell = {
    code: 'form/date',
    severity: 'warning',
    message: 'Ngày',
    place: { file: 'a.csv', sheet: '', cell: 'B2' },
  } as const;
  const story = (): readonly JournalEntry[] =>
    [1, 2, 3].map((order) => {
      const { done: entry } = done(`k${order}`, order, [`${order}.pdf`]) as { type: 'done'; done: DoneEntry };
      return { type: 'done', done: { ...entry, findings: [inForm, atCell] } };
    });

  test('of the form are written once, those of a row with it, and all come back', () => {
    const journal = createJournal();
    const text = JOURNAL_HEADER + story().map(journal.apply).join('');
    for (const written of [text, [...journal.lines()].join('')]) {
      expect([written.match(/R35/g), written.match(/form.date/g)].map((found) => found?.length)).toEqual([
        1, 3,
      ]);
      expect(read(written).state.done('k3')?.findings).toEqual([inForm, atCell]);
    }
  });

  test('whose line is damaged are forgotten, and nothing else', () => {
    const journal = createJournal();
    const lines = linesOf(JOURNAL_HEADER + story().map(journal.apply).join(''));
    const { value } = readJournal(lines.map((line) => (line.startsWith('{"finding"') ? '{"fin\n' : line)));
    expect(value?.state.done('k3')?.findings).toEqual([atCell]);
    expect([...value!.state.keys()]).toEqual(['k1', 'k2', 'k3']);
  });

  test('that no unit has any more are gone when it is written anew', () => {
    const journal = createJournal();
    for (const entry of story()) journal.apply(entry);
    for (const order of [1, 2, 3]) journal.apply(done(`k${order}`, order, [`${order}.pdf`]));
    expect([...journal.lines()].join('')).not.toContain('R35');
  });
});

/** A long run with everything in it. */
const STORY: readonly JournalEntry[] = [
  { type: 'run', run: { program: '0.1.0', digests: { form: 'f' }, head: ['Số'] } },
  begin('b', 'b.docx', 'b.pdf'),
  begin('a', 'a.docx', 'a.pdf'),
  done('b', 2, ['b.docx', 'b.pdf']),
  done('a', 1, ['a.docx', 'a.pdf']),
  begin('c', 'c.docx'),
  { type: 'dropped', key: 'c' },
  begin('a', 'á.docx', 'á.pdf'),
  done('a', 1, ['á.docx', 'á.pdf'], 2),
  { type: 'gone', paths: ['a.docx'] },
  { type: 'bundle', bundle: { bundle: 'z.zip', digest: 'd', files: [file('z.zip')] } },
  begin('d', 'd.pdf'),
];

describe('the end of the writing', () => {
  test('at any byte gives the state of the lines that are whole', () => {
    const text = textOf(...STORY);
    for (let end = 0; end <= text.length; end += 1) {
      const torn = text.slice(0, end);
      const whole = torn.slice(0, torn.lastIndexOf('\n') + 1);
      expect([...read(torn).lines()]).toEqual([...read(whole).lines()]);
      const state = read(torn).state;
      for (const key of state.keys())
        for (const { path, sha256 } of state.done(key)?.files ?? [])
          expect(state.owner(path)).toEqual({ sha256 });
    }
  });

  test('in zeros, as a power cut leaves them', () => {
    const text = textOf(...STORY);
    expect([...read(`${text}${'\0'.repeat(4000)}`).lines()]).toEqual([...read(text).lines()]);
    expect(read('\0'.repeat(100)).state.size).toBe(0);
  });

  test('within the file costs the damaged lines, with a warning', () => {
    const lines = textOf(...STORY).split(/(?<=\n)/);
    lines[4] = `${lines[4]!.slice(0, 20)}\n`;
    const { value, diagnostics } = readJournal(lines);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['batch/journal-damaged', 'warning'],
    ]);
    expect(diagnostics[0]!.message).toContain('1 dòng hỏng');
    expect([...value!.state.keys()]).toEqual(['a']);
  });
});

test('the shortest journal is sorted, says the same, and is the same however it came about', () => {
  const story = read(textOf(...STORY));
  const lines = [...story.lines()];
  expect([...read(lines.join('')).lines()]).toEqual(lines);
  const { state } = read(lines.join(''));
  expect(state.run).toEqual(story.state.run);
  expect(state.leftovers()).toEqual(story.state.leftovers());
  expect(state.leftovers()).toEqual([file('a.pdf')]);
  expect([...state.begun()]).toEqual(['d']);
  expect(state.bundle('z.zip')?.digest).toBe('d');
  expect(
    lines.filter((line) => line.startsWith('{"done"')).map((line) => /"order":(\d)/.exec(line)![1]),
  ).toEqual(['1', '2']);
  const [one, other] = [createJournal(), createJournal()];
  for (const key of ['a', 'b', 'c']) one.apply(done(key, key.charCodeAt(0), [`${key}.pdf`]));
  for (const key of ['c', 'a', 'b', 'a']) other.apply(done(key, key.charCodeAt(0), [`${key}.pdf`]));
  expect([...other.lines()]).toEqual([...one.lines()]);
});

test('a journal of a later version is refused, and one that is none', () => {
  const newer = readJournal([
    '{"thethuc":"journal","version":2,"more":1}\n',
    journalLine(begin('a', 'a.pdf')),
  ]);
  expect(newer.value).toBeUndefined();
  expect(newer.diagnostics[0]).toMatchObject({ code: 'batch/journal-newer', severity: 'error' });
  expect(newer.diagnostics[0]!.message).toMatch(/phiên bản 2.*phiên bản 1$/);
  const none = readJournal(['stt,ten\n', journalLine(begin('a', 'a.pdf'))]);
  expect([none.value, none.diagnostics[0]?.code]).toEqual([undefined, 'batch/journal-unread']);
});
