import { expect, test } from 'vitest';
import type { Block, Document } from '../../src/document/ast.js';
import { blocksText, documentText } from '../../src/document/tree-text.js';

const text = (words: string) => [{ type: 'text', text: words }] as const;

const BLOCKS: readonly Block[] = [
  {
    type: 'letterhead',
    parentAgency: text('TỔNG LIÊN ĐOÀN'),
    issuingAgency: text('LIÊN ĐOÀN LAO ĐỘNG'),
    reference: { number: '91', symbol: 'KH-LĐLĐ' },
    placeAndDate: { place: 'Lai Châu', issuedOn: { year: 2024, month: 9 } },
    urgencyMark: 'KHẨN',
  },
  { type: 'title', kindTitle: text('KẾ HOẠCH'), subject: text('Tổ chức "Hội nghị"'), ruled: true },
  { type: 'appendix-title', title: text('DANH SÁCH') },
  { type: 'legal-bases', style: 'italic', items: [text('Luật A'), text('Luật B')] },
  { type: 'raw-outline', path: 'noi_dung', text: 'I. A\n1. B' },
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'một' },
      { type: 'text', text: ' hai ' },
      { type: 'text', text: 'ba', bold: true, italic: true },
      { type: 'line-break' },
      { type: 'text', text: 'số\u00a05', italic: true },
    ],
  },
  {
    type: 'table',
    columnCount: 2,
    rows: [
      { role: 'head', cells: [{ content: text('A') }, { content: [] }] },
      { role: 'group', cells: [{ content: text('QUÝ I') }] },
    ],
  },
  {
    type: 'signature',
    recipients: [text('Như trên')],
    signer: {
      capacity: [text('KT. CHỦ TỊCH')],
      position: text('PHÓ CHỦ TỊCH'),
      fullName: text('Nguyễn Văn A'),
    },
    drafterSign: 'PL.(300)',
  },
  { type: 'contact-line', lines: [text('Số 1 phố A')] },
];

test('every kind of block has its lines', () => {
  const document: Document = {
    type: 'document',
    kind: 'plan',
    kindName: 'Kế hoạch',
    settings: { medium: 'paper', bodySize: 13 },
    sections: [{ role: 'main', orientation: 'portrait', blocks: BLOCKS }],
  };
  expect(documentText(document)).toBe(`document plan "Kế hoạch" medium="paper" bodySize=13
  section main portrait
    letterhead urgencyMark="KHẨN"
      parent-agency "TỔNG LIÊN ĐOÀN"
      issuing-agency "LIÊN ĐOÀN LAO ĐỘNG"
      reference "91" "KH-LĐLĐ"
      place-and-date "Lai Châu" 2024-09-__
    title ruled
      kind-title "KẾ HOẠCH"
      subject "Tổ chức \\"Hội nghị\\""
    appendix-title "DANH SÁCH"
    legal-bases italic
      basis "Luật A"
      basis "Luật B"
    raw-outline noi_dung "I. A\\n1. B"
    paragraph "một hai " bi"ba" br i"số\\u00a05"
    table 2
      head "A" | ""
      group "QUÝ I"
    signature drafterSign="PL.(300)"
      recipient "Như trên"
      capacity "KT. CHỦ TỊCH"
      position "PHÓ CHỦ TỊCH"
      full-name "Nguyễn Văn A"
    contact-line
      line "Số 1 phố A"
`);
});

test('a paragraph stands below the title above it, not below an item', () => {
  const unit = (level: 'roman' | 'clause' | 'dash', label: string, isTitle: boolean): Block => ({
    type: 'unit',
    level,
    label,
    isTitle,
    content: text('x'),
  });
  const blocks = [
    unit('roman', 'I.', true),
    unit('clause', '1.', false),
    unit('dash', '-', false),
    { type: 'paragraph', content: text('y') } as const,
    unit('clause', '2.', true),
    { type: 'paragraph', content: text('z') } as const,
  ];
  expect(blocksText(blocks)).toBe(`roman "I." title "x"
  clause "1." "x"
    dash "-" "x"
  paragraph "y"
  clause "2." title "x"
    paragraph "z"
`);
});
