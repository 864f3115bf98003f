import type { YAMLError } from 'yaml';

/** What the parser refused, in the reader's words; `start` and `end` are offsets in its text. */
export interface SyntaxFinding {
  readonly message: string;
  readonly hints: readonly string[];
  readonly start: number;
  readonly end: number;
}

type Wording = readonly [message: string, hint: string];

const INDENT: Wording = [
  'Dòng thụt vào không thẳng cột với các dòng cùng cấp',
  'Thụt các dòng cùng cấp vào bằng nhau, chỉ bằng dấu cách',
];
const COMMA: Wording = ['Thiếu dấu phẩy giữa hai mục', 'Thêm dấu phẩy ngay trước chỗ này'];

const WORDINGS: Readonly<Record<string, Wording>> = {
  TAB_AS_INDENT: [
    'Dòng thụt vào bằng phím Tab; chỉ dùng dấu cách',
    'Thay mỗi dấu Tab ở đầu dòng bằng 2 dấu cách',
  ],
  BAD_INDENT: INDENT,
  BAD_DQ_ESCAPE: ['Sau dấu "\\" là chữ không có nghĩa ở đây', 'Viết "\\\\" nếu cần in chính dấu "\\"'],
  MULTIPLE_DOCS: [
    'Tệp chứa nhiều phần ngăn bằng "---"; mỗi tệp chỉ một văn bản',
    'Tách mỗi phần thành một tệp',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'Một dòng có hai dấu hai chấm, không rõ đâu là tên ô',
    'Đặt cả giá trị trong dấu ngoặc kép',
  ],
  MULTILINE_IMPLICIT_KEY: ['Thiếu dấu hai chấm sau tên ô', 'Viết tên ô, dấu hai chấm, dấu cách, rồi giá trị'],
  MISSING_SEPARATOR: COMMA,
  // A new key within brackets where the value before it has not ended.
  BLOCK_IN_FLOW: ['Thiếu dấu phẩy sau giá trị này', 'Thêm dấu phẩy ở cuối dòng này'],
};
const OTHER: Wording = [
  'Chỗ này viết không đúng cú pháp',
  'So lại dấu ngoặc, dấu phẩy, dấu hai chấm với tệp mẫu',
];

/** Of a file that is no form the parser has an error at each letter, and a form of one line is looked through for each. */
const MOST_ERRORS = 500;

/** One finding a place: the parser often says of one slip two or three things, of which the last names what is missing. */
export function describeSyntaxErrors(errors: readonly YAMLError[], text: string): readonly SyntaxFinding[] {
  const byPlace = new Map<number, SyntaxFinding>();
  let isSlipped = errors.some(({ code }) => code === 'TAB_AS_INDENT');
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const slip = slippedLine(error, text);
    if (slip !== undefined && isSlipped) continue;
    isSlipped ||= slip !== undefined;
    const [message, hint] = slip === undefined ? wordingOf(error) : INDENT;
    const [from, to] = error.pos.map((offset) => Math.min(offset, text.length)) as [number, number];
    const [start, end] = slip ?? [from, to];
    const known = byPlace.get(start);
    if (known !== undefined && !NAMES_THE_CAUSE.has(error.code)) continue;
    byPlace.set(start, { message, hints: [hint], start, end: lineEndWithin(text, start, end) });
  }
  return [...byPlace.values()];
}

const OF_SLIPS: ReadonlySet<string> = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'MISSING_CHAR',
]);

/**
 * Where a line stands deeper or less deep than its like, the parser takes it for a part of the value before it: "a line has
 * two colons", though none has. Gives that line; behind a value it is the next. Brackets and quotes have faults of their own.
 */
function slippedLine({ code, pos }: YAMLError, text: string): readonly [number, number] | undefined {
  if (!OF_SLIPS.has(code)) return undefined;
  const start = text.lastIndexOf('\n', pos[0] - 1) + 1;
  const [line = '', next = ''] = text.slice(start).split('\n', 2);
  if (/[[\]{}"']/.test(line) || line.split(/:(?=\s|$)/).length > 2) return undefined;
  const isItself = text.slice(start, pos[0]).trim() === '' || next.trim() === '';
  const [at, shown] = isItself ? [start, line] : [start + line.length + 1, next];
  return [at + shown.search(/\S|$/), at + shown.length];
}

const NAMES_THE_CAUSE: ReadonlySet<string> = new Set(['BLOCK_IN_FLOW']);

/** What is missing the parser tells in its sentence alone. */
function wordingOf({ code, message }: YAMLError): Wording {
  const bracket = /end with an? ([\]}])/.exec(message)?.[1];
  if (bracket !== undefined) {
    const opening = bracket === ']' ? '[' : '{';
    return [`Thiếu dấu "${bracket}" để đóng dấu "${opening}" ở trước`, `Thêm dấu "${bracket}"`];
  }
  if (code !== 'MISSING_CHAR') return WORDINGS[code] ?? OTHER;
  if (/closing ["']/.test(message)) return ['Thiếu dấu nháy đóng', 'Thêm dấu nháy ở cuối giá trị'];
  return /, or :/.test(message)
    ? ['Thiếu dấu phẩy hoặc dấu hai chấm', 'Thêm dấu còn thiếu ngay trước chỗ này']
    : COMMA;
}

function lineEndWithin(text: string, start: number, end: number): number {
  const newline = text.indexOf('\n', start);
  return newline < 0 ? end : Math.min(end, Math.max(newline, start));
}
