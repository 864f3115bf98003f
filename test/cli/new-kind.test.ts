import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createNodePress } from '../../src/cli/node-press.js';
import { runCli } from '../../src/cli/run-cli.js';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'thethuc-new-kind-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

/** The command as its user runs it, with the kinds that come with the program. */
async function thethuc(...argv: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const io = {
    stdin: async () => new Uint8Array(),
    stdout: (text: string) => {
      stdout += text;
    },
    stderr: (text: string) => {
      stderr += text;
    },
    env: {},
    cwd,
    isTerminal: false,
    onInterrupt: () => () => {},
    path,
  };
  const code = await runCli(argv, io, createNodePress());
  return { code, stdout, stderr };
}

const folder = (): string => path.join(cwd, 'mau-van-ban', 'thong-bao');
const edit = (file: string, from: string, to: string): void => {
  const text = readFileSync(path.join(folder(), file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path.join(folder(), file), text.replace(from, to));
};

describe('new-kind', () => {
  test('copies a kind under a new name; its sample renders at once', async () => {
    const made = await thethuc('new-kind', 'Thông báo');
    expect(made.code).toBe(0);
    expect(made.stderr).toContain('Chép từ mẫu "Kế hoạch" (plan).');
    const definition = readFileSync(path.join(folder(), 'kind.yaml'), 'utf8');
    expect(definition).toMatch(/^name: Thông báo$/m);
    expect(definition).toMatch(/^title: THÔNG BÁO$/m);
    expect(definition).toMatch(/^abbreviation: TB$/m);
    expect(readFileSync(path.join(folder(), 'sample.yaml'), 'utf8')).toMatch(/^Loại văn bản: Thông báo$/m);

    const checked = await thethuc('kinds', '--templates', 'mau-van-ban');
    expect(checked.stdout).toMatch(/^thong-bao +Thông báo$/m);
    expect(checked.stderr).toBe('Đã làm thử sample.yaml của "Thông báo": không có điểm nào cần xem\n');
    expect(checked.code).toBe(0);

    const form = await thethuc('new', 'Thông báo', '--templates', 'mau-van-ban');
    expect(form.stderr).toContain('thethuc render thong-bao.yaml --templates mau-van-ban\n');
    expect(readFileSync(path.join(cwd, 'thong-bao.yaml'), 'utf8')).toMatch(
      /^# Thông báo: .*thethuc render tên-tệp\.yaml --templates mau-van-ban$/m,
    );
    const rendered = await thethuc(
      'render',
      'thong-bao.yaml',
      '--templates',
      'mau-van-ban',
      '--format',
      'pdf',
    );
    expect(rendered).toMatchObject({ code: 0, stdout: 'thong-bao.pdf\n' });
  }, 60_000);

  test.each([
    ['Kế hoạch tổ chức đại hội', 'conference-plan', 'KẾ HOẠCH', 'KH'],
    ['Thông báo tuyển dụng', 'plan', 'THÔNG BÁO', 'TB'],
    ['Báo cáo: tháng', 'plan', 'BÁO CÁO', 'BC'],
    ['Bảng đăng ký thi đua', 'registration-form', 'BẢNG ĐĂNG KÝ THI ĐUA', 'ĐK'],
  ])(
    '"%s" is copied from the kind whose name begins so: %s',
    async (name, from, title, abbreviation) => {
      const made = await thethuc('new-kind', name, '-o', 'a');
      expect(made.stderr).toContain(`(${from}).`);
      const [slug = ''] = readdirSync(path.join(cwd, 'a'));
      const definition = readFileSync(path.join(cwd, 'a', slug, 'kind.yaml'), 'utf8');
      expect(definition).toMatch(new RegExp(`^title: ${title}$`, 'm'));
      expect(definition).toMatch(new RegExp(`^abbreviation: ${abbreviation}$`, 'm'));
      expect((await thethuc('kinds', '--templates', 'a')).code).toBe(0);
    },
    60_000,
  );

  test('copies a set of papers without the other names of the old one', async () => {
    await thethuc('new-kind', 'Bộ văn bản đại hội', '-o', 'a');
    const read = (file: string) => readFileSync(path.join(cwd, 'a', 'bo-van-ban-dai-hoi', file), 'utf8');
    expect(read('kind.yaml')).not.toMatch(/^aliases:/m);
    expect(read('sample.yaml')).toMatch(/^Loại văn bản: Bộ văn bản đại hội$/m);
    expect(read('sample.yaml')).toMatch(/^ +- Loại văn bản: Kế hoạch$/m);
    expect((await thethuc('kinds', '--templates', 'a')).stderr).toContain('không có điểm nào cần xem');
  }, 60_000);

  test('takes the kind that is asked for, and never overwrites', async () => {
    expect((await thethuc('new-kind', 'Thông báo', '--from', 'Kế hoạch', '-o', 'a')).code).toBe(0);
    const again = await thethuc('new-kind', 'Thông báo', '-o', 'a');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('chương trình không ghi đè lên');
    expect(readdirSync(path.join(cwd, 'a'))).toEqual(['thong-bao']);
  });

  test.each([
    [['Kế hoạch'], 'Đã có mẫu văn bản tên là "Kế hoạch"'],
    [['…'], 'Tên "…" không có chữ nào'],
    [['Thông báo', '--from', 'plann'], 'Không có mẫu văn bản "plann"'],
  ])('refuses %j', async (argv, message) => {
    const { code, stderr } = await thethuc('new-kind', ...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('kinds --templates', () => {
  beforeEach(async () => {
    await thethuc('new-kind', 'Thông báo');
  });

  test.each([
    [
      'kind.yaml',
      'type: outline',
      'type: outlines',
      /kind\.yaml:\d+:\d+: sai: Không có kiểu trường tên là "outlines"/,
    ],
    [
      'template.hbs',
      '{{trich_yeu}}',
      '{{ten_goi}}',
      /template\.hbs:\d+:\d+: sai: Mẫu dùng trường "ten_goi" mà kind\.yaml không khai báo/,
    ],
    [
      'template.hbs',
      '<subject>{{trich_yeu}}</subject>',
      '',
      /kind\.yaml:\d+:\d+: nên sửa: Trường "Trích yếu" \(trich_yeu\) được khai báo nhưng mẫu không dùng/,
    ],
    ['template.hbs', '<outline>', '<outlin>', /template\.hbs:\d+:\d+: sai: Không có thẻ tên là <outlin>/],
    [
      'sample.yaml',
      'Địa danh:',
      'Địa chỉ nào:',
      /sample\.yaml:\d+:1: sai: Không có ô nào tên là "Địa chỉ nào"/,
    ],
  ])('says where %s is wrong', async (file, from, to, message) => {
    edit(file, from, to);
    const { stderr } = await thethuc('kinds', '--templates', 'mau-van-ban');
    expect(stderr).toMatch(message);
  });
});
