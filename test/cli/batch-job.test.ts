import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { BatchSetup, CheckedJob, Job, MadeJob, Task } from '../../src/batch/job.js';
import { createJobRunner, type JobRunner } from '../../src/cli/batch-job.js';
import { createNodePress } from '../../src/cli/node-press.js';

const samples = path.resolve(import.meta.dirname, '../../samples');
const templates = path.resolve(import.meta.dirname, '../../templates');
const root = mkdtempSync(path.join(tmpdir(), 'batch-job-'));
let folder = '';
let count = 0;
beforeEach(() => {
  count += 1;
  folder = path.join(root, String(count));
  mkdirSync(path.join(folder, 'out'), { recursive: true });
  mkdirSync(path.join(folder, 'tmp'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const HEAD = ['STT', 'Mã', 'Cơ quan ban hành', 'Địa danh', 'Ghi chú'];
const ROW = ['7', 'tan-hoa', 'Công đoàn phường Tân Hòa', 'Tân Hòa', 'gửi trước'];
const PLAN = `Loại văn bản: Kế hoạch
Cơ quan chủ quản: Liên đoàn Lao động tỉnh Hòa Giang
Số, ký hiệu: 7/KH-CĐ
Địa danh: Hòa Giang
Ngày ban hành: 05/02/2026
Trích yếu: Tổ chức Hội nghị
Nội dung: Tổ chức trong một buổi.
Nơi nhận:
  - Như trên
  - Lưu: VT
Người ký:
  Quyền hạn: TM. BAN THƯỜNG VỤ
  Chức vụ: CHỦ TỊCH
  Họ tên: Nguyễn Văn A
`;

interface Given {
  readonly form?: string;
  readonly head?: readonly string[];
  readonly setup?: Partial<BatchSetup>;
}

async function runnerOf({ form = PLAN, head = HEAD, setup = {} }: Given = {}): Promise<JobRunner> {
  const { value, diagnostics } = await createJobRunner(
    {
      fonts: 'bundled',
      formats: ['docx', 'pdf'],
      split: false,
      bare: false,
      ascii: false,
      form: {
        file: 'ke-hoach.yaml',
        path: path.join(folder, 'ke-hoach.yaml'),
        bytes: Buffer.from(form).toString('base64'),
      },
      table: { file: 'units.csv', sheet: '', head: { row: 1, texts: head } },
      output: path.join(folder, 'out'),
      temporary: path.join(folder, 'tmp'),
      ...setup,
    } as BatchSetup,
    createNodePress(),
  );
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

const rowOf = (texts: readonly string[] = ROW, order = 1): Job =>
  ({ type: 'row', order, row: { row: order + 1, texts } }) as Job;

async function check(runner: JobRunner, job: Job = rowOf()): Promise<CheckedJob> {
  const done = await runner.run({ type: 'check', job });
  if (done.type !== 'check') throw new Error(done.type);
  return done.result;
}

async function make(runner: JobRunner, stem: string, job: Job = rowOf()): Promise<MadeJob> {
  const done = await runner.run({ type: 'make', request: { job, stem, owned: {}, force: false } });
  if (done.type !== 'make') throw new Error(done.type);
  return done.result;
}

const digestOf = async (given: Given, row: readonly string[] = ROW): Promise<string> =>
  (await check(await runnerOf(given), rowOf(row))).digest ?? 'none';

describe('a row that is checked', () => {
  it('has key, unit, name, files and the cells as hashes, and no finding', async () => {
    const checked = await check(await runnerOf());
    expect(checked.diagnostics).toEqual([]);
    expect(checked).toMatchObject({
      order: 1,
      key: 'tan-hoa',
      unit: 'Công đoàn phường Tân Hòa',
      stem: '007-Công đoàn phường Tân Hòa',
      files: ['007-Công đoàn phường Tân Hòa.docx', '007-Công đoàn phường Tân Hòa.pdf'],
    });
    expect(checked.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(checked.cells).toHaveLength(HEAD.length);
    expect(readdirSync(path.join(folder, 'out'))).toEqual([]);
  });

  it('cannot be made with an error, which is at its cell', async () => {
    const runner = await runnerOf({ head: ['Cơ quan ban hành', 'Ngày ban hành'] });
    const checked = await check(runner, rowOf(['Công đoàn X', '31/2/2026'], 4));
    expect(checked.digest).toBeUndefined();
    expect(checked.files).toEqual([]);
    expect(checked.unit).toBe('Công đoàn X');
    expect(checked.diagnostics).toHaveLength(1);
    expect(checked.diagnostics[0]?.place).toEqual({ file: 'units.csv', sheet: '', cell: 'B5' });
    expect((await make(runner, 'x', rowOf(['Công đoàn X', '31/2/2026'], 4))).files).toEqual([]);
  });

  it('is named by a pattern of heads, fields and parts of fields', async () => {
    const namePattern = '{{dia_danh}}/{{ghi_chu}}-{{nguoi_ky.ho_ten}}-{{ma}}-{{tep}}';
    const { stem } = await check(await runnerOf({ setup: { namePattern, ascii: true } }));
    expect(stem.toLowerCase()).toBe('tan-hoa/gui-truoc-nguyen-van-a-tan-hoa-ke-hoach');
  });

  it('is told what its name cannot have', async () => {
    const checked = await check(await runnerOf({ setup: { namePattern: '{{khong_co}}' } }));
    expect(checked.digest).toBeUndefined();
    expect(checked.diagnostics[0]).toMatchObject({ code: 'batch/unknown-name' });
    expect(checked.diagnostics[0]?.place).toMatchObject({ cell: 'B2' });
  });
});

describe('the digest of a row', () => {
  it('is another with a cell, the form, an option, and no other with a comment or the order', async () => {
    const digest = await digestOf({});
    expect(await digestOf({})).toBe(digest);
    expect(await digestOf({ form: `# ghi nhớ\n${PLAN}` })).toBe(digest);
    expect(await digestOf({}, ['9', ...ROW.slice(1, 4), 'khác'])).toBe(digest);
    const others = [
      await digestOf({}, [...ROW.slice(0, 3), 'Nơi khác', '']),
      await digestOf({ form: PLAN.replace('một buổi', 'hai buổi') }),
      await digestOf({ form: PLAN.replace('một buổi', 'một buổi '.repeat(60)) }),
      await digestOf({ form: PLAN.replace('một buổi', 'hai buổi '.repeat(60)) }),
      await digestOf({ form: PLAN.replace('Như trên', 'Các đơn vị') }),
      await digestOf({ setup: { formats: ['pdf'] } }),
      await digestOf({ setup: { bare: true } }),
      await digestOf({ setup: { split: true } }),
      await digestOf({ setup: { now: '2026-01-01T00:00:00Z' } }),
    ];
    expect(others).not.toContain('none');
    expect(new Set([digest, ...others]).size).toBe(others.length + 1);
  });

  it('is another with a template of the user’s own', async () => {
    const own = path.join(folder, 'mau');
    cpSync(path.join(templates, 'plan'), path.join(own, 'plan'), { recursive: true });
    const setup = { templates: own };
    const before = await digestOf({ setup });
    const file = path.join(own, 'plan', 'template.hbs');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    const after = await digestOf({ setup });
    expect(before).not.toBe('none');
    expect(after).not.toBe(before);
    expect(await digestOf({ setup })).toBe(after);
  });

  it('is another only for the units of which the register says something else', async () => {
    const register = path.join(folder, 'don-vi.yaml');
    cpSync(path.join(samples, 'don-vi.yaml'), register);
    const given = { form: `${PLAN}Sổ đơn vị: don-vi.yaml\n`, head: ['Đơn vị'] };
    const digests = async (): Promise<readonly string[]> => [
      await digestOf(given, ['cdcs-may-song-dao']),
      await digestOf(given, ['ldld-hoa-giang']),
    ];
    const before = await digests();
    expect(before).not.toContain('none');
    writeFileSync(register, readFileSync(register, 'utf8').replaceAll('Bùi Thị K', 'Bùi Thị Kiều'));
    const after = await digests();
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});

describe('a row that is made', () => {
  it('is the files that it was checked to give, whole and with their hashes', async () => {
    const runner = await runnerOf();
    const { stem, files } = await check(runner);
    const made = await make(runner, stem);
    expect(made.diagnostics).toEqual([]);
    expect(made.pages).toBe(1);
    expect(made.files.map((file) => file.path)).toEqual(files);
    for (const file of made.files) {
      const bytes = readFileSync(path.join(folder, 'out', file.path));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(bytes.length).toBe(file.size);
    }
    expect(readdirSync(path.join(folder, 'tmp'))).toEqual([]);
    const task: Task = { type: 'verify', request: { order: 1, files: made.files } };
    expect(await runner.run(task)).toEqual({
      type: 'verify',
      result: { order: 1, state: 'intact', paths: [] },
    });
    writeFileSync(path.join(folder, 'out', files[0]!), 'sửa');
    expect(await runner.run(task)).toMatchObject({ result: { state: 'edited', paths: [files[0]] } });
    rmSync(path.join(folder, 'out', files[0]!));
    expect(await runner.run(task)).toMatchObject({ result: { state: 'missing', paths: [files[0]] } });
  });

  it('does not take the place of a file that somebody else made', async () => {
    const runner = await runnerOf();
    writeFileSync(path.join(folder, 'out', 'x.docx'), 'của người khác');
    const made = await make(runner, 'x');
    expect(made.files).toEqual([]);
    expect(made.diagnostics[0]).toMatchObject({ code: 'batch/foreign-file' });
    expect(readdirSync(path.join(folder, 'out'))).toEqual(['x.docx']);
  });

  it('is the same whether others are made at the same time', async () => {
    const runner = await runnerOf();
    const rows = Array.from({ length: 6 }, (_, at) =>
      rowOf([String(at), `m${at}`, `Công đoàn ${at}`, `Nơi ${at}`, ''], at + 1),
    );
    const together = await Promise.all(rows.map((row, at) => make(runner, `cung-${at}`, row)));
    const hashes = (made: MadeJob) => made.files.map(({ sha256 }) => sha256);
    for (const [at, row] of rows.entries())
      expect(hashes(await make(runner, `rieng-${at}`, row))).toEqual(hashes(together[at]!));
    expect(new Set(together.flatMap(hashes)).size).toBe(12);
  });

  it('is a folder where the form is a dossier', async () => {
    const form = readFileSync(path.join(samples, 'bo-hoi-nghi.yaml'), 'utf8');
    const runner = await runnerOf({ form, setup: { split: true, formats: ['pdf'] } });
    const { stem, files, diagnostics } = await check(runner);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(files.length).toBeGreaterThan(2);
    for (const file of files) expect(file.startsWith(`${stem}/ke-hoach-`)).toBe(true);
    const made = await make(runner, stem);
    expect(made.files.map((file) => file.path)).toEqual(files);
  });
});

describe('a form of its own', () => {
  const jobOf = (): Job => ({
    type: 'form',
    order: 3,
    file: 'huyen-a/ke-hoach.yaml',
    path: path.join(folder, 'huyen-a', 'ke-hoach.yaml'),
    stem: 'huyen-a/ke-hoach',
  });
  const runnerOfForms = async (more: Partial<BatchSetup> = {}) => {
    const { value } = await createJobRunner({
      fonts: 'bundled',
      formats: ['docx'],
      split: false,
      bare: false,
      ascii: false,
      output: path.join(folder, 'out'),
      temporary: path.join(folder, 'tmp'),
      ...more,
    });
    return value as JobRunner;
  };

  it('lies where it lies, with the files that it names', async () => {
    mkdirSync(path.join(folder, 'huyen-a'));
    cpSync(path.join(samples, 'don-vi.yaml'), path.join(folder, 'don-vi.yaml'));
    const form = `${PLAN}Sổ đơn vị: ../don-vi.yaml\nĐơn vị: cdcs-may-song-dao\n`;
    writeFileSync(jobOf().type === 'form' ? path.join(folder, 'huyen-a', 'ke-hoach.yaml') : '', form);
    const runner = await runnerOfForms();
    const checked = await check(runner, jobOf());
    expect(checked).toMatchObject({
      key: 'huyen-a/ke-hoach',
      unit: 'Công đoàn cơ sở Công ty Cổ phần May Sông Đào',
      stem: 'huyen-a/ke-hoach',
      files: ['huyen-a/ke-hoach.docx'],
    });
    expect((await make(runner, checked.stem, jobOf())).files).toHaveLength(1);
    const named = await check(await runnerOfForms({ namePattern: '{{stt}}-{{tep}}' }), jobOf());
    expect(named.stem).toBe('003-ke-hoach');
  });

  it('that is not there is an error of it alone', async () => {
    const checked = await check(await runnerOfForms(), jobOf());
    expect(checked.digest).toBeUndefined();
    expect(checked.diagnostics).toHaveLength(1);
    expect(checked.diagnostics[0]).toMatchObject({ code: 'file/not-found', severity: 'error' });
  });
});
