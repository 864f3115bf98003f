import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearest } from '../vietnamese/nearest.js';
import { COMMANDS, type CommandDefinition, commandNamed } from './commands.js';
import { flagOf, OPTIONS, type OptionDefinition, type OptionName, optionNamed, spelled } from './options.js';
import { usageError } from './usage-error.js';

/** A command line that was understood; `problems` has all that was not. */
export interface CommandLine {
  readonly command: CommandDefinition | undefined;
  readonly operands: readonly string[];
  readonly values: Readonly<Partial<Record<OptionName, string>>>;
  readonly switches: ReadonlySet<OptionName>;
  readonly problems: readonly Diagnostic[];
}

interface OptionToken {
  readonly name: string;
  /** As typed: "-o", "--format". */
  readonly rawName: string;
  readonly value?: string | undefined;
  /** True for "--format=pdf". */
  readonly inlineValue?: boolean | undefined;
}

/** A command's own options come first: "--name" is a switch of one and has a value in another. */
const optionsFor = (command: CommandDefinition | undefined): readonly OptionDefinition[] => [
  ...(command?.options.map(optionNamed) ?? []),
  ...OPTIONS,
];

function cutUp(argv: readonly string[], command: CommandDefinition | undefined) {
  const config = optionsFor(command).map((option) => {
    const type = option.value ? ('string' as const) : ('boolean' as const);
    return [flagOf(option), { type, ...(option.short ? { short: option.short } : {}) }] as const;
  });
  // Of two entries of one key the later one counts.
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(config.reverse());
  return parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

/** Reads a command line. Node's own parser cuts it up; the checks and their words are ours, for they are Vietnamese. */
export function readArguments(argv: readonly string[]): CommandLine {
  const wordsIn = (cut: ReturnType<typeof cutUp>): readonly string[] =>
    cut.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const [first] = wordsIn(cutUp(argv, undefined));
  const command = first === undefined ? undefined : commandNamed(first);
  const tokens = cutUp(argv, command);
  const [, ...operands] = wordsIn(tokens);
  const values: Partial<Record<OptionName, string>> = {};
  const switches = new Set<OptionName>();
  const problems: Diagnostic[] = first !== undefined && !command ? [unknownCommand(first)] : [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const problem = readOption(token, command, values, switches);
    if (problem) problems.push(problem);
  }
  if (command && !switches.has('help')) problems.push(...operandProblems(command, operands));
  return { command, operands, values, switches, problems };
}

function readOption(
  token: OptionToken,
  command: CommandDefinition | undefined,
  values: Partial<Record<OptionName, string>>,
  switches: Set<OptionName>,
): Diagnostic | undefined {
  const option = optionsFor(command).find((candidate) => flagOf(candidate) === token.name);
  if (!option) return unknownOption(token.rawName, command);
  if (command && option.name !== 'version' && !command.options.includes(option.name)) {
    return usageError(
      'option-not-here',
      `Lệnh "${command.name}" không có tùy chọn ${token.rawName}`,
      `Xem các tùy chọn của lệnh: thethuc help ${command.name}`,
    );
  }
  if (switches.has(option.name) || values[option.name] !== undefined) {
    return usageError(
      'option-twice',
      `Tùy chọn ${token.rawName} được ghi hai lần`,
      'Chỉ ghi tùy chọn này một lần',
    );
  }
  if (option.value) return readValue(token, option, values);
  switches.add(option.name);
  if (option.bare === undefined) return token.inlineValue ? unexpectedValue(option) : undefined;
  return readValue(token.inlineValue ? token : { ...token, value: option.bare }, option, values);
}

function readValue(
  token: OptionToken,
  option: OptionDefinition,
  values: Partial<Record<OptionName, string>>,
): Diagnostic | undefined {
  const value = token.value;
  // "-o --name": the next option was swallowed as a value. A value that does begin with "-" is written "--fonts=-x".
  const isMissing =
    value === undefined || value === '' || (!token.inlineValue && value.startsWith('-') && value !== '-');
  if (isMissing) {
    return usageError(
      'value-missing',
      `Sau ${token.rawName} còn thiếu ${option.value?.toLowerCase()}`,
      option.choices ? `Ghi một trong: ${option.choices.join(', ')}` : exampleOf(option),
    );
  }
  if (option.choices && !option.choices.includes(value)) {
    const near = nearest(value, option.choices);
    return usageError(
      'unknown-value',
      `${token.rawName} không nhận "${value}", chỉ nhận ${option.choices.join(', ')}`,
      near ? `Có phải ý bạn là "${near}"?` : `Ghi một trong: ${option.choices.join(', ')}`,
    );
  }
  values[option.name] = value;
  return undefined;
}

const EXAMPLES: Readonly<Partial<Record<OptionName, string>>> = {
  output: '-o ket-qua/',
  format: '--format docx,pdf',
  fonts: '--fonts bundled',
  templates: '--templates mau-cua-toi/',
  from: '--from plan',
  log: '--log nhat-ky.log',
  now: '--now 2024-09-12',
  table: '--table don-vi.xlsx',
  sheet: '--sheet "Sheet1"',
  'output-folder': '-o ket-qua/',
  'output-table': '-o don-vi.xlsx',
  'paper-format': '--format docx,pdf',
  'name-pattern': '--name "{{stt}}-{{ten}}"',
  jobs: '--jobs 4',
  only: '--only 5,8-12',
  merge: '--merge in.pdf',
  shard: '--shard 2/4',
  timeout: '--timeout 60',
  memory: '--memory 1024',
  port: '--port 8080',
};

const exampleOf = (option: OptionDefinition): string =>
  `Ghi như: ${EXAMPLES[option.name] ?? spelled(option)}`;

const unexpectedValue = (option: OptionDefinition): Diagnostic =>
  usageError(
    'unexpected-value',
    `Tùy chọn ${spelled(option)} không nhận giá trị`,
    `Ghi riêng ${spelled(option)}`,
  );

function unknownOption(rawName: string, command: CommandDefinition | undefined): Diagnostic {
  const known = command ? command.options.map(optionNamed) : OPTIONS;
  const near = nearest(rawName.replace(/^-+/, ''), known.map(flagOf));
  return usageError(
    'unknown-option',
    `Không có tùy chọn ${rawName}`,
    near
      ? `Có phải ý bạn là "--${near}"?`
      : `Xem các tùy chọn: thethuc help${command ? ` ${command.name}` : ''}`,
  );
}

function unknownCommand(word: string): Diagnostic {
  const names = COMMANDS.map((command) => command.name);
  if (/\.(ya?ml|json)$/i.test(word)) {
    return usageError(
      'unknown-command',
      `"${word}" đứng ở chỗ của tên lệnh`,
      `Có phải ý bạn là "thethuc render ${word}"?`,
    );
  }
  const near = nearest(word, names);
  return usageError(
    'unknown-command',
    `Không có lệnh "${word}"`,
    near ? `Có phải ý bạn là "${near}"?` : `Các lệnh: ${names.join(', ')}; xem thethuc help`,
  );
}

function operandProblems(command: CommandDefinition, operands: readonly string[]): Diagnostic[] {
  if (operands.length < command.minOperands && command.missing) {
    return [usageError('operand-missing', command.missing, `Ghi như: ${command.examples[0]}`)];
  }
  const extra = operands.slice(command.maxOperands);
  if (extra.length === 0) return [];
  const words = extra.map((word) => `"${word}"`).join(', ');
  return [
    usageError(
      'operand-extra',
      `Lệnh "${command.name}" không nhận thêm ${words}`,
      `Ghi như: ${command.examples[0]}`,
    ),
  ];
}
