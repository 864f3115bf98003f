import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openZip } from '../../src/archive/unzip.js';
import { HostError } from '../../src/host/host-error.js';
import { writeZip } from '../../src/host-node/zip-files.js';
import { centralRecord, endRecords } from '../../src/host-node/zip-records.js';

let folder = '';
let target = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-zip-'));
  target = join(folder, 'tat-ca.zip');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const source = (name: string, text: string) => {
  const path = join(folder, `${Math.abs(hash(name))}.bin`);
  writeFileSync(path, text);
  return { name, path };
};
const hash = (text: string): number => [...text].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7);

test('keeps files, order and Vietnamese names, in NFC', async () => {
  const names = ['Huyện Ả/Kế hoạch.docx'.normalize('NFD'), 'b.pdf', 'a.pdf'];
  const written = await writeZip(
    target,
    names.map((name) => source(name, `của ${name}`)),
  );
  const bytes = readFileSync(target);
  expect(written).toMatchObject({ entries: 3, size: bytes.length });
  const found = openZip(bytes);
  expect(found.names).toEqual(['Huyện Ả/Kế hoạch.docx', 'b.pdf', 'a.pdf']);
  expect(Buffer.from(found.read('b.pdf')!).toString()).toBe('của b.pdf');
});

test('gives the same bytes again, and leaves nothing beside the archive', async () => {
  const files = [source('a', 'một'), source('b', '')];
  const first = await writeZip(target, files);
  const before = readFileSync(target);
  expect(await writeZip(target, files)).toEqual(first);
  expect(readFileSync(target).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('names a file that is gone, and leaves the archive of before', async () => {
  writeFileSync(target, 'cũ');
  const gone = join(folder, 'gone.pdf');
  const failing = writeZip(target, [source('a', 'x'), { name: 'gone.pdf', path: gone }]);
  await expect(failing).rejects.toThrow(`Không còn tệp "${gone}" để đưa vào tệp nén`);
  await expect(failing).rejects.toBeInstanceOf(HostError);
  expect(readFileSync(target, 'utf8')).toBe('cũ');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('has Zip64 only where a number asks for it', () => {
  const entry = { name: Buffer.from('a'), crc: 1, size: 5, at: 0, forceZip64: false };
  const has64 = (bytes: Uint8Array) => Buffer.from(bytes).readUInt16LE(6) === 45;
  expect(has64(centralRecord(entry))).toBe(false);
  expect(has64(centralRecord({ ...entry, at: 0xfffffffe }))).toBe(false);
  expect(has64(centralRecord({ ...entry, at: 0xffffffff }))).toBe(true);
  expect(has64(centralRecord({ ...entry, size: 2 ** 33 }))).toBe(true);
  const end = { entries: 65_534, at: 10, size: 20, forceZip64: false };
  expect(endRecords(end)).toHaveLength(22);
  expect(endRecords({ ...end, entries: 65_535 })).toHaveLength(98);
  expect(endRecords({ ...end, at: 2 ** 32 })).toHaveLength(98);
});

test('writes what lies beyond 4 GiB in the Zip64 field', () => {
  const at = 2 ** 33 + 7;
  const record = Buffer.from(
    centralRecord({ name: Buffer.from('a'), crc: 1, size: 5, at, forceZip64: false }),
  );
  expect(record.readUInt32LE(42)).toBe(0xffffffff);
  expect(record.readUInt32LE(24)).toBe(5);
  expect(Number(record.readBigUInt64LE(46 + 1 + 4))).toBe(at);
});
