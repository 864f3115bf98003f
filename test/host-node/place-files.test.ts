import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MadeFile, OwnedFile } from '../../src/batch/job.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import type { FileSystem } from '../../src/host-node/disk-steps.js';
import { hashBytes, hashFile } from '../../src/host-node/hash-file.js';
import {
  endsRun,
  findForeign,
  removeOwned,
  sweepTemporary,
  verifyFiles,
} from '../../src/host-node/owned-files.js';
import { placeFiles } from '../../src/host-node/place-files.js';
import { mountSmallDisk } from './small-disk.js';

let folder: string;
let output: string;
let temporary: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-place-'));
  output = join(folder, 'kết quả');
  temporary = join(output, '.thethuc', 'tmp');
  mkdirSync(temporary, { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha = (text: string): OwnedFile => ({ sha256: hashBytes(bytes(text)) });
const read = (path: string): string => readFileSync(join(output, path), 'utf8');
const write = (path: string, text: string): void => writeFileSync(join(output, path), text);
const place = (owned: Readonly<Record<string, OwnedFile>> = {}, force = false) => ({
  output,
  temporary,
  owned,
  force,
});
const PAIR = [
  { path: '1/a.docx', bytes: bytes('một') },
  { path: '1/a.pdf', bytes: bytes('hai') },
];
const codes = (found: { readonly diagnostics: readonly Diagnostic[] }) =>
  found.diagnostics.map(({ code }) => code);
const leftBehind = (): readonly string[] => readdirSync(temporary);
const madePair = async (): Promise<readonly MadeFile[]> => (await placeFiles(PAIR, place())).value!;

/** A file system whose call on the second file fails, with this code, so many times. */
function failing(call: 'write' | 'rename', code: string, times = 100): FileSystem {
  let [written, failed] = [0, 0];
  const fail = (): void => {
    failed += 1;
    if (failed <= times) throw Object.assign(new Error(code), { code });
  };
  return {
    writeWhole: async (path, content) => {
      written += 1;
      await writeFile(path, content);
      if (call === 'write' && written === 2) fail();
    },
    rename: async (from, to) => {
      if (call === 'rename' && to.endsWith('.pdf')) fail();
      await rename(from, to);
    },
  };
}

test('all files take their places, and their hashes and sizes are told', async () => {
  const made = await madePair();
  expect(made).toEqual([
    { path: '1/a.docx', sha256: hashBytes(bytes('một')), size: 5 },
    { path: '1/a.pdf', sha256: hashBytes(bytes('hai')), size: 3 },
  ]);
  expect([read('1/a.docx'), read('1/a.pdf'), leftBehind()]).toEqual(['một', 'hai', []]);
  expect(await hashFile(join(output, '1/a.pdf'))).toBe(made[1]!.sha256);
});

describe('a file in the way', () => {
  beforeEach(() => {
    mkdirSync(join(output, '1'));
    write('1/a.pdf', 'cũ');
  });

  test.each([
    ['made by hand', {}, /^Không ghi đè "1\/a.pdf" vì tệp không do chương trình tạo ra$/],
    ['changed by hand', { '1/a.pdf': sha('trước') }, /đã được sửa sau khi chương trình tạo ra$/],
  ])('%s stays, and nothing is written', async (_, owned, message) => {
    const outcome = await placeFiles(PAIR, place(owned));
    expect(codes(outcome)).toEqual(['batch/foreign-file']);
    expect(outcome.diagnostics[0]!.message).toMatch(message);
    expect(outcome.value).toBeUndefined();
    expect([read('1/a.pdf'), existsSync(join(output, '1/a.docx')), leftBehind()]).toEqual(['cũ', false, []]);
    expect((await findForeign(['1/a.docx', '1/a.pdf'], place(owned))).map(({ code }) => code)).toEqual([
      'batch/foreign-file',
    ]);
  });

  test.each([
    ['still as we made it', place({ '1/a.pdf': { sha256: hashBytes(bytes('cũ')) } })],
    ['begun in a run that was cut off', place({ '1/a.pdf': 'begun' })],
    ['of any kind with --force', place({}, true)],
  ])('%s is replaced', async (_, { owned, force }) => {
    const options = place(owned, force);
    expect(await findForeign(['1/a.docx', '1/a.pdf'], options)).toEqual([]);
    expect(codes(await placeFiles(PAIR, options))).toEqual([]);
    expect([read('1/a.docx'), read('1/a.pdf'), leftBehind()]).toEqual(['một', 'hai', []]);
  });

  test('that already has the wanted bytes is no loss: a task may be done twice', async () => {
    write('1/a.pdf', 'hai');
    expect(codes(await placeFiles(PAIR, place()))).toEqual([]);
    expect(read('1/a.docx')).toBe('một');
  });

  test('or a folder is named', async () => {
    mkdirSync(join(output, '1/a.docx'));
    expect(codes(await placeFiles(PAIR, place({}, true)))).toEqual(['file/is-folder']);
    expect(read('1/a.pdf')).toBe('cũ');
  });

  test('where a folder should be is named', async () => {
    const outcome = await placeFiles([{ path: '1/a.pdf/b.pdf', bytes: bytes('x') }], place());
    expect(codes(outcome)).toEqual(['file/not-folder']);
  });

  test.skipIf(process.platform === 'win32')('that is a link was made by hand', async () => {
    writeFileSync(join(folder, 'elsewhere'), 'nơi khác');
    symlinkSync(join(folder, 'elsewhere'), join(output, '1/a.docx'));
    const owned = { '1/a.docx': sha('nơi khác'), '1/a.pdf': sha('cũ') };
    expect(codes(await placeFiles(PAIR, place(owned)))).toEqual(['batch/foreign-file']);
    expect(codes(await placeFiles(PAIR, place(owned, true)))).toEqual([]);
    expect(readFileSync(join(folder, 'elsewhere'), 'utf8')).toBe('nơi khác');
    expect(read('1/a.docx')).toBe('một');
  });
});

describe('when the system refuses, all stays as it was:', () => {
  const OWNED = { '1/a.docx': sha('cũ 1'), '1/a.pdf': sha('cũ 2') };
  beforeEach(() => {
    mkdirSync(join(output, '1'));
    write('1/a.docx', 'cũ 1');
    write('1/a.pdf', 'cũ 2');
  });

  test.each([
    ['write', 'ENOSPC', 'linux', 'file/full', true],
    ['write', 'EDQUOT', 'linux', 'file/full', true],
    ['write', 'EROFS', 'linux', 'file/read-only', true],
    ['write', 'EACCES', 'linux', 'file/denied', false],
    ['rename', 'ENOSPC', 'linux', 'file/full', true],
    ['rename', 'ENAMETOOLONG', 'linux', 'file/name-too-long', false],
    ['rename', 'EBUSY', 'linux', 'file/busy', false],
    ['rename', 'EPERM', 'win32', 'file/busy', false],
  ] as const)('%s %s on %s is %s', async (call, code, platform, expected, ends) => {
    const outcome = await placeFiles(PAIR, place(OWNED), platform, failing(call, code));
    expect([codes(outcome), outcome.value]).toEqual([[expected], undefined]);
    expect(endsRun(outcome.diagnostics)).toBe(ends);
    expect([read('1/a.docx'), read('1/a.pdf'), leftBehind()]).toEqual(['cũ 1', 'cũ 2', []]);
  });

  test('new files are taken back', async () => {
    rmSync(join(output, '1'), { recursive: true });
    const outcome = await placeFiles(PAIR, place(), 'linux', failing('rename', 'EIO'));
    expect([codes(outcome), readdirSync(join(output, '1')), leftBehind()]).toEqual([['file/other'], [], []]);
  });

  test('on Windows a file that a scanner holds for a moment is waited for', async () => {
    const outcome = await placeFiles(PAIR, place(OWNED), 'win32', failing('rename', 'EPERM', 2));
    expect([codes(outcome), read('1/a.pdf')]).toEqual([[], 'hai']);
  });
});

test('a full disk: a clear message, nothing half, and with room it goes on', async ({ skip }) => {
  const disk = mountSmallDisk(64);
  if (disk === undefined) return skip('takes Linux and root');
  try {
    const there = { ...place(), output: disk.folder, temporary: join(disk.folder, 'tmp') };
    await sweepTemporary(there.temporary);
    const big = [PAIR[0]!, { path: '1/a.pdf', bytes: new Uint8Array(100_000) }];
    const outcome = await placeFiles(big, there);
    expect(codes(outcome)).toEqual(['file/full']);
    expect(outcome.diagnostics[0]!.message).toMatch(/vì ổ đĩa đã đầy$/);
    expect(endsRun(outcome.diagnostics)).toBe(true);
    expect(readdirSync(disk.folder, { recursive: true })).toEqual(['tmp']);
    expect(codes(await placeFiles(PAIR, there))).toEqual([]);
  } finally {
    disk.release();
  }
});

test.each([
  '../a.pdf',
  'a/../../b.pdf',
  '/etc/a.pdf',
  'C:/a.pdf',
  'C:a.pdf',
  'a\\..\\b.pdf',
  'a//b.pdf',
  './a',
  '',
  'a\0b',
])('the path %j does not leave the folder', async (path) => {
  const files = [PAIR[0]!, { path, bytes: bytes('x') }];
  expect(codes(await placeFiles(files, place({}, true)))).toEqual(['batch/path-out']);
  expect((await findForeign([path], place())).map(({ code }) => code)).toEqual(['batch/path-out']);
  expect(await removeOwned(output, path, hashBytes(bytes('x')))).toBe(false);
  expect(readdirSync(folder, { recursive: true })).toHaveLength(3);
});

describe('files of an earlier run', () => {
  test('are intact, edited, missing; edited counts before missing', async () => {
    const made = await madePair();
    expect(await verifyFiles(output, made)).toEqual({ state: 'intact', paths: [] });
    rmSync(join(output, '1/a.docx'));
    expect(await verifyFiles(output, made)).toEqual({ state: 'missing', paths: ['1/a.docx'] });
    write('1/a.pdf', 'HAI');
    expect(await verifyFiles(output, made)).toEqual({ state: 'edited', paths: ['1/a.pdf', '1/a.docx'] });
    write('1/a.pdf', 'dài hơn');
    expect((await verifyFiles(output, made)).state).toBe('edited');
    rmSync(join(output, '1'), { recursive: true });
    expect((await verifyFiles(output, made)).state).toBe('missing');
    write('1', 'tệp');
    expect((await verifyFiles(output, made)).state).toBe('missing');
  });

  test('are removed only as they were made, with the folders that are empty then', async () => {
    const [one, two] = (await madePair()) as [MadeFile, MadeFile];
    expect(await removeOwned(output, one.path, two.sha256)).toBe(false);
    expect(await removeOwned(output, one.path, one.sha256)).toBe(true);
    expect(await removeOwned(output, one.path, one.sha256)).toBe(false);
    expect(readdirSync(join(output, '1'))).toEqual(['a.pdf']);
    expect(await removeOwned(output, two.path, two.sha256)).toBe(true);
    expect(readdirSync(output)).toEqual(['.thethuc']);
  });
});

test('the folder for files without a name is made and swept', async () => {
  writeFileSync(join(temporary, '7-1.tmp'), 'nửa');
  mkdirSync(join(temporary, 'x'));
  await sweepTemporary(temporary);
  expect(leftBehind()).toEqual([]);
  await sweepTemporary(join(output, 'mới', 'tmp'));
  expect(readdirSync(join(output, 'mới', 'tmp'))).toEqual([]);
});
