import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { CompileContext } from '../../src/compile.js';
import { readSample } from './papers.js';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Forms that share their outlines and headings, and differ in what they are remembered by: place, length, settings, fields. */
const PLAN = readSample('samples/ke-hoach-hoi-nghi.yaml');
const FORMS: readonly string[] = [
  PLAN,
  PLAN.replaceAll('Hòa Giang', 'Bình Sơn Thượng'),
  // The same outline further down in the file, with a mark of no pair: its remark is at another place.
  `# Ghi chú\n${PLAN.replace('Nội dung: |\n', 'Nội dung: |\n  Dấu ** này thừa.\n')}`,
  PLAN.replace('Nội dung: |\n', 'Nội dung: |\n  Dấu ** này thừa.\n'),
  `${PLAN}\nCỡ chữ nội dung: 13\n`,
  readSample('templates/conference-plan/sample.yaml'),
  readSample('templates/annual-work-plan/sample.yaml'),
];

/** Every stage afresh, as in a process that has made no paper yet: nothing is remembered. */
async function freshPress(): Promise<(form: string) => string> {
  vi.resetModules();
  const { compileForm } = await import('../../src/compile.js');
  const { writeDocx } = await import('../../src/docx/write-docx.js');
  const { writePdf } = await import('../../src/pdf/write-pdf.js');
  const { loadContext } = await import('./papers.js');
  const context: CompileContext = await loadContext();
  return (form) => {
    const { value = [], diagnostics } = compileForm({ file: 'biểu mẫu.yaml', text: form }, context);
    const hash = createHash('sha256').update(JSON.stringify(diagnostics));
    for (const paper of value) {
      const facts = paper.facts();
      hash.update(JSON.stringify(paper.document));
      hash.update(JSON.stringify(paper.pages()));
      hash.update(writeDocx(paper.resolved, { facts }));
      hash.update(writePdf(paper.pages(), context.fonts, { facts }));
    }
    return `${value.length} ${diagnostics.length} ${hash.digest('hex')}`;
  };
}

let first: readonly string[];
beforeAll(async () => {
  const made: string[] = [];
  for (const form of FORMS) made.push((await freshPress())(form));
  first = made;
});

test('the forms give papers that differ', () => {
  expect(first.every((one) => !one.startsWith('0 '))).toBe(true);
  expect(new Set(first).size).toBe(FORMS.length);
});

describe('papers made after many others are those made first, to the byte', () => {
  test('in order, three times over', async () => {
    const press = await freshPress();
    for (let round = 0; round < 3; round += 1) expect(FORMS.map(press)).toEqual(first);
  });

  test('backwards, with papers between that push out what is remembered', async () => {
    const press = await freshPress();
    const made = [...FORMS].reverse().map((form, index) => {
      for (let other = 0; other < 8; other += 1)
        press(
          PLAN.replaceAll('Hòa Giang', `Tân ${index}.${other}`).replace(
            'Nội dung: |\n',
            `Nội dung: |\n  Đoạn ${index}.${other}.\n`,
          ),
        );
      return press(form);
    });
    expect(made.reverse()).toEqual(first);
  });
});
