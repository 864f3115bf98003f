import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Host } from '../host/host.js';
import { normalise } from '../vietnamese/normalise.js';
import { kindError } from './errors.js';

/** A text file, without byte order mark, with LF and composed letters; a missing one is reported unless it is optional. */
export async function readSource(
  host: Pick<Host, 'readFile'>,
  file: string,
  diagnostics: Diagnostic[],
  need: 'needed' | 'optional' = 'needed',
): Promise<string | undefined> {
  const place = { file, start: 0, end: 0 };
  const bytes = await host.readFile(file);
  if (!bytes) {
    const hints = ['Thêm tệp này, hoặc chép từ thư mục của một loại văn bản có sẵn'];
    if (need === 'needed')
      diagnostics.push(
        kindError('missing-file', `Thư mục của loại văn bản thiếu tệp "${nameOf(file)}"`, place, hints),
      );
    return undefined;
  }
  try {
    return normalise(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).text;
  } catch {
    const hints = ['Lưu lại tệp với bảng mã UTF-8'];
    diagnostics.push(kindError('not-utf8', `Tệp "${nameOf(file)}" không phải bảng mã UTF-8`, place, hints));
    return undefined;
  }
}

const nameOf = (file: string): string => file.replace(/^.*[\\/]/, '');
