import { beforeAll, describe, expect, test } from 'vitest';
import { type CompileContext, compileForm, type Paper } from '../../src/compile.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { partsOf } from '../docx/parts.js';
import { compileText, loadContext, readSample } from '../end-to-end/papers.js';
import { loadPdf } from '../pdf/read-back.js';

const SAMPLE = 'templates/hall-banner/sample.yaml';
let context: CompileContext;
beforeAll(async () => {
  context = await loadContext();
});

const HEAD =
  'Loại văn bản: Phông hội nghị (maket)\nCơ quan ban hành: Công đoàn cơ sở Công ty A\nĐịa danh: Hòa Giang\n';
const compile = (more: string, files = new Map<string, Uint8Array>()) =>
  compileForm({ file: 'phong.yaml', text: HEAD + more }, { ...context, files });
const paperOf = (more: string, files?: Map<string, Uint8Array>): Paper => compile(more, files).value![0]!;
const findingsOf = (more: string, files?: Map<string, Uint8Array>): readonly Diagnostic[] =>
  compile(more, files).diagnostics;
const lines = (paper: Paper, page = 0): readonly string[] => {
  const { items } = paper.print!().pages[page]!;
  const rows = new Map<number, string>();
  let end = 0;
  for (const item of items) {
    if (item.type !== 'text' || item.style === 'BannerCaption') continue;
    const before = rows.get(item.y);
    // Parts of one word touch.
    const between = item.x - end > item.size * 0.1 ? ' ' : '';
    rows.set(item.y, before === undefined ? item.text : before + between + item.text);
    end = item.x + item.width;
  }
  return [...rows.values()];
};

describe('the sample', () => {
  test('has no finding, two banners and one sheet of mock-ups', () => {
    const { paper, diagnostics } = compileText(SAMPLE, readSample(SAMPLE), context);
    expect(diagnostics).toEqual([]);
    expect(paper.pages().pages).toHaveLength(1);
    expect(paper.print!().pages).toHaveLength(2);
    expect(lines(paper)).toEqual([
      'HỘI NGHỊ/GẶP MẶT, GIAO LƯU',
      'BIỂU DƯƠNG ĐOÀN VIÊN,',
      'NGƯỜI LAO ĐỘNG TIÊU BIỂU',
      'CÔNG ĐOÀN CƠ SỞ',
      'CÔNG TY TNHH MAY HÒA GIANG',
      'LẦN THỨ VI, GIAI ĐOẠN (2025 - 2030)',
      'Hòa Giang, tháng 4 năm 2026',
    ]);
  });

  test('gives the same bytes again', () => {
    const bytes = () => {
      const { paper } = compileText(SAMPLE, readSample(SAMPLE), context);
      return [
        writeDocx(paper.resolved),
        writePdf(paper.print!(), context.fonts),
        writePdf(paper.pages(), context.fonts),
      ];
    };
    for (const [i, one] of bytes().entries()) expect(Buffer.from(one).equals(bytes()[i]!)).toBe(true);
  });

  test('has its flags as shapes with names in the DOCX, in cells of just their height', () => {
    const { paper } = compileText(SAMPLE, readSample(SAMPLE), context);
    const xml = partsOf(writeDocx(paper.resolved)).get('word/document.xml')!;
    expect(
      [...xml.matchAll(/<wp:docPr id="(\d+)" name="([^"]*)"/g)].map(([, id, name]) => `${id} ${name}`),
    ).toEqual(['1 Quốc kỳ', '2 Khung', '3 Cờ Đảng', '4 Quốc kỳ']);
    expect(xml.match(/w:hRule="exact"/g)).toHaveLength(2);
    expect(xml).toContain('w:fill="B01218"');
    expect(xml.match(/<a:cubicBezTo>/g)!.length).toBeGreaterThan(5);
  });
});

