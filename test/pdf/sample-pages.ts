import type { Pt } from '../../src/base/lengths.js';
import type { FaceName, FontSet } from '../../src/font/font.js';
import type { Color, StyleName } from '../../src/resolve/resolved-document.js';
import type { PagedDocument, PageItem } from '../../src/typeset/frame.js';
import { VIETNAMESE_LETTERS } from '../font/fonts-for-tests.js';

const A4 = { width: 595.3 as Pt, height: 841.9 as Pt };
const LEFT = 85.05;
const TEXT_WIDTH = 467.75;

/** As wide as the typesetter measures: every glyph a whole number of 1/64 points. */
const widthOf = (fonts: FontSet, text: string, face: FaceName, size: number): number => {
  const { advance, metrics } = fonts.faces[face];
  let width = 0;
  for (const character of text) {
    width += Math.round(((advance(character.codePointAt(0)!) ?? 0) * size * 64) / metrics.unitsPerEm);
  }
  return width / 64;
};

interface Look {
  readonly face?: FaceName;
  readonly size?: number;
  readonly style?: StyleName;
  readonly color?: Color;
  readonly wordSpace?: number;
}

/** A text item at a place, as wide as it is. */
export const textItem = (fonts: FontSet, x: number, y: number, text: string, look: Look = {}): PageItem => {
  const { face = 'regular', size = 14, style = 'Body', color = '000000', wordSpace = 0 } = look;
  const spaces = [...text].filter((character) => character === ' ').length;
  return {
    type: 'text',
    x: x as Pt,
    y: y as Pt,
    text,
    face,
    size: size as Pt,
    color,
    wordSpace: wordSpace as Pt,
    width: (widthOf(fonts, text, face, size) + spaces * wordSpace) as Pt,
    style,
    origin: { type: 'field', path: 'noi_dung', offset: 0 },
  };
};

/** A line stretched to the width of the text area. */
const justified = (fonts: FontSet, y: number, text: string, look: Look = {}): PageItem => {
  const spaces = [...text].filter((character) => character === ' ').length;
  const free = TEXT_WIDTH - widthOf(fonts, text, look.face ?? 'regular', look.size ?? 14);
  return textItem(fonts, LEFT, y, text, { ...look, wordSpace: free / spaces });
};

const centred = (fonts: FontSet, middle: number, y: number, text: string, look: Look): PageItem => {
  const width = widthOf(fonts, text, look.face ?? 'regular', look.size ?? 14);
  return textItem(fonts, middle - width / 2, y, text, look);
};

const rule = (x0: number, x1: number, y: number): PageItem => ({
  type: 'rule',
  x0: x0 as Pt,
  y0: y as Pt,
  x1: x1 as Pt,
  y1: y as Pt,
  thickness: 0.75 as Pt,
  color: '000000',
});

const firstPage = (fonts: FontSet): readonly PageItem[] => [
  centred(fonts, 165, 80, 'TỔNG LIÊN ĐOÀN LAO ĐỘNG', { size: 13, style: 'ParentAgency' }),
  centred(fonts, 165, 96, 'LIÊN ĐOÀN LAO ĐỘNG TỈNH', { size: 13, face: 'bold', style: 'IssuingAgency' }),
  rule(125, 205, 102),
  centred(fonts, 415, 80, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', {
    size: 13,
    face: 'bold',
    style: 'NationalName',
  }),
  centred(fonts, 415, 96, 'Độc lập - Tự do - Hạnh phúc', { face: 'bold', style: 'NationalMotto' }),
  rule(325, 505, 102),
  centred(fonts, 165, 122, 'Số: 91/KH-LĐLĐ', { size: 13, style: 'Reference' }),
  centred(fonts, 415, 122, 'Lai Châu, ngày 12 tháng 9 năm 2024', { face: 'italic', style: 'PlaceAndDate' }),
  {
    type: 'box',
    x: 100 as Pt,
    y: 140 as Pt,
    width: 60 as Pt,
    height: 24 as Pt,
    thickness: 1 as Pt,
    color: 'ED1C24',
  },
  textItem(fonts, 108, 157, 'KHẨN', { size: 13, face: 'bold', style: 'Mark', color: 'ED1C24' }),
  centred(fonts, 318, 200, 'KẾ HOẠCH', { face: 'bold', style: 'KindTitle' }),
  textItem(fonts, LEFT, 240, 'Căn cứ Luật Thi đua (khen thưởng) <b> & "x" \\ y;', {
    face: 'boldItalic',
    style: 'LegalBasis',
  }),
  ...[...VIETNAMESE_LETTERS.matchAll(/.{1,34}/gu)].flatMap(([letters], row) =>
    (['regular', 'bold', 'italic', 'boldItalic'] as const).map((face, column) =>
      textItem(fonts, LEFT, 270 + 72 * row + 17 * column, letters, { face }),
    ),
  ),
  justified(fonts, 580, 'Thực hiện Hướng dẫn số 2709/HD-UBND ngày 12/7/2024 của Ủy ban nhân dân'),
  justified(fonts, 600, 'tỉnh, Ban Thường vụ xây dựng Kế hoạch phát động thi đua năm 2024 như sau:', {
    face: 'italic',
  }),
  textItem(fonts, LEFT, 620, 'Từ\u00a01/9 đến 30/9; 3\u00a0×\u00a04 ≤ 12 – “ngoặc kép”… → • § ° ² √ ₫'),
  centred(fonts, 415, 700, 'Nguyễn Văn A', { face: 'bold', style: 'SignerName' }),
];

