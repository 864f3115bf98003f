import type {
  AppendixTitle,
  Blank,
  Block,
  ContactLine,
  Document,
  DocumentSection,
  DocumentSettings,
  Inline,
  LegalBases,
  Letterhead,
  Paragraph,
  Signature,
  Table,
  TableRow,
  Text,
  Title,
  Unit,
  UnitLevel,
} from '../../src/document/ast.js';
import { banner, bannerPaper } from './banner-case.js';

/** Small documents, one for every node type of the tree and every choice in it; named after what they show. */

const text = (words: string, face: Partial<Text> = {}): Text => ({ type: 'text', text: words, ...face });
const words = (content: string): readonly Inline[] => (content === '' ? [] : [text(content)]);
const SENTENCE =
  'Các cấp công đoàn tổ chức thực hiện Kế hoạch số 91/KH-LĐLĐ ngày 12/9/2024 tại Việt Nam, bảo đảm thiết thực, tiết kiệm.';

const letterhead = (more: Partial<Letterhead> = {}): Letterhead => ({
  type: 'letterhead',
  parentAgency: words('Tổng Liên đoàn Lao động Việt Nam'),
  issuingAgency: words('Liên đoàn Lao động tỉnh Lai Châu'),
  reference: { number: '5', symbol: 'KH-LĐLĐ' },
  placeAndDate: { place: 'Lai Châu', issuedOn: { year: 2024, month: 2, day: 5 } },
  ...more,
});
const title = (more: Partial<Title> = {}): Title => ({
  type: 'title',
  kindTitle: words('Kế hoạch'),
  subject: words('Tổ chức Hội nghị biểu dương đoàn viên tiêu biểu'),
  ruled: true,
  ...more,
});
const paragraph = (...content: readonly Inline[]): Paragraph => ({ type: 'paragraph', content });
const unit = (level: UnitLevel, label: string, isTitle: boolean, ...content: readonly Inline[]): Unit => ({
  type: 'unit',
  level,
  label,
  isTitle,
  content,
});
const bases = (style: LegalBases['style'], ...items: readonly string[]): LegalBases => ({
  type: 'legal-bases',
  style,
  items: items.map(words),
});
const row = (role: TableRow['role'], ...cells: readonly string[]): TableRow => ({
  role,
  cells: cells.map((cell) => ({ content: words(cell) })),
});
const table = (columnCount: number, ...rows: readonly TableRow[]): Table => ({
  type: 'table',
  columnCount,
  rows,
});
const signature = (more: Partial<Signature> = {}): Signature => ({
  type: 'signature',
  recipients: ['Thường trực Tỉnh ủy (b/c)', 'Các đơn vị: công đoàn xã, phường', 'Lưu VT, CSPL'].map(words),
  signer: {
    capacity: [words('TM. Ban Thường vụ'), words('KT. Chủ tịch')],
    position: words('Phó Chủ tịch'),
    fullName: words('Nguyễn Văn A'),
  },
  ...more,
});
const appendixTitle = (content: string): AppendixTitle => ({ type: 'appendix-title', title: words(content) });
const contact: ContactLine = {
  type: 'contact-line',
  lines: [words('Số 1, đường A, tỉnh Lai Châu'), words('ĐT: 0213 123 4567')],
};

const blank = (key: string, more: Partial<Blank> = {}): Blank => ({
  type: 'blank',
  key,
  label: `Ô ${key}`,
  width: 'fill',
  lines: 1,
  isRequired: false,
  shape: 'text',
  value: [],
  ...more,
});
/** A form with every sort of blank; `value` stands in one of them. */
const form = (value: readonly Inline[]): DocumentSection =>
  section(
    [
      letterhead({
        issuingAgency: [text('CĐCS '), blank('ten', { width: 40, isRequired: true })],
        reference: { number: '', symbol: 'ĐK-…' },
        placeAndDate: { place: '', issuedOn: { year: 2025 } },
      }),
      title({ kindTitle: words('Bảng đăng ký') }),
      unit('clause', '1.', false, text('Tên công trình: '), blank('ten_cong_trinh', { value })),
      unit(
        'clause',
        '2.',
        false,
        text('Từ ngày '),
        blank('tu', { width: 30, shape: 'date' }),
        text(' đến ngày '),
        blank('den', { width: 30, shape: 'date' }),
      ),
      unit('clause', '3.', false, text(`${SENTENCE} `), blank('noi_dung', { lines: 3 })),
      unit(
        'dash',
        '-',
        false,
        text('Kinh phí: ', { bold: true }),
        blank('kinh_phi', { bold: true, shape: 'money' }),
        text('đồng'),
      ),
      paragraph(blank('loi_khac', { lines: 2 })),
      table(2, {
        role: 'body',
        cells: [{ content: words('Số người') }, { content: [blank('so_nguoi', { shape: 'number' })] }],
      }),
      signature({
        recipients: [words('Lưu')],
        signer: { capacity: [], position: words('Chủ tịch'), fullName: [] },
      }),
    ],
    'form',
  );

