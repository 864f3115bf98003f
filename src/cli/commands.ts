import type { OptionName } from './options.js';

export type CommandName =
  | 'render'
  | 'batch'
  | 'table'
  | 'new'
  | 'kinds'
  | 'new-kind'
  | 'schema'
  | 'collect'
  | 'deadlines'
  | 'preview'
  | 'help'
  | 'version';

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
    options: [
      'output',
      'format',
      'name',
      'split',
      'fonts',
      'templates',
      'diagnostics',
      'dump',
      'no-data',
      'log',
      'now',
      'help',
    ],
    minOperands: 1,
    maxOperands: Number.POSITIVE_INFINITY,
    missing: 'Chưa ghi tệp biểu mẫu nào sau "render"',
  },
  {
    name: 'batch',
    operands: 'BIỂU MẪU',
    summary: 'tạo văn bản cho nhiều đơn vị một lượt, theo một bảng',
    examples: [
      'thethuc batch ke-hoach.yaml --table don-vi.xlsx -o ket-qua/',
      'thethuc batch bo-hoi-nghi.yaml --table don-vi.xlsx --dry-run',
      'thethuc batch ke-hoach.yaml --table don-vi.csv --name "{{ma}}-{{ten}}" --zip',
      'thethuc batch "bieu-mau/**/*.yaml" -o ket-qua/ --merge in.pdf',
    ],
    options: [
      'table',
      'sheet',
      'output-folder',
      'paper-format',
      'name-pattern',
      'ascii',
      'only',
      'dry-run',
      'strict',
      'force',
      'zip',
      'merge',
      'two-sided',
      'jobs',
      'shard',
      'timeout',
      'memory',
      'split',
      'fonts',
      'templates',
      'diagnostics',
      'no-data',
      'log',
      'now',
      'help',
    ],
    minOperands: 1,
    maxOperands: Number.POSITIVE_INFINITY,
    missing: 'Chưa ghi tệp biểu mẫu nào sau "batch"',
  },
  {
    name: 'table',
    operands: 'MẪU',
    summary: 'tạo bảng Excel để điền các đơn vị, dùng cho batch',
    examples: ['thethuc table plan -o don-vi.xlsx', 'thethuc table "Bộ văn bản của hội nghị" -o don-vi.xlsx'],
    options: ['output-table', 'all', 'templates', 'diagnostics', 'help'],
    minOperands: 1,
    maxOperands: 1,
    missing: 'Chưa ghi tên mẫu văn bản sau "table"',
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
    summary: 'liệt kê các mẫu văn bản; với --templates còn kiểm tra mẫu của bạn',
    examples: ['thethuc kinds', 'thethuc kinds --templates mau-van-ban/'],
    options: ['templates', 'diagnostics', 'help'],
    minOperands: 0,
    maxOperands: 0,
  },
  {
    name: 'new-kind',
    operands: 'TÊN',
    summary: 'tạo thư mục cho một loại văn bản mới, chép từ mẫu gần nhất',
    examples: [
      'thethuc new-kind "Thông báo"',
      'thethuc new-kind "Kế hoạch giao ban" --from plan -o mau-cua-toi/',
    ],
    options: ['from', 'output', 'templates', 'diagnostics', 'help'],
    minOperands: 1,
    maxOperands: 1,
    missing: 'Chưa ghi tên loại văn bản mới sau "new-kind"',
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
    name: 'collect',
    operands: 'TỆP…',
    summary: 'tổng hợp các biểu mẫu đã điền (PDF, DOCX) thành một bảng',
    examples: [
      'thethuc collect nhan-ve/ -o tong-hop.xlsx',
      'thethuc collect nhan-ve/*.pdf nhan-ve/*.docx -o tong-hop.csv',
    ],
    options: ['output', 'diagnostics', 'log', 'help'],
    minOperands: 1,
    maxOperands: Number.POSITIVE_INFINITY,
    missing: 'Chưa ghi tệp hoặc thư mục biểu mẫu đã điền nào sau "collect"',
  },
  {
    name: 'deadlines',
    operands: 'TỆP…',
    summary: 'lập lịch nhắc hạn từ biểu mẫu hoặc từ tệp PDF, DOCX đã tạo',
    examples: [
      'thethuc deadlines ke-hoach.yaml',
      'thethuc deadlines ke-hoach-cua-tinh.pdf -o nhac-han.ics',
      'thethuc deadlines ke-hoach.yaml -o viec-tung-cap.docx',
      'thethuc deadlines *.yaml -o thoi-han.xlsx',
    ],
    options: ['output', 'fonts', 'templates', 'diagnostics', 'log', 'now', 'help'],
    minOperands: 1,
    maxOperands: Number.POSITIVE_INFINITY,
    missing: 'Chưa ghi tệp biểu mẫu nào sau "deadlines"',
  },
  {
    name: 'preview',
    operands: '[THƯ MỤC]',
    summary: 'soạn và xem trước văn bản trong trình duyệt, ngay trên máy này',
    examples: [
      'thethuc preview',
      'thethuc preview van-ban/ --no-open',
      'thethuc preview van-ban/ --templates mau-cua-toi/ --port 8080',
    ],
    options: ['templates', 'port', 'no-open', 'diagnostics', 'log', 'help'],
    minOperands: 0,
    maxOperands: 1,
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
