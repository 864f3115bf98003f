import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesOf, keysIn, reportOf, unsoundFiles } from './output.js';
import { DIST, run, startCommand } from './program.js';
import { ARGV, FORM, HEAD, keyOf, rowsOf, testFolder, writeCase } from './units.js';

const ROWS = 12;
const BAD = 7;
const COMMAND = [...ARGV.slice(0, -2), '--templates', 'mau'];
/** Levels of lists in lists; a list of thirty goes through this many times 30. */
const DEPTH = 8;
const nested = (list: string, inner: string): string =>
  Array.from({ length: DEPTH }, (_, level) => `{{#each ${'../'.repeat(level)}${list}}}`).join('') +
  inner +
  '{{/each}}'.repeat(DEPTH);

const here = testFolder();
const form = FORM.replace('Kế hoạch', 'Thư nổ');

/** A kind whose template goes through two lists in ways that grow with the eighth power of their length. */
beforeAll(async () => {
  const cwd = writeCase(here('cases'), []);
  const { code, stderr } = await startCommand(['new-kind', 'Thư nổ', '--from', 'plan', '-o', 'mau/'], { cwd })
    .ended;
  expect(code, stderr).toBe(0);
  const kind = join(cwd, 'mau', 'thu-no', 'kind.yaml');
  const list = (key: string, label: string): string =>
    `  - key: ${key}\n    label: ${label}\n    type: list\n    help: Danh sách.\n` +
    '    item: { key: muc, label: Mục, type: text, required: true, help: Mục., example: a }\n';
  appendFileSync(kind, list('cho', 'Chờ') + list('day', 'Dày'));
  const template = join(cwd, 'mau', 'thu-no', 'template.hbs');
  const slow = nested('cho', '{{#if (eq this "không có")}}{{this}}{{/if}}');
  const large = nested('day', '<unit level="dash">{{this}}</unit>');
  const text = readFileSync(template, 'utf8').replace(
    '  {{> signature}}',
    `  ${slow}\n  ${large}\n  {{> signature}}`,
  );
  expect(text).toContain('<unit level="dash">');
  writeFileSync(template, text);
});

const thirty = Array.from({ length: 30 }, (_, index) => `Mục ${index} ${'dài '.repeat(20)}`).join('\n');

/** One row of twelve has something that explodes. */
const caseWith = (head: string): string =>
  writeCase(
    here('cases'),
    rowsOf(ROWS).map((row, index) => [...row, index === BAD - 1 ? thirty : 'một']),
    { form, head: [...HEAD, head] },
  );

/** That the bad row alone failed, with this message at its cell. */
function expectOneFailed(output: string, code: string, message: RegExp): void {
  expect(keysIn(output, 'failed')).toEqual([keyOf(BAD)]);
  const row = reportOf(output).find(({ key }) => key === keyOf(BAD));
  expect(row).toMatchObject({ row: BAD + 1, files: [], findings: { errors: 1, first: [{ code }] } });
  expect(row?.findings.first[0]?.message).toMatch(message);
  expect(row?.findings.first[0]?.place).toMatch(new RegExp(`^dv\\.csv:${BAD + 1}:1$`));
  expect(keysIn(output, 'made')).toHaveLength(ROWS - 1);
  expect(filesOf(output)).toHaveLength(2 * (ROWS - 1));
  expect(unsoundFiles(output)).toEqual([]);
}

