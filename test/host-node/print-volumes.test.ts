import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countPrintVolumes, printVolumeNames, writePrintVolumes } from '../../src/host-node/print-volumes.js';

let folder = '';
let target = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-print-'));
  target = join(folder, 'print.pdf');
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage([100, 100]);
  writeFileSync(join(folder, 'paper.pdf'), await document.save());
  writeFileSync(join(folder, 'bad.pdf'), 'x');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const papers = (...titles: readonly string[]) =>
  titles.map((title) => ({ title, path: join(folder, 'paper.pdf') }));
const volumes = () => readdirSync(folder).filter((name) => !/^(paper|bad)/.test(name));

test('one volume has the name that was asked for', async () => {
  const [volume] = await writePrintVolumes(target, papers('a', 'b'), { evenPages: true });
  expect(volume).toMatchObject({ name: 'print.pdf', papers: 2, pages: 4 });
  expect(readFileSync(target)).toHaveLength(volume!.size);
  rmSync(target);
});

test('several are numbered, and no unit is parted', async () => {
  const titles = ['a', 'a', 'b', 'b', 'c', 'd'];
  const written = await writePrintVolumes(target, papers(...titles), { most: 3 });
  expect(written.map(({ name, papers: held }) => [name, held])).toEqual([
    ['print-1.pdf', 2],
    ['print-2.pdf', 3],
    ['print-3.pdf', 1],
  ]);
  expect(printVolumeNames(target, countPrintVolumes(titles, 3))).toEqual(volumes());
  for (const { name } of written) rmSync(join(folder, name));
});

test('no paper gives no file', async () => {
  expect(await writePrintVolumes(target, [])).toEqual([]);
  expect(countPrintVolumes([])).toBe(0);
  expect(volumes()).toEqual([]);
});

test('a paper that is none is named, and nothing is left', async () => {
  const bad = { title: 'z', path: join(folder, 'bad.pdf') };
  await expect(writePrintVolumes(target, [...papers('a', 'b'), bad], { most: 1 })).rejects.toThrow(bad.path);
  const gone = { title: 'z', path: join(folder, 'gone.pdf') };
  await expect(writePrintVolumes(target, [gone])).rejects.toThrow('Không còn tệp');
  expect(volumes()).toEqual([]);
});
