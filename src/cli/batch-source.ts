import type { BatchReport, BatchTable } from '../batch/batch-table.js';
import type { Column } from '../batch/columns.js';
import type { BatchSetup, Job } from '../batch/job.js';
import { openBatchTable } from '../batch/open-batch-table.js';
import { rowKey, rowPlace } from '../batch/row-key.js';
import { type Diagnostic, hasErrors, type Place } from '../diagnostic/diagnostic.js';
import type { FormSource } from './press.js';
import { type NamedSource, readSources } from './read-sources.js';
import type { Run } from './run.js';
import { usageError } from './usage-error.js';

/** Where the units of a run come from: the rows of a table over one form, or forms of their own. */
export type BatchSource = TableSource | FormsSource;

export interface TableSource {
  readonly type: 'table';
  readonly form: NamedSource;
  readonly table: BatchTable;
  /** Absolute. */
  readonly path: string;
}

export interface FormsSource {
  readonly type: 'forms';
  readonly jobs: readonly Job[];
}

/** Reads the form and opens the table, or finds the forms. What is wrong is with the reporter where there is none. */
export async function openBatchSource(run: Run): Promise<BatchSource | undefined> {
  const { line, reporter } = run;
  const misplaced = line.operands.find((operand) => /\.(?:xlsx?|csv)$/i.test(operand));
  if (misplaced !== undefined) {
    reporter.add([tableAsForm(misplaced)]);
    return undefined;
  }
  if (line.values.table === undefined) return findForms(run);
  const several = line.operands.length > 1 || /[*?]/.test(line.operands[0] ?? '');
  if (several) {
    const message = 'Có bảng (--table) thì chỉ dùng một biểu mẫu';
    reporter.add([
      usageError('one-form', message, 'Ghi như: thethuc batch ke-hoach.yaml --table don-vi.xlsx'),
    ]);
    return undefined;
  }
  const sources = await readSources(run);
  reporter.add(sources.diagnostics);
  const table = await openTableFile(run, line.values.table, line.values.sheet);
  const form = sources.value?.[0];
  return form === undefined || table === undefined ? undefined : { type: 'table', form, ...table };
}

async function openTableFile(
  run: Run,
  typed: string,
  sheet: string | undefined,
): Promise<{ readonly table: BatchTable; readonly path: string } | undefined> {
  const { io, press, reporter } = run;
  const path = io.path.resolve(io.cwd, typed);
  const bytes = await press.host.readFile(path);
  if (bytes === undefined) {
    const message = `Không tìm thấy bảng "${typed}"`;
    reporter.add([
      usageError(
        'no-table',
        message,
        'Kiểm tra lại tên tệp và thư mục',
        'Chưa có bảng thì tạo bằng: thethuc table plan -o don-vi.xlsx',
      ),
    ]);
    return undefined;
  }
  const opened = openBatchTable(typed, bytes, sheet === undefined ? {} : { sheet });
  reporter.add(opened.diagnostics);
  if (opened.value?.text !== undefined) press.rememberText(typed, opened.value.text);
  return opened.value === undefined || hasErrors(opened.diagnostics)
    ? undefined
    : { table: opened.value, path };
}

const tableAsForm = (typed: string): Diagnostic =>
  usageError(
    'table-as-form',
    `"${typed}" là bảng, không phải biểu mẫu`,
    `Ghi biểu mẫu trước, bảng sau --table: thethuc batch ke-hoach.yaml --table ${/\s/.test(typed) ? `"${typed}"` : typed}`,
  );

/** What is wrong with rows that were asked for where there are none of them. */
export function noneSelected(source: BatchSource, only: string): Diagnostic {
  let [first, last] = [0, 0];
  for (const { row } of source.type === 'table' ? source.table.rows(() => {}) : []) {
    first ||= row;
    last = row;
  }
  return usageError(
    'none-selected',
    `--only "${only}" không có dòng nào là của một đơn vị; bảng có đơn vị từ dòng ${first} đến dòng ${last}`,
    'Ghi số dòng như Excel hiện ở bên trái: --only 5,8-12',
  );
}

/** The forms that the operands name; below the output folder they keep their folders, but for those that all share. */
async function findForms(run: Run): Promise<FormsSource | undefined> {
  const { io, line, press, reporter } = run;
  const names = new Map<string, string>();
  for (const operand of line.operands) {
    const found = /[*?]/.test(operand) ? await press.expand(operand, io.cwd) : [operand];
    if (found.length === 0) reporter.add([noForms(operand)]);
    for (const name of found) names.set(io.path.resolve(io.cwd, name), name);
  }
  if (hasErrors(reporter.findings)) return undefined;
  const paths = [...names.keys()];
  if (paths.length === 1)
    reporter.note('Không có bảng (--table) nên chỉ làm một lần, theo đúng những gì biểu mẫu ghi');
  const root = commonFolder(paths.map((path) => io.path.dirname(path).split(io.path.sep)));
  const jobs = paths.map((path, index): Job => {
    const inner = path.split(io.path.sep).slice(root).join('/');
    const stem = inner.slice(0, inner.length - io.path.extname(inner).length);
    return { type: 'form', order: index + 1, file: names.get(path) ?? path, path, stem };
  });
  return { type: 'forms', jobs };
}

const noForms = (pattern: string): Diagnostic =>
  usageError('no-form', `Không có tệp biểu mẫu nào khớp với "${pattern}"`, 'Kiểm tra lại tên thư mục');

/** How many steps the folders have in common. */
function commonFolder(folders: readonly (readonly string[])[]): number {
  const [first = [], ...others] = folders;
  const differs = first.findIndex((step, at) => others.some((other) => other[at] !== step));
  return differs < 0 ? first.length : differs;
}

/** The jobs of a source, from the first row on each time; what is wrong with the table's cells is reported on the way. */
export function* jobsOf(source: BatchSource, report: BatchReport): Generator<Job, void, undefined> {
  if (source.type === 'forms') {
    yield* source.jobs;
    return;
  }
  let order = 0;
  for (const row of source.table.rows(report)) {
    order += 1;
    yield { type: 'row', order, row };
  }
}

/** What tells a unit from the others, before it is read. */
export function keyOf(source: BatchSource, columns: readonly Column[], job: Job): string {
  if (job.type === 'form') return job.stem;
  return source.type === 'table' ? rowKey(columns, job.row, job.order).key : String(job.order);
}

/** Where messages about a whole unit point. */
export function placeOf(source: BatchSource, columns: readonly Column[], job: Job): Place | undefined {
  if (job.type === 'form') return { file: job.file, start: 0, end: 0 };
  return source.type === 'table' ? rowPlace(columns, job.row, source.table) : undefined;
}

/** What worker processes are told of the source. */
export function setupOf(source: BatchSource): Pick<BatchSetup, 'form' | 'table'> {
  if (source.type === 'forms') return {};
  const { form, table } = source;
  return {
    form: { file: form.source.file, path: form.form ?? '', bytes: base64(form.source) },
    table: { file: table.file, sheet: table.sheet, head: table.head },
  };
}

const base64 = ({ bytes }: FormSource): string => Buffer.from(bytes).toString('base64');
