import type { Outcome } from '../diagnostic/diagnostic.js';
import { type FilledForm, fileFinding } from './filled-form.js';
import { readDocxForm } from './read-docx-form.js';
import { readPdfForm } from './read-pdf-form.js';

/**
 * Reads the values of a filled form of ours, PDF or DOCX, by what the file holds and not by its name: the values of fields,
 * never what is drawn. What is no such form is a finding, never a throw.
 */
export async function readFilledForm(file: string, bytes: Uint8Array): Promise<Outcome<FilledForm>> {
  if (bytes.length === 0)
    return {
      diagnostics: [fileFinding(file, 'empty-file', 'Tệp trống, không có gì để đọc', 'Xin gửi lại tệp')],
    };
  if (startsWith(bytes, 'PK')) return readDocxForm(file, bytes);
  if (hasPdfMark(bytes)) return readPdfForm(file, bytes);
  return { diagnostics: [notAForm(file, bytes)] };
}

const startsWith = (bytes: Uint8Array, mark: string): boolean =>
  [...mark].every((character, index) => bytes[index] === character.charCodeAt(0));

/** Some programs put other bytes before the mark. */
const PDF_MARK_WITHIN = 1024;
const hasPdfMark = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, PDF_MARK_WITHIN)).includes('%PDF-');

function notAForm(file: string, bytes: Uint8Array) {
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0'))
    return fileFinding(
      file,
      'old-word',
      'Tệp Word kiểu cũ (.doc), hoặc tệp có mật khẩu, nên không đọc được các ô',
      'Mở bằng Word, bỏ mật khẩu nếu có, chọn Lưu thành (Save As) kiểu .docx rồi tổng hợp lại',
    );
  if (startsWith(bytes, '\u00ff\u00d8') || startsWith(bytes, '\u0089PNG'))
    return fileFinding(
      file,
      'picture',
      'Tệp là ảnh chụp, không có ô điền để đọc',
      'Nhập tay các giá trị trong ảnh vào bảng tổng hợp, hoặc xin đơn vị gửi lại tệp PDF, DOCX đã điền',
    );
  return fileFinding(
    file,
    'not-a-form',
    'Tệp không phải PDF hay DOCX nên không phải biểu mẫu đã điền',
    'Bỏ tệp này khỏi danh sách, hoặc xin đơn vị gửi lại biểu mẫu',
  );
}
