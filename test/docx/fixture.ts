import { mmToTwip, type Pt, pt, twip } from '../../src/base/lengths.js';
import type {
  ParagraphFormat,
  ParagraphStyle,
  ResolvedBlock,
  ResolvedCell,
  ResolvedDocument,
  ResolvedInline,
  ResolvedParagraph,
  ResolvedRow,
  ResolvedSection,
  ResolvedTable,
  RunFormat,
  Sheet,
  StyleName,
} from '../../src/resolve/resolved-document.js';

/** A resolved paper made by hand: every kind of node that the writers know, in the shape of a plan. */

const SINGLE = 1.15;
const lines = (size: number, spacing = SINGLE) => twip(size * 20 * spacing);

const PLAIN: ParagraphFormat = {
  align: 'left',
  indentLeft: twip(0),
  indentRight: twip(0),
  firstLine: twip(0),
  before: twip(0),
  pitch: lines(14),
  pitchRule: 'atLeast',
  keepNext: false,
  keepLines: false,
  widowControl: true,
};

interface StyleChoice {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly outlineLevel?: number;
  readonly paragraph?: Partial<ParagraphFormat>;
}

function style(name: StyleName, label: string, choice: StyleChoice): ParagraphStyle {
  const { size, bold = false, italic = false, outlineLevel } = choice;
  return {
    name,
    label,
    paragraph: { ...PLAIN, pitch: lines(size), ...choice.paragraph },
    run: { size: pt(size), bold, italic, color: '000000' },
    ...(outlineLevel === undefined ? {} : { outlineLevel }),
  };
}

const CENTRED = { align: 'center' } as const;
const TEXT = {
  align: 'justify',
  firstLine: mmToTwip(12.7),
  before: twip(120),
  pitch: lines(14, SINGLE * 1.1),
} as const;

export const STYLES: readonly ParagraphStyle[] = [
  style('NationalName', 'Quốc hiệu', { size: 13, bold: true, paragraph: CENTRED }),
  style('NationalMotto', 'Tiêu ngữ', { size: 14, bold: true, paragraph: CENTRED }),
  style('ParentAgency', 'Cơ quan chủ quản', { size: 13, paragraph: CENTRED }),
  style('IssuingAgency', 'Cơ quan ban hành', { size: 13, bold: true, paragraph: CENTRED }),
  style('Reference', 'Số, ký hiệu', { size: 13, paragraph: { ...CENTRED, before: twip(120) } }),
  style('PlaceAndDate', 'Địa danh, thời gian', {
    size: 14,
    italic: true,
    paragraph: { ...CENTRED, before: twip(120) },
  }),
  style('Mark', 'Dấu chỉ mức độ', { size: 13, bold: true, paragraph: CENTRED }),
  style('KindTitle', 'Tên loại', { size: 14, bold: true, paragraph: { ...CENTRED, before: twip(240) } }),
  style('Subject', 'Trích yếu', { size: 14, bold: true, paragraph: CENTRED }),
  style('RuleLine', 'Đường kẻ', {
    size: 1,
    paragraph: { pitch: twip(60), pitchRule: 'exact', widowControl: false },
  }),
  style('Body', 'Nội dung', { size: 14, paragraph: TEXT }),
  style('Heading1', 'Đề mục I', {
    size: 14,
    bold: true,
    outlineLevel: 0,
    paragraph: { ...TEXT, keepNext: true },
  }),
  style('Item', 'Điểm, gạch đầu dòng', { size: 14, paragraph: TEXT }),
  style('TableHead', 'Đầu bảng', { size: 13, bold: true, paragraph: CENTRED }),
  style('TableGroup', 'Nhóm hàng', { size: 13, bold: true }),
  style('TableCell', 'Ô bảng', { size: 13 }),
  style('TableCellCentred', 'Ô bảng, giữa', { size: 13, paragraph: CENTRED }),
  style('RecipientsLabel', 'Nơi nhận', { size: 12, bold: true, italic: true }),
  style('Recipient', 'Người nhận', { size: 11 }),
  style('SignatureCapacity', 'Quyền hạn', { size: 14, bold: true, paragraph: CENTRED }),
  style('SignaturePosition', 'Chức vụ', { size: 14, bold: true, paragraph: CENTRED }),
  style('SignatureSpace', 'Chỗ ký', {
    size: 14,
    paragraph: { ...CENTRED, pitch: twip(1400), pitchRule: 'exact' },
  }),
  style('SignerName', 'Họ tên người ký', { size: 14, bold: true, paragraph: CENTRED }),
  style('AppendixLabel', 'Phụ lục', { size: 14, bold: true, outlineLevel: 0, paragraph: CENTRED }),
  style('AppendixTitle', 'Tên phụ lục', { size: 14, bold: true, paragraph: CENTRED }),
  style('ReferenceLine', 'Dòng kèm theo', { size: 14, italic: true, paragraph: CENTRED }),
  style('ContactLine', 'Địa chỉ liên hệ', { size: 11, paragraph: CENTRED }),
  style('PageNumber', 'Số trang', { size: 14, paragraph: CENTRED }),
];

