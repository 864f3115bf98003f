import { mm, pt } from '../base/lengths.js';
import { hallBanner } from './banner.js';
import type { Profile } from './profile.js';

/**
 * Decree 30/2020/NĐ-CP, Phụ lục I, in figures: each with its rule number ("R7"). What is marked "ours" is our default where
 * the decree gives none.
 */
export const nd30: Profile = {
  name: 'nd30',
  sheet: { width: mm(210), height: mm(297) }, // R5
  margins: {
    top: { min: 20, max: 25 }, // R7
    bottom: { min: 20, max: 25 },
    left: { min: 30, max: 35 },
    right: { min: 15, max: 20 },
  },
  headerSets: {
    '13-14-14': { nationalName: 13, motto: 14, placeAndDate: 14 }, // R11
    '12-13-13': { nationalName: 12, motto: 13, placeAndDate: 13 },
  },
  words: {
    nationalName: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', // R15
    motto: 'Độc lập - Tự do - Hạnh phúc', // R16
    number: 'Số:', // R31
    recipients: 'Nơi nhận:', // R74
    appendix: 'Phụ lục', // R79
    archive: 'Lưu', // R76
  },
  styles: {
    NationalName: {
      label: 'Quốc hiệu',
      rule: 'R15',
      size: 'nationalName',
      bold: true,
      caps: true,
      align: 'center',
      lines: 'single',
    },
    NationalMotto: {
      label: 'Tiêu ngữ',
      rule: 'R16',
      size: 'motto',
      bold: true,
      align: 'center',
      lines: 'single',
    },
    ParentAgency: {
      label: 'Cơ quan chủ quản',
      rule: 'R23',
      size: 'nationalName',
      caps: true,
      align: 'center',
      lines: 'single',
    },
    IssuingAgency: {
      label: 'Cơ quan ban hành',
      rule: 'R22',
      size: 'nationalName',
      bold: true,
      caps: true,
      align: 'center',
      lines: 'single',
    },
    Reference: { label: 'Số và ký hiệu', rule: 'R31', size: 13, align: 'center', lines: 'single' },
    PlaceAndDate: {
      label: 'Địa danh và thời gian',
      rule: 'R36',
      size: 'placeAndDate',
      italic: true,
      align: 'center',
      lines: 'single',
    },
    Mark: {
      label: 'Dấu chỉ mức độ',
      rule: 'R86',
      size: 13,
      bold: true,
      caps: true,
      align: 'center',
      lines: 'single',
    },
    KindTitle: {
      label: 'Tên loại văn bản',
      rule: 'R38',
      size: 'body',
      bold: true,
      caps: true,
      align: 'center',
      lines: 'single',
      before: 24, // R42
      keepNext: true,
    },
    Subject: {
      label: 'Trích yếu',
      rule: 'R38',
      size: 'body',
      bold: true,
      align: 'center',
      lines: 'single',
      keepNext: true,
    },
    RuleLine: { label: 'Đường kẻ', rule: 'R17', size: 1, align: 'center', lines: 'single' },
    AppendixLabel: {
      label: 'Phụ lục',
      rule: 'R79',
      size: 14,
      bold: true,
      align: 'center',
      lines: 'single',
      keepNext: true,
      outline: 'part',
    },
    AppendixTitle: {
      label: 'Tên phụ lục',
      rule: 'R79',
      size: 'body',
      bold: true,
      caps: true,
      align: 'center',
      lines: 'single',
      keepNext: true,
    },
    ReferenceLine: {
      label: 'Chỉ dẫn kèm theo',
      rule: 'R80',
      size: 'body',
      italic: true,
      align: 'center',
      lines: 'single',
      keepNext: true,
    },
    LegalBasis: {
      label: 'Căn cứ ban hành',
      rule: 'R44',
      size: 'body',
      italic: true,
      align: 'justify',
      indented: true,
      before: 6,
      lines: 'body',
    },
    Body: {
      label: 'Nội dung',
      rule: 'R47',
      size: 'body',
      align: 'justify',
      indented: true,
      before: 6,
      lines: 'body',
    },
    PartLabel: {
      label: 'Phần - chương - mục',
      rule: 'R49',
      size: 'body',
      bold: true,
      align: 'center',
      before: 6,
      lines: 'body',
      keepNext: true,
      outline: 'part',
    },
    PartTitle: {
      label: 'Tiêu đề phần - chương - mục',
      rule: 'R49',
      size: 'body',
      bold: true,
      caps: true,
      align: 'center',
      lines: 'body',
      keepNext: true,
    },
    Article: {
      label: 'Điều',
      rule: 'R51',
      size: 'body',
      bold: true,
      align: 'justify',
      indented: true,
      before: 6,
      lines: 'body',
      keepNext: true,
      outline: 'article',
    },
    Heading1: {
      label: 'Mục I.',
      rule: 'R54',
      size: 'body',
      bold: true,
      align: 'justify',
      indented: true,
      before: 6,
      lines: 'body',
      keepNext: true,
      outline: 'roman',
    },
    Heading2: {
      label: 'Khoản 1. có tiêu đề',
      rule: 'R52',
      size: 'body',
      bold: true,
      align: 'justify',
      indented: true,
      before: 6,
      lines: 'body',
      keepNext: true,
      outline: 'clause',
    },
    Heading3: {
      label: 'Khoản 1.1. có tiêu đề',
      rule: 'R52',
      size: 'body',
      bold: true,
      align: 'justify',
      indented: true,
      before: 6,
      lines: 'body',
      keepNext: true,
      outline: 'clause2',
    },
    Heading4: {
      label: 'Khoản 1.1.1. có tiêu đề',
      rule: 'R52',
      size: 'body',
      bold: true,
      align: 'justify',
      indented: true,
      before: 6,
      lines: 'body',
      keepNext: true,
      outline: 'clause3',
    },
    Item: {
      label: 'Khoản và điểm',
      rule: 'R53',
      size: 'body',
      align: 'justify',
      indented: true,
      before: 6,
      lines: 'body',
    },
    TableHead: {
      label: 'Bảng - đầu cột',
      rule: 'ours',
      size: 'table',
      bold: true,
      align: 'center',
      lines: 'single',
      keepNext: true,
    },
    TableGroup: {
      label: 'Bảng - nhóm',
      rule: 'ours',
      size: 'table',
      bold: true,
      align: 'center',
      lines: 'single',
    },
    TableCell: { label: 'Bảng - nội dung', rule: 'ours', size: 'table', align: 'left', lines: 'single' },
    TableCellCentred: {
      label: 'Bảng - số thứ tự',
      rule: 'ours',
      size: 'table',
      align: 'center',
      lines: 'single',
    },
    RecipientsLabel: {
      label: 'Nơi nhận',
      rule: 'R74',
      size: 12,
      bold: true,
      italic: true,
      align: 'left',
      lines: 'single',
    },
    Recipient: { label: 'Danh sách nơi nhận', rule: 'R75', size: 11, align: 'left', lines: 'single' },
    SignatureCapacity: {
      label: 'Quyền hạn người ký',
      rule: 'R60',
      size: 'body',
      bold: true,
      caps: true,
      align: 'center',
      lines: 'single',
    },
    SignaturePosition: {
      label: 'Chức vụ người ký',
      rule: 'R60',
      size: 'body',
      bold: true,
      caps: true,
      align: 'center',
      lines: 'single',
    },
    SignatureSpace: { label: 'Chỗ ký', rule: 'R65', size: 'body', align: 'center', lines: 'single' },
    SignerName: {
      label: 'Họ tên người ký',
      rule: 'R62',
      size: 'body',
      bold: true,
      align: 'center',
      lines: 'single',
    },
    DrafterSign: { label: 'Ký hiệu người soạn thảo', rule: 'R88', size: 11, align: 'right', lines: 'single' },
    ContactLine: { label: 'Địa chỉ liên hệ', rule: 'R89', size: 11, align: 'center', lines: 'single' },
    BannerLine: {
      label: 'Phông - dòng chữ',
      rule: 'R162',
      size: 14,
      bold: true,
      caps: true,
      align: 'center',
      lines: 'single',
    },
    BannerPlace: {
      label: 'Phông - địa danh và thời gian',
      rule: 'R162',
      size: 12,
      bold: true,
      align: 'center',
      lines: 'single',
    },
    BannerCaption: {
      label: 'Phông - kích thước',
      rule: 'ours',
      size: 12,
      italic: true,
      align: 'center',
      lines: 'single',
      before: 4,
    },
    PageNumber: { label: 'Số trang', rule: 'R9', size: 'body', align: 'center', lines: 'single' },
  },
  rules: {
    thickness: 6, // ours
    motto: 1, // R17
    issuer: 0.4, // R24: 1/3 to 1/2
    subject: 0.4, // R39: 1/3 to 1/2
    referenceLine: mm(15.7), // R82
    gapAbove: pt(3), // ours
    gapBelow: pt(4), // ours
  },
  // R163; the place is ours, and so is the least room at the end of a line
  blanks: { number: pt(30), symbol: pt(45), dayOrMonth: pt(17), year: pt(30), place: pt(42), least: mm(25) },
  letterhead: {
    gutter: pt(7), // ours
    nationalSlack: pt(4), // ours
    issuerWidth: mm(64), // R12: the decree's samples have 67.5 mm and reach into the margin
    referenceGap: pt(3), // ours
  },
  signature: {
    recipientsShare: 0.47, // ours
    space: mm(25), // R65, R164
    before: pt(12), // ours
    drafterBefore: pt(6), // ours
  },
  title: { widest: 0.9 }, // ours
  marks: {
    urgency: {
      'HỎA TỐC': { width: mm(30), height: mm(8) }, // R86
      'THƯỢNG KHẨN': { width: mm(40), height: mm(8) },
      KHẨN: { width: mm(20), height: mm(8) },
    },
    secrecy: { height: mm(8), padding: mm(4) }, // ours: R85 gives no size
    circulation: { height: mm(8), padding: mm(4), fromTop: mm(10) }, // R87: in the top margin, above box 1
    color: 'ED1C24', // R86: màu đỏ tươi
    border: pt(0.75), // ours
    gap: mm(2), // ours
  },
  table: { smallerBy: 1, marginX: pt(5.4), marginY: pt(2), before: pt(6), justifiedFrom: mm(60) }, // ours: the decree is silent
  contact: { gap: pt(3) }, // ours
  banner: hallBanner, // R162
  pageNumber: { fromTop: mm(10) }, // R9: in the top margin; the samples have 10 mm
  defaults: {
    margins: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) }, // within R7
    headerSet: '13-14-14', // R11
    bodySize: 14, // R47
    firstLine: mm(12.7), // R47
    lineSpacing: 1.1, // R47: 1 to 1.5
    ending: './.', // R57
  },
};
