import { PDFDocument } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { zip } from '../../src/archive/zip.js';
import { fileForm, readFacts } from '../../src/collect/read-facts.js';
import { writeDocx } from '../../src/docx/write-docx.js';
import { readFactSheet } from '../../src/fact/fact-sheet.js';
import { writePdf } from '../../src/pdf/write-pdf.js';
import { unzip } from '../archive/unzip.js';
import { compileText, loadContext, readSample } from '../end-to-end/papers.js';
import { signPdf, withoutEntries } from './sign-pdf.js';

const SAMPLE = 'templates/plan/sample.yaml';
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

let facts: string;
let pdf: Uint8Array;
let docx: Uint8Array;
let bare: { readonly pdf: Uint8Array; readonly docx: Uint8Array };
beforeAll(async () => {
  const context = await loadContext();
  const { paper } = compileText(SAMPLE, readSample(SAMPLE), context);
  facts = paper.facts();
  pdf = writePdf(paper.pages(), context.fonts, { facts });
  docx = writeDocx(paper.resolved, { facts });
  bare = { pdf: writePdf(paper.pages(), context.fonts), docx: writeDocx(paper.resolved) };
});

const expectFacts = async (bytes: Uint8Array): Promise<void> => {
  const { value, diagnostics } = await readFacts('ke-hoach', bytes);
  expect(diagnostics).toEqual([]);
  expect(value).toEqual(readFactSheet(facts).value);
  expect(value?.values['trich_yeu']).toContain('Hội nghị biểu dương đoàn viên');
};
const codesOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const { value, diagnostics } = await readFacts('x', bytes);
  expect(value).toBeUndefined();
  return diagnostics.map(({ code }) => code);
};

describe('the facts of a PDF', () => {
  test('stand in it as an associated file', async () => {
    await expectFacts(pdf);
    expect(latin1(pdf)).toMatch(/\/AFRelationship \/Data/);
    expect(latin1(pdf)).toMatch(/\/AF \[ \d+ 0 R \]/);
  });

  test('survive a signature with its stamp, and a second one', async () => {
    const signed = await signPdf(pdf);
    expect(latin1(signed)).toMatch(/\/Prev \d+/);
    expect(latin1(signed.subarray(0, pdf.length))).toBe(latin1(pdf));
    await expectFacts(signed);
    await expectFacts(await signPdf(signed));
  });

  test('survive a program that writes all objects anew, into object streams', async () => {
    const saved = await (await PDFDocument.load(pdf)).save({ useObjectStreams: true });
    expect(latin1(saved)).toContain('/ObjStm');
    expect(latin1(saved)).not.toContain('AFRelationship');
    await expectFacts(saved);
  });

  test('are found by either of the two ways that lead to them', async () => {
    await expectFacts(await withoutEntries(pdf, 'AF'));
    await expectFacts(await withoutEntries(pdf, 'Names'));
    expect(await codesOf(await withoutEntries(pdf, 'AF', 'Names'))).toEqual(['facts/not-ours']);
  });

  test('are not there when they were left out', async () => {
    expect(await codesOf(bare.pdf)).toEqual(['facts/not-ours']);
  });

  test('add less than they are long', () => {
    expect(pdf.length - bare.pdf.length).toBeLessThan(new TextEncoder().encode(facts).length);
  });

  test('of a file that was not loaded whole are a finding of their own', async () => {
    expect(await codesOf(pdf.subarray(0, pdf.length / 2))).toEqual(['facts/damaged']);
  });

  test('of a file with a password too', async () => {
    const locked = latin1(pdf).replace(/\/Root/, '/Encrypt 1 0 R /Root');
    expect(await codesOf(Buffer.from(locked, 'latin1'))).toEqual(['facts/encrypted']);
  });
});

describe('the facts of a Word file', () => {
  test('stand in a custom XML part', async () => {
    await expectFacts(docx);
    expect([...unzip(docx).keys()].filter((name) => name.startsWith('customXml/'))).toEqual([
      'customXml/item1.xml',
      'customXml/itemProps1.xml',
      'customXml/_rels/item1.xml.rels',
    ]);
  });

  test('are not there when they were left out', async () => {
    expect(await codesOf(bare.docx)).toEqual(['facts/not-ours']);
    expect([...unzip(bare.docx).keys()].filter((name) => name.startsWith('customXml/'))).toEqual([]);
  });

  test('are read from a part that an editor has numbered, prefixed and encoded anew, with a remark', async () => {
    const parts = [...unzip(docx)].map(([name, bytes]) => {
      const text = new TextDecoder().decode(bytes);
      if (name === 'customXml/item1.xml') {
        const other = text.replace('<facts xmlns=', '<a:facts xmlns:a=').replace('</facts>', '</a:facts>');
        return { name: 'customXml/item3.xml', bytes: Buffer.from(`\ufeff${other}`, 'utf16le') };
      }
      if (name !== 'docProps/app.xml') return { name, bytes };
      const word = text.replace('Thể Thức', 'Microsoft Office Word');
      return { name, bytes: new TextEncoder().encode(word) };
    });
    const { value, diagnostics } = await readFacts('ke-hoach.docx', zip(parts));
    expect(value).toEqual(readFactSheet(facts).value);
    expect(diagnostics).toMatchObject([{ code: 'facts/edited', severity: 'remark' }]);
  });

  test('of a file that was not loaded whole are a finding of their own', async () => {
    expect(await codesOf(docx.subarray(0, docx.length - 100))).toEqual(['facts/damaged']);
  });
});

describe('a file of another kind', () => {
  const bytes = (...start: readonly number[]) => Uint8Array.from([...start, ...new Array(64).fill(0)]);
  test.each([
    ['a photo', bytes(0xff, 0xd8, 0xff, 0xe0), 'picture', 'tệp ảnh'],
    ['an old Word file', bytes(0xd0, 0xcf, 0x11, 0xe0), 'old-word', 'tệp Word kiểu cũ (.doc)'],
    ['something else', bytes(1, 2, 3), 'unknown', 'tệp không do'],
    ['a text', new TextEncoder().encode('Kính gửi'), 'text', 'tệp chữ'],
  ])('as %s is told what it is, and what to do instead', async (_, file, form, words) => {
    expect(fileForm(file)).toBe(form);
    const { diagnostics } = await readFacts('anh.jpg', file);
    expect(diagnostics).toMatchObject([{ code: 'facts/not-ours', severity: 'warning' }]);
    expect(diagnostics[0]!.message).toContain(words);
    expect(diagnostics[0]!.hints).toContain('Gõ số, ngày và các mức vào biểu mẫu');
  });

  test('a PDF that another program made is not called damaged', async () => {
    const other = await PDFDocument.create();
    other.addPage();
    expect(await codesOf(await other.save())).toEqual(['facts/not-ours']);
  });
});
