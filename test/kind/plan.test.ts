import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/check/check-document.js';
import type { TextPlace } from '../../src/diagnostic/diagnostic.js';
import type { Document, DocumentSection, Origin } from '../../src/document/ast.js';
import type { FieldDefinition } from '../../src/form/field.js';
import type { Form, FormValue } from '../../src/form/form.js';
import { partsOf } from '../../src/form/key-table.js';
import { readForm } from '../../src/form/read-form.js';
import { evaluateTemplate } from '../../src/host-node/evaluate-template.js';
import type { Kind } from '../../src/kind/kind.js';
import { loadKind } from '../../src/kind/load-kind.js';
import { parseMarkup } from '../../src/markup/parse-markup.js';
import { expandOutlines } from '../../src/outline/expand-outlines.js';
import { renderTemplate } from '../../src/template/render-template.js';
import { fileHost } from './file-host.js';

let plan: Kind;
beforeAll(async () => {
  const { value, diagnostics } = await loadKind(fileHost, 'templates/plan', evaluateTemplate);
  expect(diagnostics).toEqual([]);
  plan = value!;
});

const read = (text: string): Form => {
  const find = () => plan.definition;
  const { value, diagnostics } = readForm({ file: 'f.yaml', text }, find, [plan.definition.name]);
  expect(diagnostics).toEqual([]);
  return value!;
};

const markupOf = (values: Form['values']): string => {
  const { value, diagnostics } = renderTemplate(plan.template, values);
  expect(diagnostics).toEqual([]);
  return value!;
};

const documentOf = (values: Form['values']): Document => {
  const { value, diagnostics } = parseMarkup(markupOf(values), { file: plan.template.file });
  expect(diagnostics).toEqual([]);
  return value!;
};

const valueAt = (values: FormValue, path: string): FormValue | undefined =>
  path
    .split('.')
    .reduce<FormValue | undefined>(
      (value, key) => (value as Record<string, FormValue> | undefined)?.[key],
      values,
    );

interface Printed {
  readonly type?: string;
  readonly path?: string;
  readonly text?: string;
  readonly origin?: Origin;
}

/** Every text of the tree that says which field it comes from: path, offset, text; an outline as one text. */
function printedFields(node: unknown): readonly { path: string; offset: number; text: string }[] {
  if (Array.isArray(node)) return node.flatMap(printedFields);
  if (typeof node !== 'object' || node === null) return [];
  const { type, path = '', text = '', origin } = node as Printed;
  if (type === 'raw-outline') return [{ path, offset: 0, text }];
  if (type === 'text' && origin?.type === 'field')
    return [{ path: origin.path, offset: origin.offset, text }];
  return Object.values(node).flatMap(printedFields);
}

/** Values as the fields allow them: any text, lists, groups, one of the choices or nothing. */
function valuesOf(fields: readonly FieldDefinition[]): fc.Arbitrary<Record<string, FormValue>> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.key, arbitraryOf(field)])));
}

const ODD = fc.constantFrom(
  '</p></v><section>',
  '{{x}}',
  '&amp;',
  '"',
  '<?at 1 x?>',
  '',
  ' ',
  "'",
  'Kế hoạch',
  '\\{{',
  '`=`',
);

function arbitraryOf(field: FieldDefinition): fc.Arbitrary<FormValue> {
  switch (field.type) {
    case 'choice':
      return fc.constantFrom('', ...(field.choices ?? []).map((choice) => choice.value));
    case 'list':
      return fc.array(arbitraryOf(field.item!), { maxLength: 3 });
    case 'group':
    case 'reference':
    case 'person':
      return valuesOf(partsOf(field));
    case 'margins':
      return fc.constantFrom('20', '').map((side) => ({ tren: side, duoi: side, trai: side, phai: side }));
    case 'date':
      return fc.constantFrom('', '2024', '2024-09', '2024-09-12');
    case 'number':
      return fc.constantFrom('', '2025');
    case 'text':
    case 'paragraph':
    case 'outline':
    case 'sentence':
    case 'deadline':
    case 'limit':
    case 'share':
    case 'money':
    case 'moment':
    case 'file':
      return fc.oneof(
        ODD,
        fc.string({ unit: 'grapheme' }),
        fc.tuple(ODD, ODD).map((parts) => parts.join('\n')),
      );
  }
}

