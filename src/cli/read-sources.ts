import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { HostError } from '../host/host-error.js';
import type { FormSource } from './press.js';
import type { Run } from './run.js';
import { usageError } from './usage-error.js';

export interface NamedSource {
  readonly source: FormSource;
  /** Absolute path; undefined for standard input. */
  readonly form: string | undefined;
}

/** What messages call a form that came through a pipe. */
const STDIN_NAME = '<stdin>';

/** The forms that the operands name, each once, in order; all that cannot be read is said at once. */
export async function readSources(run: Run): Promise<Outcome<readonly NamedSource[]>> {
  const sources: NamedSource[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const operand of run.line.operands) {
    for (const name of await namesOf(operand, run)) {
      const form = name === '-' ? undefined : run.io.path.resolve(run.io.cwd, name);
      const key = form ?? STDIN_NAME;
      if (seen.has(key)) continue;
      seen.add(key);
      const bytes = form === undefined ? await run.io.stdin() : await readForm(run, form, name);
      if (bytes instanceof Uint8Array) {
        sources.push({ source: { file: form === undefined ? STDIN_NAME : name, bytes }, form });
      } else diagnostics.push(bytes);
    }
  }
  return diagnostics.length > 0 ? { diagnostics } : { value: sources, diagnostics };
}

/** An operand as it stands, or the files that its `*` and `?` match. */
async function namesOf(operand: string, { press, io: { cwd, path }, line }: Run): Promise<readonly string[]> {
  if (!/[*?]/.test(operand)) return [operand];
  const found = await press.expand(operand, cwd);
  const log = line.values.log === undefined ? undefined : path.resolve(cwd, line.values.log);
  return found.length > 0 ? found.filter((name) => path.resolve(cwd, name) !== log) : [operand];
}

async function readForm(run: Run, path: string, typed: string): Promise<Uint8Array | Diagnostic> {
  if (typed.trim() === '') {
    return usageError('no-form', 'Tên tệp biểu mẫu để trống', 'Ghi như: thethuc render ke-hoach.yaml');
  }
  try {
    const bytes = await run.press.host.readFile(path);
    if (bytes) return bytes;
  } catch (cause) {
    if (!(cause instanceof HostError)) throw cause;
    if (cause.failure !== 'is-folder')
      return usageError(`file-${cause.failure}`, cause.message, ...hintsOf(cause));
    const message = `"${typed}" là thư mục, không phải tệp biểu mẫu`;
    const example =
      run.line.values.table === undefined
        ? `thethuc render ${run.io.path.join(typed, '*.yaml')}`
        : `thethuc batch ${run.io.path.join(typed, 'ke-hoach.yaml')} --table ${run.line.values.table}`;
    return usageError('form-is-folder', message, `Ghi như: ${example}`);
  }
  const hints = ['Kiểm tra lại tên tệp và thư mục', 'Chưa có biểu mẫu thì tạo bằng: thethuc new plan'];
  return usageError('no-form', `Không tìm thấy tệp biểu mẫu "${typed}"`, ...hints);
}

const hintsOf = (error: HostError): readonly string[] => (error.hint ? [error.hint] : []);
