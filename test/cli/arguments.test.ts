import { describe, expect, test } from 'vitest';
import { readArguments } from '../../src/cli/arguments.js';
import { COMMANDS } from '../../src/cli/commands.js';

const said = (...argv: string[]): string[] =>
  readArguments(argv).problems.map((problem) => [problem.message, ...(problem.hints ?? [])].join(' | '));

describe('a command line is understood', () => {
  test('with options anywhere, long, short and with =', () => {
    const line = readArguments(['render', 'a.yaml', '-o', 'x/', '--format=pdf', '--name', 'b.yaml', '-']);
    expect(line.problems).toEqual([]);
    expect(line.command?.name).toBe('render');
    expect(line.operands).toEqual(['a.yaml', 'b.yaml', '-']);
    expect(line.values).toEqual({ output: 'x/', format: 'pdf' });
    expect([...line.switches]).toEqual(['name']);
  });

  test('a form whose name begins with a hyphen stands after --', () => {
    const line = readArguments(['render', '--', '-a.yaml']);
    expect(line.problems).toEqual([]);
    expect(line.operands).toEqual(['-a.yaml']);
  });

  test('help needs no operands', () => {
    expect(said('render', '--help')).toEqual([]);
  });
});

describe('what is wrong is said in Vietnamese, with a way on', () => {
  test.each([
    [['rendr', 'a.yaml'], 'Không có lệnh "rendr" | Có phải ý bạn là "render"?'],
    [
      ['in'],
      `Không có lệnh "in" | Các lệnh: ${COMMANDS.map(({ name }) => name).join(', ')}; xem thethuc help`,
    ],
    [
      ['ke-hoach.yaml'],
      '"ke-hoach.yaml" đứng ở chỗ của tên lệnh | Có phải ý bạn là "thethuc render ke-hoach.yaml"?',
    ],
    [['render', 'a', '--fromat', 'pdf'], 'Không có tùy chọn --fromat | Có phải ý bạn là "--format"?'],
    [['render', 'a', '-x'], 'Không có tùy chọn -x | Xem các tùy chọn: thethuc help render'],
    [['render', 'a', '--format'], 'Sau --format còn thiếu loại | Ghi như: --format docx,pdf'],
    [['render', 'a', '-o', '--name'], 'Sau -o còn thiếu nơi ghi | Ghi như: -o ket-qua/'],
    [
      ['render', 'a', '--dump', 'page'],
      '--dump không nhận "page", chỉ nhận tree, pages | Có phải ý bạn là "pages"?',
    ],
    [
      ['render', 'a', '--diagnostics', 'xml'],
      '--diagnostics không nhận "xml", chỉ nhận human, short, json | Ghi một trong: human, short, json',
    ],
    [['render', 'a', '-o', 'x', '-o', 'y'], 'Tùy chọn -o được ghi hai lần | Chỉ ghi tùy chọn này một lần'],
    [['render', 'a', '--name=b'], 'Tùy chọn --name không nhận giá trị | Ghi riêng --name'],
    [['render'], 'Chưa ghi tệp biểu mẫu nào sau "render" | Ghi như: thethuc render ke-hoach.yaml'],
    [['new', 'plan', 'b'], 'Lệnh "new" không nhận thêm "b" | Ghi như: thethuc new plan'],
    [
      ['kinds', '--name'],
      'Lệnh "kinds" không có tùy chọn --name | Xem các tùy chọn của lệnh: thethuc help kinds',
    ],
  ])('%j', (argv, expected) => {
    expect(said(...argv)).toContain(expected);
  });

  test('all at once', () => {
    expect(said('render', '--fromat', 'pdf', '--dump', 'x')).toHaveLength(2);
    expect(said('render', '--fonts', '--nme')).toHaveLength(2);
  });
});