describe('a form', () => {
  test('without a list of banners has one, from the facts of the event', () => {
    const event =
      'Sự kiện:\n  Tên: Hội nghị người lao động tiêu biểu xuất sắc\n  Lần thứ: III\n  Thời gian: ngày 2 tháng 4 năm 2026\n';
    expect(findingsOf(event)).toEqual([]);
    expect(lines(paperOf(event))).toEqual([
      'HỘI NGHỊ',
      expect.stringContaining('NGƯỜI LAO ĐỘNG'),
      expect.stringContaining('XUẤT SẮC'),
      'CÔNG ĐOÀN CƠ SỞ CÔNG TY A',
      'LẦN THỨ III',
      'Hòa Giang, ngày 2 tháng 4 năm 2026',
    ]);
  });

  test('may leave the PDF to the mock-up', () => {
    const more = 'Bản PDF: maket\nPhông:\n  - Nội dung: Thi đua\n';
    expect(paperOf(more).print).toBeUndefined();
    expect(
      paperOf(more)
        .pages()
        .pages[0]!.items.some((item) => item.type === 'path'),
    ).toBe(true);
  });

  test('keeps the dots of what is still open', () => {
    const more =
      'Phông:\n  - Nội dung: Thi đua\n    Đơn vị: Công đoàn cơ sở.....\n    Kỳ tổ chức: LẦN THỨ.... GIAI ĐOẠN (2025-2030)\n';
    expect(lines(paperOf(more)).join(' ')).toContain(
      'CÔNG ĐOÀN CƠ SỞ..... LẦN THỨ.... GIAI ĐOẠN (2025-2030)',
    );
  });

  test.each([
    ['Kích thước: to', 'error', 'Kích thước phông ghi "to", không đọc được', 'to'],
    [
      'Kích thước: 3 x 6 m',
      'warning',
      'Phông 3 × 6 m cao hơn ngang hoặc dài quá 12 lần chiều cao',
      '3 x 6 m',
    ],
  ])('with "%s" is told at its place', (line, severity, message, words) => {
    const more = `Phông:\n  - Nội dung: Thi đua\n    ${line}\n`;
    const [found] = findingsOf(more);
    expect([found?.severity, found?.message, found?.field]).toEqual([
      severity,
      message,
      expect.stringContaining('Kích thước'),
    ]);
    const place = found?.place as { start: number; end: number };
    expect((HEAD + more).slice(place.start, place.end)).toBe(words);
  });

  test('is told of colours that are none, and of letters that cannot be read', () => {
    const banners = 'Phông:\n  - Nội dung: Thi đua\n';
    expect(findingsOf(`Mã màu nền: đỏ tươi\n${banners}`).map(({ severity }) => severity)).toEqual(['error']);
    const pale = findingsOf(`Mã màu nền: FFFFFF\n${banners}`);
    expect(pale.map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'remark Chữ màu FFE600 trên nền màu FFFFFF khó đọc từ xa',
    ]);
    for (const color of ['đỏ', 'xanh dương', 'xanh lá']) {
      expect(findingsOf(`Màu nền: ${color}\n${banners}`)).toEqual([]);
    }
  });
});

describe("a picture of the user's", () => {
  const more = 'Phông:\n  - Nội dung: Thi đua\n    Biểu trưng: logo.png\n    Kích thước: 4 x 2 m\n';
  /** 2 × 1 points: red, and blue that is half seen. */
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEElEQVR4nGP4z8DwnwGIGwAKAAJ+ZkkO7QAAAABJRU5ErkJggg==',
    'base64',
  );

  test('stands above the lines in the PDF', async () => {
    const paper = paperOf(more, new Map([['logo.png', PNG]]));
    const image = paper.print!().pages[0]!.items.find((item) => item.type === 'image');
    expect(image?.type === 'image' && image.width / image.height).toBeCloseTo(2, 6);
    const pdf = await loadPdf(writePdf(paper.print!(), context.fonts));
    const objects = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object).split('stream')[0]!);
    expect(objects.filter((text) => text.includes('/Subtype /Image'))).toHaveLength(2);
  });

  test('that is none is told', () => {
    for (const bytes of [new Uint8Array([1, 2, 3]), new Uint8Array(PNG).slice(0, 50)]) {
      const found = findingsOf(more, new Map([['logo.png', bytes]]));
      expect(found.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['banner/bad-picture error']);
    }
  });
});
