import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HostError } from '../../src/host/host-error.js';
import type { FileSystem } from '../../src/host-node/disk-steps.js';
import { writeFiles } from '../../src/host-node/write-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc-write-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (name: string, text: string) => ({ path: join(folder, name), bytes: bytes(text) });
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** A file system whose call on a target fails with this code, as the real one would. */
function failing(call: 'write' | 'rename', name: string, code: string): FileSystem {
  const fail = (): never => {
    throw Object.assign(new Error(code), { code });
  };
  let written = 0;
  return {
    writeWhole: async (path, content) => {
      written += 1;
      await writeFile(path, content);
      if (call === 'write' && written === (name === 'b.pdf' ? 2 : 1)) fail();
    },
    rename: async (from, to) => (call === 'rename' && to.endsWith(name) ? fail() : rename(from, to)),
  };
}

async function failure(attempt: Promise<void>): Promise<HostError> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error('It was written');
}

test('writes all, makes the folder, replaces what stood there, leaves nothing else', async () => {
  mkdirSync(join(folder, 'ra'));
  writeFileSync(join(folder, 'ra', 'a.docx'), 'cũ');
  await writeFiles([file('ra/a.docx', 'một'), file('ra/moi/b.pdf', 'hai')]);
  expect([read('ra/a.docx'), read('ra/moi/b.pdf')]).toEqual(['một', 'hai']);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    'ra',
    join('ra', 'a.docx'),
    join('ra', 'moi'),
    join('ra', 'moi', 'b.pdf'),
  ]);
});

describe('when one of two cannot be written, both stay as they were', () => {
  test.each([
    ['the second does not fit on the disk', 'write', 'b.pdf', 'ENOSPC', 'full'],
    ['the first does not', 'write', 'a.docx', 'ENOSPC', 'full'],
    ['the second is held open', 'rename', 'b.pdf', 'EBUSY', 'busy'],
    ['the first is held open', 'rename', 'a.docx', 'EBUSY', 'busy'],
  ] as const)('%s', async (_, call, name, code, expected) => {
    writeFileSync(join(folder, 'a.docx'), 'cũ');
    const attempt = writeFiles(
      [file('a.docx', 'một'), file('b.pdf', 'hai')],
      'linux',
      failing(call, name, code),
    );
    expect((await failure(attempt)).failure).toBe(expected);
    expect(readdirSync(folder)).toEqual(['a.docx']);
    expect(read('a.docx')).toBe('cũ');
  });
});

describe('a refusal is told in the words of an office', () => {
  const sentence = async (platform: string, code: string): Promise<string> => {
    writeFileSync(join(folder, 'a.docx'), 'cũ');
    const error = await failure(
      writeFiles([file('a.docx', 'mới')], platform, failing('rename', 'a.docx', code)),
    );
    return `${error.message.replace(folder, '')} (${error.hint})`;
  };

  test.each(['EBUSY', 'EPERM', 'EACCES'])('%s on Windows is a file open in Word', async (code) => {
    expect(await sentence('win32', code)).toMatch(
      /vì tệp đang mở trong Word .*\(Đóng tệp đó rồi chạy lại lệnh\)$/,
    );
  });
  test.each([
    ['EPERM', /Không có quyền/],
    ['EROFS', /ổ đĩa chỉ cho đọc/],
    ['ENOSPC', /ổ đĩa đã đầy/],
    ['EIO', /Hệ điều hành báo lỗi/],
  ])('%s elsewhere', async (code, words) => {
    expect(await sentence('linux', code)).toMatch(words);
  });

  test('on Windows a folder without the right to write in it is no file open in Word', async () => {
    const attempt = writeFiles([file('a.docx', 'mới')], 'win32', failing('write', 'a.docx', 'EPERM'));
    expect((await failure(attempt)).failure).toBe('denied');
  });

  test('a folder where the file should be', async () => {
    mkdirSync(join(folder, 'a.docx'));
    expect((await failure(writeFiles([file('a.docx', 'mới')]))).message).toMatch(
      /là thư mục, không phải tệp$/,
    );
  });
  test('a file where a folder should be', async () => {
    writeFileSync(join(folder, 'ra'), '');
    expect((await failure(writeFiles([file('ra/a.docx', 'mới')]))).failure).toBe('not-folder');
  });
  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'a folder that may not be written to',
    async () => {
      chmodSync(folder, 0o500);
      expect((await failure(writeFiles([file('a.docx', 'mới')]))).failure).toBe('denied');
      chmodSync(folder, 0o700);
    },
  );
  test.skipIf(process.platform !== 'linux')('a folder that cannot be made', async () => {
    const found = await failure(writeFiles([{ path: '/proc/thethuc/a.docx', bytes: new Uint8Array() }]));
    expect(found.message).toBe('Không ghi được "/proc/thethuc/a.docx" vì không tạo được thư mục chứa tệp');
  });
  test('a folder several levels deep that a file stands in', async () => {
    writeFileSync(join(folder, 'ra'), '');
    expect((await failure(writeFiles([file('ra/b/c/a.docx', 'mới')]))).failure).toBe('not-folder');
  });
  test('what the system says in English is said as its code', async () => {
    expect(await sentence('linux', 'EIO')).toMatch(/: mã EIO( |$)/);
  });
  test('a name that is too long', async () => {
    expect((await failure(writeFiles([file(`${'a'.repeat(300)}.docx`, '')]))).failure).toBe('name-too-long');
    expect(readdirSync(folder)).toEqual([]);
  });
});
