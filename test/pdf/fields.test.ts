import { unzlibSync } from 'fflate';
import {
  type PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSfnt } from '../../src/font/sfnt.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { compileForms, fillableForm } from '../collect/fillable-form.js';
import { bundledFonts } from '../font/fonts-for-tests.js';
import { loadPdf } from './read-back.js';

const name = (text: string) => PDFName.of(text);
const text = (value: unknown): string =>
  value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : '';
const number = (value: unknown): number => (value instanceof PDFNumber ? value.asNumber() : Number.NaN);

let pdf: PDFDocument;
let form: PDFDict;
let fields: readonly PDFDict[];
beforeAll(async () => {
  const paper = await compileForms(fillableForm('fillable'));
  pdf = await loadPdf(writePdf(paper.pages(), bundledFonts));
  form = pdf.catalog.lookup(name('AcroForm')) as PDFDict;
  fields = (form.lookup(name('Fields')) as PDFArray)
    .asArray()
    .map((ref) => pdf.context.lookup(ref) as PDFDict);
});
const field = (key: string): PDFDict => fields.find((each) => text(each.get(name('T'))) === key)!;

describe('the fields of a fillable form', () => {
  test('stand in the order of reading, also for the tab key, and the hidden one last', () => {
    const keys = fields.map((each) => text(each.get(name('T'))));
    expect(keys).toEqual([
      'ten_don_vi',
      'so_van_ban',
      'ky_hieu',
      'dia_danh',
      'ngay_ban_hanh',
      'thang_ban_hanh',
      'ten',
      'tu',
      'tien',
      'kq',
      'thethuc_bieu_mau',
    ]);
    const page = pdf.getPage(0).node;
    expect(page.get(name('Tabs'))).toBe(name('R'));
    expect(String(page.get(name('Annots')))).toBe(String(form.get(name('Fields'))));
  });

  test('have tooltips, marks of what is required, and several lines where the form has', () => {
    expect(text(field('ten').get(name('TU')))).toBe('Tên công trình (bắt buộc)');
    expect(text(field('tu').get(name('TU')))).toBe('Thời gian từ ngày');
    const flags = (key: string) => number(field(key).get(name('Ff')));
    expect([flags('ten'), flags('ten_don_vi'), flags('tien')]).toEqual([2 + 4096, 2, 0]);
  });

  test('lie over the dots, on the page', async () => {
    const [page] = (await compileForms(fillableForm('fillable'))).pages().pages;
    for (const area of page!.fields!) {
      const [left, foot, right, top] = (field(area.blank.key).get(name('Rect')) as PDFArray)
        .asArray()
        .map(number);
      const dots = page!.items.filter((item) => item.type === 'text' && item.blank === area.blank.key);
      expect(dots.length).toBeGreaterThan(0);
      for (const item of dots) {
        if (item.type !== 'text') continue;
        expect(item.x).toBeGreaterThanOrEqual(left! - 0.01);
        expect(item.x + item.width).toBeLessThanOrEqual(right! + 0.01);
        expect(page!.height - item.y).toBeGreaterThan(foot!);
        expect(page!.height - item.y).toBeLessThan(top!);
      }
    }
  });

  test('do not meet each other', () => {
    const boxes = fields
      .slice(0, -1)
      .map((each) => (each.get(name('Rect')) as PDFArray).asArray().map(number));
    for (const [index, [left, foot, right, top]] of boxes.entries()) {
      for (const [x0, y0, x1, y1] of boxes.slice(index + 1))
        expect(x0! >= right! || x1! <= left! || y0! >= top! || y1! <= foot!).toBe(true);
    }
  });

  test('are typed in a face that has every letter, whole and in the resources of the form', () => {
    const fonts = (form.lookup(name('DR')) as PDFDict).lookup(name('Font')) as PDFDict;
    const font = fonts.lookup(name('R')) as PDFDict;
    for (const each of fields) expect(text(each.get(name('DA')))).toMatch(/^\/R \d+ Tf 0 g$/);
    const [descendant] = (font.lookup(name('DescendantFonts')) as PDFArray).asArray();
    const descriptor = (pdf.context.lookup(descendant) as PDFDict).lookup(name('FontDescriptor')) as PDFDict;
    const program = readSfnt(unzlibSync((descriptor.lookup(name('FontFile2')) as PDFRawStream).contents));
    const toUnicode = new TextDecoder('latin1').decode(
      unzlibSync((font.lookup(name('ToUnicode')) as PDFRawStream).contents),
    );
    for (const letter of 'ẵệữỷđĐƯ½†ΩЖ') expect(toUnicode.toLowerCase()).toContain(codeRange(letter));
    expect(program.metrics.unitsPerEm).toBe(2048);
    // More glyphs than any paper of ours prints: the repertoire has 330.
    const [, widths] = ((pdf.context.lookup(descendant) as PDFDict).lookup(name('W')) as PDFArray).asArray();
    expect((widths as PDFArray).size()).toBeGreaterThan(2000);
  });

  test('show nothing until somebody types, and the value that was sent out', () => {
    expect(String(form.get(name('NeedAppearances')))).toBe('false');
    const appearance = (key: string): string => {
      const stream = (field(key).lookup(name('AP')) as PDFDict).lookup(name('N')) as PDFRawStream;
      return new TextDecoder('latin1').decode(stream.contents);
    };
    expect(appearance('tien')).toBe('/Tx BMC\nEMC\n');
    expect(field('tien').get(name('V'))).toBeUndefined();
    expect(text(field('tu').get(name('V')))).toBe('01/3/2025');
    expect(appearance('tu')).toMatch(/^1 g\n0 0 [\d.]+ [\d.]+ re f\n[\s\S]* Tj\n/);
  });
});

/** A letter alone, or within a range: its block is there. */
const codeRange = (letter: string): string =>
  `<${letter.codePointAt(0)!.toString(16).padStart(4, '0').slice(0, 2)}`;

test('a form that is printed has none', async () => {
  for (const mode of ['hand', 'filled'] as const) {
    const paper = await compileForms(fillableForm(mode));
    const printed = await loadPdf(writePdf(paper.pages(), bundledFonts));
    expect(printed.catalog.has(name('AcroForm'))).toBe(false);
    expect(printed.getPage(0).node.has(name('Annots'))).toBe(false);
  }
});

test('the same form gives the same bytes', async () => {
  const once = async () => writePdf((await compileForms(fillableForm('fillable'))).pages(), bundledFonts);
  expect(Buffer.from(await once()).equals(Buffer.from(await once()))).toBe(true);
});
