import { openZip, UnzipError, type ZipArchive } from '../archive/unzip.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { FACTS_FIELD, type FormFacts, readFormFacts } from '../document/form-facts.js';
import { localName, readXml } from '../xml/read-xml.js';
import { readControls } from './docx-controls.js';
import { answersOf, type FilledForm, fileFinding } from './filled-form.js';

/** The values in a DOCX: of the content controls by their tags, else of the bookmarks around them. */
export function readDocxForm(file: string, bytes: Uint8Array): Outcome<FilledForm> {
  try {
    const archive = openZip(bytes);
    const xml = partOf(archive, 'word/document.xml');
    if (xml === undefined) return { diagnostics: [notWord(file)] };
    const facts = factsOf(archive);
    if (facts === undefined) return { diagnostics: [notOurs(file)] };
    const texts = readControls(xml, new Set(facts.blanks.map(({ key }) => key)));
    if (texts === undefined) return { diagnostics: [damaged(file)] };
    if (texts.size === 0) return { diagnostics: [withoutFields(file)] };
    const { title, unitKey } = facts;
    return { value: { file, title, unitKey, answers: answersOf(facts, texts) }, diagnostics: [] };
  } catch (cause) {
    if (!(cause instanceof UnzipError)) throw cause;
    return { diagnostics: [damaged(file)] };
  }
}

function partOf(archive: ZipArchive, name: string): string | undefined {
  const bytes = archive.read(name);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** From the custom property; a program may have added others. */
function factsOf(archive: ZipArchive): FormFacts | undefined {
  const xml = partOf(archive, 'docProps/custom.xml') ?? '';
  let isOurs = false;
  let text = '';
  readXml(xml, {
    open: (name, attributes) => {
      if (localName(name) === 'property') isOurs = attributes['name'] === FACTS_FIELD;
    },
    text: (piece) => {
      if (isOurs) text += piece;
    },
    close: (name) => {
      if (localName(name) === 'property') isOurs = false;
    },
  });
  return readFormFacts(text.trim());
}

const damaged = (file: string): Diagnostic =>
  fileFinding(file, 'damaged', 'Tệp DOCX hỏng hoặc chưa tải xong nên không đọc được', 'Xin gửi lại tệp');

const notWord = (file: string): Diagnostic =>
  fileFinding(
    file,
    'not-a-form',
    'Tệp nén không phải văn bản Word nên không phải biểu mẫu đã điền',
    'Bỏ tệp này khỏi danh sách, hoặc xin đơn vị gửi lại biểu mẫu',
  );

const notOurs = (file: string): Diagnostic =>
  fileFinding(
    file,
    'foreign-form',
    'Tệp Word không phải biểu mẫu còn chỗ trống do chương trình này tạo',
    'Bỏ tệp này khỏi danh sách, hoặc xin đơn vị điền vào đúng biểu mẫu đã gửi',
  );

const withoutFields = (file: string): Diagnostic =>
  fileFinding(
    file,
    'no-fields',
    'Tệp Word không còn ô điền nào: các ô đã bị xóa hoặc chép sang tệp khác',
    'Xin đơn vị điền lại vào bản điền máy, hoặc nhập tay các giá trị vào bảng tổng hợp',
  );
