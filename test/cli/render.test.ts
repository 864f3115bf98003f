import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Press, PressPaper } from '../../src/cli/press.js';
import { HostError } from '../../src/host/host-error.js';
import { createNodeHost } from '../../src/host-node/node-host.js';
import { fakePress, run } from './fake-press.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'thethuc-render-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

const put = (name: string, text = '91|KH-LĐLĐ|Tổ chức hội nghị'): void =>
  writeFileSync(join(cwd, name), text);
const files = (folder = '.'): string[] => readdirSync(join(cwd, folder)).sort();
const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');

test('--no-data leaves the form’s facts out of the files', async () => {
  put('x.yaml');
  const asked: unknown[] = [];
  const press = {
    compile: (...source: Parameters<Press['compile']>) => {
      const made = fakePress().compile(...source);
      const value = made.value?.map(
        (paper): PressPaper => ({
          ...paper,
          write: async (format, options) => {
            asked.push([format, options.bare]);
            return paper.write(format, options);
          },
        }),
      );
      return { ...made, ...(value && { value }) };
    },
  };
  await run(['render', 'x.yaml'], { cwd, press });
  await run(['render', 'x.yaml', '--no-data'], { cwd, press });
  expect(asked).toEqual([
    ['docx', false],
    ['pdf', false],
    ['docx', true],
    ['pdf', true],
  ]);
});

