import type { FieldDefinition } from '../field.js';
import { examplesText } from './fact-examples.js';
import type { Problem, ScalarResult } from './scalar.js';

const EXPECTED = `tên tệp, tính từ thư mục của tệp biểu mẫu, ${examplesText('file')}`;
const MAX_PATH = 260;

/**
 * A path that can be looked for: a name with an ending, no address of the web, none of the signs that no file's name has on
 * Windows. Stays as typed; whether there is such a file is found out where files are read.
 */
export function readFileField(text: string, field: FieldDefinition): ScalarResult {
  const path = text.trim();
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    const hints = ['Tải tệp về, đặt cạnh tệp biểu mẫu rồi ghi tên tệp'];
    return problem(`"${field.label}" ghi một địa chỉ mạng, không phải tên tệp`, hints);
  }
  const sign = /[<>"|?*]/.exec(path.replace(/^[a-z]:[\\/]/i, ''))?.[0];
  if (sign !== undefined)
    return problem(
      `"${field.label}" có ký tự ${sign}, tên tệp không dùng được ký tự này`,
      sign === '"' ? ['Bỏ dấu nháy quanh tên tệp'] : undefined,
    );
  if (path.length > MAX_PATH)
    return problem(`"${field.label}" dài ${path.length} ký tự, quá dài đối với tên tệp`);
  if (/[\\/]$|(?:^|[\\/])\.{1,2}$/.test(path))
    return problem(`"${field.label}" ghi một thư mục, không phải tên tệp`, [
      'Ghi thêm tên tệp trong thư mục đó',
    ]);
  if (!/\.[a-z0-9]{1,5}$/i.test(path))
    return problem(`"${field.label}" ghi "${path}", thiếu đuôi tệp`, [
      'Ghi đủ đuôi tệp, ví dụ .pdf, .docx, .yaml',
    ]);
  return { value: text };
}

const problem = (message: string, hints?: readonly string[]): Problem => ({
  code: 'file',
  message,
  expected: EXPECTED,
  ...(hints && { hints }),
});
