import { PDFArray, PDFBool, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { FontSet } from '../../src/font/font.js';
import { loadBundledFonts } from '../../src/font/load-fonts.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import type { PagedDocument, PageItem, TextItem } from '../../src/typeset/frame.js';
import {
  bundledFonts,
  FACE_NAMES,
  fontFile,
  givenFonts,
  VIETNAMESE_LETTERS,
} from '../font/fonts-for-tests.js';
import { loadPdf, readBookmarks, readTexts } from './read-back.js';
import { fullPages, samplePages, textItem } from './sample-pages.js';

const isText = (item: PageItem): item is TextItem => item.type === 'text';
const asRead = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-');
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

const withItems = (fonts: FontSet, items: readonly PageItem[]): PagedDocument => {
  const sample = samplePages(fonts);
  return { ...sample, pages: [{ ...sample.pages[0]!, items }], bookmarks: [] };
};

describe.each([
  ['bundled', bundledFonts],
  ['given', givenFonts],
])('a PDF with %s fonts', (_, fonts) => {
  const sample = samplePages(fonts);

  it('reads back as every text that was set, at its place and as wide', async () => {
    const read = readTexts(await loadPdf(writePdf(sample, fonts)));
    const set = sample.pages.map((page) => page.items.filter(isText));
    expect(read.map((page) => page.map(({ text }) => text))).toEqual(
      set.map((page) => page.map(({ text }) => asRead(text))),
    );
    set.flat().forEach((item, i) => {
      const found = read.flat()[i]!;
      expect(Math.abs(found.x - item.x)).toBeLessThanOrEqual(0.0005001);
      expect(Math.abs(found.y - item.y)).toBeLessThanOrEqual(0.001);
      expect(Math.abs(found.x + found.width - item.x - item.width), item.text).toBeLessThan(0.005);
      expect(found.size).toBe(item.size);
      expect(found.baseFont).toMatch(/^[A-Z]{6}\+Tinos/);
      expect(found.baseFont.slice(7)).toBe(fonts.faces[item.face].metrics.postScriptName);
    });
  });

  it('reads back each Vietnamese letter in each face as itself', async () => {
    const items = FACE_NAMES.flatMap((face) =>
      [...VIETNAMESE_LETTERS].map((letter, i) => textItem(fonts, 10 + 4 * i, 100, letter, { face })),
    );
    const read = readTexts(await loadPdf(writePdf(withItems(fonts, items), fonts)));
    expect(read.flat().map(({ text }) => text)).toEqual(FACE_NAMES.flatMap(() => [...VIETNAMESE_LETTERS]));
  });

  it('reads back letters outside the repertoire, and those that no bracket or line end may hide', async () => {
    const rare = 'Ω ≠ ß (a) [b] \\ Ð';
    const document = withItems(fonts, [textItem(fonts, 80, 100, rare), textItem(fonts, 80, 120, 'Đ')]);
    const read = readTexts(await loadPdf(writePdf(document, fonts)));
    expect(read.flat().map(({ text }) => text)).toEqual([rare, 'Đ']);
  });

  it('is the same on every run, also with fonts loaded anew', () => {
    const again = fonts === bundledFonts ? loadBundledFonts(fontFile) : fonts;
    expect(Buffer.from(writePdf(sample, fonts)).equals(writePdf(samplePages(again), again))).toBe(true);
  });

  it('of six full pages in all four faces is at most 90 kB', () => {
    const bytes = writePdf(fullPages(fonts, 6), fonts);
    expect(latin1(bytes).match(/\/FontFile2/g)).toHaveLength(4);
    expect(bytes.length).toBeLessThanOrEqual(90_000);
  });
});

describe('the text of a PDF', () => {
  it('has every glyph code that a literal string could take for something else', async () => {
    // Enough letters that glyph numbers reach 0x28, 0x29, 0x5c, 0x0a, 0x0d and pass 255.
    const letters = Array.from({ length: 330 }, (_, i) => String.fromCodePoint(0x391 - 330 + i)).filter(
      (letter) => bundledFonts.faces.regular.advance(letter.codePointAt(0)!) !== undefined,
    );
    const text = `${letters.join('')}${VIETNAMESE_LETTERS}`;
    const glyphs = bundledFonts.faces.regular.subset(
      new Set([...text].map((c) => c.codePointAt(0)!)),
    ).glyphOf;
    for (const trap of [0x28, 0x29, 0x5c, 0x0a, 0x0d]) expect([...glyphs.values()]).toContain(trap);
    expect(Math.max(...glyphs.values())).toBeGreaterThan(255);
    const document = withItems(bundledFonts, [textItem(bundledFonts, 10, 100, text)]);
    const [read] = readTexts(await loadPdf(writePdf(document, bundledFonts))).flat();
    expect([...read!.text]).toHaveLength([...text].length);
    expect(read!.text).toBe(text);
  });

  it('shows the signer’s name in one piece with real spaces', async () => {
    const texts = readTexts(await loadPdf(writePdf(samplePages(bundledFonts), bundledFonts))).flat();
    expect(texts.filter(({ text }) => text === 'Nguyễn Văn A')).toHaveLength(1);
  });

  it('never has a glyph for a letter that the font lacks, and does not fail', async () => {
    const document = withItems(bundledFonts, [textItem(bundledFonts, 10, 100, 'a中b')]);
    const [read] = readTexts(await loadPdf(writePdf(document, bundledFonts))).flat();
    expect(read!.text).toBe('a\ufffdb');
  });
});

describe('the parts of a PDF', () => {
  const bytes = writePdf(samplePages(bundledFonts), bundledFonts);

  it('have bookmarks nested by level', async () => {
    expect(readBookmarks(await loadPdf(bytes))).toEqual([
      'I. MỤC ĐÍCH, YÊU CẦU > page 0, 271.9 from the foot',
      '  1. Mục đích > page 0, 251.9 from the foot',
      '  2. Yêu cầu > page 1, 811.9 from the foot',
      'Phụ lục I > page 2, 525.3 from the foot',
    ]);
  });

  it('have no outline without bookmarks', async () => {
    const pdf = await loadPdf(writePdf(withItems(bundledFonts, []), bundledFonts));
    expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(false);
    expect(pdf.catalog.has(PDFName.of('PageMode'))).toBe(false);
  });

  it('label the pages as they are numbered in print', async () => {
    const { catalog } = await loadPdf(bytes);
    const labels = catalog.lookup(PDFName.of('PageLabels'), PDFDict).lookup(PDFName.of('Nums'), PDFArray);
    const at = (i: number) => labels.lookup(i, PDFNumber).asNumber();
    const prefix = (i: number) =>
      labels.lookup(i, PDFDict).lookupMaybe(PDFName.of('P'), PDFHexString)?.decodeText();
    expect([labels.size(), at(0), prefix(1), at(2), prefix(3)]).toEqual([
      4,
      0,
      undefined,
      2,
      'Phụ lục I, tr. ',
    ]);
  });

  it('name title, author, subject, language and pages as they are', async () => {
    const pdf = await loadPdf(bytes);
    expect(pdf.getTitle()).toBe('Kế hoạch phát động thi đua & <khen thưởng>');
    expect(pdf.getAuthor()).toBe('Liên đoàn Lao động tỉnh Lai Châu');
    expect(pdf.getSubject()).toBe('Kế hoạch');
    expect(pdf.getProducer()).toBe('Thể Thức');
    expect(pdf.catalog.lookup(PDFName.of('Lang'), PDFHexString).decodeText()).toBe('vi-VN');
    const preferences = pdf.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(preferences.lookup(PDFName.of('DisplayDocTitle'))).toBe(PDFBool.True);
    expect(pdf.getPages().map((page) => [page.getWidth(), page.getHeight()])).toEqual([
      [595.3, 841.9],
      [595.3, 841.9],
      [841.9, 595.3],
    ]);
    expect(Buffer.from(bytes).toString('utf8')).toContain('thi đua &amp; &lt;khen thưởng&gt;</rdf:li>');
  });

  it('have metadata that stays XML whatever the title is', () => {
    const sample = samplePages(bundledFonts);
    const document = { ...sample, properties: { ...sample.properties, title: 'a\u0001\u0000b\ufffe' } };
    const file = Buffer.from(writePdf(document, bundledFonts)).toString('utf8');
    expect(file).toContain('<rdf:li xml:lang="x-default">ab</rdf:li>');
  });

  it('have places that the table of references is right about', () => {
    const file = latin1(bytes);
    expect(file.startsWith('%PDF-1.7\n')).toBe(true);
    const start = Number(/startxref\n(\d+)\n%%EOF/.exec(file)![1]);
    const [, count] = /^xref\n0 (\d+)\n/.exec(file.slice(start))!;
    const entries = [...file.slice(start).matchAll(/^(\d{10}) 00000 n /gm)];
    expect(entries).toHaveLength(Number(count) - 1);
    entries.forEach(([, place], i) => {
      expect(file.slice(Number(place)).startsWith(`${i + 1} 0 obj\n`)).toBe(true);
    });
  });
});

describe('the dates and the identity of a PDF', () => {
  const sample = samplePages(bundledFonts);
  const date = async (document: PagedDocument, now?: string): Promise<string | undefined> => {
    const pdf = await loadPdf(writePdf(document, bundledFonts, now === undefined ? {} : { now }));
    const info = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict);
    return info.lookupMaybe(PDFName.of('CreationDate'), PDFString)?.asString();
  };
  const idOf = (bytes: Uint8Array): string => /\/ID \[ <([0-9a-f]{32})>/.exec(latin1(bytes))![1]!;

  it('are the paper’s own date, in Vietnam', async () => {
    expect(await date(sample)).toBe("D:20240912000000+07'00'");
  });

  it('are the given moment', async () => {
    expect(await date(sample, '2026-01-02T03:04:05Z')).toBe('D:20260102030405Z');
    expect(await date(sample, '2026-01-02T03:04:05.678+07:00')).toBe("D:20260102030405+07'00'");
  });

  it('are left out when neither is known', async () => {
    const { issuedOn: _, ...properties } = sample.properties;
    expect(await date({ ...sample, properties })).toBeUndefined();
  });

  it('differ when a word, a title or a date does', () => {
    const other = withItems(bundledFonts, [textItem(bundledFonts, 10, 100, 'x')]);
    const titled = { ...sample, properties: { ...sample.properties, title: 'x' } };
    const ids = [
      writePdf(sample, bundledFonts),
      writePdf(other, bundledFonts),
      writePdf(titled, bundledFonts),
      writePdf(sample, bundledFonts, { now: '2026-01-02' }),
    ].map(idOf);
    expect(new Set(ids).size).toBe(4);
  });
});
