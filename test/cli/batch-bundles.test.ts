import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openZip } from '../../src/archive/unzip.js';
import { type Bundling, makeBundles } from '../../src/cli/batch-bundles.js';
import { createUnitTexts, newUnit, takeCheck, takeMade, type Unit } from '../../src/cli/batch-unit.js';
import type { BatchWishes } from '../../src/cli/batch-wishes.js';
import type { Run } from '../../src/cli/run.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { type JournalFile, openJournal } from '../../src/host-node/journal-file.js';

let output = '';
let temporary = '';
let journal: JournalFile;
let paper: Uint8Array;
beforeEach(async () => {
  output = mkdtempSync(join(tmpdir(), 'thethuc-bundles-'));
  temporary = join(output, '.thethuc', 'tmp');
  mkdirSync(temporary, { recursive: true });
  const opened = await openJournal(join(output, '.thethuc', 'journal.jsonl'));
  journal = opened.value!;
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([100, 100]);
  paper = await document.save();
});
afterEach(async () => {
  await journal.close();
  rmSync(output, { recursive: true, force: true });
});

const kept = createUnitTexts();

/** A unit whose PDF lies in the output folder and in the journal; `again`: tells its bytes from those of others. */
function unitOf(order: number, name: string, key = `dv-${order}`, again = ''): Unit {
  const path = `d/${key}.pdf`;
  mkdirSync(join(output, 'd'), { recursive: true });
  const bytes = Buffer.concat([paper, Buffer.from(`% ${key}${again}\n`)]);
  writeFileSync(join(output, path), bytes);
  const files = [{ path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length }];
  const unit = newUnit(kept, { type: 'row', order, row: { row: order + 1, texts: [] } }, key, undefined);
  const stem = `d/${key}`;
  const names = { key, unit: name, stem, digest: 'd', cells: [], files: [path] };
  takeCheck(unit, { order, ...names, diagnostics: [] });
  takeMade(unit, { order, files, pages: 1, milliseconds: 0, diagnostics: [] });
  const done = { ...names, order, row: order + 1, files, pages: 1, milliseconds: 0, findings: [] };
  journal.append({ type: 'done', done });
  return unit;
}

const steps: string[] = [];
const found: Diagnostic[] = [];
beforeEach(() => {
  steps.length = 0;
  found.length = 0;
});

/** `stopAfter`: Ctrl-C comes when the bar has gone on so many times. */
function bundling(wishes: Partial<BatchWishes>, stopAfter = Number.POSITIVE_INFINITY): Bundling {
  let advanced = 0;
  const run = {
    line: { switches: new Set<string>() },
    reporter: { add: (findings: readonly Diagnostic[]) => found.push(...findings) },
  };
  return {
    run: run as unknown as Run,
    wishes: { output, shardSuffix: '', ...wishes } as BatchWishes,
    journal,
    temporary,
    progress: {
      start: (step, total) => steps.push(`${step} ${total}`),
      advance: () => {
        advanced += 1;
      },
      say: () => {},
      stop: () => {},
    },
    isStopped: () => advanced >= stopAfter,
  };
}

async function bookmarksOf(path: string): Promise<readonly string[]> {
  const { catalog, context } = await PDFDocument.load(readFileSync(path), { updateMetadata: false });
  const titles: string[] = [];
  let item = catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict);
  for (; item !== undefined; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
    const title = item.get(PDFName.of('Title'));
    titles.push(
      title instanceof PDFString
        ? title.decodeText()
        : (context.lookup(title) as never as PDFString).decodeText(),
    );
  }
  return titles;
}

const inTemporary = (): readonly string[] => readdirSync(temporary);

test('one archive of all units, one of each, and the volume for the printer', async () => {
  const units = [unitOf(1, 'Một'), unitOf(2, 'Hai')];
  const merge = join(output, 'in.pdf');
  expect(await makeBundles(bundling({ zip: 'one', merge }), units)).toEqual(['tat-ca.zip', 'in.pdf']);
  expect(openZip(readFileSync(join(output, 'tat-ca.zip'))).names).toEqual(['d/dv-1.pdf', 'd/dv-2.pdf']);
  expect(steps).toEqual(['Nén 2', 'Ghép để in 2']);
  expect(await makeBundles(bundling({ zip: 'unit' }), units)).toEqual(['d/dv-1.zip', 'd/dv-2.zip']);
  expect(openZip(readFileSync(join(output, 'd/dv-2.zip'))).names).toEqual(['dv-2.pdf']);
  expect(inTemporary()).toEqual([]);
});

