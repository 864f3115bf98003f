import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { run } from './fake-press.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'thethuc-commands-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

describe('new', () => {
  test('writes the sample under the Vietnamese name of the kind and says how to go on', async () => {
    const { code, stdout, stderr } = await run(['new', 'plan'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toBe('ke-hoach.yaml\n');
    expect(stderr).toBe(
      'Điền tệp này rồi chạy: thethuc render ke-hoach.yaml\n' +
        'Để trình soạn thảo gợi ý khi điền: thethuc schema plan -o plan.schema.json\n',
    );
    expect(readFileSync(join(cwd, 'ke-hoach.yaml'), 'utf8')).toBe('Loại văn bản: Kế hoạch\n');
  });

  test.each(['plan', 'Kế hoạch', 'KE HOACH'])('takes "%s"', async (kind) => {
    expect((await run(['new', kind, '-o', 'moi/'], { cwd })).stdout).toBe(
      `${join('moi', 'ke-hoach.yaml')}\n`,
    );
  });

  test('never overwrites', async () => {
    writeFileSync(join(cwd, 'a.yaml'), 'của tôi');
    const { code, stderr, stdout } = await run(['new', 'plan', '-o', 'a.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('Đã có tệp "a.yaml", chương trình không ghi đè lên');
    expect(readFileSync(join(cwd, 'a.yaml'), 'utf8')).toBe('của tôi');
  });

  test('prints to stdout for -o -', async () => {
    expect((await run(['new', 'plan', '-o', '-'], { cwd })).stdout).toBe('Loại văn bản: Kế hoạch\n');
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('names the nearest kind', async () => {
    const { code, stderr } = await run(['new', 'plann'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toBe(
      [
        'sai: Không có mẫu văn bản "plann"',
        '    Gợi ý:    Có phải ý bạn là "plan" (Kế hoạch)?',
        '    Gợi ý:    Xem các mẫu: thethuc kinds',
        '',
      ].join('\n'),
    );
  });
});

test('kinds lists slug and name', async () => {
  expect(await run(['kinds'], { cwd })).toEqual({ code: 0, stdout: 'plan  Kế hoạch\n', stderr: '' });
});

describe('schema', () => {
  test('prints JSON', async () => {
    const { stdout } = await run(['schema', 'plan'], { cwd });
    expect(JSON.parse(stdout)).toEqual({ title: 'Kế hoạch' });
  });
  test('goes to a file, also over an older schema, but over nothing else', async () => {
    const argv = ['schema', 'plan', '-o', 'a.json'];
    const read = (): string => readFileSync(join(cwd, 'a.json'), 'utf8');
    expect((await run(argv, { cwd })).code).toBe(0);
    expect(JSON.parse(read())).toEqual({ title: 'Kế hoạch' });
    writeFileSync(join(cwd, 'a.json'), '{ "$schema": "http://json-schema.org/draft-07/schema#" }');
    expect((await run(argv, { cwd })).code).toBe(0);
    writeFileSync(join(cwd, 'a.json'), '{ "$schema": "plan.schema.json", "Số": "5" }');
    expect((await run(argv, { cwd })).code).toBe(2);
    expect(read()).toContain('"Số": "5"');
  });
});

describe('help', () => {
  test('without a command is help on stderr and wrong usage', async () => {
    const { code, stdout, stderr } = await run([], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Cách dùng:  thethuc LỆNH');
  });

  test.each(COMMANDS.map((command) => command.name))(
    'of %s is the same by help and --help, and fits a terminal',
    async (name) => {
      const asked = await run(['help', name], { cwd });
      expect(asked.code).toBe(0);
      expect(asked.stdout).toContain(`thethuc ${name}: `);
      expect((await run([name, '--help'], { cwd })).stdout).toBe(asked.stdout);
      expect(asked.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  test('names the nearest command', async () => {
    const { code, stderr } = await run(['help', 'schem'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Có phải ý bạn là "schema"?');
  });

  test.each([['--version'], ['-v'], ['version']])('%s tells the version', async (...argv) => {
    expect(await run(argv, { cwd })).toEqual({ code: 0, stdout: 'thethuc 1.2.3\n', stderr: '' });
  });
});
