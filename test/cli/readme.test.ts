import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packageFolder } from '../../src/host-node/package-folder.js';
import { readTable } from '../../src/table/read-table.js';

vi.setConfig({ testTimeout: 300_000 });

/** The built command, as in `dist.test.ts`. */
const MAIN = join(packageFolder, 'dist', 'bin', 'main.js');
const README = readFileSync(join(packageFolder, 'README.md'), 'utf8').replaceAll('\r\n', '\n');

/** The lines that begin with "npx thethuc batch", without these words. */
const LINES = [...README.matchAll(/^npx thethuc (batch .*)$/gm)].map(([, line]) => line!.split(' '));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc readme-'));
  cpSync(join(packageFolder, 'samples'), join(folder, 'samples'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function thethuc(argv: readonly string[]): Promise<{ readonly code: number; readonly stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [MAIN, ...argv], { cwd: folder }, (_, __, stderr) =>
      resolve({ code: child.exitCode ?? -1, stderr }),
    );
  });
}

const reportOf = (): readonly (readonly string[])[] =>
  readTable('report.csv', readFileSync(join(folder, 'ket-qua', 'report.csv'))).value!.rows.map((row) =>
    row.map(({ text }) => text),
  );

describe('the lines of the README that make the papers of 30 unions', () => {
  test('are three', () => expect(LINES).toHaveLength(3));

  test('the first checks and writes nothing', async () => {
    const { code, stderr } = await thethuc(LINES[0]!);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual(['samples']);
  });

  test('the second makes them all', async () => {
    const { code, stderr } = await thethuc(LINES[1]!);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const [, ...rows] = reportOf();
    expect(rows).toHaveLength(30);
    for (const [, , , state, files, , , findings] of rows) {
      expect([state, findings]).toEqual(['đã làm', '0']);
      const paths = files!.split('\n');
      expect(paths.filter((path) => path.endsWith('.pdf')).length).toBeGreaterThanOrEqual(2);
      for (const path of paths) expect(existsSync(join(folder, 'ket-qua', path)), path).toBe(true);
    }
  });

  test('the third makes nothing again, and what was asked for besides', async () => {
    const { code, stderr } = await thethuc(LINES[2]!);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(
      reportOf()
        .slice(1)
        .map((row) => row[3]),
    ).toEqual(Array(30).fill('không đổi'));
    const names = readdirSync(join(folder, 'ket-qua'));
    expect(names.some((name) => name.endsWith('.zip'))).toBe(true);
    expect(names.some((name) => /^in.*\.pdf$/.test(name))).toBe(true);
  });
});
