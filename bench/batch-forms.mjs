import { createWriteStream, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { SAMPLE } from './plan-data.mjs';

const REGISTRATION = fileURLToPath(new URL('../templates/registration-form/sample.yaml', import.meta.url));
const PLACES = ['An Phú', 'Bình Sơn Thượng', 'Cẩm Hà', 'Đông Triều Giang', 'Giao Thủy', 'Khánh Vĩnh Tây'];

/** The plan of six pages as the user's form file. */
export const planForm = () => readFileSync(SAMPLE, 'utf8');

/** A dossier of the plan and of a registration form in a file of its own; agency, number and signer are shared. */
export function dossierForm() {
  const plan = planForm();
  const at = plan.indexOf('Trích yếu: ');
  const signer = plan.indexOf('\nNơi nhận:');
  const enclosed = plan.indexOf('\nKèm theo:');
  const shared = plan
    .slice(plan.indexOf('Cơ quan chủ quản:'), at)
    .concat(plan.slice(signer + 1, enclosed + 1));
  const own = (text) => text.replace(/^(?=.)/gm, '    ');
  const registration = readFileSync(REGISTRATION, 'utf8');
  const questions = registration.slice(registration.indexOf('Trích yếu:'));
  return [
    'Loại văn bản: Bộ văn bản của đợt thi đua\n',
    shared,
    'Sự kiện:\n  Tên: Hội nghị gặp mặt điển hình tiên tiến\n  Của: các cấp công đoàn tỉnh\n',
    'Văn bản:\n  - Loại văn bản: Kế hoạch\n    Cách gửi: văn bản chính\n',
    `${own(plan.slice(at, signer))}\n${own(plan.slice(enclosed + 1))}\n`,
    '  - Loại văn bản: Bảng đăng ký\n    Cách gửi: riêng\n    Tên tệp: bang-dang-ky\n',
    '    Số, ký hiệu: ĐK-…\n    Ngày ban hành: 2026\n',
    own(questions),
  ].join('');
}

const HEAD = ['STT', 'Mã', 'Cơ quan ban hành', 'Số, ký hiệu', 'Địa danh', 'Người ký.Họ tên'];

/** Row `i` (from 1): its key, agency and reference are no other row's. */
const cells = (i) => [
  String(i),
  `cd-${i}`,
  `Công đoàn xã ${PLACES[i % PLACES.length]} ${i}`,
  `${i}/KH-CĐX`,
  PLACES[i % PLACES.length],
  `Nguyễn Văn ${String.fromCharCode(65 + (i % 26))}`,
];

export async function writeCsvTable(path, rows) {
  function* lines() {
    yield `\uFEFF${HEAD.join(';')}\r\n`;
    for (let i = 1; i <= rows; i++) yield `${cells(i).join(';')}\r\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

/** As Excel writes it: every text once in the list of shared strings, the sheet only numbers of that list. */
export async function writeXlsxTable(path, rows) {
  const { zip } = await import(
    `${process.env.BENCH_DIST ?? new URL('../dist', import.meta.url).href}/archive/zip.js`
  );
  const { deflateRawSync } = await import('node:zlib');
  const texts = new Map();
  const numberOf = (text) => {
    if (!texts.has(text)) texts.set(text, texts.size);
    return texts.get(text);
  };
  const cell = (text, name) =>
    /^\d+$/.test(text)
      ? `<c r="${name}"><v>${text}</v></c>`
      : `<c r="${name}" t="s"><v>${numberOf(text)}</v></c>`;
  const row = (values, r) =>
    `<row r="${r}">${values.map((text, c) => cell(text, `${String.fromCharCode(65 + c)}${r}`)).join('')}</row>`;
  const sheet = [Buffer.from(`${XML}<worksheet xmlns="${MAIN}"><sheetData>${row(HEAD, 1)}`)];
  for (let i = 1; i <= rows; i++) sheet.push(Buffer.from(row(cells(i), i + 1)));
  sheet.push(Buffer.from('</sheetData></worksheet>'));
  const strings = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('');
  const entry = (name, text) => ({ name, bytes: Buffer.isBuffer(text) ? text : Buffer.from(XML + text) });
  const relations = (list) => `<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;
  const relation = (id, type, target) =>
    `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;
  const kind = (part, type) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const bytes = zip(
    [
      entry(
        '[Content_Types].xml',
        `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${kind('/xl/workbook.xml', 'sheet.main')}${kind('/xl/worksheets/sheet1.xml', 'worksheet')}${kind('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
      ),
      entry('_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))),
      entry(
        'xl/workbook.xml',
        `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      entry(
        'xl/_rels/workbook.xml.rels',
        relations(
          relation('rId1', 'worksheet', 'worksheets/sheet1.xml') +
            relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
        ),
      ),
      entry('xl/sharedStrings.xml', `<sst xmlns="${MAIN}" uniqueCount="${texts.size}">${strings}</sst>`),
      entry('xl/worksheets/sheet1.xml', Buffer.concat(sheet)),
    ],
    (plain) => deflateRawSync(plain, { level: 6 }),
  );
  await writeFile(path, bytes);
  return texts.size;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
