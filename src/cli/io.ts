import type { PlatformPath } from 'node:path';

/** What a run of the command sees of the terminal: the tests pass their own. */
export interface CliIo {
  readonly stdin: () => Promise<Uint8Array>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Is stderr a terminal? Only then is anything coloured. */
  readonly isTerminal: boolean;
  /** Calls when the user asks the run to stop (Ctrl-C), until what it gives is called. */
  readonly onInterrupt: (stop: () => void) => () => void;
  /** `node:path`, or its win32 half in a test. */
  readonly path: PlatformPath;
}

/**
 * 0 fine; 1 a paper has a finding of level "sai"; 2 wrong usage, form or output; 3 a defect of the program; 130 stopped by
 * Ctrl-C.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 130;
