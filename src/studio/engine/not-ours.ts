import { type FileForm, fileForm } from '../../collect/read-facts.js';
import type { NamedFile, Problem } from '../protocol.js';
import { problem } from './problems.js';

/** Endings by which people know what bytes alone do not tell: a table and an archive look like a Word file from outside. */
const TABLE = /\.(?:xlsx?|xlsm|ods|csv|tsv)$/i;
const ARCHIVE = /\.(?:zip|rar|7z)$/i;
const FORM = /\.(?:ya?ml|json)$/i;

const KIND_LINE = /^\s*["{]?\s*["']?(?:loại văn bản|loai_van_ban)["']?\s*:/imu;

/** A text that is none of our forms, and was not meant as one. A form that says no kind can be given one. */
export const isOtherText = ({ name }: NamedFile, text: string): boolean =>
  !FORM.test(name) && !KIND_LINE.test(text.normalize('NFC'));

/** What a file is that cannot be opened as a form, and what to do with it. */
export function notOurs({ name, bytes }: NamedFile): Problem {
  const [what, todo] = wordsFor(name, fileForm(bytes));
  return problem('not-ours', 'error', `"${name}" ${what}`, todo);
}

function wordsFor(name: string, form: FileForm): readonly [what: string, todo: string] {
  if (TABLE.test(name))
    return [
      'là bảng tính, không phải biểu mẫu',
      'Bảng các đơn vị thì dùng ở mục "Tạo cho nhiều đơn vị" trên trang đầu',
    ];
  if (ARCHIVE.test(name)) return ['là tệp nén', 'Giải nén, rồi mở từng tệp bên trong'];
  switch (form) {
    case 'docx':
    case 'pdf':
      return [UNMARKED, `${OPEN_FORM} rồi chép nội dung từ ${form === 'pdf' ? 'tệp PDF' : 'Word'} dán vào`];
    case 'old-word':
      return ['là tệp Word kiểu cũ (.doc)', 'Mở bằng Word, rồi chép nội dung dán vào một văn bản mới ở đây'];
    case 'picture':
      return [
        'là tệp ảnh, chương trình không đọc được chữ trong ảnh',
        'Xin bản Word để chép nội dung, hoặc soạn mới rồi gõ lại',
      ];
    case 'text':
      return [
        'là tệp chữ, không phải biểu mẫu của Thể Thức',
        'Soạn mới, rồi chép nội dung của tệp dán vào mục "Nội dung"',
      ];
    case 'unknown':
      return ['không phải tệp biểu mẫu, DOCX hay PDF', OPEN_FORM];
  }
}

const UNMARKED =
  'không phải tệp do Thể Thức tạo, hoặc được tạo mà không ghi kèm số liệu, nên không mở ra thành biểu mẫu được';
const OPEN_FORM = 'Mở tệp biểu mẫu của văn bản này, hoặc soạn mới';
