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
  | 'table'
  | 'sheet'
  | 'name-pattern'
  | 'output-folder'
  | 'output-table'
  | 'paper-format'
  | 'ascii'
  | 'jobs'
  | 'only'
  | 'dry-run'
  | 'strict'
  | 'force'
  | 'zip'
  | 'merge'
  | 'two-sided'
  | 'shard'
  | 'timeout'
  | 'memory'
  | 'all'
  | 'port'
  | 'no-open'
  | 'help'
  | 'version';

export interface OptionDefinition {
  readonly name: OptionName;
  /** What is typed after "--", where not the name: two commands may mean two things by one word. */
  readonly flag?: string;
  readonly short?: string;
  /** What stands after it in the help: "TỆP|THƯ MỤC". Absent for a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** Of a switch that may also have one of `choices`, as "--zip=unit": what it means without one. */
  readonly bare?: string;
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
  {
    name: 'table',
    value: 'TỆP',
    help: ['bảng (.xlsx, .csv, .yaml), mỗi dòng một đơn vị; tạo bảng', 'để điền bằng: thethuc table'],
  },
  { name: 'sheet', value: 'TÊN', help: ['trang tính cần đọc trong tệp Excel; mặc định: trang đầu'] },
  {
    name: 'name-pattern',
    flag: 'name',
    value: 'MẪU TÊN',
    help: [
      'mẫu đặt tên tệp hoặc thư mục của mỗi đơn vị, như',
      '"{{stt}}-{{ten}}", "{{dia_danh}}/{{ma}}"; tên cột, tên',
      'mục của biểu mẫu đều dùng được',
    ],
  },
  {
    name: 'output-folder',
    flag: 'output',
    short: 'o',
    value: 'THƯ MỤC',
    help: ['thư mục kết quả, chưa có thì tạo; mặc định: ket-qua'],
  },
  {
    name: 'output-table',
    flag: 'output',
    short: 'o',
    value: 'TỆP',
    help: [
      'tệp bảng cần tạo, .xlsx hoặc .csv, hoặc thư mục (tận cùng',
      'bằng / hoặc \\); mặc định: don-vi.xlsx',
    ],
  },
  {
    name: 'paper-format',
    flag: 'format',
    value: 'LOẠI',
    help: ['docx, pdf hoặc cả hai; mặc định: docx,pdf'],
  },
  { name: 'ascii', help: ['tên tệp không dấu'] },
  { name: 'jobs', value: 'SỐ', help: ['số tiến trình làm song song; mặc định: số nhân của máy'] },
  {
    name: 'only',
    value: 'DÒNG',
    help: ['chỉ làm các dòng này của bảng, như 5,8-12 (dòng 1 là tên', 'các cột)'],
  },
  { name: 'dry-run', help: ['chỉ kiểm tra mọi dòng, không ghi tệp nào'] },
  { name: 'strict', help: ['có một dòng sai thì không làm dòng nào'] },
  {
    name: 'force',
    help: ['ghi đè cả tệp đã sửa tay hoặc không do lệnh này tạo ra', 'trong thư mục kết quả'],
  },
  {
    name: 'zip',
    choices: ['one', 'unit'],
    bare: 'one',
    help: ['nén thêm mọi tệp vào một tệp .zip; --zip=unit: mỗi đơn vị', 'một tệp .zip'],
  },
  {
    name: 'merge',
    value: 'TỆP.pdf',
    help: [
      'ghép thêm các bản PDF theo thứ tự của bảng để in, mỗi tập',
      'nhiều nhất 500 văn bản, mỗi đơn vị một dấu trang',
    ],
  },
  { name: 'two-sided', help: ['khi ghép để in hai mặt: mỗi văn bản bắt đầu ở một tờ mới'] },
  {
    name: 'shard',
    value: 'I/N',
    help: ['chia việc cho N máy: máy này chỉ làm phần thứ I, như 2/4'],
  },
  { name: 'timeout', value: 'GIÂY', help: ['thời gian nhiều nhất cho một đơn vị; mặc định: 60'] },
  { name: 'memory', value: 'MB', help: ['bộ nhớ nhiều nhất của một tiến trình; mặc định: 1024'] },
  { name: 'all', help: ['mọi cột mà bảng có thể có, không chỉ các cột hay dùng'] },
  { name: 'port', value: 'SỐ', help: ['cổng để mở trang, như 8080; mặc định: cổng còn trống'] },
  { name: 'no-open', help: ['không tự mở trình duyệt, chỉ in địa chỉ'] },
  { name: 'help', short: 'h', help: ['hướng dẫn này, hoặc hướng dẫn của một lệnh'] },
  { name: 'version', short: 'v', help: ['phiên bản của chương trình'] },
];

export const optionNamed = (name: OptionName): OptionDefinition => {
  const found = OPTIONS.find((option) => option.name === name);
  if (!found) throw new Error(`No option ${name}`);
  return found;
};

/** What is typed after "--". */
export const flagOf = ({ name, flag = name }: OptionDefinition): string => flag;

/** "-o", "--format": as the user types it. */
export const spelled = (option: OptionDefinition): string =>
  flagOf(option) === 'output' ? '-o' : `--${flagOf(option)}`;