describe('the sample', () => {
  test('renders without a finding', () => {
    const form = read(plan.sample);
    const document = expandOutlines(documentOf(form.values), form.locate);
    expect(document.diagnostics).toEqual([]);
    expect(checkDocument(document.value!, plan.definition.abbreviation, form.locate, form.labelOf)).toEqual(
      [],
    );
    expect(document.value!.sections.map((section) => section.role)).toEqual(['main', 'enclosure']);
  });

  test('stands in the form where the document says it does', () => {
    const form = read(plan.sample);
    const fields = printedFields(documentOf(form.values)).filter(({ path }) => !path.endsWith('noi_dung'));
    expect(fields.length).toBeGreaterThan(10);
    for (const { path, offset, text } of fields) {
      const place = form.locate(path, offset, offset + text.length) as TextPlace | undefined;
      expect([path, place && plan.sample.slice(place.start, place.end)]).toEqual([path, text]);
    }
  });

  test('points editors at the schema', () => {
    expect(plan.sample.split('\n')[0]).toBe('# yaml-language-server: $schema=plan.schema.json');
  });
});

describe('any form', () => {
  test('prints every value at its path, and nothing but values', () => {
    fc.assert(
      fc.property(valuesOf(plan.definition.fields), (values) => {
        const markup = markupOf(values);
        const { value, diagnostics } = parseMarkup(markup, { file: 'plan' });
        expect(diagnostics).toEqual([]);
        for (const { path, offset, text } of printedFields(value)) {
          expect(String(valueAt(values, path)).slice(offset, offset + text.length)).toBe(text);
        }
        // Structure comes from the template alone.
        const enclosures = values['kem_theo'] as readonly { kieu: string }[];
        expect(value!.sections.length).toBe(1 + enclosures.filter(({ kieu }) => kieu !== '').length);
        expect(value!.sections[0]!.blocks.filter((block) => block.type === 'paragraph')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

const FORM = `Loại văn bản: Kế hoạch
Cơ quan ban hành: Liên đoàn Lao động tỉnh A
Trích yếu: Tổ chức hội nghị
Nội dung: Một đoạn
Nơi nhận: [ "Lưu: VT" ]
Người ký: { Chức vụ: CHỦ TỊCH, Họ tên: Nguyễn Văn A }
`;

/** The section of one enclosure; its lines as "Kiểu: phụ lục". */
const sectionOf = (...lines: readonly string[]): DocumentSection =>
  documentOf(read(`${FORM}Kèm theo:\n  - ${lines.join('\n    ')}\n`).values).sections[1]!;
const typesOf = ({ blocks }: DocumentSection): readonly string[] => blocks.map((block) => block.type);

describe('what a form leaves out', () => {
  test("is blank or the profile's", () => {
    const { settings, sections } = documentOf(read(FORM).values);
    expect(settings).toEqual({ medium: 'paper' });
    expect(sections).toHaveLength(1);
    expect(typesOf(sections[0]!)).toEqual(['letterhead', 'title', 'raw-outline', 'signature']);
    expect(sections[0]!.blocks[0]).toMatchObject({
      parentAgency: [],
      reference: { number: '', symbol: '' },
      placeAndDate: { place: '', issuedOn: {} },
    });
  });
});

describe('what a form says', () => {
  const settingsOf = (more: string) => documentOf(read(FORM + more).values).settings;

  test.each([
    ['Thể thức: công đoàn', { regime: 'congdoan' }],
    ['Hình thức văn bản: điện tử', { medium: 'electronic' }],
    ['Hình thức văn bản: văn bản giấy', { medium: 'paper' }],
    ['Bộ cỡ chữ phần đầu: 12-13-13', { headerSet: '12-13-13' }],
    ['Cỡ chữ nội dung: 13', { bodySize: 13 }],
    ['Lề trang: 25 20 35 15', { margins: { top: 25, bottom: 20, left: 35, right: 15 } }],
    ['Thụt đầu dòng: 1 cm', { firstLine: 10 }],
    ['Thụt đầu dòng: 1,27 cm', { firstLine: 12.7 }],
    ['Thụt đầu dòng: 1,27', { firstLine: 12.7 }],
    ['Giãn dòng: 1,25', { lineSpacing: 1.25 }],
    ['Giãn dòng: 1.5', { lineSpacing: 1.5 }],
    ['Kết thúc: ./.', { ending: './.' }],
    ['Kết thúc: .', { ending: '.' }],
    ['Kết thúc: không', { ending: '' }],
  ])('%s', (line, expected) => {
    expect(settingsOf(line)).toMatchObject(expected);
  });

  test('marks, drafter and copies, contact line, landscape, bases', () => {
    const [main] = documentOf(
      read(`${FORM}
Số, ký hiệu: 91/KH-LĐLĐ
Ngày ban hành: 9/2024
Độ mật: tối mật
Độ khẩn: hoả tốc
Phạm vi lưu hành: lưu hành nội bộ
Ký hiệu người soạn thảo: PL
Số bản: 300
Địa chỉ liên hệ: [ "Số 1", "ĐT: 2" ]
Hướng giấy: ngang
Căn cứ: { Kiểu: câu, Danh sách: [ Luật A, Luật B ] }`).values,
    ).sections;
    expect(main!.orientation).toBe('landscape');
    expect(typesOf(main!)).toEqual([
      'letterhead',
      'title',
      'legal-bases',
      'raw-outline',
      'signature',
      'contact-line',
    ]);
    expect(main!.blocks[0]).toMatchObject({
      secrecyMark: 'TỐI MẬT',
      urgencyMark: 'HỎA TỐC',
      circulationNotice: 'LƯU HÀNH NỘI BỘ',
      reference: { number: '91', symbol: 'KH-LĐLĐ' },
      placeAndDate: { issuedOn: { year: 2024, month: 9 } },
    });
    expect(main!.blocks[2]).toMatchObject({ style: 'sentence', items: { length: 2 } });
    expect(main!.blocks[4]).toMatchObject({ drafterSign: 'PL.(300)' });
    expect(main!.blocks[5]).toMatchObject({ lines: { length: 2 } });
  });
});

describe('what is sent with a plan', () => {
  test('an appendix has the word and the number of resolve, and no signature', () => {
    const section = sectionOf('Kiểu: phụ lục', 'Tên: Danh sách', 'Nội dung: x', 'Hướng giấy: ngang');
    expect(section).toMatchObject({ role: 'appendix', orientation: 'landscape' });
    expect(typesOf(section)).toEqual(['appendix-title', 'raw-outline']);
  });

  test('an enclosure has its own title without a line', () => {
    const section = sectionOf('Kiểu: gửi kèm', 'Tên: Đề cương', 'Trích yếu: Kết quả', 'Nội dung: x');
    expect(section).toMatchObject({ role: 'enclosure', orientation: 'portrait' });
    expect(typesOf(section)).toEqual(['title', 'raw-outline']);
    expect(section.blocks[0]).toMatchObject({
      ruled: false,
      kindTitle: [{ text: 'Đề cương' }],
      subject: [{ text: 'Kết quả' }],
    });
  });

  test('an attached form has letterhead with blanks, recipients and an unnamed signature', () => {
    const section = sectionOf(
      'Kiểu: biểu mẫu',
      'Tên: Bảng đăng ký',
      'Nội dung: x',
      'Cơ quan ban hành: CĐCS',
      'Ký hiệu: ĐK-…',
      'Năm: 2025',
      'Nơi nhận: [ Lưu ]',
      'Quyền hạn: TM. BCH',
      'Chức vụ: CHỦ TỊCH',
    );
    expect(section.role).toBe('form');
    expect(typesOf(section)).toEqual(['letterhead', 'title', 'raw-outline', 'signature']);
    expect(section.blocks[0]).toMatchObject({
      reference: { number: '', symbol: 'ĐK-…' },
      placeAndDate: { place: '', issuedOn: { year: 2025 } },
    });
    expect(section.blocks[3]).toMatchObject({
      recipients: { length: 1 },
      signer: { capacity: { length: 1 }, position: [{ text: 'CHỦ TỊCH' }], fullName: [] },
    });
  });

  test('an attached form that nobody signs, without number', () => {
    const section = sectionOf('Kiểu: biểu mẫu', 'Tên: Phiếu', 'Nội dung: x');
    expect(typesOf(section)).toEqual(['letterhead', 'title', 'raw-outline']);
    expect(section.blocks[0]).not.toHaveProperty('reference');
  });
});

test('every file of templates/ that a kind may use is used', () => {
  const text = readFileSync('templates/plan/kind.yaml', 'utf8');
  for (const group of ['letterhead', 'recipients', 'signature', 'enclosures', 'appearance', 'marks']) {
    expect(text).toContain(`- use: ${group}\n`);
  }
});
