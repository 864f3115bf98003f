import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
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
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { packageFolder } from '../../src/host-node/package-folder.js';

/** The built command as a user starts it: `npm test` builds before it tests. */
const MAIN = join(packageFolder, 'dist', 'bin', 'main.js');

// Each test starts the program several times, perhaps on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thethuc dist Thể Thức-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function thethuc(
  argv: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
) {
  return new Promise<Ended>((resolve) => {
    const child = execFile(
      process.execPath,
      [MAIN, ...argv],
      { cwd: options.cwd ?? folder, env: { PATH: process.env['PATH'], ...options.env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.end(options.input ?? '');
  });
}

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

test('the command was built, with the kinds that come with it', () => {
  expect(existsSync(MAIN)).toBe(true);
  expect(existsSync(join(packageFolder, 'dist', 'kinds', 'index.js'))).toBe(true);
});

describe('from a new form to a paper', () => {
  test('new, then render', async () => {
    expect((await thethuc(['new', 'plan', '-o', 'a.yaml'])).code).toBe(0);
    const { code, stdout, stderr } = await thethuc(['render', 'a.yaml', '--fonts', 'bundled']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'a.docx\na.pdf\n' });
    expect(stderr).toMatch(/^Phông: Tinos đi kèm chương trình\nĐã ghi 2 tệp \(\d+ trang\)\n$/);
    expect(readFileSync(join(folder, 'a.docx')).subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync(join(folder, 'a.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });

  test('the same bytes whatever the clock, the locale, the time zone and the folder', async () => {
    await thethuc(['new', 'plan', '-o', 'b.yaml']);
    const other = join(folder, 'nơi khác');
    mkdirSync(other);
    const formats = ['--format', 'docx,pdf,svg,png', '--fonts', 'bundled'];
    await thethuc(['render', 'b.yaml', '-o', 'một/', ...formats], {
      env: { TZ: 'Asia/Ho_Chi_Minh', LANG: 'vi_VN.UTF-8' },
    });
    const env = { TZ: 'America/New_York', LANG: 'C', LC_ALL: 'C' };
    await thethuc(['render', join(folder, 'b.yaml'), '-o', join(other, 'hai/'), ...formats], {
      cwd: other,
      env,
    });
    const names = readdirSync(join(folder, 'một')).sort();
    expect(names.length).toBeGreaterThanOrEqual(4);
    expect(readdirSync(join(other, 'hai')).sort()).toEqual(names);
    for (const name of names)
      expect([name, digest(join(other, 'hai', name))]).toEqual([name, digest(join(folder, 'một', name))]);
  });

  test('--now goes into the properties', async () => {
    await thethuc(['new', 'plan', '-o', 'c.yaml']);
    await thethuc(['render', 'c.yaml', '--format', 'pdf', '--now', '2031-05-06']);
    expect(readFileSync(join(folder, 'c.pdf'), 'latin1')).toContain('D:20310506');
    await thethuc(['render', 'c.yaml', '--format', 'pdf'], {
      env: { SOURCE_DATE_EPOCH: String(Date.UTC(2032, 6, 8) / 1000) },
    });
    expect(readFileSync(join(folder, 'c.pdf'), 'latin1')).toContain('D:20320708');
  });

  test('works where code from strings is forbidden', async () => {
    await thethuc(['new', 'plan', '-o', 'd.yaml']);
    const env = { NODE_OPTIONS: '--disallow-code-generation-from-strings' };
    expect(await thethuc(['render', 'd.yaml', '--format', 'docx,pdf,svg,png'], { env })).toMatchObject({
      code: 0,
    });
  });

  test('reads standard input', async () => {
    const { stdout: form } = await thethuc(['new', 'plan', '-o', '-']);
    expect(await thethuc(['render', '-', '-o', 'e.pdf'], { input: form })).toMatchObject({
      code: 0,
      stdout: 'e.pdf\n',
    });
  });

  test('dumps the tree and the pages', async () => {
    await thethuc(['new', 'plan', '-o', 'f.yaml']);
    expect((await thethuc(['render', 'f.yaml', '--dump', 'tree'])).stdout).toMatch(
      /^document plan "Kế hoạch"/,
    );
    expect((await thethuc(['render', 'f.yaml', '--dump', 'pages'])).stdout).toMatch(/^page 1 /);
  });
});

describe('a form with faults', () => {
  test('is told at file:line:column, all faults at once, and nothing is written', async () => {
    writeFileSync(
      join(folder, 'sai.yaml'),
      'Loại văn bản: Kế hoạch\nTrich yeuu: Thử\nNgày ban hành: 31/2/2025\n',
    );
    const { code, stdout, stderr } = await thethuc(['render', 'sai.yaml', '--diagnostics', 'short']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('sai.yaml:2:1: sai: ');
    expect(stderr).toContain('sai.yaml:3:16: sai: ');
    expect(stderr).not.toContain('\u001b');
    expect(readdirSync(folder).filter((name) => name.startsWith('sai.'))).toEqual(['sai.yaml']);
  });

  const FORM = `Loại văn bản: Kế hoạch
Cơ quan ban hành: Sở A
Trích yếu: Thử
Nội dung: Một.
Nơi nhận:
  - Lưu: VT
Người ký:
  Chức vụ: GIÁM ĐỐC
  Họ tên: Nguyễn Văn A
`;
  const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  test.each<[string, string | Uint8Array, RegExp]>([
    ['trong', '', /^trong\.yaml:1:1: sai: Tệp biểu mẫu trống/m],
    [
      'word',
      latin1('PK\u0003\u0004\u0000\u0000\u00ff\u00fe\u0000'),
      /^word\.yaml:1:1: sai: .*Word hoặc Excel/m,
    ],
    ['tcvn', latin1('Tr\u00dd: C\u00abng \u00aeo\u00b5n vi\u00aan ch\u00f8c'), /TCVN3 \(ABC\)/],
    ['vni', 'Trích yeáu: Coâng ñoaøn vieân chöùc', /VNI Windows/],
    ['chuong', FORM.replace('Thử', 'Th\u0007ử'), /^chuong\.yaml:3:14: sai: .*U\+0007/m],
    ['ma', FORM.replace('Thử', '"Th\\u0007ử"'), /^ma\.yaml:3:15: sai: .*U\+0007/m],
    ['nua', FORM.replace('Thử', '"Thử \\ud800"'), /^nua\.yaml:3:17: sai: .*U\+D800/m],
    ['nua-that', Buffer.concat([latin1('Tr\u0065n: '), Buffer.from([0xed, 0xa0, 0x80])]), /sai: .*UTF-8/],
    ['neo', `${FORM}Kèm theo: &a\n  - *a\n`, /^neo\.yaml:10:11: sai: .*dấu neo/m],
    ['dai', `${FORM}# ${'dài '.repeat(1_300_000)}`, /^dai\.yaml:1:1: sai: .*triệu ký tự/m],
    ['json', '{"Loại văn bản": "Kế hoạch"', /^json\.yaml:1:28: sai: Thiếu dấu "}"/m],
  ])(
    '%s: a sentence at its place, no trace of the program, nothing written',
    async (name, content, words) => {
      const at = join(folder, 'hỏng');
      mkdirSync(at, { recursive: true });
      writeFileSync(join(at, `${name}.yaml`), content);
      const { code, stdout, stderr } = await thethuc(['render', `${name}.yaml`], { cwd: at });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(words);
      expect(stderr).toMatch(/Chưa ghi tệp nào/);
      expect(stderr).not.toMatch(/\n\s+at |node:|[eE]rror|undefined/);
      expect(readdirSync(at).filter((file) => file.startsWith(`${name}.`))).toEqual([`${name}.yaml`]);
    },
  );

  test.skipIf(process.platform !== 'linux')(
    'a place where no folder can be made is said, and does not hang',
    async () => {
      writeFileSync(join(folder, 'dung.yaml'), FORM);
      const argv = ['render', 'dung.yaml', '--format', 'pdf', '-o', '/proc/thethuc/x/'];
      const { code, stderr } = await thethuc(argv);
      expect(code).toBe(2);
      expect(stderr).toContain('vì không tạo được thư mục chứa tệp');
    },
  );

  test('in a template too', async () => {
    const kind = join(folder, 'mau', 'thu');
    mkdirSync(kind, { recursive: true });
    writeFileSync(
      join(kind, 'kind.yaml'),
      'format: 1\nname: Thử\ntitle: THỬ\nabbreviation: TH\nprofile: nd30\nfields:\n  - key: ten\n    label: Tên\n    type: text\n    required: true\n',
    );
    writeFileSync(join(kind, 'template.hbs'), '<document>\n{{#if ten}}\n</document>\n');
    writeFileSync(join(kind, 'sample.yaml'), 'Loại văn bản: Thử\nTên: A\n');
    const { code, stderr } = await thethuc([
      'render',
      join(kind, 'sample.yaml'),
      '--templates',
      'mau',
      '--diagnostics',
      'short',
    ]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/template\.hbs:\d+:\d+: sai: /);
    writeFileSync(join(kind, 'template.hbs'), '<document>\n{{ten\n</document>\n');
    const broken = await thethuc(['render', join(kind, 'sample.yaml'), '--templates', 'mau']);
    expect(broken.stderr).toMatch(/template\.hbs:\d+:\d+: sai: /);
    expect(broken.stderr).not.toMatch(/error/i);
  });
});

test('the font folder that was asked for is named', async () => {
  const { code, stderr } = await thethuc(['render', 'a.yaml', '--fonts', 'khong-co', '--format', 'pdf']);
  expect(code).toBe(2);
  expect(stderr).toContain('Không tìm thấy thư mục phông "khong-co"');
});

test('the demo renders every sample and prints a table', async () => {
  const demo = await new Promise<Ended>((resolve) => {
    const argv = [join(packageFolder, 'dist', 'bin', 'demo.js')];
    const child = execFile(process.execPath, argv, { cwd: folder }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
  const samples = readdirSync(join(packageFolder, 'samples')).filter(
    (name) =>
      name.endsWith('.yaml') &&
      readFileSync(join(packageFolder, 'samples', name), 'utf8').includes('\nLoại văn bản:'),
  );
  expect(demo).toMatchObject({ code: 0, stderr: '' });
  for (const sample of samples) expect(demo.stdout).toContain(sample);
  const written = readdirSync(join(folder, 'out'));
  for (const sample of samples) {
    const name = sample.replace('.yaml', '');
    expect(written).toEqual(expect.arrayContaining([`${name}.docx`, `${name}.pdf`, `${name}-1.png`]));
  }
});
