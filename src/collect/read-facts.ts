import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { type FactSheet, readFactSheet } from '../fact/fact-sheet.js';

/** What bytes are, told by their beginning: names of files lie. */
export type FileForm = 'pdf' | 'docx' | 'old-word' | 'picture' | 'text' | 'unknown';

/**
 * The facts that a finished paper of ours carries, whatever a signing program has added to it. Findings have no place: they
 * are about the file, and whoever named it knows where.
 */
export async function readFacts(name: string, bytes: Uint8Array): Promise<Outcome<FactSheet>> {
  const form = fileForm(bytes);
  if (form !== 'pdf' && form !== 'docx') return { diagnostics: [notOurs(name, form)] };
  // What opens such files is large, and most forms name none.
  const carried =
    form === 'pdf'
      ? await (await import('./pdf-facts.js')).factsOfPdf(bytes)
      : (await import('./docx-facts.js')).factsOfDocx(bytes);
  if (carried.type === 'none') return { diagnostics: [notOurs(name, form)] };
  if (carried.type !== 'found') return { diagnostics: [unreadable(name, carried.type)] };
  const { value, diagnostics } = readFactSheet(carried.json);
  if (value === undefined) return { diagnostics };
  return { value, diagnostics: carried.wasEdited ? [edited(name)] : [] };
}

export function fileForm(bytes: Uint8Array): FileForm {
  const starts = (...signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  // "%PDF-" may stand behind what a mail program put before it.
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (starts(0x50, 0x4b, 3, 4)) return 'docx';
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'old-word';
  const isPicture =
    starts(0xff, 0xd8, 0xff) ||
    starts(0x89, 0x50, 0x4e, 0x47) ||
    starts(0x49, 0x49, 0x2a) ||
    starts(0x4d, 0x4d, 0) ||
    head.slice(4, 8) === 'ftyp' ||
    (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP');
  if (isPicture) return 'picture';
  return bytes.subarray(0, 1024).includes(0) ? 'unknown' : 'text';
}

const WHAT: Readonly<Record<FileForm, string>> = {
  pdf: 'tệp PDF',
  docx: 'tệp Word',
  'old-word': 'tệp Word kiểu cũ (.doc)',
  picture: 'tệp ảnh',
  text: 'tệp chữ',
  unknown: 'tệp',
};
const TYPE_IT = 'Gõ số, ngày và các mức vào biểu mẫu';

const notOurs = (name: string, form: FileForm): Diagnostic => ({
  code: 'facts/not-ours',
  severity: 'warning',
  message: `"${name}" là ${WHAT[form]} không do Thể Thức tạo hoặc không ghi kèm số liệu, chương trình không đọc được các mức trong đó`,
  hints: [TYPE_IT, 'Xin cơ quan ban hành tệp PDF hoặc DOCX do Thể Thức tạo, hoặc tệp biểu mẫu'],
});

const unreadable = (name: string, why: 'damaged' | 'encrypted'): Diagnostic => ({
  code: `facts/${why}`,
  severity: 'warning',
  message:
    why === 'encrypted'
      ? `"${name}" có mật khẩu, chương trình không mở được`
      : `"${name}" bị hỏng hoặc chưa tải về trọn vẹn, chương trình không mở được`,
  hints: [why === 'encrypted' ? 'Xin bản không đặt mật khẩu' : 'Tải lại hoặc chép lại tệp', TYPE_IT],
});

const edited = (name: string): Diagnostic => ({
  code: 'facts/edited',
  severity: 'remark',
  message: `"${name}" đã được lưu lại bằng chương trình khác sau khi tạo, số liệu ghi kèm có thể khác chữ trong tệp`,
  hints: ['Đối chiếu các mức với bản đã ban hành'],
});
