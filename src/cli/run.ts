import type { CommandLine } from './arguments.js';
import type { CliIo } from './io.js';
import type { Press } from './press.js';
import type { Reporter } from './reporter.js';

/** All that a command works with. */
export interface Run {
  readonly line: CommandLine;
  readonly argv: readonly string[];
  readonly io: CliIo;
  readonly press: Press;
  readonly reporter: Reporter;
}
