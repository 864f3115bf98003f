import type {
  BatchSetup,
  CheckedJob,
  Job,
  MadeJob,
  MakeRequest,
  Task,
  TaskResult,
  VerifiedJob,
  VerifyRequest,
} from '../batch/job.js';
import { makeFiles, type PlannedFiles } from '../batch/make-files.js';
import { rowPlace } from '../batch/row-key.js';
import { planUnitFiles } from '../batch/unit-files.js';
import { namesOf, stemOf } from '../batch/unit-names.js';
import { type Diagnostic, hasErrors, type Outcome } from '../diagnostic/diagnostic.js';
import { HostError } from '../host/host-error.js';
import { findingOf, verifyFiles } from '../host-node/owned-files.js';
import { placeFiles } from '../host-node/place-files.js';
import { createDigest, type Digest } from './batch-digest.js';
import {
  type BatchForms,
  type CompiledJob,
  cellHashes,
  compileJob,
  formName,
  openBatchForms,
} from './batch-forms.js';
import { createNodePress } from './node-press.js';
import type { Press } from './press.js';

/** Does the tasks of a batch. Several may be under way: while the files of one are written the next is compiled. */
export interface JobRunner {
  readonly run: (task: Task) => Promise<TaskResult>;
  /** Loads what the first paper would wait for. */
  readonly warmUp: () => Promise<void>;
}

/**
 * Makes what does the tasks of a batch in this process. There is none where kinds, fonts, the heads of the table or the
 * pattern of names have something wrong.
 */
export async function createJobRunner(
  setup: BatchSetup,
  press: Press = createNodePress(),
): Promise<Outcome<JobRunner>> {
  const { value: forms, diagnostics } = await openBatchForms(setup, press);
  if (forms === undefined) return { diagnostics };
  const digest: Digest = setup.checksOnly === true ? () => '' : createDigest(forms);
  const run = async (task: Task): Promise<TaskResult> => {
    switch (task.type) {
      case 'check':
        return { type: 'check', result: await check(forms, digest, task.job) };
      case 'make':
        return { type: 'make', result: await make(forms, task.request) };
      case 'verify':
        return { type: 'verify', result: await verify(forms, task.request) };
    }
  };
  const { formats } = setup;
  const warmUp = async (): Promise<void> => {
    if (setup.checksOnly === true) return;
    if (formats.includes('docx')) await import('../docx/write-docx.js');
    if (formats.includes('pdf')) await import('../pdf/write-pdf.js');
  };
  return { value: { run, warmUp }, diagnostics };
}

async function check(forms: BatchForms, digest: Digest, job: Job): Promise<CheckedJob> {
  const isToBeMade = forms.setup.checksOnly !== true;
  const cells = job.type === 'row' && isToBeMade ? cellHashes(forms.columns, job.row) : [];
  const { value: compiled, diagnostics } = await compileQuietly(forms, job);
  const names = namesOf(forms.columns, job, compiled?.papers ?? []);
  const refused = { order: job.order, ...names, stem: '', files: [], cells };
  if (compiled === undefined) return { ...refused, diagnostics };
  const { value: stem = '', diagnostics: ofName } = stemOf(
    namingOf(forms),
    job,
    { ...compiled, formName: formName(compiled.path) },
    names,
  );
  const planned = ofName.length > 0 ? { diagnostics: [] } : planFiles(forms, compiled, stem);
  const found = [...diagnostics, ...atJob(forms, job, [...ofName, ...planned.diagnostics])];
  if (planned.value === undefined || hasErrors(found)) return { ...refused, stem, diagnostics: found };
  const files = pathsOf(planned.value);
  return { ...refused, stem, digest: digest(compiled), files, diagnostics: found };
}

const namingOf = ({ columns, pattern, setup: { ascii } }: BatchForms) => ({ columns, pattern, ascii });

const planFiles = ({ setup: { formats } }: BatchForms, { papers, path }: CompiledJob, stem: string) =>
  planUnitFiles(papers, formName(path), stem, formats);

const pathsOf = (outputs: readonly PlannedFiles[]): readonly string[] =>
  outputs.flatMap(({ paths }) => paths);

/** What the system refuses of a job's files is said of the job. */
async function compileQuietly(forms: BatchForms, job: Job): Promise<Outcome<CompiledJob>> {
  try {
    return await compileJob(forms, job);
  } catch (cause) {
    if (cause instanceof HostError) return { diagnostics: atJob(forms, job, [findingOf(cause)]) };
    throw cause;
  }
}

/** What has no place of its own points to the row. */
function atJob(
  { setup: { table }, columns }: BatchForms,
  job: Job,
  found: readonly Diagnostic[],
): readonly Diagnostic[] {
  const place =
    job.type === 'form' || table === undefined
      ? { file: job.type === 'form' ? job.file : '', start: 0, end: 0 }
      : rowPlace(columns, job.row, table);
  return found.map((finding) => ({ place, ...finding }));
}

async function make(forms: BatchForms, request: MakeRequest): Promise<MadeJob> {
  const began = performance.now();
  const { job, stem, owned, force } = request;
  const made = (more: Pick<MadeJob, 'files' | 'pages' | 'diagnostics'>): MadeJob => ({
    order: job.order,
    milliseconds: Math.round(performance.now() - began),
    ...more,
  });
  const { value: compiled, diagnostics } = await compileQuietly(forms, job);
  const planned = compiled && planFiles(forms, compiled, stem);
  const found = [...diagnostics, ...(planned?.diagnostics ?? [])];
  // What was checked may have changed since: a form file, a file that it names.
  if (planned?.value === undefined || hasErrors(found))
    return made({ files: [], pages: 0, diagnostics: found });
  const { output, temporary, bare, now } = forms.setup;
  const files = await makeFiles(planned.value, { bare, ...(now !== undefined && { now }) });
  const placed = await placeFiles(files, { output, temporary, owned, force });
  const pages = compiled?.papers.reduce((sum, paper) => sum + paper.pageCount(), 0) ?? 0;
  return made({
    files: placed.value ?? [],
    pages: placed.value === undefined ? 0 : pages,
    diagnostics: atJob(forms, job, placed.diagnostics),
  });
}

async function verify({ setup: { output } }: BatchForms, request: VerifyRequest): Promise<VerifiedJob> {
  return { order: request.order, ...(await verifyFiles(output, request.files)) };
}
