import { makeFiles } from '../batch/make-files.js';
import { type Diagnostic, hasErrors } from '../diagnostic/diagnostic.js';
import type { OutputFile } from '../host/host.js';
import type { ExitCode } from './io.js';
import { loadFiles } from './load-files.js';
import { type PlannedPaper, planOutputs } from './output-plan.js';
import { type OutputTarget, readOutputTarget } from './output-target.js';
import { propertyDate } from './property-date.js';
import { type NamedSource, readSources } from './read-sources.js';
import type { Run } from './run.js';
import { shownPath } from './shown-path.js';
import { usageError } from './usage-error.js';
import { isExistingFolder } from './write-text.js';

/**
 * `thethuc render`: every form is read and every paper made before the first file is written, so that all errors are said
 * at once and a failure leaves nothing behind.
 */
export async function runRender(run: Run): Promise<ExitCode> {
  const { line, io, press, reporter } = run;
  const wishes = await readWishes(run);
  const sources = await readSources(run);
  reporter.add([...wishes.diagnostics, ...sources.diagnostics]);
  if (!wishes.value || !sources.value || hasErrors(reporter.findings)) return 2;

  const read = new Map<string, string>();
  const papers = await compileAll(run, sources.value, read);
  if (!papers) {
    reporter.conclude('Chưa ghi tệp nào. Sửa các chỗ trên rồi chạy lại.');
    return 2;
  }
  if (line.values.dump) {
    for (const { paper } of papers) io.stdout(paper.dump(line.values.dump === 'pages' ? 'pages' : 'tree'));
    return exitCodeOf(reporter.findings);
  }

  const plan = planOutputs(papers, {
    ...wishes.value,
    cwd: io.cwd,
    path: io.path,
    taken: new Map([...read, ...takenPaths(run, sources.value)]),
  });
  reporter.add(plan.diagnostics);
  if (hasErrors(plan.diagnostics)) return 2;

  const { now } = wishes.value;
  const bare = line.switches.has('no-data');
  const outputs = plan.outputs.map((output) => ({ ...output, paper: output.paper.paper }));
  const files = await makeFiles(outputs, { bare, ...(now === undefined ? {} : { now }) });
  await press.host.writeFiles(files);
  for (const file of files) io.stdout(`${shownPath(file.path, io)}\n`);
  reporter.note(summaryOf(papers, files));
  return exitCodeOf(reporter.findings);
}

interface Wishes {
  readonly target: OutputTarget;
  readonly byName: boolean;
  readonly now?: string;
}

/** What the options ask for, with everything that is wrong with them at once. */
async function readWishes(run: Run): Promise<{ value?: Wishes; diagnostics: readonly Diagnostic[] }> {
  const { output, format, now } = run.line.values;
  const byName = run.line.switches.has('name');
  const isFolder = output !== undefined && (await isExistingFolder(run, output));
  const target = readOutputTarget(output, format, isFolder);
  const date = propertyDate(now, run.io.env['SOURCE_DATE_EPOCH']);
  const diagnostics = [...target.diagnostics, ...date.diagnostics];
  if (target.value?.type === 'file' && byName) {
    const message = `-o "${output}" đã là tên tệp, không dùng cùng --name`;
    diagnostics.push(
      usageError('name-conflict', message, 'Bỏ --name, hoặc ghi một thư mục sau -o: -o ket-qua/'),
    );
  }
  if (!target.value || !date.value) return { diagnostics };
  return { value: { target: target.value, byName, ...date.value }, diagnostics };
}

/**
 * All papers of all forms, or undefined when a form gives none; what was found is with the reporter by then. The files that
 * forms name are added to `read`, by absolute path.
 */
async function compileAll(
  run: Run,
  sources: readonly NamedSource[],
  read: Map<string, string>,
): Promise<readonly PlannedPaper[] | undefined> {
  const { line, press, reporter } = run;
  const kinds = await press.kinds(line.values.templates);
  const fonts = await press.fonts(line.values.fonts);
  reporter.add([...kinds.diagnostics, ...fonts.diagnostics]);
  if (!kinds.value || !fonts.value || hasErrors(reporter.findings)) return undefined;
  reporter.note(`Phông: ${fonts.value.source}`);
  const papers: PlannedPaper[] = [];
  let isWhole = true;
  for (const named of sources) {
    const { form } = named;
    const { source, paths } = await loadFiles(named, kinds.value, run);
    for (const path of paths) read.set(path, 'tệp mà biểu mẫu dùng đến');
    const made = press.compile(source, kinds.value, fonts.value, { split: line.switches.has('split') });
    reporter.add(made.diagnostics);
    if (!made.value) isWhole = false;
    for (const paper of made.value ?? []) papers.push({ form, shown: source.file, paper });
  }
  return isWhole ? papers : undefined;
}

/** The forms, which no output may overwrite, and the log, which no output may meet. */
function takenPaths(run: Run, sources: readonly NamedSource[]): ReadonlyMap<string, string> {
  const { io, line } = run;
  const taken = new Map<string, string>();
  if (line.values.log) taken.set(io.path.resolve(io.cwd, line.values.log), 'tệp nhật ký');
  for (const { form } of sources) if (form) taken.set(form, 'chính tệp biểu mẫu');
  return taken;
}

const exitCodeOf = (findings: readonly Diagnostic[]): ExitCode => (hasErrors(findings) ? 1 : 0);

function summaryOf(papers: readonly PlannedPaper[], files: readonly OutputFile[]): string {
  const pages = papers.reduce((sum, { paper }) => sum + paper.pageCount(), 0);
  const count = papers.length > 1 ? `${papers.length} văn bản, ` : '';
  return `Đã ghi ${files.length} tệp (${count}${pages} trang)`;
}
