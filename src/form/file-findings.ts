import { folderOf } from '../base/beside.js';
import type { Diagnostic, Place } from '../diagnostic/diagnostic.js';
import type { FieldDefinition } from './field.js';
import type { Form } from './form.js';
import { fileReferences } from './referenced-files.js';

/** Why a file that a form names was not loaded, in the user's words, as whoever loads files tells it. */
export interface UnreadFile {
  /** "Không tìm thấy tệp "a.pdf" trong thư mục …": a sentence without its final dot. */
  readonly message: string;
  readonly hints: readonly string[];
}

/** The files that a form names, by their names as typed; whoever compiles it has loaded them. */
export interface FormFiles {
  readonly files?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly unreadFiles?: ReadonlyMap<string, UnreadFile> | undefined;
}

/** A finding for each field that names a file that was not loaded. */
export function findUnreadFiles(
  form: Form,
  fields: readonly FieldDefinition[],
  { files, unreadFiles }: FormFiles,
): readonly Diagnostic[] {
  return fileReferences(fields, form.values)
    .filter(({ typed }) => files?.has(typed) !== true)
    .map(({ path, typed }) =>
      unreadFile(
        typed,
        form.labelOf(path),
        form.locate(path),
        unreadFiles?.get(typed) ?? notGiven(form.file, typed),
      ),
    );
}

/** The finding for a file that was not loaded, at the field that names it. */
export function unreadFile(
  typed: string,
  label: string,
  place: Place | undefined,
  { message, hints }: UnreadFile,
): Diagnostic {
  return {
    code: 'file/unread',
    severity: 'error',
    message: `"${label}": ${message.replace(/^Không/, 'không')}`,
    ...(place === undefined ? {} : { place }),
    field: label,
    actual: typed,
    hints,
  };
}

export function notGiven(file: string, typed: string): UnreadFile {
  const folder = folderOf(file);
  const where = folder === '' ? 'cùng thư mục với biểu mẫu' : `trong thư mục "${folder}"`;
  return { message: `Không tìm thấy tệp "${typed}" ${where}`, hints: ['Đưa tệp đó vào cùng với biểu mẫu'] };
}
