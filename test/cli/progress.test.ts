import * as path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it, test } from 'vitest';
import type { CliIo } from '../../src/cli/io.js';
import { createProgress, durationInWords, type ProgressOptions } from '../../src/cli/progress.js';

/** A progress on a terminal that is not there, with a clock that goes when told. */
function started(
  terminal: Partial<Pick<CliIo, 'isTerminal' | 'env'>>,
  options: Partial<ProgressOptions> = {},
) {
  let written = '';
  let time = 0;
  const io: CliIo = {
    stdin: async () => new Uint8Array(),
    stdout: () => expect.fail(),
    stderr: (text) => {
      written += text;
    },
    env: {},
    cwd: '/',
    isTerminal: false,
    onInterrupt: () => () => {},
    path,
    ...terminal,
  };
  const progress = createProgress(io, { style: 'human', now: () => time, ...options });
  return {
    progress,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    text: () => written,
    lines: () => written.split('\n').filter((line) => line !== ''),
  };
}

describe('progress that is piped', () => {
  it('is a line in five seconds, and one at the end of a step', () => {
    const { progress, pass, lines } = started({});
    progress.start('Tạo văn bản', 2000);
    for (let done = 0; done < 1900; done += 1) {
      pass(10);
      progress.advance({ failed: done % 500 === 0 });
    }
    expect(lines()).toEqual([
      'Tạo văn bản, 500/2.000, 100/giây, còn 15 giây, 1 chưa được',
      'Tạo văn bản, 1.000/2.000, 100/giây, còn 10 giây, 2 chưa được',
      'Tạo văn bản, 1.500/2.000, 100/giây, còn 5 giây, 3 chưa được',
    ]);
    progress.stop();
    progress.stop();
    expect(lines().slice(3)).toEqual(['Tạo văn bản: 1.900/2.000 đơn vị (19 giây), 4 chưa được']);
  });

  it('without a total counts what is done; the next step ends the one before', () => {
    const { progress, pass, lines } = started({});
    progress.advance();
    progress.start('Kiểm tra', undefined);
    for (let done = 0; done < 3; done += 1) {
      pass(3000);
      progress.advance();
    }
    progress.start('Tạo văn bản', 3);
    progress.say('Một dòng');
    expect(lines()).toEqual(['Kiểm tra, 2, 0,3/giây', 'Kiểm tra: 3 đơn vị (9 giây)', 'Một dòng']);
  });

  it('is nothing where a program reads the findings, on a terminal too', () => {
    for (const isTerminal of [true, false]) {
      const { progress, pass, text } = started({ isTerminal }, { style: 'json' });
      progress.start('Kiểm tra', 2);
      pass(10_000);
      progress.advance();
      progress.say('Một dòng');
      progress.stop();
      expect(text()).toBe('');
    }
  });
});

describe('progress on a terminal', () => {
  /** What the bar shows after half of 400 units, 3 of them failed, at 50 a second. */
  function half(columns: number, env: CliIo['env'] = {}) {
    const run = started({ isTerminal: true, env }, { columns: () => columns });
    run.progress.start('Tạo văn bản', 400);
    for (let done = 0; done < 200; done += 1) {
      run.pass(20);
      run.progress.advance({ failed: done < 3 });
    }
    run.progress.say('Một dòng');
    const text = run.text();
    run.progress.stop();
    // The bar begins at the first column, wherever the cursor is.
    const drawn = text.split(/\x1b\[1G|\n/).map(stripVTControlCharacters);
    return { text, drawn: drawn.filter((line) => line !== '' && line !== 'Một dòng'), whole: run.text() };
  }

  test.each([
    [120, 'Tạo văn bản ███████████████░░░░░░░░░░░░░░░ 200/400, 3 chưa được, 50/giây, còn 4 giây'],
    [80, 'Tạo văn bản ████████████░░░░░░░░░░░░░ 200/400, 3 chưa được, 50/giây, còn 4 giây'],
    [50, 'Tạo văn bản 200/400, 3 chưa được, 50/giây'],
    [25, 'Tạo văn bản 200/400'],
    [12, '200/400'],
  ])('of %i columns', (columns, line) => {
    const { drawn } = half(columns);
    expect(drawn.at(-1)).toBe(line);
    for (const one of drawn) expect(one.length).toBeLessThan(columns);
  });

  it('has colours unless NO_COLOR says no', () => {
    expect(half(80).text).toContain('\x1b[36m');
    expect(half(80, { NO_COLOR: '1' }).text).not.toMatch(/\x1b\[\d*m/);
  });

  it('leaves a sentence and the cursor as it was', () => {
    const { whole } = half(80);
    expect(whole.lastIndexOf('\x1b[?25h')).toBeGreaterThan(whole.lastIndexOf('\x1b[?25l'));
    expect(whole.endsWith('Tạo văn bản: 200/400 đơn vị (4 giây), 3 chưa được\n')).toBe(true);
    expect(whole).toContain('Một dòng\n');
  });
});

test.each([
  [0.2, 'dưới 1 giây'],
  [45, '45 giây'],
  [60, '1 phút'],
  [131, '2 phút 11 giây'],
  [3600, '1 giờ'],
  [7500, '2 giờ 5 phút'],
])('%d seconds in words', (seconds, words) => expect(durationInWords(seconds)).toBe(words));
