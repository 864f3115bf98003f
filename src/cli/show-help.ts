import { nearest } from '../vietnamese/nearest.js';
import { COMMANDS, commandNamed } from './commands.js';
import { generalHelp, helpOf } from './help.js';
import type { ExitCode } from './io.js';
import type { Run } from './run.js';
import { usageError } from './usage-error.js';

/** `thethuc help [LỆNH]`. */
export function runHelp({ line, io, reporter }: Run): ExitCode {
  const topic = line.operands[0];
  if (topic === undefined) {
    io.stdout(generalHelp());
    return 0;
  }
  const command = commandNamed(topic);
  if (command) {
    io.stdout(helpOf(command));
    return 0;
  }
  const names = COMMANDS.map((known) => known.name);
  const near = nearest(topic, names);
  const hint = near ? `Có phải ý bạn là "${near}"?` : `Các lệnh: ${names.join(', ')}`;
  reporter.add([usageError('unknown-command', `Không có lệnh "${topic}"`, hint)]);
  return 2;
}
