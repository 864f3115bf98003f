import { mmToTwip, pt, twip } from '../../src/base/lengths.js';
import type { PageFoot, ResolvedDocument, StampBox } from '../../src/resolve/resolved-document.js';
import { cell, LANDSCAPE, p, resolved, row, rule, section, table } from './fixture.js';

/** Small papers, each with one thing of the resolved document: for the goldens and for the validator. */

const FOOT: PageFoot = {
  type: 'page-foot',
  height: twip(15 + 60 + 253),
  paragraphs: [p('RuleLine', [], { rule: { thickness: 6 } }), p('ContactLine', 'Số 1, đường A')],
};

const STAMP: StampBox = {
  type: 'stamp-box',
  left: mmToTwip(32),
  top: mmToTwip(62),
  width: mmToTwip(20),
  height: mmToTwip(8),
  border: twip(20),
  color: 'ED1C24',
  paragraph: p('Mark', { text: 'KHẨN', run: { color: 'ED1C24' } }),
};

const of = (...sections: readonly ReturnType<typeof section>[]): ResolvedDocument => resolved(sections);

const MARGINS = { top: twip(40), bottom: twip(40), left: twip(85), right: twip(85) };
const GRID = table({
  grid: 'all',
  before: twip(120),
  columns: [twip(1000), twip(2000), twip(3000)],
  cellMargins: MARGINS,
  rows: [
    row(
      ['TT', 'Nội dung', 'Đơn vị'].map((text) => cell([p('TableHead', text)], { verticalAlign: 'center' })),
      { isHead: true, keepNext: true },
    ),
    row([cell([p('TableGroup', 'QUÝ I')], { columnSpan: 3 })], { keepNext: true }),
    row([cell([p('TableCellCentred', '1')]), cell([p('TableCell', 'Hội nghị')], { columnSpan: 2 })], {
      cantSplit: false,
    }),
  ],
});
const LAYOUT = table({
  purpose: 'letterhead',
  indent: twip(-100),
  columns: [twip(3500), twip(6000)],
  rows: [row([cell([p('IssuingAgency', 'CÔNG ĐOÀN A'), rule(3500, 1400, 20)]), cell([])])],
});

export const CASES = {
  'paragraph-as-its-style': of(section([p('Body', 'Nội dung.')])),
  'paragraph-with-differences': of(
    section([
      p('Body', 'a', { format: { align: 'left', before: twip(0), keepNext: true, keepLines: true } }),
      p('Body', 'b', { format: { firstLine: twip(-300), indentLeft: twip(300), widowControl: false } }),
      p('Heading1', 'c', { format: { keepNext: false, pitch: twip(400), pitchRule: 'exact' } }),
    ]),
  ),
  'inline-faces': of(
    section([
      p('Body', [
        'thường ',
        { text: 'đậm', run: { bold: true } },
        { text: ' nghiêng', run: { italic: true } },
        { text: '', run: { bold: true } },
        { text: ' nhỏ', run: { size: pt(12.5) } },
        'line-break',
        'số\u00A091\u00A0\u00A0, lần\u2011thứ ',
      ]),
      p('SignerName', ['Nguyễn ', 'Văn ', '', 'A']),
      p('RecipientsLabel', { text: 'Kính gửi:', run: { bold: false, italic: false } }),
    ]),
  ),
  'text-that-looks-like-markup': of(section([p('Body', 'a < b & c > "d" \'e\' <w:p/> &amp; ]]>')])),
  'drawn-line': of(section([rule(9354, 1800, 40), p('Body', '')])),
  headings: of(
    section([
      p('Heading1', 'I. MỤC ĐÍCH', { bookmark: { level: 0, text: 'I. MỤC ĐÍCH' } }),
      p('Heading1', 'tiếp', {}),
      p('Body', 'Điều 1.', { bookmark: { level: 2, text: 'Điều 1.' } }),
    ]),
  ),
  'table-with-lines': of(section([p('Body', 'Bảng:'), GRID, p('Body', 'Hết.')])),
  'tables-one-after-the-other': of(section([LAYOUT, GRID])),
  'stamp-and-page-foot': of(
    section([p('KindTitle', 'KẾ HOẠCH')], { furniture: [STAMP, FOOT] }),
    section([p('AppendixLabel', 'Phụ lục')], { role: 'appendix', label: 'Phụ lục' }),
  ),
  'stamp-in-a-section-of-tables': of(section([LAYOUT], { furniture: [STAMP] })),
  'landscape-after-portrait': of(
    section([p('Body', 'dọc')]),
    section([p('Body', 'ngang'), GRID], { role: 'appendix', sheet: LANDSCAPE, label: 'Phụ lục' }),
    section([p('Body', 'dọc')], { role: 'appendix', label: 'Phụ lục' }),
  ),
} as const satisfies Readonly<Record<string, ResolvedDocument>>;