describe('where the files go', () => {
  test('without -o they stand beside the form, in DOCX and PDF', async () => {
    mkdirSync(join(cwd, 'bieu-mau'));
    put('bieu-mau/x.yaml');
    const { code, stdout } = await run(['render', 'bieu-mau/x.yaml'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe(`${join('bieu-mau', 'x.docx')}\n${join('bieu-mau', 'x.pdf')}\n`);
    expect(files('bieu-mau')).toEqual(['x.docx', 'x.pdf', 'x.yaml']);
  });

  test.each(['ket-qua/', 'ket-qua\\', 'co-san'])('-o %s is a folder', async (typed) => {
    mkdirSync(join(cwd, 'co-san'));
    put('x.yaml');
    const { code } = await run(['render', 'x.yaml', '-o', typed], { cwd });
    expect(code).toBe(0);
    expect(files(typed.replace(/[/\\]$/, ''))).toEqual(['x.docx', 'x.pdf']);
  });

  test('an extension decides the format, and stays as typed', async () => {
    put('x.yaml');
    await run(['render', 'x.yaml', '-o', 'Kế hoạch 91.PDF'], { cwd });
    expect(files()).toEqual(['Kế hoạch 91.PDF', 'x.yaml']);
    expect(read('Kế hoạch 91.PDF')).toMatch(/^pdf:/);
  });

  test('a name without one is completed, also one with a dot in it', async () => {
    put('x.yaml');
    await run(['render', 'x.yaml', '-o', 'ngày 12.9', '--format', 'pdf'], { cwd });
    expect(files()).toEqual(['ngày 12.9.pdf', 'x.yaml']);
  });

  test('pages of SVG and PNG are numbered', async () => {
    put('x.yaml');
    await run(['render', 'x.yaml', '--format', 'PNG,svg'], { cwd });
    expect(files()).toEqual(['x-1.png', 'x-1.svg', 'x-2.png', 'x-2.svg', 'x.yaml']);
  });

  test('--name takes number, symbol and subject in plain ASCII', async () => {
    put('x.yaml');
    await run(['render', 'x.yaml', '--name', '--format', 'docx', '-o', 'out/'], { cwd });
    expect(files('out')).toEqual(['91-KH-LDLD-to-chuc-hoi-nghi.docx']);
  });

  test('a paper without any of them keeps the name of its form', async () => {
    put('x.yaml', '||');
    await run(['render', 'x.yaml', '--name', '--format', 'docx'], { cwd });
    expect(files()).toEqual(['x.docx', 'x.yaml']);
  });
});

describe('several forms', () => {
  test('are rendered in one run, also from a pattern, each once', async () => {
    put('a.yaml');
    put('b.yaml');
    const { stdout } = await run(['render', 'a.yaml', '*.yaml', '--format', 'docx'], { cwd });
    expect(stdout).toBe('a.docx\nb.docx\n');
  });

  test.each([
    ['the same name in another ending', 'a.yaml', 'a.json'],
    ['names that differ in case only', 'a.yaml', 'A.json'],
  ])('%s: nothing is written', async (_, first, second) => {
    put(first);
    put(second);
    const { code, stderr, stdout } = await run(['render', first, second], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('cùng cho tệp kết quả');
    expect(files()).toEqual([first, second].sort());
  });

  test('one that is no paper keeps the others from being written, and all are reported', async () => {
    put('a.yaml');
    put('b.yaml', 'HỎNG 1');
    put('c.yaml', 'HỎNG 2');
    const { code, stderr } = await run(['render', 'a.yaml', 'b.yaml', 'c.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"HỎNG 1" không đúng');
    expect(stderr).toContain('"HỎNG 2" không đúng');
    expect(stderr).toMatch(/Chưa ghi tệp nào\. Sửa các chỗ trên rồi chạy lại\.\n$/);
    expect(files()).toEqual(['a.yaml', 'b.yaml', 'c.yaml']);
  });

  test('cannot go to one file', async () => {
    put('a.yaml');
    put('b.yaml');
    const { code, stderr } = await run(['render', 'a.yaml', 'b.yaml', '-o', 'x.docx'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('là một tệp nhưng có 2 văn bản');
  });
});

describe('what an output may not do', () => {
  test('overwrite the form', async () => {
    put('x.docx');
    const { code, stderr } = await run(['render', 'x.docx'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"x.docx" sẽ ghi đè lên chính tệp biểu mẫu');
    expect(read('x.docx')).toBe('91|KH-LĐLĐ|Tổ chức hội nghị');
  });

  test('the log may not overwrite the form either', async () => {
    put('x.yaml');
    const { code } = await run(['render', 'x.yaml', '--log', './x.yaml'], { cwd });
    expect(code).toBe(2);
    expect(read('x.yaml')).toBe('91|KH-LĐLĐ|Tổ chức hội nghị');
    expect(files()).toEqual(['x.yaml']);
  });

  test.each([
    [['-o', 'x.pdf', '--format', 'docx'], 'cli/output-conflict'],
    [['-o', 'x.pdf', '--format', 'docx,pdf'], 'cli/output-conflict'],
    [['-o', 'x.doc'], 'cli/output-extension'],
    [['-o', '-'], 'cli/output-stdout'],
    [['-o', 'y.docx', '--name'], 'cli/name-conflict'],
    [['--format', 'pfd'], 'cli/unknown-format'],
    [['--format', ','], 'cli/unknown-format'],
    [['--now', '31/2/2024'], 'cli/now'],
  ])('%j is wrong usage', async (options, code) => {
    put('x.yaml');
    const result = await run(['render', 'x.yaml', '--diagnostics', 'short', ...options], { cwd });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(code);
    expect(files()).toEqual(['x.yaml']);
  });

  test('an output that cannot be written leaves nothing, and says why', async () => {
    put('x.yaml');
    mkdirSync(join(cwd, 'x.pdf'));
    const { code, stderr, stdout } = await run(['render', 'x.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('là thư mục, không phải tệp');
    expect(files()).toEqual(['x.pdf', 'x.yaml']);
  });

  test('a refusal of the host keeps its hint', async () => {
    put('x.yaml');
    const host = {
      ...createNodeHost(),
      writeFiles: async () => {
        throw new HostError('busy', 'x.docx', 'x.docx đang mở trong Word', 'Đóng tệp');
      },
    };
    const { code, stderr } = await run(['render', 'x.yaml'], { cwd, press: { host } });
    expect(code).toBe(2);
    expect(stderr).toBe('Phông: phông thử\nsai: x.docx đang mở trong Word\n    Gợi ý:    Đóng tệp\n');
  });
});

describe('standard input', () => {
  test('needs a name for its output', async () => {
    const { code, stderr } = await run(['render', '-'], { cwd, stdin: '||' });
    expect(code).toBe(2);
    expect(stderr).toContain('Biểu mẫu đọc từ đầu vào chuẩn (-), chưa biết đặt tên tệp kết quả là gì');
  });
  test('goes to -o, or is named after the paper', async () => {
    await run(['render', '-', '-o', 'y.docx'], { cwd, stdin: '1|QĐ|Thử' });
    await run(['render', '-', '--name', '--format', 'pdf'], { cwd, stdin: '1|QĐ|Thử' });
    expect(files()).toEqual(['1-QD-thu.pdf', 'y.docx']);
  });
});

describe('what is said, and where', () => {
  test('the files on stdout; the font and the count on stderr', async () => {
    put('x.yaml');
    const { stdout, stderr } = await run(['render', 'x.yaml'], { cwd });
    expect(stdout).toBe('x.docx\nx.pdf\n');
    expect(stderr).toBe('Phông: phông thử\nĐã ghi 2 tệp (2 trang)\n');
  });

  test('a paper with findings of level "sai" is written, with exit code 1', async () => {
    put('x.yaml', 'SAI|a|b');
    const { code, stderr } = await run(['render', 'x.yaml'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('x.yaml: sai: "SAI|a|b" không đúng');
    expect(files()).toEqual(['x.docx', 'x.pdf', 'x.yaml']);
  });

  test('a defect of the program is exit code 3, and the log has its stack', async () => {
    put('x.yaml', 'NỔ');
    const { code, stderr } = await run(['render', 'x.yaml', '--log', 'log/nhat-ky.log'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toContain('Chương trình gặp lỗi của chính nó');
    expect(stderr).not.toContain('fake-press');
    expect(read('log/nhat-ky.log')).toMatch(/mã thoát: 3/);
    expect(read('log/nhat-ky.log')).toContain('fake-press');
  });

  test('the log tells a run that went well too', async () => {
    put('x.yaml');
    await run(['render', 'x.yaml', '--log', 'a.log'], { cwd });
    expect(read('a.log')).toBe(
      [
        'thethuc 1.2.3',
        'lệnh: render x.yaml --log a.log',
        `thư mục: ${cwd}`,
        'nền tảng: POSIX',
        'Phông: phông thử',
        'Đã ghi 2 tệp (2 trang)',
        'điểm cần xem: không có',
        'mã thoát: 0',
        '',
      ].join('\n'),
    );
  });

  test('as JSON, stderr is nothing but JSON', async () => {
    put('x.yaml', 'SAI|a|b');
    const found = await run(['render', 'x.yaml', '--diagnostics', 'json'], { cwd });
    expect(JSON.parse(found.stderr)).toHaveLength(1);
    put('y.yaml');
    const none = await run(['render', 'y.yaml', '--diagnostics', 'json'], { cwd });
    expect(JSON.parse(none.stderr)).toEqual([]);
  });

  test.each([
    [true, {}, true],
    [true, { NO_COLOR: '1' }, false],
    [false, {}, false],
  ])('colour: terminal %s, environment %j -> %s', async (isTerminal, env, coloured) => {
    put('x.yaml', 'SAI|a|b');
    const { stderr } = await run(['render', 'x.yaml'], { cwd, isTerminal, env });
    expect(stderr.includes('\u001b[')).toBe(coloured);
  });

  test('--dump prints and writes no file', async () => {
    put('x.yaml', 'a');
    const { stdout } = await run(['render', 'x.yaml', '--dump', 'tree'], { cwd });
    expect(stdout).toBe('tree of a\n');
    expect(files()).toEqual(['x.yaml']);
  });

  test('a form that is missing, or a folder, is said with what to do', async () => {
    mkdirSync(join(cwd, 'd'));
    const { code, stderr } = await run(['render', 'khong-co.yaml', 'd', ''], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Tên tệp biểu mẫu để trống');
    expect(stderr).toContain('Không tìm thấy tệp biểu mẫu "khong-co.yaml"');
    expect(stderr).toContain('"d" là thư mục, không phải tệp biểu mẫu');
  });
});

describe('the date in the properties', () => {
  const written = async (options: string[], env: Record<string, string> = {}): Promise<string> => {
    put('x.yaml', 'a');
    await run(['render', 'x.yaml', '-o', 'y.pdf', ...options], { cwd, env });
    return existsSync(join(cwd, 'y.pdf')) ? read('y.pdf').replace('pdf:a:', '') : 'none';
  };
  test('--now, else SOURCE_DATE_EPOCH, else none', async () => {
    expect(await written([])).toBe('');
    expect(await written([], { SOURCE_DATE_EPOCH: '1726099200' })).toBe('2024-09-12T00:00:00.000Z');
    expect(await written(['--now', '12/9/2024'], { SOURCE_DATE_EPOCH: '0' })).toBe(
      '2024-09-12T00:00:00.000Z',
    );
    expect(await written(['--now', '2024-09-12T07:00:00+07:00'])).toBe('2024-09-12T00:00:00.000Z');
  });
  test('a wrong SOURCE_DATE_EPOCH is named', async () => {
    expect(await written([], { SOURCE_DATE_EPOCH: 'hôm nay' })).toBe('none');
  });
});
