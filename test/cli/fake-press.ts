import * as path from 'node:path';
import type { CliIo, ExitCode } from '../../src/cli/io.js';
import type { Press, PressKind, PressPaper } from '../../src/cli/press.js';
import { runCli } from '../../src/cli/run-cli.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import type { FontSet } from '../../src/font/font.js';
import { expandPattern } from '../../src/host-node/expand-pattern.js';
import { createNodeHost } from '../../src/host-node/node-host.js';

const PLAN: PressKind = { slug: 'plan', name: 'Kế hoạch', aliases: [], sample: 'Loại văn bản: Kế hoạch\n' };

export interface RunResult {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Overrides of what a test is about; the rest is a small press whose "paper" is the form's own text. */
export interface FakeOptions {
  readonly cwd: string;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly press?: Partial<Press>;
}

/**
 * A form "số|ký hiệu|trích yếu" is a paper of two pages; one that begins with "SAI" has a finding of level error but is a
 * paper; one that begins with "HỎNG" is none; "NỔ" throws.
 */
export function fakePress(overrides: Partial<Press> = {}): Press {
  return {
    host: createNodeHost(),
    version: '1.2.3',
    kinds: async () => ({ value: [PLAN], diagnostics: [] }),
    fonts: async () => ({ value: { source: 'phông thử' } as FontSet, diagnostics: [] }),
    referencedFiles: () => [],
    fieldsOfForm: () => ({ value: [], diagnostics: [] }),
    namesLeftIn: () => [],
    readFacts: async () => undefined,
    deadlinesOf: () => [],
    compile: ({ file, bytes }) => {
      const text = new TextDecoder().decode(bytes);
      const problem: Diagnostic = {
        code: 'form/test',
        severity: 'error',
        message: `"${text}" không đúng`,
        place: { file, start: 0, end: 3 },
      };
      if (text.startsWith('NỔ')) throw new Error('nổ');
      if (text.startsWith('HỎNG')) return { diagnostics: [problem] };
      return { value: [paperOf(text)], diagnostics: text.startsWith('SAI') ? [problem] : [] };
    },
    schema: (kind) => ({ title: kind.name }),
    blankTable: ({ name }, { format, all }) =>
      new TextEncoder().encode(`${name} ${format}${all ? ' all' : ''}`),
    kindFiles: async () => [],
    expand: expandPattern,
    textOf: () => undefined,
    rememberText: () => {},
    ...overrides,
  };
}

function paperOf(text: string): PressPaper {
  const [number = '', symbol = '', subject = ''] = text.trim().split('|');
  return {
    name: { number, symbol, subject },
    values: {},
    kinds: ['plan'],
    pageCount: () => 2,
    write: async (format, { now }) => {
      const one = new TextEncoder().encode(`${format}:${text}:${now ?? ''}`);
      return format === 'docx' || format === 'pdf' ? [one] : [one, one];
    },
    facts: () => '{}',
    dump: (what) => `${what} of ${text}\n`,
  };
}

/** Runs a command line in-process and gives what a user would see. */
export async function run(argv: readonly string[], options: FakeOptions): Promise<RunResult> {
  let stdout = '';
  let stderr = '';
  const io: CliIo = {
    stdin: async () => new TextEncoder().encode(options.stdin ?? ''),
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    env: options.env ?? {},
    cwd: options.cwd,
    isTerminal: options.isTerminal ?? false,
    onInterrupt: () => () => {},
    path,
  };
  const code = await runCli(argv, io, fakePress(options.press));
  return { code, stdout, stderr };
}
