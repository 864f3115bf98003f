import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FormSource } from '../../src/cli/press.js';
import { fakePress, run } from './fake-press.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'thethuc-files-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const put = (name: string, text: string): void => {
  mkdirSync(join(cwd, name, '..'), { recursive: true });
  writeFileSync(join(cwd, name), text);
};

/** Runs `render` with forms that name a file a line after "@", and gives what was loaded for each. */
async function loaded(argv: readonly string[], stdin = '') {
  const sources: FormSource[] = [];
  const result = await run(['render', ...argv], {
    cwd,
    stdin,
    press: {
      referencedFiles: ({ bytes }) =>
        new TextDecoder()
          .decode(bytes)
          .split('\n')
          .flatMap((line) => (line.startsWith('@') ? [line.slice(1)] : [])),
      compile: (source, kinds, fonts) => {
        sources.push(source);
        return fakePress().compile(source, kinds, fonts);
      },
    },
  });
  const texts = sources.map(({ files }) =>
    Object.fromEntries([...(files ?? [])].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])),
  );
  return { result, sources, texts };
}

describe('the files that a form names', () => {
  test('are read from the form’s folder, however the path is typed', async () => {
    put('a/b/x.yaml', 'x\n@y.txt\n@../z.txt\n@con\\t.txt\n@./y.txt');
    put('a/b/y.txt', 'Y');
    put('a/z.txt', 'Z');
    put('a/b/con/t.txt', 'T');
    const { texts, result } = await loaded(['a/b/x.yaml']);
    expect(texts).toEqual([{ 'y.txt': 'Y', '../z.txt': 'Z', 'con\\t.txt': 'T', './y.txt': 'Y' }]);
    expect(result.code).toBe(0);
  });

  test('are read from the current folder for a form through a pipe', async () => {
    put('y.txt', 'Y');
    const { texts } = await loaded(['-', '-o', 'out.pdf'], 'x\n@y.txt');
    expect(texts).toEqual([{ 'y.txt': 'Y' }]);
  });

  test('are found when folder and name are in the other Unicode form', async () => {
    put(`${'Kế hoạch tỉnh'.normalize('NFD')}/${'số 91.pdf'.normalize('NFD')}`, 'P');
    put(`${'Mẫu'.normalize('NFC')}/x.txt`, 'X');
    put('x.yaml', `x\n@${'Kế hoạch tỉnh/số 91.pdf'.normalize('NFC')}\n@${'Mẫu/x.txt'.normalize('NFD')}`);
    const { texts } = await loaded(['x.yaml']);
    expect(Object.values(texts[0]!)).toEqual(['P', 'X']);
  });

  test('that are forms name files of their own, from their own folder', async () => {
    put('x.yaml', 'x\n@tinh/kh.yaml');
    put('tinh/kh.yaml', 'kh\n@don-vi.csv\n@../x.yaml');
    put('tinh/don-vi.csv', 'D');
    const { texts } = await loaded(['x.yaml']);
    expect(Object.keys(texts[0]!)).toEqual(['tinh/kh.yaml', 'tinh/don-vi.csv', 'x.yaml']);
  });

  test('that cannot be read are told, with where they were looked for and what may be meant', async () => {
    put('x.yaml', 'x\n@tinh/ke-haoch.pdf\n@tinh');
    put('tinh/ke-hoach.pdf', 'P');
    const { sources } = await loaded(['x.yaml']);
    expect([...sources[0]!.unreadFiles!]).toEqual([
      [
        'tinh/ke-haoch.pdf',
        {
          message: 'Không tìm thấy tệp "tinh/ke-haoch.pdf" trong thư mục "tinh"',
          hints: [
            'có phải ý bạn là "ke-hoach.pdf"?',
            'Chép tệp vào thư mục đó, hoặc ghi đường dẫn tính từ thư mục của biểu mẫu',
          ],
        },
      ],
      ['tinh', { message: expect.stringContaining('là thư mục, không phải tệp'), hints: expect.anything() }],
    ]);
  });

  test('are not overwritten', async () => {
    put('x.yaml', 'x\n@x.pdf');
    put('x.pdf', 'kế hoạch của tỉnh');
    const { result } = await loaded(['x.yaml']);
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('Tệp kết quả "x.pdf" sẽ ghi đè lên tệp mà biểu mẫu dùng đến');
    expect(readFileSync(join(cwd, 'x.pdf'), 'utf8')).toBe('kế hoạch của tỉnh');
    expect(readdirSync(cwd).sort()).toEqual(['x.pdf', 'x.yaml']);
  });
});
