import { type PDFArray, PDFDict, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { createPdfVolume, PdfMergeError, type PdfVolumeOptions } from '../../src/pdf/merge-pdf.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { bundledFonts } from '../font/fonts-for-tests.js';
import { samplePages } from './sample-pages.js';

let paper: Uint8Array = new Uint8Array();
beforeAll(() => {
  paper = writePdf(samplePages(bundledFonts), bundledFonts, { facts: '{"so":1}' });
});

/** A paper of plain pages of one width each. */
async function plain(
  widths: readonly number[],
  change?: (document: PDFDocument) => void,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const width of widths) document.addPage([width, 100]);
  change?.(document);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

async function merge(papers: readonly (readonly [Uint8Array, string])[], options?: PdfVolumeOptions) {
  const parts: Uint8Array[] = [];
  const volume = createPdfVolume((bytes) => void parts.push(bytes), options);
  for (const [bytes, title] of papers) await volume.add(bytes, title);
  const totals = await volume.close();
  return { bytes: Buffer.concat(parts), totals };
}

const widthsOf = async (bytes: Uint8Array): Promise<readonly number[]> =>
  (await PDFDocument.load(bytes, { updateMetadata: false })).getPages().map((page) => page.getWidth());

const count = (bytes: Uint8Array, text: string): number =>
  Buffer.from(bytes).toString('latin1').split(text).length - 1;

describe('a volume of papers', () => {
  test('has their pages in order, in groups', async () => {
    const widths = Array.from({ length: 1100 }, (_, index) => 100 + index);
    const papers = [widths.slice(0, 1), widths.slice(1, 33), widths.slice(33, 34), widths.slice(34)];
    const { bytes, totals } = await merge(
      await Promise.all(papers.map(async (some) => [await plain(some), 'x'] as const)),
    );
    expect(totals).toEqual({ papers: 4, pages: 1100 });
    expect(await widthsOf(bytes)).toEqual(widths);
    const document = await PDFDocument.load(bytes);
    const root = document.catalog.lookup(PDFName.of('Pages'), PDFDict);
    expect((root.lookup(PDFName.of('Kids')) as PDFArray).size()).toBeLessThanOrEqual(32);
  });

  test('writes what is equal once', async () => {
    const one = await merge([[paper, 'a']]);
    const many = await merge(Array.from({ length: 20 }, (_, index) => [paper, `${index}`] as const));
    expect(count(many.bytes, '/FontFile2')).toBe(count(one.bytes, '/FontFile2'));
    expect(count(one.bytes, '/FontFile2')).toBeGreaterThan(0);
    expect(many.bytes.length).toBeLessThan(one.bytes.length + 20 * 2000);
  });

  test('gives the same bytes, without date and without what papers carry', async () => {
    const [first, second] = [await merge([[paper, 'a']]), await merge([[paper, 'a']])];
    expect(first.bytes.equals(second.bytes)).toBe(true);
    expect(first.bytes.equals((await merge([[paper, 'b']])).bytes)).toBe(false);
    for (const text of ['/CreationDate', 'EmbeddedFile', '/AcroForm'])
      expect(count(first.bytes, text)).toBe(0);
  });

  test('has a bookmark for each title that follows another', async () => {
    const page = await plain([100]);
    const { bytes } = await merge([
      [page, 'Đơn vị Ả'],
      [page, 'Đơn vị Ả'],
      [page, 'Đơn vị B'],
    ]);
    const document = await PDFDocument.load(bytes);
    const outlines = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
    const first = outlines.lookup(PDFName.of('First'), PDFDict);
    const titleOf = (item: PDFDict) =>
      (item.lookup(PDFName.of('Title')) as unknown as { decodeText(): string }).decodeText();
    expect(titleOf(first)).toBe('Đơn vị Ả');
    const next = first.lookup(PDFName.of('Next'), PDFDict);
    expect(titleOf(next)).toBe('Đơn vị B');
    expect(next.get(PDFName.of('Next'))).toBeUndefined();
    expect((next.lookup(PDFName.of('Dest')) as PDFArray).get(0)).toBe(document.getPages()[2]!.ref);
  });

  test('begins each paper on a new sheet where that is asked for', async () => {
    const papers = [
      [await plain([300, 200, 250]), 'a'],
      [await plain([100, 110]), 'b'],
    ] as const;
    const { bytes, totals } = await merge(papers, { evenPages: true });
    expect(totals.pages).toBe(6);
    expect(await widthsOf(bytes)).toEqual([300, 200, 250, 250, 100, 110]);
  });

  test('draws fields as they look, but hidden ones', async () => {
    const filled = await plain([200], (document) => {
      const field = document.getForm().createTextField('ten');
      field.setText('Value');
      field.addToPage(document.getPages()[0]!, { x: 20, y: 30, width: 80, height: 20 });
      field.updateAppearances(document.embedStandardFont('Helvetica' as never));
    });
    const { bytes } = await merge([[filled, 'a']]);
    const [page] = (await PDFDocument.load(bytes)).getPages();
    expect(page!.node.Annots()).toBeUndefined();
    const looks = page!.node.Resources()!.lookup(PDFName.of('XObject'), PDFDict);
    expect(looks.keys().map(String)).toEqual(['/FldX0']);
    const contents = page!.node.Contents() as PDFArray;
    const drawn = contents.lookup(contents.size() - 1) as PDFRawStream;
    expect(Buffer.from(drawn.contents).toString()).toContain('/FldX0 Do');
  });

  test.each([
    ['no PDF', Buffer.from('không phải PDF')],
    ['half a PDF', () => paper.slice(0, 3000)],
  ])('is as before after %s', async (_, bad) => {
    const parts: Uint8Array[] = [];
    const volume = createPdfVolume((bytes) => void parts.push(bytes));
    await volume.add(paper, 'a');
    await expect(volume.add(typeof bad === 'function' ? bad() : bad, 'b')).rejects.toBeInstanceOf(
      PdfMergeError,
    );
    await volume.close();
    expect(Buffer.concat(parts).equals((await merge([[paper, 'a']])).bytes)).toBe(true);
  });
});