const section = (
  blocks: readonly Block[],
  role: DocumentSection['role'] = 'main',
  orientation: DocumentSection['orientation'] = 'portrait',
): DocumentSection => ({ role, orientation, blocks });
const document = (
  sections: readonly DocumentSection[],
  settings: Partial<DocumentSettings> = {},
): Document => ({
  type: 'document',
  kind: 'plan',
  kindName: 'Kế hoạch',
  settings: { medium: 'paper', ...settings },
  sections,
});
const of = (...blocks: readonly Block[]): Document => document([section(blocks)]);

const HEADS = row('head', 'TT', 'Nội dung', 'Đơn vị');
const rows = (count: number): readonly TableRow[] =>
  Array.from({ length: count }, (_, i) =>
    row('body', String(i + 1), `Việc ${i + 1}: ${SENTENCE}`, 'Ban Tổ chức'),
  );

export const CASES: Readonly<Record<string, Document>> = {
  letterhead: of(letterhead()),
  'letterhead without parent, number and date': of({
    type: 'letterhead',
    parentAgency: [],
    issuingAgency: words('Ủy ban nhân dân xã Bản Mới'),
  }),
  'letterhead with long names in two lines': of(
    letterhead({
      parentAgency: words('Liên đoàn Lao động thành phố Hồ Chí Minh và các tỉnh Đông Nam Bộ'),
      issuingAgency: words('Công đoàn cơ sở Công ty Trách nhiệm hữu hạn Một thành viên A'),
      placeAndDate: { place: 'Bà Rịa - Vũng Tàu', issuedOn: { year: 2024, month: 11, day: 20 } },
    }),
  ),
  'blanks for number, day and month': of(
    letterhead({
      reference: { number: '', symbol: 'KH-LĐLĐ' },
      placeAndDate: { place: 'Lai Châu', issuedOn: { year: 2024 } },
    }),
  ),
  'blanks for all': of(
    letterhead({ reference: { number: '', symbol: '' }, placeAndDate: { place: '', issuedOn: {} } }),
  ),
  'all three marks': of(
    letterhead({ secrecyMark: 'TỐI MẬT', urgencyMark: 'HỎA TỐC', circulationNotice: 'XEM XONG TRẢ LẠI' }),
    title(),
    paragraph(text(SENTENCE)),
  ),
  'title with a subject in lines': of(
    title({
      subject: words(
        'Tổ chức Hội nghị điển hình tiên tiến trong các cấp công đoàn tiến tới Đại hội Thi đua yêu nước lần thứ VI năm 2025 của Liên đoàn Lao động tỉnh',
      ),
    }),
  ),
  'title without subject and line': of(title({ subject: [], ruled: false }), paragraph(text('Một đoạn.'))),
  'legal bases in italics': of(
    bases(
      'italic',
      'Luật Công đoàn ngày 27 tháng 11 năm 2024;',
      'Thực hiện Nghị quyết số 5-NQ/TU',
      'Xét đề nghị của Ban Tổ chức.',
    ),
  ),
  'banner with both flags': bannerPaper(banner()),
  'framed banner in sans, and one for a screen': bannerPaper(
    banner({ design: 'framed', face: 'sans', align: 'left', flags: 'national' }),
    banner({ size: { text: '1920 × 1080 px' }, flags: 'none', bust: false }),
  ),
  'legal bases as sentences': of(
    bases('sentence', 'Căn cứ Luật Công đoàn ngày 27 tháng 11 năm 2024', 'Theo đề nghị của Ban Tổ chức.'),
  ),
  'large units': of(
    unit('part', 'Phần I', true, text('Mục đích, yêu cầu')),
    unit('chapter', 'Chương 1', true, text('Quy định chung')),
    unit('section', 'Mục 1', true, text('Phạm vi')),
    unit('subsection', 'Tiểu mục 1', true),
    unit('article', 'Điều 1.', true, text('Phạm vi điều chỉnh')),
    paragraph(text(SENTENCE)),
    unit('article', 'Điều 2.', false, text(SENTENCE)),
  ),
  'numbered units, titles and not': of(
    unit('roman', 'I.', true, text('MỤC ĐÍCH')),
    unit('clause', '1.', true, text('Mục đích')),
    unit('clause2', '1.1.', true, text('Đối với tỉnh')),
    unit('clause3', '1.1.1.', true, text('Đối với xã')),
    paragraph(text(SENTENCE)),
    unit('roman', 'II.', false, text(SENTENCE)),
    unit('clause', '1.', false, text(SENTENCE)),
    unit('clause2', '1.1.', false, text(SENTENCE)),
    unit('clause3', '1.1.1.', false, text(SENTENCE)),
  ),
  'points, dashes, pluses and stars': of(
    unit('point', 'đ)', false, text(SENTENCE)),
    unit('dash', '-', false, text(SENTENCE)),
    unit('plus', '+', false, text(SENTENCE)),
    unit('star', '*', false, text('Lưu ý: '), text('nộp đúng hạn', { bold: true })),
  ),
  'faces and line breaks': of(
    paragraph(
      text('thường '),
      text('đậm ', { bold: true }),
      text('nghiêng ', { italic: true }),
      text('cả hai', { bold: true, italic: true }),
      { type: 'line-break' },
      text('dòng sau'),
      text('liền', { bold: true }),
      text('nhau'),
    ),
  ),
  'signs of markup': of(paragraph(text('a < b & c > "d" \'e\' <w:p/> &amp; ]]> {{x}} (\\) *'))),
  'table with group rows': of(
    table(3, HEADS, row('group', 'QUÝ I'), ...rows(2), row('group', 'QUÝ II'), row('body', '3', '', '')),
    paragraph(text('Sau bảng.')),
  ),
  'table over two pages': of(table(3, HEADS, ...rows(30))),
  'two tables together': of(table(2, row('body', 'a', 'b')), table(1, row('body', 'c'))),
  signature: of(paragraph(text('Hết.')), signature({ drafterSign: 'PL.(300)' })),
  'signature without a name': of(
    paragraph(text('Hết.')),
    signature({ signer: { capacity: [], position: words('Chủ tịch'), fullName: [] } }),
  ),
  'recipients typed with dash and ends': of(
    signature({ recipients: ['- Sở Nội vụ;', '– Như trên,', 'Lưu: VT.'].map(words) }),
  ),
  'contact line': document([
    section([letterhead(), title(), ...Array.from({ length: 30 }, () => paragraph(text(SENTENCE))), contact]),
    section([appendixTitle('Danh sách'), paragraph(text('x'))], 'appendix'),
  ]),
  'one appendix': document([
    section([letterhead(), title(), paragraph(text('(Có Phụ lục kèm theo).')), signature()]),
    section(
      [
        appendixTitle('Đề cương báo cáo'),
        unit('clause', '1.', true, text('Tình hình')),
        paragraph(text(SENTENCE)),
      ],
      'appendix',
    ),
  ]),
  'two appendices, one landscape': document([
    section([letterhead(), title(), paragraph(text(SENTENCE)), signature()]),
    section([appendixTitle('Danh sách'), paragraph(text(SENTENCE))], 'appendix'),
    section([appendixTitle('Bảng chỉ tiêu'), table(3, HEADS, ...rows(12))], 'appendix', 'landscape'),
  ]),
  'appendix of an electronic paper': document(
    [section([letterhead(), title()]), section([appendixTitle(''), paragraph(text(SENTENCE))], 'appendix')],
    { medium: 'electronic' },
  ),
  enclosure: document([
    section([letterhead(), title(), paragraph(text(SENTENCE))]),
    section(
      [
        title({ kindTitle: words('Đề cương báo cáo'), ruled: false }),
        unit('dash', '-', false, text(SENTENCE)),
      ],
      'enclosure',
    ),
  ]),
  'attached form': document([
    section([letterhead(), title(), paragraph(text(SENTENCE))]),
    section(
      [
        letterhead({
          issuingAgency: words('Công đoàn …'),
          reference: { number: '', symbol: 'ĐK-…' },
          placeAndDate: { place: '', issuedOn: { year: 2025 } },
        }),
        title({ kindTitle: words('Bảng đăng ký') }),
        paragraph(text('1. Danh hiệu: ………')),
        signature({
          recipients: [words('Lưu')],
          signer: { capacity: [], position: words('Chủ tịch'), fullName: [] },
        }),
      ],
      'form',
    ),
  ]),
  'blanks to be written on': document([form([])]),
  'blanks with a value': document([form(words('Nhà ăn ca'))]),
  'a finished form': document([form(words('Nhà ăn ca'))], { formMode: 'filled' }),
  'a fillable form': document([form([])], { formMode: 'fillable' }),
  'pages with numbers': of(...Array.from({ length: 40 }, () => paragraph(text(SENTENCE)))),
  'landscape paper': document([
    section([letterhead(), title(), table(3, HEADS, ...rows(4))], 'main', 'landscape'),
  ]),
  'settings away from their defaults': document(
    [section([letterhead(), title(), bases('italic', 'Luật A'), paragraph(text(SENTENCE)), signature()])],
    {
      regime: 'congdoan',
      headerSet: '12-13-13',
      bodySize: 13,
      margins: { top: 25, bottom: 25, left: 35, right: 20 },
      firstLine: 10,
      lineSpacing: 1.5,
      ending: '',
    },
  ),
};
