import type { PlatformPath } from 'node:path';
import { sameName } from '../batch/file-name.js';
import { paperFiles, paperOrders, paperStem } from '../batch/paper-name.js';
import { sameOutput } from '../batch/unit-files.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { OutputTarget } from './output-target.js';
import type { OutputFormat, PressPaper } from './press.js';
import { usageError } from './usage-error.js';

/** A paper and the form it comes from; `form` is absolute, or undefined for standard input. */
export interface PlannedPaper {
  readonly form: string | undefined;
  /** As the user typed it, for messages. */
  readonly shown: string;
  readonly paper: PressPaper;
}

/** One format of one paper and the absolute paths of its files, one a page for svg and png. */
export interface PlannedOutput {
  readonly paper: PlannedPaper;
  readonly format: OutputFormat;
  readonly paths: readonly string[];
}

export interface PlanContext {
  readonly target: OutputTarget;
  readonly byName: boolean;
  readonly cwd: string;
  readonly path: PlatformPath;
  /** Absolute paths that no output may take: the forms and the log. */
  readonly taken: ReadonlyMap<string, string>;
}

/** Names every file of a run, and finds those that would meet another, a form or the log, before anything is written. */
export function planOutputs(
  papers: readonly PlannedPaper[],
  context: PlanContext,
): { readonly outputs: readonly PlannedOutput[]; readonly diagnostics: readonly Diagnostic[] } {
  const orders = ordersWithinForm(papers);
  if (context.target.type === 'file' && papers.length > 1) {
    const message = `-o "${context.target.stem}" là một tệp nhưng có ${papers.length} văn bản`;
    return {
      outputs: [],
      diagnostics: [usageError('one-file', message, 'Ghi một thư mục sau -o, như: -o ket-qua/')],
    };
  }
  const outputs: PlannedOutput[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const paper of papers) {
    const stem = stemOf(paper, orders.get(paper), context);
    if (stem === undefined) {
      diagnostics.push(unnamed());
      continue;
    }
    for (const format of context.target.formats) {
      outputs.push({ paper, format, paths: pathsOf(stem, format, paper.paper, context.target) });
    }
  }
  return { outputs, diagnostics: [...diagnostics, ...meetings(outputs, context)] };
}

/** Of every paper its number within its form; see `paperOrders`. */
function ordersWithinForm(all: readonly PlannedPaper[]): ReadonlyMap<PlannedPaper, number | undefined> {
  const byForm = new Map<string, PlannedPaper[]>();
  for (const paper of all) byForm.set(paper.shown, [...(byForm.get(paper.shown) ?? []), paper]);
  return new Map(
    [...byForm.values()].flatMap((papers) => {
      const orders = paperOrders(papers.map(({ paper }) => paper));
      return papers.map((paper, index) => [paper, orders[index]] as const);
    }),
  );
}

/** The absolute path without extension; undefined when nothing gives the paper a name. */
function stemOf(paper: PlannedPaper, order: number | undefined, context: PlanContext): string | undefined {
  const { target, path, cwd } = context;
  if (target.type === 'file') return path.resolve(cwd, target.stem);
  const formName = paper.form === undefined ? '' : path.basename(paper.form, path.extname(paper.form));
  const name = paperStem(paper.paper, { formName, byName: context.byName, order });
  if (name === '') return undefined;
  const beside = paper.form === undefined ? cwd : path.dirname(paper.form);
  return path.join(target.type === 'folder' ? folderPath(target.folder, context) : beside, name);
}

/** A folder typed with Windows' backslash at its end is meant as a folder elsewhere too, not as part of its name. */
export function folderPath(
  folder: string,
  context: { readonly path: PlatformPath; readonly cwd: string },
): string {
  const typed = context.path.sep === '/' ? folder.replace(/\\+$/, '') : folder;
  return context.path.resolve(context.cwd, typed || '.');
}

function pathsOf(
  stem: string,
  format: OutputFormat,
  paper: PressPaper,
  target: OutputTarget,
): readonly string[] {
  const typed = target.type === 'file' ? target.extension : undefined;
  // A name typed with its extension is meant so.
  if (paper.parts?.length === 1 && format !== 'docx' && typed !== undefined) return [`${stem}${typed}`];
  return paperFiles(stem, format, paper, typed);
}

function unnamed(): Diagnostic {
  return usageError(
    'no-name',
    'Biểu mẫu đọc từ đầu vào chuẩn (-), chưa biết đặt tên tệp kết quả là gì',
    'Ghi tên tệp sau -o, như: -o ke-hoach.docx',
    'Hoặc thêm --name để đặt tên theo số, ký hiệu, trích yếu',
  );
}

/** Two outputs of one name, or an output that would overwrite a form. Windows and macOS take "A" and "a" for one name. */
function meetings(outputs: readonly PlannedOutput[], context: PlanContext): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const taken = new Map([...context.taken].map(([path, words]) => [sameName(path), words]));
  const owners = new Map<string, PlannedOutput>();
  const reported = new Set<string>();
  for (const output of outputs) {
    for (const path of output.paths) {
      const shown = context.path.basename(path);
      const words = taken.get(sameName(path));
      if (words) {
        diagnostics.push(
          usageError('overwrites', `Tệp kết quả "${shown}" sẽ ghi đè lên ${words}`, 'Đặt tên khác bằng -o'),
        );
      }
      const owner = owners.get(sameName(path));
      const pair = `${owner?.paper.shown}\n${output.paper.shown}`;
      if (owner && !reported.has(pair)) {
        reported.add(pair);
        const [first, second] = [owner.paper.shown, output.paper.shown];
        diagnostics.push(first === second ? sameOutput(first, shown) : differentForms(first, second, shown));
      }
      owners.set(sameName(path), output);
    }
  }
  return diagnostics;
}

const differentForms = (first: string, second: string, name: string): Diagnostic =>
  usageError(
    'same-output',
    `"${first}" và "${second}" cùng cho tệp kết quả "${name}"`,
    'Đổi tên một biểu mẫu, hoặc chạy riêng từng biểu mẫu với -o khác nhau',
  );
