import { COMMANDS, type CommandDefinition } from './commands.js';
import { flagOf, OPTIONS, type OptionDefinition, optionNamed } from './options.js';

/** `thethuc help`: what it is, the commands, where to go on. */
export function generalHelp(): string {
  const width = Math.max(...COMMANDS.map((command) => headOf(command).length));
  return [
    'Thể Thức: điền một tệp biểu mẫu, được văn bản DOCX và PDF trình bày theo',
    'Nghị định 30/2020/NĐ-CP.',
    '',
    'Cách dùng:  thethuc LỆNH …',
    '',
    'Các lệnh:',
    ...COMMANDS.map((command) => `  ${headOf(command).padEnd(width)}  ${command.summary}`),
    '',
    'Bắt đầu:',
    '  1. thethuc new plan               tạo tệp ke-hoach.yaml',
    '  2. điền ke-hoach.yaml             bằng Notepad, VS Code …, không dùng Word',
    '  3. thethuc render ke-hoach.yaml   tạo ke-hoach.docx và ke-hoach.pdf',
    '',
    'Các tùy chọn của một lệnh:  thethuc help LỆNH',
    '',
  ].join('\n');
}

/** `thethuc help render`. */
export function helpOf(command: CommandDefinition): string {
  const usage = ['thethuc', command.name, command.operands, '[tùy chọn]']
    .filter((word) => word !== '')
    .join(' ');
  return [
    `thethuc ${command.name}: ${command.summary}`,
    '',
    `Cách dùng:  ${usage}`,
    '',
    'Tùy chọn:',
    ...command.options.flatMap((name) => optionLines(optionNamed(name))),
    '',
    'Ví dụ:',
    ...command.examples.map((example) => `  ${example}`),
    ...(command.name === 'render' ? EXIT_CODES : []),
    ...(command.name === 'batch' ? BATCH_EXIT_CODES : []),
    ...(command.name === 'preview' ? PREVIEW_NOTES : []),
    '',
  ].join('\n');
}

const EXIT_CODES = [
  '',
  'Tên các tệp đã ghi in ra đầu ra chuẩn, mọi điều khác ra đầu ra lỗi.',
  'Biểu mẫu có lỗi thì không tệp nào được ghi.',
  'Mã thoát:  0  tốt',
  '           1  đã ghi, nhưng văn bản có điểm sai',
  '           2  lệnh hoặc biểu mẫu có lỗi, hoặc không ghi được tệp',
  '           3  lỗi của chương trình',
];

const BATCH_EXIT_CODES = [
  '',
  'Mọi dòng được kiểm tra trước khi ghi tệp đầu tiên. Lệnh bị ngắt giữa chừng thì',
  'chạy lại đúng lệnh đó: phần đã xong không làm lại.',
  'Mã thoát:    0  tốt',
  '             1  có đơn vị chưa làm được, xem report.csv trong thư mục kết quả',
  '             2  lệnh, biểu mẫu hoặc bảng có lỗi, hoặc không ghi được tệp',
  '             3  lỗi của chương trình',
  '           130  dừng vì Ctrl-C',
];

const PREVIEW_NOTES = [
  '',
  'Không ghi thư mục thì mở thư mục đang đứng. Trang chỉ mở được trên máy này, bằng',
  'địa chỉ mà lệnh in ra (mỗi lần chạy một khác), và chỉ đọc, ghi tệp trong thư mục',
  'đó. Tệp mẫu trong --templates lưu lại là trang đổi theo. Bấm Ctrl-C để dừng.',
];

const headOf = (command: CommandDefinition): string => `${command.name} ${command.operands}`.trimEnd();

const COLUMN = Math.max(...OPTIONS.map((option) => optionHead(option).length));

function optionHead(option: OptionDefinition): string {
  const choice = option.bare === undefined ? '' : `[=${option.choices?.find((one) => one !== option.bare)}]`;
  const long = flagOf(option) === 'output' ? '' : `--${flagOf(option)}${choice}`;
  const names = [option.short ? `-${option.short}` : '', long].filter((name) => name !== '').join(', ');
  return option.value ? `${names} ${option.value}` : names;
}

function optionLines(option: OptionDefinition): string[] {
  return option.help.map(
    (text, index) => `  ${(index === 0 ? optionHead(option) : '').padEnd(COLUMN)}  ${text}`,
  );
}
