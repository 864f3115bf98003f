/** Every option of the command, once: the parser, the help and the "có phải ý bạn là" read this table. */
export type OptionName =
  | 'output'
  | 'format'
  | 'name'
  | 'split'
  | 'fonts'
  | 'templates'
  | 'from'
  | 'diagnostics'
  | 'dump'
  | 'no-data'
  | 'log'
  | 'now'
  | 'help'
  | 'version';

export interface OptionDefinition {
  readonly name: OptionName;
  readonly short?: string;
  /** What stands after it in the help: "TỆP|THƯ MỤC". Absent for a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Lines of the help. */
  readonly help: readonly string[];
}

export const OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'output',
    short: 'o',
    value: 'NƠI GHI',
    help: [
      'tệp hoặc thư mục kết quả; tận cùng bằng / hoặc \\ là',
      'thư mục (chưa có thì tạo); không ghi: cạnh tệp biểu mẫu',
    ],
  },
  {
    name: 'format',
    value: 'LOẠI',
    help: ['docx, pdf, svg, png, cách nhau bằng dấu phẩy;', 'mặc định: docx,pdf'],
  },
  {
    name: 'name',
    help: ['đặt tên tệp theo số, ký hiệu, trích yếu, như', '91-KH-LDLD-to-chuc-hoi-nghi.docx'],
  },
  {
    name: 'split',
    help: [
      'bộ văn bản: mỗi văn bản gửi kèm và phụ lục là một tệp',
      'riêng (để ký số riêng), không gộp vào văn bản chính',
    ],
  },
  {
    name: 'fonts',
    value: 'PHÔNG',
    help: [
      'bundled: phông Tinos đi kèm; hoặc thư mục có times.ttf,',
      'timesbd.ttf, timesi.ttf, timesbi.ttf; mặc định: Times',
      'New Roman của máy, máy không có thì Tinos',
    ],
  },
  { name: 'templates', value: 'THƯ MỤC', help: ['thư mục mẫu văn bản của riêng bạn, thêm vào mẫu có sẵn'] },
  { name: 'from', value: 'MẪU', help: ['mẫu để chép; không ghi thì chọn mẫu có tên gần nhất'] },
  {
    name: 'diagnostics',
    value: 'KIỂU',
    choices: ['human', 'short', 'json'],
    help: ['cách báo điểm cần xem: human (đầy đủ), short (mỗi điểm', 'một dòng), json; mặc định: human'],
  },
  {
    name: 'dump',
    value: 'GÌ',
    choices: ['tree', 'pages'],
    help: [
      'in cấu trúc văn bản (tree) hoặc các trang đã dàn (pages)',
      'ra màn hình (đầu ra chuẩn), không ghi tệp nào',
    ],
  },
  {
    name: 'no-data',
    help: [
      'không ghi kèm số liệu của biểu mẫu vào tệp DOCX, PDF',
      '(cấp dưới khi đó không đối chiếu được bằng tệp)',
    ],
  },
  { name: 'log', value: 'TỆP', help: ['ghi nhật ký của lần chạy vào TỆP (thay nội dung cũ)'] },
  {
    name: 'now',
    value: 'NGÀY',
    help: [
      'ngày ghi trong thuộc tính tệp, như 2024-09-12; mặc định:',
      'biến SOURCE_DATE_EPOCH, không có thì ngày ban hành',
    ],
  },
  { name: 'help', short: 'h', help: ['hướng dẫn này, hoặc hướng dẫn của một lệnh'] },
  { name: 'version', short: 'v', help: ['phiên bản của chương trình'] },
];

export const optionNamed = (name: OptionName): OptionDefinition => {
  const found = OPTIONS.find((option) => option.name === name);
  if (!found) throw new Error(`No option ${name}`);
  return found;
};

/** "-o", "--format": as the user types it. */
export const spelled = (option: OptionDefinition): string =>
  option.name === 'output' ? '-o' : `--${option.name}`;
