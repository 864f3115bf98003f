import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { renderDiagnostics } from '../diagnostic/render-diagnostics.js';
import type { CommandLine } from './arguments.js';
import type { CliIo, ExitCode } from './io.js';
import type { Run } from './run.js';
import { usageError } from './usage-error.js';

/** A log that would overwrite what the command reads. */
export function logProblems({ values, operands }: CommandLine, io: CliIo): readonly Diagnostic[] {
  const { log } = values;
  if (log === undefined) return [];
  const path = io.path.resolve(io.cwd, log);
  if (!operands.some((operand) => io.path.resolve(io.cwd, operand) === path)) return [];
  const message = `--log "${log}" sẽ ghi đè lên chính tệp biểu mẫu`;
  return [usageError('overwrites', message, 'Ghi tên khác, như: --log nhat-ky.log')];
}

/** The log of a run: what was asked, what was said and how it ended; enough to repeat it elsewhere. */
export function logText(run: Run, code: ExitCode, failure: unknown): string {
  const { press, io, argv, reporter } = run;
  const findings = renderDiagnostics(reporter.findings, { style: 'short', source: press.textOf }).trimEnd();
  return [
    `thethuc ${press.version}`,
    `lệnh: ${argv.map(quoted).join(' ')}`,
    `thư mục: ${io.cwd}`,
    `nền tảng: ${io.path.sep === '\\' ? 'Windows' : 'POSIX'}`,
    ...reporter.notes,
    ...(findings === '' ? ['điểm cần xem: không có'] : ['điểm cần xem:', findings]),
    ...(failure instanceof Error ? ['lỗi:', failure.stack ?? failure.message] : []),
    `mã thoát: ${code}`,
    '',
  ].join('\n');
}

const quoted = (word: string): string => (/^[\w./\\:=,-]+$/.test(word) ? word : `"${word}"`);
