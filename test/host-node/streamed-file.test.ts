import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePieces } from '../../src/host-node/streamed-file.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-pieces-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('many pieces are one file, and nothing is left beside it', async () => {
  const pieces = Array.from({ length: 30_000 }, (_, at) => `Công đoàn ${at}\n`);
  await writePieces(join(folder, 'report.csv'), pieces, folder);
  expect(readFileSync(join(folder, 'report.csv'), 'utf8')).toBe(pieces.join(''));
  expect(readdirSync(folder)).toEqual(['report.csv']);
});

test('a report that breaks off leaves the one before as it was', async () => {
  const path = join(folder, 'report.csv');
  writeFileSync(path, 'before');
  function* broken() {
    yield 'x'.repeat(5_000_000);
    throw new Error('broken');
  }
  await expect(writePieces(path, broken(), folder)).rejects.toThrow('broken');
  expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['report.csv'], 'before']);
});
