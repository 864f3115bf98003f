import { posix, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PlanContext, planOutputs } from '../../src/cli/output-plan.js';
import type { PressPaper } from '../../src/cli/press.js';
import { shownPath } from '../../src/cli/shown-path.js';

const paper: PressPaper = {
  values: {},
  kinds: [],
  name: { number: '91', symbol: 'KH-LĐLĐ', subject: 'Thử' },
  pageCount: () => 2,
  write: async () => [],
  dump: () => '',
  facts: () => '{}',
};
const paths = (context: Partial<PlanContext>, form: string | undefined): readonly string[] =>
  planOutputs([{ form, shown: 'x', paper }], {
    target: { type: 'beside-form', formats: ['docx'] },
    byName: false,
    cwd: 'D:\\Văn thư',
    path: win32,
    taken: new Map(),
    ...context,
  }).outputs.flatMap((output) => output.paths);

describe('on Windows', () => {
  test('a file stands beside its form', () => {
    expect(paths({}, 'D:\\Văn thư\\Kế hoạch 91.yaml')).toEqual(['D:\\Văn thư\\Kế hoạch 91.docx']);
  });
  test.each([
    ['ket-qua\\', 'D:\\Văn thư\\ket-qua\\91-KH-LDLD-thu.docx'],
    ['E:\\', 'E:\\91-KH-LDLD-thu.docx'],
    ['..\\ra/', 'D:\\ra\\91-KH-LDLD-thu.docx'],
    ['\\\\may-chu\\chung\\', '\\\\may-chu\\chung\\91-KH-LDLD-thu.docx'],
  ])('the folder %s', (folder, path) => {
    const target = { type: 'folder', folder, formats: ['docx'] } as const;
    expect(paths({ target, byName: true }, undefined)).toEqual([path]);
  });
  test('pages of a named file', () => {
    const target = { type: 'file', stem: 'x', formats: ['png'] } as const;
    expect(paths({ target }, undefined)).toEqual(['D:\\Văn thư\\x-1.png', 'D:\\Văn thư\\x-2.png']);
  });
  test('paths are shown from the current folder, others whole', () => {
    const io = { path: win32, cwd: 'D:\\a\\b' };
    expect(shownPath('D:\\a\\b\\c\\x.docx', io)).toBe('c\\x.docx');
    expect(shownPath('D:\\a\\x.docx', io)).toBe('..\\x.docx');
    expect(shownPath('E:\\x.docx', io)).toBe('E:\\x.docx');
  });
});

test('a form of several papers numbers them', () => {
  const form = '/a/dot-1.yaml';
  const papers = [0, 1].map(() => ({ form, shown: 'dot-1.yaml', paper }));
  const target = { type: 'beside-form', formats: ['pdf'] } as const;
  const plan = planOutputs(papers, { target, byName: false, cwd: '/a', path: posix, taken: new Map() });
  expect(plan.outputs.flatMap((output) => output.paths)).toEqual(['/a/dot-1-1.pdf', '/a/dot-1-2.pdf']);
  expect(plan.diagnostics).toEqual([]);
});

describe('the papers of a dossier', () => {
  const target = { type: 'beside-form', formats: ['pdf'] } as const;
  const planOf = (byName: boolean, ...labels: readonly (string | undefined)[]) =>
    planOutputs(
      labels.map((label) => ({
        form: '/a/bo.yaml',
        shown: 'bo.yaml',
        paper:
          label === undefined ? paper : { ...paper, name: { number: '', symbol: '', subject: '' }, label },
      })),
      { target, byName, cwd: '/a', path: posix, taken: new Map() },
    );
  const pathsOf = (...given: Parameters<typeof planOf>): readonly string[] =>
    planOf(...given).outputs.flatMap((output) => output.paths);

  test('are named after the form and themselves, the whole after the form alone', () => {
    expect(pathsOf(false, undefined, 'Phông hội nghị (maket)', 'de-cuong')).toEqual([
      '/a/bo.pdf',
      '/a/bo-phong-hoi-nghi-maket.pdf',
      '/a/bo-de-cuong.pdf',
    ]);
    expect(pathsOf(true, undefined, 'Phông')).toEqual(['/a/91-KH-LDLD-thu.pdf', '/a/bo-phong.pdf']);
  });

  test('may not come to one name', () => {
    const { diagnostics } = planOf(false, 'Đề cương', 'de cuong');
    expect(diagnostics.map(({ code, message, hints }) => [code, message, hints])).toEqual([
      [
        'cli/same-output',
        '"bo.yaml" cho hai tệp kết quả cùng tên "bo-de-cuong.pdf"',
        ['Ghi "Tên tệp" khác nhau cho các văn bản đó trong bộ văn bản'],
      ],
    ]);
  });
});
