import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/batch/journal-entry.js';
import { JOURNAL_HEADER, journalLine } from '../../src/batch/journal-line.js';
import { HostError } from '../../src/host/host-error.js';
import { type JournalFile, journalName, openJournal } from '../../src/host-node/journal-file.js';
import { mountSmallDisk } from './small-disk.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-journal-'));
  path = join(folder, '.thethuc', journalName('-2-of-4'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const begin = (key: string): JournalEntry => ({ type: 'begin', key, paths: [`${key}.pdf`] });
const done = (key: string, order: number): JournalEntry => ({
  type: 'done',
  done: {
    key,
    order,
    row: order + 1,
    unit: 'Công đoàn Cơ sở',
    digest: 'd',
    stem: key,
    files: [{ path: `${key}.pdf`, sha256: key.repeat(64), size: 1 }],
    pages: 1,
    milliseconds: 1,
    cells: [],
    findings: [],
  },
});
const text = (): string => readFileSync(path, 'utf8');

async function open(): Promise<JournalFile> {
  const { value, diagnostics } = await openJournal(path);
  expect(diagnostics).toEqual([]);
  return value!;
}

test('after sync everything is in the file, in its order, whoever else asked', async () => {
  const journal = await open();
  journal.append(begin('a'));
  const first = journal.sync();
  journal.append(begin('b'));
  const second = journal.sync();
  journal.append(done('a', 1));
  await first;
  expect(text()).toContain(journalLine(begin('b')));
  await second;
  await journal.sync();
  expect(text()).toBe(
    JOURNAL_HEADER + [begin('a'), begin('b'), done('a', 1)].map((entry) => journalLine(entry)).join(''),
  );
  expect(journal.state.owner('b.pdf')).toBe('begun');
  await journal.close();
});

test('goes on where a crash tore it', async () => {
  const journal = await open();
  journal.append(done('a', 1));
  await journal.close();
  appendFileSync(path, `${journalLine(begin('b')).slice(0, 12)}`);
  appendFileSync(path, new Uint8Array(64));
  const next = await open();
  expect([...next.state.keys()]).toEqual(['a']);
  next.append(begin('c'));
  await next.close();
  expect(text()).toBe(
    JOURNAL_HEADER + [done('a', 1), begin('c')].map((entry) => journalLine(entry)).join(''),
  );
});

test('is written anew, sorted, in the end', async () => {
  const journal = await open();
  for (const order of [3, 1, 2]) {
    const key = String(order);
    journal.append(begin(key));
    journal.append(done(key, order));
  }
  await journal.finish();
  expect(text()).toBe(JOURNAL_HEADER + [1, 2, 3].map((n) => journalLine(done(String(n), n))).join(''));
  expect(readdirSync(join(folder, '.thethuc'))).toEqual(['journal-2-of-4.jsonl']);
});

test('a hundred groups at one time lose nothing', async () => {
  const journal = await open();
  await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      journal.append(begin(`k${n}`));
      await journal.sync();
      expect(text()).toContain(`"k${n}"`);
    }),
  );
  await journal.close();
  expect(text().split('\n')).toHaveLength(102);
});

test('a full disk is told by sync and by all that follows, and the run can go on with more room', async ({
  skip,
}) => {
  const disk = mountSmallDisk(64);
  if (disk === undefined) return skip('takes Linux and root');
  try {
    const file = join(disk.folder, '.thethuc', journalName(''));
    const { value: journal } = await openJournal(file);
    journal!.append(done('a', 1));
    await journal!.sync();
    const ballast = join(disk.folder, 'ballast');
    expect(() => writeFileSync(ballast, new Uint8Array(1e6))).toThrow('ENOSPC');
    for (let i = 0; i < 100; i += 1) journal!.append(begin(`key ${i}`.repeat(20)));
    const isFull = (error: unknown) => error instanceof HostError && error.failure === 'full';
    await expect(journal!.sync()).rejects.toSatisfy(isFull);
    await expect(journal!.sync()).rejects.toSatisfy(isFull);
    await expect(journal!.finish()).rejects.toSatisfy(isFull);
    rmSync(ballast);
    const next = await openJournal(file);
    expect([...next.value!.state.keys()]).toEqual(['a']);
    await next.value!.finish();
    expect(readFileSync(file, 'utf8')).toContain(journalLine(done('a', 1)));
  } finally {
    disk.release();
  }
});

test('a later version is left alone', async () => {
  const journal = await open();
  await journal.close();
  rmSync(path);
  appendFileSync(path, '{"thethuc":"journal","version":9}\n');
  const { value, diagnostics } = await openJournal(path);
  expect([value, diagnostics[0]?.code]).toEqual([undefined, 'batch/journal-newer']);
  expect(text()).toBe('{"thethuc":"journal","version":9}\n');
});
