import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from 'pdf-lib/cjs/core/index.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { FACTS_FIELD, readFormFacts } from '../document/form-facts.js';
import { answersOf, type FilledForm, fileFinding } from './filled-form.js';
import { parsePdf } from './parse-pdf.js';

/** The values of a PDF's form fields; after incremental updates those of the last. */
export async function readPdfForm(file: string, bytes: Uint8Array): Promise<Outcome<FilledForm>> {
  const context = await parsePdf(bytes);
  if (context === undefined) return { diagnostics: [damaged(file)] };
  if (context.trailerInfo.Encrypt !== undefined) return { diagnostics: [encrypted(file)] };
  const values = fieldsIn(context);
  if (values === undefined) return { diagnostics: [damaged(file)] };
  if (values.size === 0) return { diagnostics: [withoutFields(file)] };
  const facts = readFormFacts(values.get(FACTS_FIELD) ?? '');
  if (facts === undefined) return { diagnostics: [foreign(file)] };
  const { title, unitKey } = facts;
  return { value: { file, title, unitKey, answers: answersOf(facts, values) }, diagnostics: [] };
}

/** Undefined where a stream among them cannot be unpacked. */
function fieldsIn(context: PDFContext): ReadonlyMap<string, string> | undefined {
  try {
    return readFields(context);
  } catch {
    return undefined;
  }
}

/** Deeper than any form goes. */
const DEEPEST = 20;

/** Values by the full names of their fields. */
function readFields(context: PDFContext): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  // A file that is wrong may go round in circles, by many ways.
  const seen = new Set<PDFDict>();
  const visit = (node: unknown, name: string, inherited: string | undefined, depth: number): void => {
    const dict = lookup(context, node);
    if (!(dict instanceof PDFDict) || depth > DEEPEST || seen.has(dict)) return;
    seen.add(dict);
    const part = textOf(context, dict.get(PDFName.of('T')));
    const full = part === undefined ? name : name === '' ? part : `${name}.${part}`;
    const value = textOf(context, dict.get(PDFName.of('V'))) ?? inherited;
    const kids = lookup(context, dict.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray && kids.size() > 0) {
      for (const kid of kids.asArray()) visit(kid, full, value, depth + 1);
      return;
    }
    // Of several widgets of one field the value stands with the field; programs that write it to one of them leave the rest empty.
    if (full !== '' && (values.get(full) ?? '') === '') values.set(full, value ?? '');
  };
  const catalog = lookup(context, context.trailerInfo.Root);
  const form = catalog instanceof PDFDict ? lookup(context, catalog.get(PDFName.of('AcroForm'))) : undefined;
  const fields = form instanceof PDFDict ? lookup(context, form.get(PDFName.of('Fields'))) : undefined;
  if (fields instanceof PDFArray) for (const field of fields.asArray()) visit(field, '', undefined, 0);
  return values;
}

const lookup = (context: PDFContext, object: unknown): unknown =>
  context.lookup(object as Parameters<PDFContext['lookup']>[0]);

/** A string in any of PDF's encodings, a name, or a stream, as long texts may be. */
function textOf(context: PDFContext, object: unknown): string | undefined {
  const found = lookup(context, object);
  if (found instanceof PDFString || found instanceof PDFHexString)
    return utf8Of(found.asBytes()) ?? found.decodeText();
  if (found instanceof PDFName) return found.decodeText();
  if (found instanceof PDFRawStream) {
    const bytes = decodePDFRawStream(found).decode();
    return utf8Of(bytes) ?? PDFHexString.of(hexOf(bytes)).decodeText();
  }
  return undefined;
}

/** PDF 2.0 marks UTF-8 with a byte order mark; some programs write UTF-16 with the low byte first. */
function utf8Of(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return new TextDecoder().decode(bytes);
  return bytes[0] === 0xff && bytes[1] === 0xfe ? new TextDecoder('utf-16le').decode(bytes) : undefined;
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const damaged = (file: string): Diagnostic =>
  fileFinding(file, 'damaged', 'Tệp PDF hỏng hoặc chưa tải xong nên không đọc được', 'Xin gửi lại tệp');

const encrypted = (file: string): Diagnostic =>
  fileFinding(
    file,
    'encrypted',
    'Tệp PDF có mật khẩu hoặc bị khóa nên không đọc được các ô',
    'Mở bằng trình đọc PDF, bỏ mật khẩu rồi lưu lại, hoặc xin đơn vị gửi tệp không khóa',
  );

const withoutFields = (file: string): Diagnostic =>
  fileFinding(
    file,
    'no-fields',
    'Tệp PDF không còn ô điền: đã bị in sang PDF khác, quét, hoặc vốn không phải bản điền máy',
    'Xin đơn vị điền vào bản điền máy và bấm Lưu (Save), không in sang PDF khác',
    'Không có tệp khác thì nhập tay các giá trị vào bảng tổng hợp',
  );

const foreign = (file: string): Diagnostic =>
  fileFinding(
    file,
    'foreign-form',
    'Tệp có ô điền nhưng không phải biểu mẫu do chương trình này tạo',
    'Bỏ tệp này khỏi danh sách, hoặc xin đơn vị điền vào đúng biểu mẫu đã gửi',
  );
