import * as path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { readBatchWishes } from '../../src/cli/batch-wishes.js';
import type { CliIo } from '../../src/cli/io.js';
import { createReporter } from '../../src/cli/reporter.js';
import { fakePress } from './fake-press.js';

const io: CliIo = {
  stdin: async () => new Uint8Array(),
  stdout: () => {},
  stderr: () => {},
  env: {},
  cwd: '/nha/van-thu',
  isTerminal: false,
  onInterrupt: () => () => {},
  path: path.posix,
};

/** The wishes of `thethuc batch ke-hoach.yaml …` on a machine of four cores. */
function wishesOf(...options: readonly string[]) {
  const argv = ['batch', 'ke-hoach.yaml', ...options];
  const line = readArguments(argv);
  expect(line.problems).toEqual([]);
  const press = fakePress();
  return readBatchWishes({ line, argv, io, press, reporter: createReporter(io, press, 'human') }, 4);
}
const wanted = (...options: readonly string[]) => wishesOf(...options).value!;

describe('what a run is asked for', () => {
  it('is papers of both formats in ket-qua, by all cores', () => {
    expect(wishesOf()).toMatchObject({
      value: {
        output: '/nha/van-thu/ket-qua',
        formats: ['docx', 'pdf'],
        jobs: 4,
        limits: { seconds: 60, megabytes: 1024 },
        shardSuffix: '',
      },
      diagnostics: [],
    });
  });

  it('may be another folder, one format, some rows, a share', () => {
    const options = ['-o', 'kq\\', '--format', 'pdf', '--table', 'a.xlsx', '--only', '3', '--shard', '2/4'];
    const { output, formats, isSelected, shardSuffix } = wanted(...options);
    expect([output, formats, shardSuffix]).toEqual(['/nha/van-thu/kq', ['pdf'], '-2-of-4']);
    expect([isSelected(2), isSelected(3)]).toEqual([false, true]);
  });

  test.each([
    [['--merge', 'in.pdf'], '/nha/van-thu/ket-qua/in.pdf'],
    [['--merge', 'ket-qua/in/tat-ca.pdf'], '/nha/van-thu/ket-qua/in/tat-ca.pdf'],
    [['--merge', 'in.PDF', '--shard', '2/4'], '/nha/van-thu/ket-qua/in-2-of-4.PDF'],
  ])('%j is %s', (options, merge) => {
    expect(wanted(...options).merge).toBe(merge);
  });
});

describe('a folder for the papers', () => {
  test.each([
    ['ke-hoach.docx', '--format docx'],
    ['ket-qua/in.PDF', '--merge in.pdf'],
    ['don-vi.xlsx', 'Ghi như: -o ket-qua/'],
    ['tat-ca.zip', '--zip'],
  ])('is most likely not meant by -o %s', (typed, hint) => {
    const { value, diagnostics } = wishesOf('-o', typed);
    expect(value).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      code: 'cli/batch-output',
      message: `-o "${typed}" giống tên tệp; lệnh "batch" tạo nhiều tệp nên cần tên thư mục`,
    });
    expect(diagnostics[0]!.hints!.join('\n')).toContain(hint);
  });

  test.each(['ket-qua.docx/', 'ban-1.0', 'docx', 'KH.2026'])('is meant by -o %s', (typed) => {
    expect(wishesOf('-o', typed).diagnostics).toEqual([]);
  });
});

test.each([
  [['--format', 'png'], ['cli/batch-format']],
  [['--jobs', '0'], ['cli/not-a-number']],
  [
    ['--timeout', 'lâu', '--memory', '10'],
    ['cli/not-a-number', 'cli/not-a-number'],
  ],
  [['--merge', 'in'], ['cli/merge-name']],
  [['--merge', '../in.pdf'], ['cli/merge-outside']],
  [['--merge', 'in.pdf', '--format', 'docx'], ['cli/merge-format']],
  [['--two-sided'], ['cli/two-sided']],
  [['--only', '3'], ['cli/only-rows']],
  [['--name', 'abc', '--table', 'a.xlsx'], ['batch/constant-name']],
  [['--name', '{{ten}}.docx', '--shard', '5/4', '--only', '0', '--table', 'a.xlsx'], 3],
] as const)('%j is refused, with all that is wrong at once', (options, codes) => {
  const { value, diagnostics } = wishesOf(...options);
  expect(value).toBeUndefined();
  if (typeof codes === 'number') expect(diagnostics).toHaveLength(codes);
  else expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});
