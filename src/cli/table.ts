import { hasErrors } from '../diagnostic/diagnostic.js';
import { findKind } from './find-kind.js';
import type { ExitCode } from './io.js';
import type { Run } from './run.js';
import { usageError } from './usage-error.js';
import { writeText } from './write-text.js';

const DEFAULT_FILE = 'don-vi.xlsx';

/** `thethuc table MẪU [-o TỆP]`: an empty table of units for `thethuc batch`; "don-vi.xlsx" unless -o says otherwise. Never overwrites. */
export async function runTable(run: Run): Promise<ExitCode> {
  const { line, press, reporter } = run;
  const output = line.values['output-table'] ?? DEFAULT_FILE;
  const name = /[/\\]$/.test(output) ? DEFAULT_FILE : output;
  const format = /\.(csv|xlsx)$/iu.exec(name)?.[1]?.toLowerCase();
  if (format !== 'csv' && format !== 'xlsx') {
    const message = `-o "${output}" không phải tệp .xlsx hay .csv`;
    reporter.add([usageError('table-target', message, 'Ghi như: thethuc table plan -o don-vi.xlsx')]);
    return 2;
  }
  const kinds = await press.kinds(line.values.templates);
  reporter.add(kinds.diagnostics);
  if (!kinds.value || hasErrors(kinds.diagnostics)) return 2;
  const kind = findKind(line.operands[0] ?? '', kinds.value);
  reporter.add(kind.diagnostics);
  if (!kind.value) return 2;
  const bytes = press.blankTable(kind.value, { format, all: line.switches.has('all') });
  const written = await writeText(run, output, {
    name: DEFAULT_FILE,
    text: bytes,
    mayReplace: () => false,
  });
  if (written === undefined) return 2;
  const table = /\s/.test(written) ? `"${written}"` : written;
  reporter.note('Điền mỗi đơn vị một dòng (dòng 2 là ví dụ, sửa hoặc xóa); ô bỏ trống thì lấy theo biểu mẫu');
  reporter.note(`Chưa có biểu mẫu thì tạo: thethuc new ${kind.value.slug} -o bieu-mau.yaml`);
  reporter.note(`Điền xong thì chạy: thethuc batch bieu-mau.yaml --table ${table} -o ket-qua/`);
  return 0;
}
