import { fileForm, readFacts } from '../../collect/read-facts.js';
import { hasErrors } from '../../diagnostic/diagnostic.js';
import type { FactSheet } from '../../fact/fact-sheet.js';
import type { Kind } from '../../kind/kind.js';
import { decodeText } from '../../vietnamese/decode-text.js';
import { normalise } from '../../vietnamese/normalise.js';
import type { NamedFile, Opened, Problem } from '../protocol.js';
import { textOfFacts } from './form-of-facts.js';
import { isOtherText, notOurs } from './not-ours.js';
import { problem, toProblems } from './problems.js';

/** A form file as text, or a finished paper of ours as the form that its facts make. */
export async function openFile(kinds: readonly Kind[], file: NamedFile): Promise<Opened> {
  return fileForm(file.bytes) === 'text' ? openText(file) : openPaper(kinds, file);
}

function openText(file: NamedFile): Opened {
  const { name, bytes } = file;
  const { value, diagnostics } = decodeText(bytes, name);
  const text = value === undefined ? undefined : normalise(value).text;
  if (text !== undefined && isOtherText(file, text)) return { file: name, problems: [notOurs(file)] };
  const problems = toProblems(diagnostics, { file: name, pathOf: () => undefined, textOf: () => undefined });
  const isRead = text !== undefined && !hasErrors(diagnostics);
  return { file: name, ...(isRead && { text }), problems };
}

async function openPaper(kinds: readonly Kind[], given: NamedFile): Promise<Opened> {
  const { name, bytes } = given;
  const file = `${name.replace(/(?<=.)\.[^.]*$/u, '')}.yaml`;
  const { value: sheet, diagnostics } = await readFacts(name, bytes);
  if (sheet === undefined)
    return { file, problems: diagnostics.map(({ code, message }) => unread(given, code, message)) };
  const kind = kinds.find(({ definition }) => definition.slug === sheet.kind);
  if (kind === undefined) return { file, problems: [unknownKind(name, sheet.kindName)] };
  const { text, diagnostics: ofText } = textOfFacts(sheet, kind);
  const found = [...diagnostics, ...ofText].map(({ code, severity, message, hints = [] }) =>
    code === 'facts/edited' ? edited(name) : { code, severity, message, hints },
  );
  return { file, text, problems: [...found, ...(isOfSet(sheet, kind) ? [ofSet(name, sheet)] : [])] };
}

/** A paper of a dossier carries its own facts alone, and among them how it was sent. */
const isOfSet = ({ values }: FactSheet, { definition }: Kind): boolean =>
  ['cach_gui', 'ten_tep'].some(
    (key) => values[key] !== undefined && !definition.fields.some((field) => field.key === key),
  );

const ofSet = (name: string, { kindName }: FactSheet): Problem =>
  problem(
    'of-a-set',
    'warning',
    `"${name}" thuộc một bộ văn bản, ở đây chỉ mở được riêng "${kindName}"`,
    'Muốn sửa cả những văn bản đi kèm thì mở tệp biểu mẫu của bộ',
  );

const edited = (name: string): Problem =>
  problem(
    'edited',
    'remark',
    `"${name}" đã được sửa và lưu bằng chương trình khác; biểu mẫu này là nội dung lúc tệp được tạo ra`,
    'Có gì đã sửa thì sửa lại ở đây',
  );

const OPEN_FORM = 'Mở tệp biểu mẫu của văn bản này';
const WHAT_TO_DO: Readonly<Record<string, string>> = {
  'facts/damaged': 'Tải lại hoặc chép lại tệp, hoặc mở tệp biểu mẫu của văn bản này',
  'facts/encrypted': 'Xin bản không đặt mật khẩu, hoặc mở tệp biểu mẫu của văn bản này',
  'facts/newer': 'Cập nhật chương trình rồi mở lại',
};

/** What is said of a superior's plan that gives no figures, in words for a form that is to be gone on with. */
const unread = (file: NamedFile, code: string, message: string): Problem =>
  code === 'facts/not-ours'
    ? notOurs(file)
    : { code, severity: 'error', message, hints: [WHAT_TO_DO[code] ?? OPEN_FORM] };

const unknownKind = (name: string, kindName: string): Problem =>
  problem(
    'unknown-kind',
    'error',
    `"${name}" là "${kindName}", loại văn bản mà chương trình ở đây không có`,
    'Mở bằng chương trình có mẫu của loại văn bản đó',
  );
