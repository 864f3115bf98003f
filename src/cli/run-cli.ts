import { hasErrors } from '../diagnostic/diagnostic.js';
import type { DiagnosticsStyle } from '../diagnostic/render-diagnostics.js';
import { HostError } from '../host/host-error.js';
import { type CommandLine, readArguments } from './arguments.js';
import { runCollect } from './collect.js';
import { generalHelp, helpOf } from './help.js';
import type { CliIo, ExitCode } from './io.js';
import { runKinds } from './kinds.js';
import { logProblems, logText } from './log.js';
import { runNew } from './new.js';
import { runNewKind } from './new-kind.js';
import type { Press } from './press.js';
import { runRender } from './render.js';
import { createReporter } from './reporter.js';
import type { Run } from './run.js';
import { runSchema } from './schema.js';
import { runHelp } from './show-help.js';
import { usageError } from './usage-error.js';

/** Runs one command line. Everything it says goes through `io`; the caller sets the exit code. */
export async function runCli(argv: readonly string[], io: CliIo, press: Press): Promise<ExitCode> {
  const typed = readArguments(argv);
  const { templates } = typed.values;
  const folders = templates === undefined ? {} : { templates: io.path.resolve(io.cwd, templates) };
  const line = {
    ...typed,
    values: { ...typed.values, ...folders },
    problems: [...typed.problems, ...logProblems(typed, io)],
  };
  const reporter = createReporter(io, press, styleOf(line));
  const run: Run = { line, argv, io, press, reporter };
  let code: ExitCode;
  let failure: unknown;
  try {
    code = await dispatch(run);
  } catch (cause) {
    failure = cause;
    code = addFailure(cause, run);
  }
  if (!(await writeLog(run, code, failure))) code = code === 3 ? 3 : 2;
  reporter.flush();
  return code;
}

/** Writes the log that was asked for; a log that cannot be written is a finding like any other. */
async function writeLog(run: Run, code: ExitCode, failure: unknown): Promise<boolean> {
  const file = run.line.values.log;
  if (file === undefined || hasErrors(run.line.problems)) return true;
  try {
    const bytes = new TextEncoder().encode(logText(run, code, failure));
    await run.press.host.writeFile(run.io.path.resolve(run.io.cwd, file), bytes);
    return true;
  } catch (cause) {
    addFailure(cause, run);
    return false;
  }
}

async function dispatch(run: Run): Promise<ExitCode> {
  const { line, io, press, reporter } = run;
  reporter.add(line.problems);
  if (hasErrors(line.problems)) return 2;
  if (line.switches.has('help')) {
    io.stdout(line.command ? helpOf(line.command) : generalHelp());
    return 0;
  }
  if (line.switches.has('version') || line.command?.name === 'version') {
    io.stdout(`thethuc ${press.version}\n`);
    return 0;
  }
  switch (line.command?.name) {
    case undefined:
      io.stderr(generalHelp());
      return 2;
    case 'render':
      return runRender(run);
    case 'batch': {
      const { runBatch } = await import('./batch.js');
      return runBatch(run);
    }
    case 'table': {
      const { runTable } = await import('./table.js');
      return runTable(run);
    }
    case 'new':
      return runNew(run);
    case 'kinds':
      return runKinds(run);
    case 'new-kind':
      return runNewKind(run);
    case 'schema':
      return runSchema(run);
    case 'collect':
      return runCollect(run);
    case 'deadlines': {
      const { runDeadlines } = await import('./deadlines.js');
      return runDeadlines(run);
    }
    case 'preview': {
      const { runPreview } = await import('./preview.js');
      return runPreview(run);
    }
    case 'help':
      return runHelp(run);
    default:
      throw new Error(`No way to run ${line.command?.name}`);
  }
}

/** A file that cannot be read or written is the user's to mend (2); anything else that was thrown is our defect (3). */
function addFailure(cause: unknown, { reporter }: Run): ExitCode {
  if (cause instanceof HostError) {
    const hints = cause.hint ? [cause.hint] : [];
    reporter.add([{ ...usageError(`file-${cause.failure}`, cause.message), hints }]);
    return 2;
  }
  const message = cause instanceof Error ? cause.message : String(cause);
  reporter.add([
    usageError(
      'internal',
      `Chương trình gặp lỗi của chính nó, không phải lỗi của biểu mẫu: ${message}`,
      'Chạy lại với --log nhat-ky.log rồi gửi tệp nhật ký cùng biểu mẫu cho người phụ trách chương trình',
    ),
  ]);
  return 3;
}

function styleOf(line: CommandLine): DiagnosticsStyle {
  const style = line.values.diagnostics;
  return style === 'short' || style === 'json' ? style : 'human';
}
