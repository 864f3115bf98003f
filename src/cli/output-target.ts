import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { nearest } from '../vietnamese/nearest.js';
import type { OutputFormat } from './press.js';
import { usageError } from './usage-error.js';

export const FORMATS: readonly OutputFormat[] = ['docx', 'pdf', 'svg', 'png'];
const DEFAULT_FORMATS: readonly OutputFormat[] = ['docx', 'pdf'];
/** Endings that say plainly which other program the user has in mind. */
const FOREIGN = new Set([
  'doc',
  'odt',
  'rtf',
  'html',
  'htm',
  'txt',
  'jpg',
  'jpeg',
  'zip',
  'md',
  'yaml',
  'yml',
  'json',
]);

/** Where the papers of a run go, before their names are known. Paths as the user typed them. */
export type OutputTarget = {
  readonly formats: readonly OutputFormat[];
} & (
  | { readonly type: 'beside-form' }
  | { readonly type: 'folder'; readonly folder: string }
  /** `stem`: the file without the extension that the format gives it; `extension` as typed (".PDF"). */
  | { readonly type: 'file'; readonly stem: string; readonly extension?: string }
);

/** Reads `-o` and `--format` together; `isFolder` tells whether a folder stands at that path already. */
export function readOutputTarget(
  output: string | undefined,
  format: string | undefined,
  isFolder: boolean,
): Outcome<OutputTarget> {
  const asked = readFormats(format);
  if (asked.value === undefined) return { diagnostics: asked.diagnostics };
  const formats = asked.value.length > 0 ? asked.value : DEFAULT_FORMATS;
  if (output === undefined) return { value: { type: 'beside-form', formats }, diagnostics: [] };
  if (output === '-') {
    const message = 'Chương trình không ghi văn bản ra màn hình (đầu ra chuẩn)';
    return { diagnostics: [usageError('output-stdout', message, 'Ghi tên tệp hoặc thư mục sau -o')] };
  }
  if (isFolder || /[/\\]$/.test(output)) {
    return { value: { type: 'folder', folder: output, formats }, diagnostics: [] };
  }
  return readFileTarget(output, asked.value);
}

function readFileTarget(output: string, asked: readonly OutputFormat[]): Outcome<OutputTarget> {
  const extension = /\.([^./\\ ]+)$/.exec(output)?.[1] ?? '';
  const own = FORMATS.find((format) => format === extension.toLowerCase());
  if (own === undefined) {
    if (FOREIGN.has(extension.toLowerCase())) {
      const message = `Chương trình không ghi được tệp .${extension}, chỉ ghi ${FORMATS.join(', ')}`;
      const stem = output.slice(0, -extension.length - 1);
      return { diagnostics: [usageError('output-extension', message, `Ghi -o "${stem}.docx"`)] };
    }
    return {
      value: { type: 'file', stem: output, formats: asked.length > 0 ? asked : DEFAULT_FORMATS },
      diagnostics: [],
    };
  }
  const stem = output.slice(0, -extension.length - 1);
  if (asked.length > 1 || (asked.length === 1 && asked[0] !== own)) {
    const message = `-o "${output}" là tệp .${extension} nhưng --format lại ghi ${asked.join(',')}`;
    return {
      diagnostics: [usageError('output-conflict', message, `Bỏ đuôi tệp: -o "${stem}"`, 'Hoặc bỏ --format')],
    };
  }
  return { value: { type: 'file', stem, extension: `.${extension}`, formats: [own] }, diagnostics: [] };
}

/** "docx, PDF" as formats without repetition, in the order of FORMATS; empty when the option is absent. */
export function readFormats(format: string | undefined): Outcome<readonly OutputFormat[]> {
  if (format === undefined) return { value: [], diagnostics: [] };
  const words = format
    .toLowerCase()
    .split(/[,;\s]+/)
    .filter((word) => word !== '');
  const unknown = words.filter((word) => !FORMATS.some((known) => known === word));
  const diagnostics: Diagnostic[] = unknown.map((word) => {
    const near = nearest(word, FORMATS);
    return usageError(
      'unknown-format',
      `--format không nhận "${word}", chỉ nhận ${FORMATS.join(', ')}`,
      near ? `Có phải ý bạn là "${near}"?` : 'Ghi như: --format docx,pdf',
    );
  });
  if (words.length === 0) {
    diagnostics.push(
      usageError('unknown-format', 'Sau --format chưa có loại tệp nào', 'Ghi như: --format docx,pdf'),
    );
  }
  if (diagnostics.length > 0) return { diagnostics };
  return { value: FORMATS.filter((known) => words.includes(known)), diagnostics: [] };
}
