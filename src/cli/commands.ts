import type { OptionName } from './options.js';

export type CommandName = 'render' | 'new' | 'kinds' | 'schema' | 'help' | 'version';

export interface CommandDefinition {
  readonly name: CommandName;
  /** What stands after the name: "BIỂU MẪU…". */
  readonly operands: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly options: readonly OptionName[];
  readonly minOperands: number;
  readonly maxOperands: number;
  /** Said when an operand is missing. */
  readonly missing?: string;
}

export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'render',
    operands: 'BIỂU MẪU…',
    summary: 'tạo văn bản từ tệp biểu mẫu (- là đọc đầu vào chuẩn)',
    examples: [
      'thethuc render ke-hoach.yaml',
      'thethuc render ke-hoach.yaml -o ket-qua/ --name',
      'thethuc render ke-hoach.yaml -o "Kế hoạch 91.pdf"',
      'thethuc render *.yaml -o ket-qua/ --format docx,pdf,png',
    ],
    options: ['output', 'format', 'name', 'fonts', 'templates', 'diagnostics', 'dump', 'log', 'now', 'help'],
    minOperands: 1,
    maxOperands: Number.POSITIVE_INFINITY,
    missing: 'Chưa ghi tệp biểu mẫu nào sau "render"',
  },
  {
    name: 'new',
    operands: 'MẪU',
    summary: 'tạo tệp biểu mẫu mới để điền',
    examples: ['thethuc new plan', 'thethuc new "Kế hoạch" -o hoi-nghi-2025.yaml'],
    options: ['output', 'templates', 'diagnostics', 'help'],
    minOperands: 1,
    maxOperands: 1,
    missing: 'Chưa ghi tên mẫu văn bản sau "new"',
  },
  {
    name: 'kinds',
    operands: '',
    summary: 'liệt kê các mẫu văn bản',
    examples: ['thethuc kinds'],
    options: ['templates', 'diagnostics', 'help'],
    minOperands: 0,
    maxOperands: 0,
  },
  {
    name: 'schema',
    operands: 'MẪU',
    summary: 'in JSON Schema, để trình soạn thảo gợi ý khi điền',
    examples: ['thethuc schema plan', 'thethuc schema plan -o plan.schema.json'],
    options: ['output', 'templates', 'diagnostics', 'help'],
    minOperands: 1,
    maxOperands: 1,
    missing: 'Chưa ghi tên mẫu văn bản sau "schema"',
  },
  {
    name: 'help',
    operands: '[LỆNH]',
    summary: 'hướng dẫn chung, hoặc hướng dẫn của một lệnh',
    examples: ['thethuc help render'],
    options: ['help', 'diagnostics'],
    minOperands: 0,
    maxOperands: 1,
  },
  {
    name: 'version',
    operands: '',
    summary: 'phiên bản của chương trình',
    examples: ['thethuc version'],
    options: ['help', 'diagnostics'],
    minOperands: 0,
    maxOperands: 0,
  },
];

export const commandNamed = (name: string): CommandDefinition | undefined =>
  COMMANDS.find((command) => command.name === name);