test('units of one name have their key in the bookmark, others only their name', async () => {
  const units = [
    unitOf(1, 'Trường Hoa Sen'),
    unitOf(2, 'Trường Hoa Sen'),
    unitOf(3, 'Sông Đào'),
    unitOf(4, ''),
  ];
  await makeBundles(bundling({ merge: join(output, 'in.pdf') }), units);
  expect(await bookmarksOf(join(output, 'in.pdf'))).toEqual([
    'Trường Hoa Sen (dv-1)',
    'Trường Hoa Sen (dv-2)',
    'Sông Đào',
    'dv-4',
  ]);
});

test('what is made of the same files stays, what is made of others is made anew', async () => {
  const units = [unitOf(1, 'Một'), unitOf(2, 'Hai')];
  const archive = join(output, 'tat-ca.zip');
  await makeBundles(bundling({ zip: 'one' }), units);
  const before = { bytes: readFileSync(archive), stamp: statSync(archive).ino };
  expect(await makeBundles(bundling({ zip: 'one' }), units)).toEqual(['tat-ca.zip']);
  expect(statSync(archive).ino).toBe(before.stamp);
  await makeBundles(bundling({ zip: 'one' }), [unitOf(1, 'Một', 'dv-1', ' khác'), units[1]!]);
  expect(readFileSync(archive).equals(before.bytes)).toBe(false);
  writeFileSync(archive, 'x');
  expect(await makeBundles(bundling({ zip: 'one' }), units)).toEqual([]);
  expect(found.map(({ code }) => code)).toEqual(['batch/foreign-file']);
  expect(readFileSync(archive, 'utf8')).toBe('x');
});

test.each([
  ['archive', { zip: 'one' }, 'tat-ca.zip'],
  ['volume', { merge: 'in.pdf' }, 'in.pdf'],
] as const)('Ctrl-C while an %s is written leaves nothing half written', async (_, wish, name) => {
  const wishes = 'merge' in wish ? { merge: join(output, wish.merge) } : wish;
  const units = [1, 2, 3].map((order) => unitOf(order, `Đơn vị ${order}`));
  expect(await makeBundles(bundling(wishes, 1), units)).toEqual([]);
  expect(existsSync(join(output, name))).toBe(false);
  expect(inTemporary()).toEqual([]);

  expect(await makeBundles(bundling(wishes), units)).toEqual([name]);
  const whole = readFileSync(join(output, name));
  const changed = [unitOf(1, 'Đơn vị 1', 'dv-1', ' khác'), ...units.slice(1)];
  expect(await makeBundles(bundling(wishes, 2), changed)).toEqual([]);
  expect(readFileSync(join(output, name)).equals(whole)).toBe(true);
  expect(inTemporary()).toEqual([]);
  expect(await makeBundles(bundling(wishes), changed)).toEqual([name]);
  expect(found).toEqual([]);
});

test('Ctrl-C between the archives of two units keeps the first', async () => {
  const units = [1, 2, 3].map((order) => unitOf(order, `Đơn vị ${order}`));
  expect(await makeBundles(bundling({ zip: 'unit' }, 1), units)).toEqual(['d/dv-1.zip']);
  expect(existsSync(join(output, 'd/dv-2.zip'))).toBe(false);
});

test('of a paper that was edited by hand the archive has what is there now', async () => {
  const edited = unitOf(1, 'Một');
  await makeBundles(bundling({ zip: 'one' }), [edited]);
  edited.state = 'kept';
  const inArchive = (): string =>
    Buffer.from(openZip(readFileSync(join(output, 'tat-ca.zip'))).read('d/dv-1.pdf', 1 << 20)!).toString(
      'latin1',
    );
  for (const words of ['sửa lần một', 'sửa lần hai']) {
    writeFileSync(join(output, 'd/dv-1.pdf'), words, 'latin1');
    await makeBundles(bundling({ zip: 'one' }), [edited]);
    expect(inArchive()).toBe(Buffer.from(words, 'latin1').toString('latin1'));
  }
});
