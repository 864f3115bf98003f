import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mountSmallDisk, type SmallDisk } from '../host-node/small-disk.js';
import { filesOf, hashesOf, journalOf, keysIn, remainsOf, statesOf } from './output.js';
import { run, start, startCommand, when } from './program.js';
import { ARGV, rowOf, rowsOf, testFolder, writeCase } from './units.js';

const ROWS = 40;
const EXTRAS = ['--zip', '--merge', 'in.pdf'];
const PAGE = 4096;

const here = testFolder();
const disks: SmallDisk[] = [];
let whole: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  writeCase(here('whole'), rowsOf(ROWS));
  const { code, stderr } = await run([...ARGV, ...EXTRAS], { cwd: here('whole') });
  expect(code, stderr).toBe(0);
  whole = hashesOf(here('whole', 'ra'));
});

afterEach(() => {
  for (const disk of disks.splice(0)) disk.release();
});

/** Kilobytes that the files take which a name fits. */
const sizeOf = (fits: RegExp): number =>
  filesOf(here('whole', 'ra'))
    .filter((path) => fits.test(path))
    .reduce((sum, path) => {
      const { size } = statSync(here('whole', 'ra', path));
      return sum + (Math.ceil(size / PAGE) * PAGE) / 1024;
    }, 0);

/** A disk of its own; where none can be made the test is passed over, but not in the project's own checks. */
function newDisk(kilobytes: number, skip: (reason: string) => never): string {
  const disk = mountSmallDisk(Math.max(Math.round(kilobytes), 16));
  if (disk === undefined) {
    if (process.env['CI'] === 'true')
      throw new Error('No small disk can be mounted: it takes Linux and root');
    return skip('no small disk can be mounted: it takes Linux and root');
  }
  disks.push(disk);
  return disk.folder;
}

const remount = (folder: string, option: string): void => {
  execFileSync('mount', ['-o', `remount,${option}`, folder]);
};

describe('a disk that is full', () => {
  const papers = (): number => sizeOf(/^\d/);
  /** With what the program keeps beside the papers. */
  const all = (): number => papers() + (1.5 * journalOf(here('whole', 'ra')).length) / 1024;
  const moments = {
    'before the first paper': () => 16,
    'in the first papers': () => papers() * 0.2,
    'in the last papers': () => papers() * 0.9,
    'in the archive': () => all() + sizeOf(/zip$/) * 0.5,
    'in the volume for the printer': () => all() + sizeOf(/zip$/) + sizeOf(/^in/) * 0.3,
  };
  for (const [name, size] of Object.entries(moments))
    test(name, async ({ skip }) => {
      const disk = newDisk(size(), skip);
      const output = join(disk, 'ra');
      const cwd = here('whole');
      const argv = ['kh.yaml', '--table', 'dv.csv', '-o', output, ...EXTRAS];
      const { code, stderr, stdout } = await run(argv, { cwd });
      expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('vì ổ đĩa đã đầy');
      expect(stderr).toContain('Xóa bớt tệp không dùng, hoặc chọn ổ đĩa khác bằng -o');
      expect(stderr).not.toContain('lỗi của chính nó');
      expect(stderr).toContain('Chạy lại đúng lệnh này để làm tiếp');
      const half = Object.entries(hashesOf(output)).filter(([path, hash]) => whole[path] !== hash);
      expect(half).toEqual([]);
      expect(existsSync(output) ? remainsOf(output) : []).toEqual([]);

      remount(disk, 'size=64m');
      const done = filesOf(output).filter((path) => /^\d/.test(path)).length;
      const again = await run(argv, { cwd });
      expect(again.code, again.stderr).toBe(0);
      expect(hashesOf(output)).toEqual(whole);
      expect(remainsOf(output)).toEqual([]);
      // What was done before the disk was full stays as it is, but for the units that were just then being made.
      if (done > 32) expect(keysIn(output, 'unchanged').length).toBeGreaterThan(0);
    });
});

