import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const SAMPLE = fileURLToPath(new URL('../samples/ke-hoach-hoi-nghi.yaml', import.meta.url));
const PLACES = [
  'An Phú',
  'Bình Sơn Thượng',
  'Cẩm Hà',
  'Đông Triều Giang',
  'Giao Thủy',
  'Hòa Giang',
  'Khánh Vĩnh Tây',
];
const sample = readFileSync(SAMPLE, 'utf8');

/**
 * The form of paper `i`: number, agency, place and subject differ from paper to paper, and so does the last word
 * of every item that ends in a full stop, so that nobody gains by remembering paragraphs.
 */
export function formText(i) {
  const place = PLACES[i % PLACES.length];
  let item = 0;
  return sample
    .replaceAll('Hòa Giang', place)
    .replace('36/KH-LĐLĐ', `${100 + i}/KH-LĐLĐ`)
    .replace(/^(Trích yếu: .*)$/m, `$1, đợt ${i + 1}`)
    .replace(/^( {2,6}(?:[-+]|\d[\d.]*) .{20,} )[^ .]+\.$/gm, (_, text) => `${text}v${i}.${++item}.`);
}

// "Lưu: VT" is text in our form, a mapping to YAML.
const textOf = (item) =>
  typeof item === 'string'
    ? item
    : Object.entries(item)
        .map((pair) => pair.join(': '))
        .join();
const recipientsOf = (items) => items.map((item) => ({ text: textOf(item) }));
const plain = (text) => text.replaceAll(/\*+/g, '');
const typeOf = (line) => {
  if (/^[IVXLC]+\. /.test(line)) return 'heading1';
  if (/^\d+\.\d+\. .*[^.;]$/.test(line)) return 'heading3';
  if (/^\d+\. .*[^.;:]$/.test(line)) return 'heading2';
  return 'item';
};
const paragraphs = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ text: plain(line.trim()), type: typeOf(plain(line.trim())) }));

/** The same paper as an object: what the template programs and Typst are given. */
export function dataOf(text) {
  const form = parse(text);
  const [outline, registration] = form['Kèm theo'];
  const [day, month, year] = String(form['Ngày ban hành']).split('/');
  return {
    parent: form['Cơ quan chủ quản'].toUpperCase(),
    issuer: form['Cơ quan ban hành'].toUpperCase(),
    reference: `Số: ${form['Số, ký hiệu']}`,
    placeAndDate: `${form['Địa danh']}, ngày ${day} tháng ${month} năm ${year}`,
    subject: form['Trích yếu'],
    body: paragraphs(form['Nội dung']),
    recipients: recipientsOf(form['Nơi nhận']),
    capacity: form['Người ký']['Quyền hạn'],
    position: form['Người ký']['Chức vụ'],
    signer: form['Người ký']['Họ tên'],
    outlineTitle: outline['Tên'].toUpperCase(),
    outlineSubject: outline['Trích yếu'],
    outline: paragraphs(outline['Nội dung']),
    formTitle: registration['Tên'].toUpperCase(),
    formSubject: registration['Trích yếu'],
    formParent: registration['Cơ quan chủ quản'].toUpperCase(),
    formIssuer: registration['Cơ quan ban hành'].toUpperCase(),
    formReference: `Số:          /${registration['Ký hiệu']}`,
    formPlaceAndDate: `${registration['Địa danh']}, ngày       tháng       năm ${registration['Năm']}`,
    form: paragraphs(registration['Nội dung']),
    formRecipients: recipientsOf(registration['Nơi nhận']),
    formCapacity: registration['Quyền hạn'] ?? '',
    formPosition: registration['Chức vụ'],
  };
}
