import { mmToTwip, pt, twip } from '../../src/base/lengths.js';
import type { ResolvedBlock, ResolvedDocument, ResolvedTable } from '../../src/resolve/resolved-document.js';
import { cell, LANDSCAPE, p, resolved, row, rule, section, table } from './fixture.js';

/** A plan of some pages with everything on it: what is looked at in LibreOffice, validated and measured. */

const LEFT = 3500;
const RIGHT = 6000;
const TEXT_WIDTH = 9354;

const letterhead: ResolvedTable = table({
  purpose: 'letterhead',
  columns: [twip(LEFT), twip(RIGHT)],
  indent: twip(-100),
  rows: [
    row([
      cell([
        p('ParentAgency', ['TỔNG LIÊN ĐOÀN LAO ĐỘNG', 'line-break', 'VIỆT NAM']),
        p('IssuingAgency', 'LIÊN ĐOÀN LAO ĐỘNG TỈNH X'),
        rule(LEFT, 1400, 20),
      ]),
      cell([
        p('NationalName', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
        p('NationalMotto', 'Độc lập - Tự do - Hạnh phúc'),
        rule(RIGHT, 3420, 20),
      ]),
    ]),
    row([
      cell([p('Reference', 'Số: \u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0/KH-LĐLĐ')]),
      cell([p('PlaceAndDate', 'X, ngày 12 tháng 9 năm 2024')]),
    ]),
  ],
});

const signature: ResolvedTable = table({
  purpose: 'signature',
  before: twip(240),
  columns: [twip(TEXT_WIDTH / 2), twip(TEXT_WIDTH / 2)],
  rows: [
    row([
      cell([
        p('RecipientsLabel', 'Nơi nhận:'),
        p('Recipient', '- Thường trực Tỉnh ủy (b/c);'),
        p('Recipient', '- Các đơn vị: công đoàn xã, phường;'),
        p('Recipient', '- Lưu: VT, CSPL.'),
      ]),
      cell([
        p('SignatureCapacity', 'TM. BAN THƯỜNG VỤ'),
        p('SignaturePosition', 'CHỦ TỊCH'),
        p('SignatureSpace', []),
        p('SignerName', 'Nguyễn Văn A'),
      ]),
    ]),
  ],
});

const MARGINS = { top: twip(40), bottom: twip(40), left: twip(85), right: twip(85) };

/** A grid with a head of two rows' worth, group rows and body rows. */
export function grid(width: number, groups: number, rowsPerGroup: number, salt = ''): ResolvedTable {
  const columns = [0.1, 0.5, 0.2, 0.2].map((share) => twip(width * share));
  const heads = ['TT', 'Nội dung', 'Thời gian', 'Đơn vị'].map((text) =>
    cell([p('TableHead', text)], { verticalAlign: 'center' }),
  );
  const body = Array.from({ length: groups }, (_, group) => [
    row([cell([p('TableGroup', `QUÝ ${group + 1}`)], { columnSpan: 4 })], { keepNext: true }),
    ...Array.from({ length: rowsPerGroup }, (_, index) =>
      row([
        cell([p('TableCellCentred', String(index + 1))]),
        cell([
          p('TableCell', `Tổ chức hội nghị, tập huấn nghiệp vụ công tác công đoàn đợt ${index + 1} ${salt}`),
        ]),
        cell([p('TableCellCentred', `Tháng ${group * 3 + 1}`)]),
        cell([p('TableCell', 'Ban Tổ chức')]),
      ]),
    ),
  ]).flat();
  return table({
    grid: 'all',
    before: twip(120),
    columns,
    cellMargins: MARGINS,
    rows: [row(heads, { isHead: true, keepNext: true }), ...body],
  });
}

const PROSE =
  'Ban Thường vụ Liên đoàn Lao động tỉnh xây dựng Kế hoạch phát động thi đua, chào mừng Đại hội với các nội dung chủ yếu sau đây, ' +
  'yêu cầu các cấp công đoàn trong tỉnh nghiêm túc triển khai thực hiện, bảo đảm thiết thực, hiệu quả, tiết kiệm và đúng tiến độ đã đề ra.';

/** `count` headings with three paragraphs each. */
export function prose(count: number, salt = ''): readonly ResolvedBlock[] {
  return Array.from({ length: count }, (_, index) => [
    p('Heading1', `${index + 1}. Nội dung thi đua ${salt}`, {
      bookmark: { level: 0, text: `${index + 1}.` },
    }),
    p('Body', PROSE),
    p('Item', ['- Trước ngày ', { text: '30/12/2024', run: { bold: true } }, `: ${PROSE}`]),
    p('Body', [
      `Điểm & khoản <${index}> "trích" `,
      { text: 'in nghiêng', run: { italic: true } },
      ` ${salt}`,
    ]),
  ]).flat();
}

export function paper(headings: number, groups: number, salt = ''): ResolvedDocument {
  const main: readonly ResolvedBlock[] = [
    letterhead,
    p('KindTitle', 'KẾ HOẠCH'),
    p('Subject', ['Phát động thi đua chào mừng', 'line-break', `Đại hội Công đoàn các cấp ${salt}`.trim()]),
    rule(TEXT_WIDTH, 1800, 40),
    ...prose(headings, salt),
    ...(groups > 0 ? [grid(TEXT_WIDTH, groups, 5, salt)] : []),
    p('Body', 'Trên đây là Kế hoạch của Liên đoàn Lao động tỉnh./.', { format: { keepNext: true } }),
    signature,
  ];
  const foot = {
    type: 'page-foot',
    height: twip(15 + 60 + 2 * 253),
    paragraphs: [
      p('RuleLine', [], { rule: { thickness: 6 } }),
      p('ContactLine', 'Số 1, đường A, tỉnh X'),
      p('ContactLine', 'ĐT: 0213 123 4567, Fax: 0213 123 4568'),
    ],
  } as const;
  const stamp = (text: string, left: number, top: number, width: number) =>
    ({
      type: 'stamp-box',
      left: mmToTwip(left),
      top: mmToTwip(top),
      width: mmToTwip(width),
      height: mmToTwip(8),
      border: twip(20),
      color: 'ED1C24',
      paragraph: p('Mark', { text, run: { size: pt(13), color: 'ED1C24' } }),
    }) as const;
  const furniture = [stamp('THƯỢNG KHẨN', 32, 62, 40), stamp('XEM XONG TRẢ LẠI', 130, 8, 55), foot];
  const appendix: readonly ResolvedBlock[] = [
    p('AppendixLabel', 'Phụ lục I', { bookmark: { level: 0, text: 'Phụ lục I' } }),
    p('AppendixTitle', 'ĐỀ CƯƠNG BÁO CÁO'),
    p(
      'ReferenceLine',
      '(Kèm theo Kế hoạch số 91/KH-LĐLĐ ngày 12 tháng 9 năm 2024 của Liên đoàn Lao động tỉnh X)',
    ),
    rule(TEXT_WIDTH, 900, 40),
    ...prose(2, salt),
  ];
  return resolved([
    section(main, { furniture }),
    section(appendix, { role: 'appendix', label: 'Phụ lục I' }),
    section([p('AppendixLabel', 'Phụ lục II'), grid(13900, 2, 6, salt)], {
      role: 'appendix',
      sheet: LANDSCAPE,
      label: 'Phụ lục II',
    }),
  ]);
}