describe('a folder that cannot be written', () => {
  test('a disk that is read only, with nothing on it and half way', async ({ skip }) => {
    const disk = newDisk(16_000, skip);
    const cwd = here('whole');
    const argv = ['kh.yaml', '--table', 'dv.csv', '-o', join(disk, 'ra'), ...EXTRAS];
    for (const only of [undefined, '2-11']) {
      if (only !== undefined) expect((await run([...argv, '--only', only], { cwd })).code).toBe(0);
      remount(disk, 'ro');
      const { code, stderr } = await run(argv, { cwd });
      expect(code, stderr).toBe(2);
      expect(stderr).toMatch(/Không ghi được ".*" vì ổ đĩa chỉ cho đọc/);
      expect(stderr).toContain('Chọn ổ đĩa khác bằng -o');
      expect(stderr).not.toContain('lỗi của chính nó');
      remount(disk, 'rw');
    }
    expect((await run(argv, { cwd })).code).toBe(0);
    expect(keysIn(join(disk, 'ra'), 'unchanged')).toHaveLength(10);
    expect(hashesOf(join(disk, 'ra'))).toEqual(whole);
  });

  test('a folder that the user may not write', async ({ skip }) => {
    const cwd = writeCase(here('denied'), rowsOf(4));
    const output = here('denied', 'ra');
    mkdirSync(output, { mode: 0o555 });
    chmodSync(output, 0o555);
    chmodSync(here(), 0o755);
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const seen = await startCommand(['version'], { cwd, ...uid }).ended.catch(() => undefined);
    if (seen?.code !== 0) return skip('another user cannot start the program');
    const { code, stderr } = await run(ARGV, { cwd, ...uid });
    expect(code, stderr).toBe(2);
    expect(stderr).toMatch(/Không có quyền đọc hoặc ghi ".*"/);
    expect(readdirSync(output)).toEqual([]);
    chmodSync(output, 0o777);
    expect((await run(ARGV, { cwd, ...uid })).code).toBe(0);
    expect(filesOf(output)).toHaveLength(8);
  });

  test('a folder inside the output that cannot be written costs its unit alone', async ({ skip }) => {
    const cwd = writeCase(here('inner'), rowsOf(4));
    const output = here('inner', 'ra');
    const argv = [...ARGV, '--name', '{{ma}}/kh'];
    for (const folder of [output, join(output, 'cd-0002')]) mkdirSync(folder);
    chmodSync(output, 0o777);
    chmodSync(join(output, 'cd-0002'), 0o555);
    chmodSync(here(), 0o755);
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const seen = await startCommand(['version'], { cwd, ...uid }).ended.catch(() => undefined);
    if (seen?.code !== 0) return skip('another user cannot start the program');
    const { code, stderr } = await run(argv, { cwd, ...uid });
    expect(code, stderr).toBe(1);
    expect(stderr).toMatch(/dv\.csv:3:1: sai: Không có quyền đọc hoặc ghi ".*cd-0002/);
    expect(statesOf(output)).toMatchObject({ 'cd-0001': 'made', 'cd-0002': 'failed', 'cd-0003': 'made' });
    chmodSync(join(output, 'cd-0002'), 0o777);
    expect((await run(argv, { cwd, ...uid })).code).toBe(0);
    expect(keysIn(output, 'made')).toEqual(['cd-0002']);
    expect(filesOf(output)).toHaveLength(8);
  });

  test('a file where the output folder should be, and a drive that is not there', async () => {
    const cwd = writeCase(here('file'), [rowOf(1)]);
    writeFileSync(join(cwd, 'ra'), 'của tôi');
    for (const place of ['ra', 'ra/trong']) {
      const { code, stderr } = await run(['kh.yaml', '--table', 'dv.csv', '-o', place], { cwd });
      expect(code, stderr).toBe(2);
      expect(stderr).toMatch(/"[^"]*\/ra.*" vì .*là tệp, không phải thư mục/);
    }
    expect(readFileSync(join(cwd, 'ra'), 'utf8')).toBe('của tôi');
    if (process.platform !== 'linux') return;
    const { code, stderr } = await run(['kh.yaml', '--table', 'dv.csv', '-o', '/proc/khong-co/ra'], { cwd });
    expect(code, stderr).toBe(2);
    expect(stderr).toContain('vì không tạo được thư mục chứa tệp');
    expect(stderr).not.toContain('lỗi của chính nó');
  });
});

test('a second run in the same folder at the same time is refused, and does the first no harm', async () => {
  const cwd = here('two');
  cpSync(here('whole'), cwd, { recursive: true, filter: (path) => !path.endsWith('/ra') });
  const first = start([...ARGV, ...EXTRAS], { cwd });
  expect(await when(first, () => existsSync(join(cwd, 'ra', '.thethuc', 'lock')))).toBe(true);
  const second = await run([...ARGV, ...EXTRAS], { cwd });
  const { code, stderr } = await first.ended;
  expect(code, stderr).toBe(0);
  expect(hashesOf(join(cwd, 'ra'))).toEqual(whole);
  // A second that looked only after the first was through had nothing to do.
  if (second.code === 0) return;
  expect(second.code, second.stderr).toBe(2);
  expect(second.stderr).toContain('Một lần chạy khác đang tạo văn bản vào thư mục này');
});