describe('a row that explodes costs that row alone', () => {
  test('in time', async () => {
    const cwd = caseWith('Chờ');
    const { code, stderr } = await run([...COMMAND, '-o', 'cho', '--timeout', '5'], { cwd });
    expect(code, stderr).toBe(1);
    expect(stderr).toContain(
      `dv.csv:${BAD + 1}:1: sai: Không làm được đơn vị này: quá thời gian cho một đơn vị (5 s)`,
    );
    expect(stderr).toContain('Xem lại nội dung của dòng này, hoặc tăng --timeout');
    expectOneFailed(join(cwd, 'cho'), 'batch/time', /quá thời gian/);
  });

  test('in memory', async () => {
    const cwd = caseWith('Dày');
    const { code, stderr } = await run([...COMMAND, '-o', 'day', '--memory', '300'], { cwd });
    expect(code, stderr).toBe(1);
    expect(stderr).toContain('Không làm được đơn vị này: cần quá nhiều bộ nhớ (300 MB)');
    expect(stderr).toContain('Xem lại nội dung của dòng này, hoặc tăng --memory');
    expectOneFailed(join(cwd, 'day'), 'batch/memory', /bộ nhớ/);
  });

  // A kind has no helpers of its own, so one of the program's is made to throw.
  test('in a helper that throws, in a process that ends itself, in one that crashes', async () => {
    const cwd = caseWith('Chờ');
    const ends = {
      throw: ["throw new Error('hỏng');", 'batch/threw', /chương trình gặp lỗi của chính nó \(Error: hỏng/],
      exit: ['process.exit(7);', 'batch/crashed', /tiến trình làm đơn vị này bị tắt \(7\)/],
      abort: ['process.abort();', 'batch/crashed', /tiến trình làm đơn vị này bị tắt \(SIGABRT\)/],
    } as const;
    for (const [name, [statement, reason, message]] of Object.entries(ends)) {
      const script = join(cwd, `${name}.mjs`);
      const helpers = JSON.stringify(pathToFileURL(join(DIST, 'template', 'helpers.js')).href);
      writeFileSync(
        script,
        `import { HELPERS } from ${helpers};\nconst { eq } = HELPERS;\n` +
          `HELPERS.eq = (...args) => { if (String(args[0]).startsWith('Mục 0')) { ${statement} } return eq(...args); };\n`,
      );
      const env = { NODE_OPTIONS: `--import=${JSON.stringify(pathToFileURL(script).href)}` };
      const { code, stderr } = await run([...COMMAND, '-o', name], { cwd, env, unbundled: true });
      expect(code, stderr).toBe(1);
      expectOneFailed(join(cwd, name), reason, message);
    }
  });

  test('and is made when it is mended, the others being left as they are', async () => {
    const cwd = writeCase(
      here('cases'),
      rowsOf(ROWS).map((row) => [...row, 'một']),
      { form, head: [...HEAD, 'Dày'] },
    );
    const { code, stderr } = await run([...COMMAND, '-o', 'day', '--memory', '300'], { cwd });
    expect(code, stderr).toBe(0);
    expect(keysIn(join(cwd, 'day'), 'made')).toEqual([keyOf(BAD)]);
    expect(keysIn(join(cwd, 'day'), 'unchanged')).toHaveLength(ROWS - 1);
  });
});

test('a unit that was made, explodes now: it is said once, and its papers stay', async () => {
  const cwd = writeCase(
    here('cases'),
    rowsOf(3).map((row, index) => [...row, index === 1 ? thirty : 'một']),
    { form, head: [...HEAD, 'Chờ'] },
  );
  writeFileSync(join(cwd, 'dv.csv'), readFileSync(join(cwd, 'dv.csv'), 'utf8').replace(thirty, 'một'));
  const argv = [...COMMAND, '-o', 'sau', '--timeout', '5'];
  expect((await run(argv, { cwd })).code).toBe(0);
  writeCase(
    cwd,
    rowsOf(3).map((row, index) => [...row, index === 1 ? thirty : 'một']),
    { form, head: [...HEAD, 'Chờ'] },
  );
  const { code, stderr } = await run(argv, { cwd });
  expect(code, stderr).toBe(1);
  expect(reportOf(join(cwd, 'sau')).map(({ key, state }) => [key, state])).toEqual([
    [keyOf(1), 'unchanged'],
    [keyOf(2), 'failed'],
    [keyOf(3), 'unchanged'],
  ]);
  expect(stderr).not.toContain('Không còn ở lần này');
  expect(filesOf(join(cwd, 'sau'))).toHaveLength(6);
});
