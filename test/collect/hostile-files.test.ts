import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import { expect, test } from 'vitest';
import { readControls } from '../../src/collect/docx-controls.js';
import { factsOfPdf } from '../../src/collect/pdf-facts.js';
import { readFacts } from '../../src/collect/read-facts.js';
import { readFilledForm } from '../../src/collect/read-filled-form.js';

const KEYS = new Set(['k']);
const many = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join('');

test('controls and bookmarks in each other by the thousand do not fill the memory', () => {
  const text = many(3000, () => '<w:t>a</w:t>');
  const bookmark = (at: number) => `<w:bookmarkStart w:id="${at}" w:name="f_k"/>`;
  const open = `<w:d>${many(20_000, () => '<w:sdt>')}${text}${many(20_000, () => '</w:sdt>')}</w:d>`;
  expect(readControls(open, KEYS)).toEqual(new Map());
  expect(readControls(`<w:d>${many(20_000, bookmark)}${text}</w:d>`, KEYS)).toEqual(new Map());
});

test('bookmarks of others around a field do not hide it', () => {
  const other = (at: number) => `<w:bookmarkStart w:id="${at}" w:name="_Toc${at}"/>`;
  const field =
    '<w:bookmarkStart w:id="900" w:name="f_k"/><w:r><w:t>Nhà ăn</w:t></w:r><w:bookmarkEnd w:id="900"/>';
  expect(readControls(`<w:d>${many(500, other)}${field}</w:d>`, KEYS)).toEqual(new Map([['k', 'Nhà ăn']]));
});

/** A file whose fields and attachments lead back to themselves by two ways each. */
async function roundFile(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const { context, catalog } = pdf;
  const ref = context.nextRef();
  context.assign(ref, context.obj({ T: PDFString.of('a'), Kids: [ref, ref, ref], Names: [] }));
  catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [ref] }));
  catalog.set(PDFName.of('Names'), context.obj({ EmbeddedFiles: ref }));
  return pdf.save({ useObjectStreams: false });
}

test('a PDF that goes round in circles is no form, and carries nothing', async () => {
  const bytes = await roundFile();
  expect((await readFilledForm('a.pdf', bytes)).diagnostics[0]?.code).toBe('collect/no-fields');
  expect((await readFacts('a.pdf', bytes)).diagnostics[0]?.code).toBe('facts/not-ours');
});

test('a field whose value cannot be unpacked is a damaged file', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const { context, catalog } = pdf;
  const stream = context.register(context.stream(new Uint8Array([1, 2, 3]), { Filter: 'LZWDecodeX' }));
  catalog.set(
    PDFName.of('AcroForm'),
    context.obj({ Fields: [context.register(context.obj({ T: PDFString.of('a'), V: stream }))] }),
  );
  const { diagnostics } = await readFilledForm('a.pdf', await pdf.save({ useObjectStreams: false }));
  expect(diagnostics.map(({ code }) => code)).toEqual(['collect/damaged']);
});

test('a PDF whose attachment fills the memory once it is inflated is damaged', async () => {
  const attached = async (size: number): Promise<string> => {
    const pdf = await PDFDocument.create();
    pdf.addPage();
    const { context, catalog } = pdf;
    const packed = deflateSync(Buffer.alloc(size, ' '));
    const stream = context.register(
      PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: packed.length }), packed),
    );
    const file = context.obj({ Type: 'Filespec', F: PDFString.of('the-thuc.json'), EF: { F: stream } });
    catalog.set(PDFName.of('AF'), context.obj([file]));
    const bytes = await pdf.save({ useObjectStreams: false });
    return (await factsOfPdf(bytes)).type;
  };
  expect(await attached(1_000_000)).toBe('found');
  expect(await attached(200_000_000)).toBe('damaged');
});