/** Three pages in two sections with everything that a page may hold. */
export const samplePages = (fonts: FontSet): PagedDocument => ({
  type: 'paged-document',
  properties: {
    title: 'Kế hoạch phát động thi đua & <khen thưởng>',
    author: 'Liên đoàn Lao động tỉnh Lai Châu',
    subject: 'Kế hoạch',
    language: 'vi-VN',
    issuedOn: '2024-09-12',
    producer: 'Thể Thức',
  },
  pages: [
    { ...A4, section: 0, numberInSection: 1, sectionLabel: '', items: firstPage(fonts) },
    {
      ...A4,
      section: 0,
      numberInSection: 2,
      sectionLabel: '',
      items: [textItem(fonts, 294, 40, '2', { style: 'PageNumber' })],
    },
    {
      width: A4.height,
      height: A4.width,
      section: 1,
      numberInSection: 1,
      sectionLabel: 'Phụ lục I',
      items: [centred(fonts, 420, 80, 'Phụ lục I', { face: 'bold', style: 'AppendixLabel' })],
    },
  ],
  bookmarks: [
    { level: 0, text: 'I. MỤC ĐÍCH, YÊU CẦU', page: 0, y: 570 as Pt },
    { level: 1, text: '1. Mục đích', page: 0, y: 590 as Pt },
    { level: 1, text: '2. Yêu cầu', page: 1, y: 30 as Pt },
    { level: 0, text: 'Phụ lục I', page: 2, y: 70 as Pt },
  ],
});

const WORDS =
  'Liên đoàn Lao động tỉnh chỉ đạo các công đoàn cơ sở tổ chức phong trào thi đua yêu nước gắn với';

/** Pages filled with text in all four faces, as long as a plan: for size and speed. */
export const fullPages = (fonts: FontSet, pages: number): PagedDocument => {
  const words = WORDS.split(' ');
  const faces = ['regular', 'bold', 'italic', 'boldItalic'] as const;
  const line = (page: number, row: number): PageItem => {
    const shift = (page * 41 + row * 7) % words.length;
    const text = [...words.slice(shift), ...words.slice(0, shift)].slice(0, 15).join(' ');
    return justified(fonts, 80 + 17 * row, `${row + 1} ${text}`, {
      face: faces[row % 9 === 0 ? row % 4 : 0]!,
    });
  };
  return {
    ...samplePages(fonts),
    pages: Array.from({ length: pages }, (_, page) => ({
      ...A4,
      section: 0,
      numberInSection: page + 1,
      sectionLabel: '',
      items: Array.from({ length: 40 }, (_, row) => line(page, row)),
    })),
    bookmarks: Array.from({ length: pages }, (_, page) => ({
      level: 0,
      text: `${page + 1}. TỔ CHỨC THỰC HIỆN`,
      page,
      y: 60 as Pt,
    })),
  };
};