const styleOf = (name: StyleName): ParagraphStyle => STYLES.find((candidate) => candidate.name === name)!;

type Piece = string | { readonly text: string; readonly run?: Partial<RunFormat> } | 'line-break';

/** A paragraph in the format of its style, but for `format`. Pieces are text in the style's own face unless they say more. */
export function p(
  name: StyleName,
  pieces: Piece | readonly Piece[],
  more: Partial<Omit<ResolvedParagraph, 'format'>> & { readonly format?: Partial<ParagraphFormat> } = {},
): ResolvedParagraph {
  const { paragraph, run } = styleOf(name);
  const list: readonly Piece[] = Array.isArray(pieces) ? pieces : [pieces as Piece];
  const inlines = list.map((piece): ResolvedInline => {
    if (piece === 'line-break') return { type: 'line-break' };
    return typeof piece === 'string'
      ? { type: 'text', text: piece, ...run }
      : { type: 'text', text: piece.text, ...run, ...piece.run };
  });
  return { type: 'paragraph', style: name, inlines, ...more, format: { ...paragraph, ...more.format } };
}

/** A drawn line of `width` in a column of `room`, centred. */
export function rule(room: number, width: number, before = 0): ResolvedParagraph {
  const indent = twip((room - width) / 2);
  const format = { before: twip(before), indentLeft: indent, indentRight: indent };
  return p('RuleLine', [], { rule: { thickness: 6 }, format });
}

export function cell(
  paragraphs: readonly ResolvedParagraph[],
  more: Partial<ResolvedCell> = {},
): ResolvedCell {
  return { columnSpan: 1, verticalAlign: 'top', paragraphs, ...more };
}

export function row(cells: readonly ResolvedCell[], more: Partial<ResolvedRow> = {}): ResolvedRow {
  return { cells, isHead: false, cantSplit: true, keepNext: false, ...more };
}

const NO_MARGINS = { top: twip(0), bottom: twip(0), left: twip(0), right: twip(0) };

export function table(
  choice: Partial<ResolvedTable> & Pick<ResolvedTable, 'columns' | 'rows'>,
): ResolvedTable {
  return {
    type: 'table',
    purpose: 'body',
    grid: 'none',
    indent: twip(0),
    before: twip(0),
    cellMargins: NO_MARGINS,
    ...choice,
  };
}

export const PORTRAIT: Sheet = {
  width: mmToTwip(210),
  height: mmToTwip(297),
  orientation: 'portrait',
  margins: { top: mmToTwip(20), right: mmToTwip(15), bottom: mmToTwip(20), left: mmToTwip(30) },
};
export const LANDSCAPE: Sheet = {
  ...PORTRAIT,
  width: PORTRAIT.height,
  height: PORTRAIT.width,
  orientation: 'landscape',
};

export function section(
  blocks: readonly ResolvedBlock[],
  more: Partial<ResolvedSection> = {},
): ResolvedSection {
  return {
    role: 'main',
    sheet: PORTRAIT,
    pageNumber: { style: 'PageNumber', size: 14 as Pt, fromTop: mmToTwip(10), pitch: lines(14) },
    furniture: [],
    blocks,
    label: '',
    ...more,
  };
}

export function resolved(
  sections: readonly ResolvedSection[],
  more: Partial<ResolvedDocument> = {},
): ResolvedDocument {
  const properties = {
    title: 'Kế hoạch tổ chức hội nghị',
    author: 'Liên đoàn Lao động tỉnh X',
    subject: 'Tổ chức hội nghị',
    language: 'vi-VN',
    issuedOn: '2024-09-12',
    producer: 'Thể Thức',
  } as const;
  return { type: 'resolved-document', properties, styles: STYLES, sections, ...more };
}
