import type { CollectedFile } from '../collect/collect-forms.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import { HostError } from '../host/host-error.js';
import type { ExitCode } from './io.js';
import type { Run } from './run.js';
import { shownPath } from './shown-path.js';
import { usageError } from './usage-error.js';

/**
 * `thethuc collect`: the values of filled forms in one table, a row a file. A file that cannot be read is a row with its
 * reason and a finding; the others go on.
 */
export async function runCollect(run: Run): Promise<ExitCode> {
  const { io, press, reporter, line } = run;
  const target = targetOf(run);
  if (target === undefined) return 2;
  const files = await namesOf(run, target.path);
  if (hasErrors(reporter.findings)) return 2;
  const { readFilledForm } = await import('../collect/read-filled-form.js');
  const { collectForms } = await import('../collect/collect-forms.js');
  const { writeTable } = await import('../table/write-table.js');
  const collected: CollectedFile[] = [];
  for (const file of files) {
    const bytes = await press.host.readFile(io.path.resolve(io.cwd, file));
    if (bytes === undefined) {
      reporter.add([
        usageError('no-file', `Không tìm thấy tệp "${file}"`, 'Kiểm tra lại tên tệp và thư mục'),
      ]);
      continue;
    }
    const { value, diagnostics } = await readFilledForm(file, bytes);
    collected.push({ file, diagnostics, ...(value && { form: value }) });
  }
  if (hasErrors(reporter.findings)) return 2;
  const { rows, diagnostics } = collectForms(collected);
  reporter.add(diagnostics);
  await press.host.writeFile(target.path, writeTable(rows, target.format));
  io.stdout(`${shownPath(target.path, io)}\n`);
  const read = collected.filter(({ form }) => form !== undefined).length;
  const rest = collected.length - read;
  reporter.note(`Đã tổng hợp ${read} biểu mẫu${rest > 0 ? `, ${rest} tệp không đọc được` : ''}`);
  return hasErrors(line.problems) || hasErrors(diagnostics) ? 1 : 0;
}

/** Where the table goes, and as what. */
function targetOf({
  io,
  line,
  reporter,
}: Run): { readonly path: string; readonly format: 'csv' | 'xlsx' } | undefined {
  const { output } = line.values;
  const format = /\.(csv|xlsx)$/iu.exec(output ?? '')?.[1]?.toLowerCase();
  if (output !== undefined && (format === 'csv' || format === 'xlsx'))
    return { path: io.path.resolve(io.cwd, output), format };
  const message =
    output === undefined
      ? 'Chưa ghi tệp bảng tổng hợp sau -o'
      : `-o "${output}" không phải tệp .xlsx hay .csv`;
  reporter.add([usageError('collect-target', message, 'Ghi như: thethuc collect nhan-ve/ -o tong-hop.xlsx')]);
  return undefined;
}

/** What units send back; a photograph or an old Word file is read by nobody here, but it is an answer and gets its row. */
const FORM_FILE = /\.(pdf|docx?|odt|rtf|jpe?g|png|heic|tiff?)$/iu;
/** What Word, LibreOffice and macOS leave beside a file that is open or copied. */
const LEFT_BEHIND = /^(~\$|\._|\.~)/u;

/** The files that the operands name, each once: a folder stands for the answers in it, in the order of their names. */
async function namesOf(run: Run, target: string): Promise<readonly string[]> {
  const { io, line, press, reporter } = run;
  const names: string[] = [];
  for (const operand of line.operands) {
    const folder = await listed(run, operand);
    const expanded = /[*?]/u.test(operand) ? await press.expand(operand, io.cwd) : [operand];
    const inFolder = folder
      ?.filter((name) => FORM_FILE.test(name) && !LEFT_BEHIND.test(name))
      .map((name) => io.path.join(operand, name));
    const found = inFolder ?? expanded;
    if (found.length === 0)
      reporter.add([
        usageError(
          'nothing-to-collect',
          `Không có tệp PDF hay DOCX nào trong "${operand}"`,
          'Kiểm tra lại tên thư mục hoặc tên tệp',
        ),
      ]);
    names.push(...found);
  }
  const byPath = new Map(names.map((name) => [io.path.resolve(io.cwd, name), name]));
  byPath.delete(target);
  return [...byPath.values()];
}

/** The names in a folder; undefined where the operand is none. */
async function listed({ io, press }: Run, operand: string): Promise<readonly string[] | undefined> {
  try {
    return await press.host.listFolder(io.path.resolve(io.cwd, operand));
  } catch (cause) {
    if (cause instanceof HostError) return undefined;
    throw cause;
  }
}
